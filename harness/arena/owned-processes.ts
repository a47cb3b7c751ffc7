import { readdirSync, readFileSync } from 'node:fs';
import { livingFolder } from './live-thread.js';

/** The live processes of a user, by their real or effective id. Linux only; elsewhere there are none to be seen. */
export function processesOfUser(uid: number): number[] {
  return matching((folder) => {
    const ids = /^Uid:\s+(\d+)\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'latin1'));
    return Number(ids?.[1]) === uid || Number(ids?.[2]) === uid;
  });
}

/** The live processes that were started with `assignment` (`NAME=value`) in their environment. Linux only. */
export function processesWithMarker(assignment: string): number[] {
  return matching((folder) => `\0${readFileSync(`${folder}/environ`, 'latin1')}`.includes(`\0${assignment}\0`));
}

function matching(test: (folder: string) => boolean): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        const folder = livingFolder(pid);
        return folder !== undefined && test(folder);
      } catch {
        return false;
      }
    });
}
