import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bareRoot } from './bare-root.js';
import type { ControlGroup } from './cgroup.js';
import { furnishedFiles } from './furnished-files.js';
import type { Ground } from './ground.js';
import { writeFilter } from './install-filter.js';
import { leftoverProcesses, leftoverSockets, socketsUsed } from './leftovers.js';
import { NamedPipes } from './named-pipes.js';
import { namespaceLaunch } from './namespace-launch.js';
import { Floor } from './own-floor.js';
import { furnishNetwork, takeHostName } from './own-network.js';
import { bubblewrapKnows } from './sandbox.js';
import { leftIn } from './space.js';
import { studentOwner } from './student-owner.js';
import type { Rung } from './world.js';

const RESOLVER_ADDRESS = '127.0.0.53';

/**
 * The rungs with namespaces, seen from the agent inside them: network, mounts and processes are our own, so names,
 * addresses and ports are too, and nothing that is left over can hide.
 */
export async function namespaceGround(rung: Rung, slot: number): Promise<Ground> {
  const { hostAddress, ownAddresses } = furnishNetwork();
  const floor = new Floor(process.env.NETGRADE_FLOOR ?? '/srv');
  const owner = studentOwner(slot);
  const filterFile = writeFilter(join(floor.path, 'filter'));
  const knows = rung === 'util-linux' ? () => false : bubblewrapKnows();
  let hostName = '';
  let etc: string[] = [];
  const startIn = rung === 'util-linux' ? bareRoot(floor) : namespaceLaunch;

  return {
    rung,
    owner,
    hostAddress,
    has: { ownNames: true, ownAddresses, ownPorts: true },
    resolverAddress: RESOLVER_ADDRESS,
    pipes: new NamedPipes(floor.path),
    watchEveryMs: 50,
    socketsUsed,
    furnish(names) {
      if (rung !== 'util-linux') hostName = names.hostName;
      else if (hostName !== names.hostName) hostName = takeHostName(names.hostName);
      const furniture = { ...names, hostName, hostAddress, resolverAddress: RESOLVER_ADDRESS, home: '/tmp' };
      const files = furnishedFiles(furniture);
      etc = Object.keys(files);
      for (const name of etc) {
        const path = join(floor.etc, name);
        // A new file in place of the old: a program that is reading it reads on in the one that it has opened.
        writeFileSync(`${path}.new`, files[name]!, { mode: 0o644 });
        renameSync(`${path}.new`, path);
      }
      return hostName;
    },
    async makeFolder() {
      return floor.makeRoom().work;
    },
    async removeFolder(folder, quiet) {
      floor.removeRoom(folder, quiet);
    },
    reopenFolder(folder) {
      floor.reopenRoom(folder);
    },
    // A file system of its own, of which nobody else uses anything.
    spaceOf: (folder) => ({ ...leftIn(folder), isScant: () => false }),
    launch: (request) =>
      startIn(request, {
        rung,
        hostName,
        owner,
        floor,
        etc,
        filterFile,
        group: arenaGroup(),
        knows,
      }),
    async clear() {
      for (let round = 0; ; round++) {
        const leftovers = [...leftoverProcesses(), ...leftoverSockets()];
        if (leftovers.length === 0 || round === 40) return leftovers;
        await pause(5);
      }
    },
    // The arena's first process ends with us, and everything else with it.
    atExit() {},
  };
}

/** The control group that the launcher made for this arena. */
function arenaGroup(): ControlGroup | 'none' {
  const [version, path] = (process.env.NETGRADE_CGROUP ?? '').split(/:(.*)/);
  return path ? { version: version === '1' ? 1 : 2, path } : 'none';
}
