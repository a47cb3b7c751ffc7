import { asRoot, installing } from './installing.js';
import { type Capabilities, chooseRung, probeLadder } from './ladder.js';
import { languagesHere } from './languages-here.js';
import { pythonCommand, pythonHas } from './python-has.js';
import { type System, thisSystem } from './this-system.js';

/** One thing that grading makes use of. */
export interface Diagnosis {
  capability: string;
  have: boolean;
  /** What is lost without it, one sentence. */
  without: string;
  /** The one command that brings it to this system; absent when it is there, or cannot be had. */
  get?: string;
}

/** Looks at everything that this machine offers to grading. Takes up to a second: every toolchain is asked. */
export async function diagnose(): Promise<Diagnosis[]> {
  const capabilities = await probeLadder();
  // In a plain container programs have another user, and no mounts of their own by which a private folder could be shown to them.
  const privateToo = chooseRung('auto', capabilities).rung !== 'container';
  const [system, languages, dnspython, python] = await Promise.all([
    thisSystem(),
    languagesHere({ privateToo }),
    pythonHas('dns'),
    pythonCommand(),
  ]);
  return [
    ...isolation(capabilities, system),
    {
      capability: 'dnspython',
      have: dnspython,
      without: 'Python programs that import dns.resolver end at once.',
      ...(dnspython ? {} : { get: gettingDnspython(system, python) }),
    },
    ...languages.map(({ capability, have, without, packages }) => ({
      capability,
      have,
      without,
      ...(have ? {} : { get: installing(system, packages) }),
    })),
  ];
}

/** `python`: the interpreter of submissions, if there is one. pip may not change a Linux system's own (PEP 668): its package does. */
export function gettingDnspython(system: System, python: string | undefined): string {
  if (system.kind === 'windows') return 'py -m pip install dnspython';
  if (system.kind === 'macos' || (python !== undefined && !/^\/(usr\/)?bin\//.test(python)))
    return `${python ?? 'python3'} -m pip install dnspython`;
  const alpine = 'py3-dnspython';
  return installing(system, { debian: 'python3-dnspython', fedora: 'python3-dns', alpine, arch: 'python-dnspython' });
}

/** The rows about isolation: pure, so that every system's advice can be tested on any. */
export function isolation(capabilities: Capabilities, system: System): Diagnosis[] {
  const { namespaces, bubblewrap, iproute, utilLinux, seccomp, cgroup } = capabilities;
  const row = (capability: string, have: boolean, without: string, get: string | undefined): Diagnosis => ({
    capability,
    have,
    without,
    ...(have || !get ? {} : { get }),
  });
  const linux = capabilities.platform === 'linux';
  const install = (name: string) =>
    linux ? installing(system, { debian: name, fedora: name, alpine: name, arch: name }) : elsewhere(system);
  return [
    row(
      'namespaces',
      namespaces.have,
      'Submissions share the machine’s network, ports and files, and run one at a time; good for a check of one’s own work only.',
      gettingNamespaces(capabilities, system),
    ),
    namespaces.have && bubblewrap && capabilities.sandbox === 'none'
      ? row(
          'bubblewrap',
          false,
          'It is there and does not work: the sandbox of programs is the weaker one of util-linux.',
          undefined,
        )
      : row(
          'bubblewrap',
          bubblewrap,
          'The sandbox of programs is the weaker one of util-linux.',
          install('bubblewrap'),
        ),
    row(
      'iproute2',
      iproute,
      'Addresses such as 192.168.1.7 do not exist in the arena, so a program with one written into it fails.',
      linux
        ? installing(system, { debian: 'iproute2', fedora: 'iproute', alpine: 'iproute2', arch: 'iproute2' })
        : elsewhere(system),
    ),
    row('util-linux', utilLinux, 'No arena can be opened at all.', install('util-linux')),
    row(
      'seccomp',
      seccomp,
      'Nothing stands between a program and the rarer system calls of the kernel.',
      bubblewrap ? undefined : install('bubblewrap'),
    ),
    row(
      'cgroup',
      cgroup,
      'Memory is held by a watchdog alone, which looks every 50 ms.',
      linux && !capabilities.root ? 'systemd-run --user --scope -p Delegate=yes netgrade …' : undefined,
    ),
  ];
}

const PRIVILEGED_CONTAINER = 'docker run --privileged --rm -it -v "$PWD":/work -w /work node:22 bash';

function gettingNamespaces(
  { platform, namespaces, utilLinux, root }: Capabilities,
  system: System,
): string | undefined {
  if (platform !== 'linux') return elsewhere(system);
  if (namespaces.have) return undefined;
  if (!utilLinux)
    return installing(system, { debian: 'util-linux', fedora: 'util-linux', alpine: 'util-linux', arch: 'util-linux' });
  if (system.container) return PRIVILEGED_CONTAINER;
  // Ubuntu since 23.10, and with it GitHub's runners, lets only programs with a profile open user namespaces.
  if (system.apparmorRestricts) return asRoot(system, 'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0');
  if (system.clonesForbidden) return asRoot(system, 'sysctl -w kernel.unprivileged_userns_clone=1');
  if (system.mostNamespaces === 0) return asRoot(system, 'sysctl -w user.max_user_namespaces=10000');
  return root ? undefined : 'sudo netgrade …';
}

/** On macOS and Windows, Linux is one command away. */
function elsewhere(system: System): string | undefined {
  if (system.kind === 'windows') return 'wsl --install';
  if (system.kind === 'macos') return PRIVILEGED_CONTAINER;
  return undefined;
}
