import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MachineLacks } from './cannot-start.js';
import type { Ground } from './ground.js';
import { type OwnFilter, ownFilter, writeFilter } from './install-filter.js';
import { isOnPath } from './is-on-path.js';
import { hiddenAmong } from './is-open-to-all.js';
import { limitsLine } from './limits-line.js';
import { NamedPipes } from './named-pipes.js';
import { processesOfUser, processesWithMarker } from './owned-processes.js';
import { programEnvironment } from './program-environment.js';
import { leftBy, removeLeft, removeTree } from './remove-tree.js';
import { isLessThanPromised, leftIn } from './space.js';
import { GATE, type Launch, unconfined } from './start-program.js';
import { type Owner, studentOwner } from './student-owner.js';
import type { ProgramRequest } from './world.js';

/** A variable by which a process that left its tree and its group is still known as a program's. */
const MARKER = 'NETGRADE_RUN';

/**
 * The rungs without namespaces: programs run in the machine's own network and file system. In a plain container, as
 * root, every slot has at least a user of its own; elsewhere programs have all the rights of whoever grades.
 */
export async function openGround(rung: 'container' | 'none', slot: number): Promise<Ground> {
  const owner = rung === 'container' ? studentOwner(slot) : 'mine';
  const marker = randomUUID();
  const strays = () => (owner === 'mine' ? processesWithMarker(`${MARKER}=${marker}`) : processesOfUser(owner.uid));
  // A process that was told to end takes a moment to be gone, with all that it holds.
  const sweep = async () => {
    for (let round = 0; round < MOST_SWEEPS; round++) {
      const left = strays();
      if (left.length === 0) return;
      for (const pid of left) end(pid);
      await pause(5);
    }
  };
  // Passable and not more: whoever owns a folder of `/tmp` itself may put a link in its place, for us to follow.
  const ours = await mkdtemp(join(await realpath(tmpdir()), 'netgrade-'));
  await chmod(ours, 0o711);
  let made = 0;
  const ownFolder = async () => {
    const folder = join(ours, String(++made));
    await mkdir(folder, { mode: 0o700 });
    return folder;
  };
  const filterFile = owner === 'mine' ? 'none' : writeFilter(join(await ownFolder(), 'filter'));
  return {
    rung,
    owner,
    hostAddress: '127.0.0.1',
    has: { ownNames: false, ownAddresses: false, ownPorts: false },
    resolverAddress: '127.0.0.53',
    pipes: process.platform === 'linux' ? new NamedPipes(await ownFolder()) : 'none',
    // The whole machine's process table is read here, not that of an arena.
    watchEveryMs: 150,
    socketsUsed: () => 0,
    furnish: () => hostname(),
    makeFolder: ownFolder,
    async removeFolder(folder) {
      removeTree(folder);
    },
    reopenFolder(folder) {
      if (!lstatSync(folder).isDirectory()) throw new Error('the work folder is no folder any more');
      chmodSync(folder, 0o700);
    },
    // The machine's own disk, which anybody else may have filled.
    spaceOf(folder) {
      const left = leftIn(folder);
      const written = () => (owner === 'mine' ? [ours] : [ours, ...leftBy(owner.uid)]);
      return { ...left, isScant: () => isLessThanPromised(left, written()) };
    },
    launch: (request) => openLaunch(request, owner, ownFilter(filterFile), { [MARKER]: marker }, sweep),
    async clear() {
      await sweep();
      if (owner !== 'mine') removeLeft(owner.uid);
      return strays().map((pid) => `process ${pid}`);
    },
    atExit() {
      for (const pid of strays()) end(pid);
      if (owner !== 'mine') removeLeft(owner.uid);
      removeTree(ours);
    },
  };
}

/** Half a second: a process that forks as it is ended is met again, one that cannot be ended is left to be told of. */
const MOST_SWEEPS = 100;

const hasSetpriv = process.platform === 'linux' && isOnPath('setpriv');

function openLaunch(
  request: ProgramRequest,
  owner: Owner,
  filter: OwnFilter,
  marker: Record<string, string>,
  sweep: () => Promise<void>,
): Launch {
  const hidden = owner === 'mine' ? undefined : hiddenAmong(request.readable);
  if (hidden)
    throw new MachineLacks(`${hidden} Install the language for all users, or name such a Python in NETGRADE_PYTHON.`);
  const gated = process.platform !== 'win32';
  const user =
    owner === 'mine' ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--inh-caps=-all'];
  const asStudent = hasSetpriv ? ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', ...user, '--'] : [];
  const line = `${GATE}; ${limitsLine(request.limits, owner === 'mine' ? 'shared-with-machine' : 'own')}; exec ${filter.prefix}"$@"`;
  return {
    argv: gated ? [...asStudent, '/bin/sh', '-c', line, 'sh', ...request.argv] : request.argv,
    cwd: request.workFolder,
    owner: 'mine',
    env: { ...programEnvironment(request), ...marker },
    handedOver: filter.handedOver,
    gated,
    sandboxed: false,
    confine: () => unconfined,
    sweep,
  };
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
