import { readdirSync, readFileSync } from 'node:fs';

/** The live processes of a user, by their real or effective id. Linux only; elsewhere there are none to be seen. */
export function processesOfUser(uid: number): number[] {
  return matching((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const ids = /^Uid:\s+(\d+)\s+(\d+)/m.exec(status);
    return !/^State:\s+[ZX]/m.test(status) && (Number(ids?.[1]) === uid || Number(ids?.[2]) === uid);
  });
}

/** The live processes that were started with `assignment` (`NAME=value`) in their environment. Linux only. */
export function processesWithMarker(assignment: string): number[] {
  return matching((pid) => `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${assignment}\0`));
}

function matching(test: (pid: number) => boolean): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        return test(pid);
      } catch {
        return false;
      }
    });
}
