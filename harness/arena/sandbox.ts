import { execFileSync } from 'node:child_process';
import { lstatSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a program's sandbox shows, by path inside it. */
export interface SandboxView {
  hostName: string;
  /** The submission's work folder, its `/tmp` and its `/dev/shm`: the only places that it may write to. */
  work: string;
  temporary: string;
  shared: string;
  /** Files of `/etc`: the folder that they are kept in, and their names. */
  etc: { folder: string; names: string[] };
  /** Folders and files outside the system, by the path at which the program expects them, and where we reach them. */
  readable: Record<string, string>;
  env: Record<string, string>;
  /** A user namespace of its own, in which further ones are forbidden. */
  ownUser: boolean;
  /** The descriptor of the seccomp filter. */
  seccomp: number | 'none';
  /** Whether this bubblewrap knows an option: Debian 11 and Ubuntu 22.04 lack some. */
  knows(option: string): boolean;
}

/**
 * bubblewrap's options (bwrap(1)) for one program: its own processes, mounts, IPC, host name and user, no capabilities,
 * and a read-only world with nothing of the grader's in it. The network namespace is the arena's.
 */
export function bubblewrapOptions(view: SandboxView): string[] {
  const user = view.ownUser
    ? [
        '--unshare-user',
        ...(view.knows('--disable-userns') ? ['--disable-userns'] : []),
        '--uid',
        '1000',
        '--gid',
        '1000',
        '--cap-drop',
        'ALL',
      ]
    : // Just enough to become the student's user.
      ['--cap-drop', 'ALL', '--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID'];
  return [
    ...user,
    ...['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try', '--hostname', view.hostName],
    ...['--new-session', '--clearenv'],
    ...Object.entries(view.env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...openFolders(['/etc/hosts', '/dev/null'], view),
    ...systemFolders(),
    ...readOnly(SYSTEM_FILES.map((file) => [file, file])),
    // One mount and links into it: a mount for each file would take a third of the time that the sandbox takes to stand.
    ...['--ro-bind', view.etc.folder, '/etc/arena'],
    ...view.etc.names.flatMap((name) => ['--symlink', `arena/${name}`, `/etc/${name}`]),
    ...['--proc', '/proc'],
    ...DEVICES.flatMap((device) => ['--dev-bind', device, device]),
    ...DESCRIPTORS.flatMap(([path, target]) => ['--symlink', target, path]),
    ...['--bind', view.temporary, '/tmp', '--bind', view.shared, '/dev/shm'],
    // After `/tmp`, in which they may lie.
    ...openFolders([view.work, ...Object.keys(view.readable)], view),
    ...readOnly(Object.entries(view.readable)),
    ...['--bind', view.work, view.work],
    ...['--remount-ro', '/', '--chdir', view.work],
    ...(view.seccomp === 'none' ? [] : ['--seccomp', String(view.seccomp)]),
  ];
}

/** The devices that a program may need. A terminal is none of them: whoever reads from a new one waits for ever. */
export const DEVICES = ['null', 'zero', 'full', 'random', 'urandom'].map((name) => `/dev/${name}`);

/** The links to a process's own open files, and where they lead. */
export const DESCRIPTORS = ['fd', 'stdin', 'stdout', 'stderr'].map((name, at): [path: string, target: string] => [
  `/dev/${name}`,
  at === 0 ? '/proc/self/fd' : `/proc/self/fd/${at - 1}`,
]);

/** What the dynamic linker and Debian's command alternatives need beside `/usr`. */
export const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/alternatives'];

function readOnly(binds: [inside: string, outside: string][]): string[] {
  return binds.flatMap(([inside, outside]) => ['--ro-bind-try', outside, inside]);
}

/** The folders above `paths`, passable for everyone: bubblewrap would make them private. */
function openFolders(paths: string[], { knows }: SandboxView): string[] {
  const open = knows('--perms') ? ['--perms', '0755'] : [];
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) folders.add(folder);
  }
  return [...folders].sort().flatMap((folder) => (isSystem(folder) ? [] : [...open, '--dir', folder]));
}

function isSystem(path: string): boolean {
  return /^\/(usr|bin|sbin|lib\w*)(\/|$)|^\/(dev\/shm|proc|tmp)$/.test(path);
}

let knownSystemFolders: string[] | undefined;

/** `/usr`, and `/bin`, `/lib` and their like as this system has them: links into `/usr`, or folders of their own. */
function systemFolders(): string[] {
  knownSystemFolders ??= ['/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'].flatMap((path) => {
    const kind = lstatSync(path, { throwIfNoEntry: false });
    if (!kind) return [];
    return kind.isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path];
  });
  return ['--ro-bind', '/usr', '/usr', ...knownSystemFolders];
}

/** What `bwrap --help` speaks of. */
export function bubblewrapKnows(): (option: string) => boolean {
  const help = execFileSync('bwrap', ['--help'], { encoding: 'utf8' });
  return (option) => help.includes(` ${option} `);
}
