import { procRecord } from './proc-file.js';
import type { ProcessRow } from './process-table.js';

/**
 * The processor time of one program as it is seen from look to look. The kernel hands the time of a child on to a parent that waits for it,
 * and forgets it where the parent said that it never will (SIGCHLD ignored); what was seen of such a child while it lived is kept here.
 */
export class ProcessorUse {
  readonly #alive = new Map<number, number>();
  #endedMs = 0;

  /** What all its processes have used, in milliseconds; never more than they did. */
  after(tree: ProcessRow[]): number {
    const now = new Map(tree.map((row) => [row.pid, row.ownCpuMs]));
    for (const [pid, before] of this.#alive) {
      const ms = now.get(pid);
      // A number that counts from the beginning again is another process's.
      if (ms === undefined || ms < before) this.#endedMs += before;
    }
    this.#alive.clear();
    for (const [pid, ms] of now) this.#alive.set(pid, ms);
    const seenMs = tree.reduce((total, row) => total + row.ownCpuMs, this.#endedMs);
    return Math.max(
      seenMs,
      tree.reduce((total, row) => total + row.cpuMs, 0),
    );
  }
}

/**
 * Of what a program could not have of the processors now, the share that goes to others on the machine and not to more processes of the
 * same submission. `running` of all processes are its own.
 */
export function shareOfOthers(own: number, runningHere = runningOnMachine()): number {
  if (runningHere === undefined) return 1;
  // Whoever looks is running too.
  const others = Math.max(0, runningHere - own - 1);
  return others === 0 ? 0 : others / (others + Math.max(0, own - 1));
}

/** How many threads have a processor or wait for one (proc_loadavg(5)); undefined where the system does not say. */
function runningOnMachine(): number | undefined {
  const found = / (\d+)\/\d+ /.exec(procRecord('/proc/loadavg') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
