import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../usage-error.js';
import { arenaCommand, hasNamespaces } from './arena-command.js';
import { makeArenaGroup, removeGroup } from './cgroup.js';
import { filterInstaller } from './install-filter.js';
import { isOnPath, searchPath } from './is-on-path.js';
import { namelessFile } from './nameless-file.js';
import { seccompFilter } from './seccomp.js';
import type { Rung } from './world.js';

/** What this machine offers to keep a program in, found by trying it. */
export interface Capabilities {
  platform: NodeJS.Platform;
  root: boolean;
  /** unshare, setpriv and mount. */
  utilLinux: boolean;
  bubblewrap: boolean;
  iproute: boolean;
  /** Network, process and mount namespaces of our own; where not, in the kernel's words why. */
  namespaces: { have: true } | { have: false; because: string };
  /** A program's own sandbox inside the arena: with a user namespace, without one (as root), or none at all. */
  sandbox: 'own-user' | 'shared-user' | 'none';
  /** Whether we have a filter of system calls for this architecture; where there is no sandbox, whether something can install it. */
  seccomp: boolean;
  cgroup: boolean;
}

export type Isolation = 'auto' | 'namespaces' | 'none';

/**
 * Tries, once and for real, what the rungs are made of. Takes well under 150 ms.
 * @throws {UsageError} where there is no folder for temporary files, without which no program can be started
 */
export async function probeLadder(): Promise<Capabilities> {
  refuseWithoutTemporaryFolder();
  const { platform } = process;
  const root = process.getuid?.() === 0;
  const linux = platform === 'linux';
  const utilLinux = linux && ['unshare', 'setpriv', 'mount', 'umount'].every(isOnPath);
  const bubblewrap = linux && isOnPath('bwrap');
  const iproute = linux && isOnPath('ip');
  const seccomp = linux && seccompFilter() !== undefined;
  const facts = { platform, root, utilLinux, bubblewrap, iproute, seccomp, cgroup: linux && hasControlGroup() };
  if (!utilLinux)
    return {
      ...facts,
      namespaces: { have: false, because: linux ? 'util-linux is missing' : 'this is not Linux' },
      ...withoutSandbox(seccomp),
    };
  if (!iproute && !bubblewrap)
    return {
      ...facts,
      namespaces: { have: false, because: 'neither ip nor bwrap is there' },
      ...withoutSandbox(seccomp),
    };
  const tried = await tryNamespaces(bubblewrap, root);
  if (!tried.said.includes('namespaces'))
    return { ...facts, namespaces: { have: false, because: tried.complaint }, ...withoutSandbox(seccomp) };
  const sandbox = tried.said.includes('own-user')
    ? 'own-user'
    : tried.said.includes('shared-user')
      ? 'shared-user'
      : 'none';
  return { ...facts, namespaces: { have: true }, ...(sandbox === 'none' ? withoutSandbox(seccomp) : { sandbox }) };
}

function refuseWithoutTemporaryFolder(): void {
  try {
    closeSync(namelessFile(probeFile(), Buffer.alloc(4096)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'has no room left' : 'cannot be written';
    throw new UsageError(
      `Programs are started in the folder for temporary files, but "${tmpdir()}" ${why}. Mend that, or set TMPDIR to another folder.`,
    );
  }
}

const probeFile = (): string => join(tmpdir(), `netgrade-probe-${process.pid}-${performance.now()}`);

function withoutSandbox(filter: boolean): Pick<Capabilities, 'sandbox' | 'seccomp'> {
  return { sandbox: 'none', seccomp: filter && filterInstaller() !== 'none' };
}

/**
 * The best rung that the machine offers and the user wants, and what it lacks, one sentence each.
 * @throws {UsageError} when namespaces are demanded where there are none.
 */
export function chooseRung(wanted: Isolation, capabilities: Capabilities): { rung: Rung; missing: string[] } {
  const rung = wanted === 'none' ? 'none' : bestRung(capabilities);
  if (wanted === 'namespaces' && !hasNamespaces(rung)) {
    const because = capabilities.namespaces.have ? 'no sandbox can be set up in them' : capabilities.namespaces.because;
    throw new UsageError(
      `Isolation by namespaces was asked for and cannot be had here: ${because}. Run \`netgrade doctor\` for the way to get it.`,
    );
  }
  const missing = [...MISSING[rung]];
  if (rung !== 'none' && !capabilities.seccomp) {
    const byItself = rung === 'util-linux' || rung === 'container';
    missing.push(
      byItself && seccompFilter()
        ? 'System calls are not filtered: that takes bubblewrap, perl or python3.'
        : `System calls are not filtered: there is no filter for ${process.arch}.`,
    );
  }
  if (rung !== 'none' && rung !== 'container' && !capabilities.iproute) {
    missing.push('Only 127.0.0.0/8 exists in the arena: a program with another address written into it fails.');
  }
  return { rung, missing };
}

function bestRung({ namespaces, sandbox, cgroup, root, platform, utilLinux }: Capabilities): Rung {
  if (namespaces.have) {
    if (sandbox === 'own-user') return cgroup ? 'full+cgroup' : 'full';
    if (sandbox === 'shared-user') return 'root';
    return 'util-linux';
  }
  return root && platform === 'linux' && utilLinux ? 'container' : 'none';
}

const WATCHDOG_ONLY = 'Memory is held by a watchdog alone, which looks every 50 ms.';

const MISSING: Record<Rung, string[]> = {
  'full+cgroup': [],
  full: [WATCHDOG_ONLY],
  root: [WATCHDOG_ONLY, 'Programs have no user namespace of their own: one layer less between them and the kernel.'],
  'util-linux': [
    WATCHDOG_ONLY,
    'Programs have no user namespace of their own: one layer less between them and the kernel.',
  ],
  container: [
    'Programs use the network of the machine: a port can be in use by something else, and nothing keeps them from the outside.',
    'Programs see every file that all users may read.',
    'Names and addresses of the arena do not exist: checks that need them are skipped.',
    WATCHDOG_ONLY,
  ],
  none: [
    'Programs run with all the rights of whoever grades: for a check of one’s own work only.',
    'Programs use the network of the machine: a port can be in use by something else, and nothing keeps them from the outside.',
    'Names and addresses of the arena do not exist: checks that need them are skipped.',
    'Only time and output are limited for certain.',
  ],
};

function hasControlGroup(): boolean {
  const group = makeArenaGroup('probe-arena');
  if (group) removeGroup(group.path);
  return group !== undefined;
}

/** Opens an arena's namespaces, and in them a sandbox such as a program's, with a line for each thing that worked. */
async function tryNamespaces(bubblewrap: boolean, root: boolean): Promise<{ said: string[]; complaint: string }> {
  const student = root ? '--reuid=200000 --regid=200000 --clear-groups' : '';
  const world =
    '--unshare-pid --unshare-ipc --unshare-uts --ro-bind /usr /usr --ro-bind-try /bin /bin --ro-bind-try /lib /lib --ro-bind-try /lib64 /lib64 --proc /proc --dev-bind /dev/null /dev/null';
  const filter = seccompFilter();
  const seccomp = filter ? '--seccomp 3' : '';
  const trials = [
    `mount -t tmpfs netgrade /tmp && { ! command -v ip >/dev/null || ip link set lo up; } && echo namespaces`,
    `setpriv ${student} --inh-caps=-all --ambient-caps=-all bwrap --unshare-user ${world} ${seccomp} -- /usr/bin/true && { echo own-user; exit 0; }`,
    ...(root
      ? [
          `bwrap --cap-drop ALL --cap-add CAP_SETUID --cap-add CAP_SETGID ${world} ${seccomp} -- setpriv ${student} true && echo shared-user`,
        ]
      : []),
  ];
  const [command = '', ...args] = arenaCommand('full');
  const script = bubblewrap ? trials.join('\n') : trials[0];
  const filterFile = filter ? namelessFile(probeFile(), filter) : undefined;
  try {
    return await said(command, [...args, '/bin/sh', '-c', script ?? ''], filterFile);
  } finally {
    if (filterFile !== undefined) closeSync(filterFile);
  }
}

const PROBE_WITHIN_MS = 5000;

function said(
  command: string,
  args: string[],
  third: number | undefined,
): Promise<{ said: string[]; complaint: string }> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe', third ?? 'ignore'],
    env: { PATH: searchPath() },
    timeout: PROBE_WITHIN_MS,
  });
  const heard = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream]?.on('data', (chunk) => (heard[stream] += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ said: [], complaint: error.message }));
    child.once('close', () => {
      const complaint = heard.stderr.trim().split('\n').at(-1) || 'they do not open';
      resolve({ said: heard.stdout.trim().split('\n'), complaint });
    });
  });
}
