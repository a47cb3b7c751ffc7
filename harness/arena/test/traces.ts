import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes of this machine that are in the network namespace of another. */
export function processesInNetworkOf(pid: number): () => number[] {
  const networkOf = (id: number | string) => {
    try {
      return readlinkSync(`/proc/${id}/ns/net`);
    } catch {
      return undefined; // It has ended, or is somebody else's.
    }
  };
  const network = networkOf(pid);
  return () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && network !== undefined && networkOf(name) === network)
      .map(Number);
}

/** The processes of this machine whose command has `words` in it. */
export function processesThatSay(words: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return pid !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(words);
      } catch {
        return false;
      }
    });
}

/** The mounts of an arena's, as far as they can be seen on the machine; there must be none. */
export function mountsSeen(): string[] {
  return readFileSync('/proc/self/mountinfo', 'latin1')
    .split('\n')
    .filter((line) => / - tmpfs netgrade /.test(line));
}
