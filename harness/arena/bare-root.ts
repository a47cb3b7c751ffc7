import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ownFilter } from './install-filter.js';
import { limitsLine } from './limits-line.js';
import type { Arena } from './namespace-launch.js';
import type { Floor } from './own-floor.js';
import { programEnvironment } from './program-environment.js';
import { quote } from './quote.js';
import { DESCRIPTORS, DEVICES, SYSTEM_FILES } from './sandbox.js';
import { GATE, type Launch, unconfined } from './start-program.js';
import type { ProgramRequest } from './world.js';

/**
 * The sandbox of a machine without bubblewrap: a root folder of our own making, built once for the arena, in which each
 * program runs by chroot(2) with processes and mounts of its own, as a user without capabilities. A process that has
 * changed its root may not open user namespaces (user_namespaces(7)), so it gains none in there.
 */
export function bareRoot(floor: Floor): (request: ProgramRequest, arena: Arena) => Launch {
  const root = join(floor.path, 'root');
  mkdirSync(root);
  // A mount of its own, so that each program's view of it can be made read-only.
  execFileSync('mount', ['--bind', root, root], { stdio: 'pipe' });
  for (const folder of ['etc', 'proc', 'tmp', 'dev/shm']) mkdirSync(join(root, folder), { recursive: true });
  for (const device of DEVICES) show(device, root, 'writable');
  for (const [path, target] of DESCRIPTORS) symlinkSync(target, join(root, path));
  showSystem(root);
  for (const file of SYSTEM_FILES) if (existsSync(file)) show(file, floor.path, 'read-only');
  const shown = new Set<string>();
  return (request, arena) => {
    for (const path of request.readable) {
      if (shown.has(path) || isTemporary(path) || !existsSync(path)) continue;
      show(path, root, 'read-only');
      shown.add(path);
    }
    mkdirSync(join(root, request.workFolder), { recursive: true });
    return launchIn(root, request, arena);
  };
}

function launchIn(root: string, request: ProgramRequest, arena: Arena): Launch {
  const room = dirname(request.workFolder);
  const { owner } = arena;
  const filter = ownFilter(arena.filterFile);
  const user = owner === 'mine' ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const own = [
    `mount --bind ${quote(join(room, 'tmp'))} ${root}/tmp`,
    `mount --bind ${quote(join(room, 'shm'))} ${root}/dev/shm`,
    ...request.readable
      .filter((path) => isTemporary(path) && existsSync(path))
      .flatMap((path) => showTemporary(path, root)),
    `mount --rbind -o ro ${quote(arena.floor.etc)} ${root}/etc`,
    `mount --bind ${quote(request.workFolder)} ${quote(join(root, request.workFolder))}`,
    `mount -o remount,bind,ro,nosuid,nodev ${root}`,
    `mount -t proc -o nosuid,nodev,noexec proc ${root}/proc`,
  ];
  const asStudent = `setpriv ${user.join(' ')} --inh-caps=-all --bounding-set=-all --no-new-privs --`;
  const line = `cd ${quote(request.workFolder)}; ${GATE}; ${limitsLine(request.limits, owner === 'mine' ? 'shared-with-agent' : 'own')}; exec ${filter.prefix}"$@"`;
  const environment = Object.entries(programEnvironment(request)).map(([name, value]) => quote(`${name}=${value}`));
  // The shell stays: the first process of a namespace collects orphans, and is deaf to what it has no trap for. Shells have some of their own
  // (dash SIGINT), by which a program could end its sandbox. A trap that does nothing is not handed on, as being deaf would be.
  const script = `${own.join(' && ')} && { trap : HUP INT QUIT TERM; chroot ${root} ${asStudent} env -i ${environment.join(' ')} /bin/sh -c ${quote(line)} sh "$@"; exit $?; }`;
  return {
    argv: [
      'unshare',
      '--pid',
      '--mount',
      '--ipc',
      '--uts',
      '--fork',
      '--kill-child=KILL',
      '--',
      '/bin/sh',
      '-c',
      script,
      'sh',
      ...request.argv,
    ],
    cwd: '/',
    owner: 'mine',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
    handedOver: filter.handedOver,
    gated: true,
    sandboxed: true,
    confine: () => unconfined,
    sweep: async () => {},
  };
}

/** In the programs' own temporary folders, where only the program's own mounts can show anything. */
function isTemporary(path: string): boolean {
  return /^\/(tmp|dev\/shm)\//.test(path);
}

function showTemporary(path: string, root: string): string[] {
  const target = quote(join(root, path));
  const make = statSync(path).isDirectory()
    ? `mkdir -p ${target}`
    : `mkdir -p ${quote(join(root, dirname(path)))} && touch ${target}`;
  return [make, `mount --bind ${quote(path)} ${target}`, `mount -o remount,bind,ro,nosuid,nodev ${target}`];
}

function showSystem(root: string): void {
  for (const path of ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64']) {
    const kind = lstatSync(path, { throwIfNoEntry: false });
    if (kind?.isSymbolicLink()) symlinkSync(readlinkSync(path), join(root, path));
    else if (kind) show(path, root, 'read-only');
  }
}

/** Lets `path` be seen at the same place under `root`. */
function show(path: string, root: string, access: 'read-only' | 'writable'): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  if (statSync(path).isDirectory()) mkdirSync(target, { recursive: true });
  else writeFileSync(target, '');
  chmodSync(dirname(target), 0o755);
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' });
  mount('--bind', path, target);
  // In a user namespace, what the machine's own mounts forbid must go on being forbidden.
  if (access === 'read-only')
    mount('-o', ['remount', 'bind', 'ro', 'nosuid', 'nodev', ...optionsOfMountAt(target)].join(','), target);
}

/** proc_pid_mountinfo(5): the options of the last mount at a path, as far as they may not be lost. */
function optionsOfMountAt(path: string): string[] {
  const lines = readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n');
  const options = lines.map((line) => line.split(' ')).findLast((fields) => fields[4] === path)?.[5] ?? '';
  return options.split(',').filter((option) => ['noexec', 'noatime', 'nodiratime', 'relatime'].includes(option));
}
