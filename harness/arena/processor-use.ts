import { runningThreadsOf } from './live-thread.js';
import { procRecord } from './proc-file.js';
import type { ProcessRow } from './process-table.js';

/**
 * The processor time of one program as it is seen from look to look. The kernel hands the time of a child on to a parent that waits for it,
 * and forgets it where the parent said that it never will (SIGCHLD ignored); what was seen of such a child while it lived is kept here.
 */
export class ProcessorUse {
  /** What was last seen of each process number; kept, for one look may miss a process that the next one shows. */
  readonly #seen = new Map<number, number>();
  #allMs = 0;

  /** What all its processes have used, in milliseconds; never more than they did. */
  after(tree: ProcessRow[]): number {
    for (const { pid, ownCpuMs } of tree) {
      const before = this.#seen.get(pid) ?? 0;
      // A number that counts from the beginning again is another process's.
      this.#allMs += ownCpuMs < before ? ownCpuMs : ownCpuMs - before;
      this.#seen.set(pid, ownCpuMs);
    }
    return Math.max(
      this.#allMs,
      tree.reduce((total, row) => total + row.cpuMs, 0),
    );
  }
}

/**
 * Of what a program could not have of the processors now, the share that goes to others on the machine and not to more threads of the
 * same submission. `own` are all its processes.
 */
export function shareOfOthers(
  own: Pick<ProcessRow, 'pid' | 'threads' | 'running'>[],
  runningHere = runningOnMachine(),
  threadsOf = runningThreadsOf,
): number {
  if (runningHere === undefined) return 1;
  const running = own.reduce((sum, row) => sum + (row.threads > 1 ? threadsOf(row.pid) : Number(row.running)), 0);
  // Whoever looks is running too.
  const others = Math.max(0, runningHere - running - 1);
  return others === 0 ? 0 : others / (others + Math.max(0, running - 1));
}

/** How many threads have a processor or wait for one (proc_loadavg(5)); undefined where the system does not say. */
function runningOnMachine(): number | undefined {
  const found = / (\d+)\/\d+ /.exec(procRecord('/proc/loadavg') ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}
