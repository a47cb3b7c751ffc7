import { existsSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ControlGroup, confine } from './cgroup.js';
import { limitsLine } from './limits-line.js';
import { namelessFile } from './nameless-file.js';
import type { Floor } from './own-floor.js';
import { programEnvironment } from './program-environment.js';
import { bubblewrapOptions, type SandboxView } from './sandbox.js';
import { GATE, type Launch, unconfined } from './start-program.js';
import type { Owner } from './student-owner.js';
import type { ProgramRequest, Rung } from './world.js';

/** What an arena has ready for the programs that start in it. */
export interface Arena {
  rung: Rung;
  hostName: string;
  owner: Owner;
  floor: Floor;
  /** The names of the furnished files of `/etc`, which are kept in the floor's own. */
  etc: string[];
  filterFile: string | 'none';
  group: ControlGroup | 'none';
  knows: SandboxView['knows'];
}

/** Descriptors that bubblewrap reads; 3 is the gate. */
const OPTIONS_AT = 4;
const FILTER_AT = 5;

const WITHOUT_CAPABILITIES = ['setpriv', '--inh-caps=-all', '--ambient-caps=-all', '--'];

let launches = 0;

/** How to start a program in a sandbox of its own inside the arena. */
export function namespaceLaunch(request: ProgramRequest, arena: Arena): Launch {
  const { floor, owner, rung } = arena;
  const room = dirname(request.workFolder);
  const ownUser = rung !== 'root';
  const options = bubblewrapOptions({
    hostName: arena.hostName,
    work: request.workFolder,
    temporary: join(room, 'tmp'),
    shared: join(room, 'shm'),
    etc: { folder: floor.etc, names: arena.etc },
    readable: Object.fromEntries(
      request.readable.filter((path) => existsSync(path)).map((path) => [path, floor.passageTo(path)]),
    ),
    env: programEnvironment(request),
    ownUser,
    knows: arena.knows,
    seccomp: arena.filterFile === 'none' ? 'none' : FILTER_AT,
  });
  const asStudent = owner === 'mine' ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const line = `${GATE}; ${limitsLine(request.limits, 'own')}; exec "$@"`;
  const inside = ['/bin/sh', '-c', line, 'sh', ...request.argv];
  const sandbox = ['bwrap', '--args', String(OPTIONS_AT), '--'];
  return {
    argv: ownUser
      ? [...(owner === 'mine' ? WITHOUT_CAPABILITIES : []), ...sandbox, ...inside]
      : [...sandbox, 'setpriv', ...asStudent, '--inh-caps=-all', '--no-new-privs', '--', ...inside],
    cwd: '/',
    // setuid(2) from root takes every capability but the inheritable, and a new user namespace begins without those.
    owner: ownUser ? owner : 'mine',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
    handedOver: [
      namelessFile(join(floor.path, `options-${launches++}`), `${options.join('\0')}\0`),
      ...(arena.filterFile === 'none' ? [] : [openSync(arena.filterFile, 'r')]),
    ],
    gated: true,
    sandboxed: true,
    confine: (pids) =>
      arena.group === 'none'
        ? unconfined
        : confine(arena.group, String(launches), pids, request.limits.memoryBytes + request.limits.folderBytes),
    // The end of the sandbox's first process is the end of all of them.
    sweep: async () => {},
  };
}
