import { procRecord } from './proc-file.js';
import { processRow, processTable, treeOf } from './process-table.js';

/**
 * The processes under some roots, again and again. The whole table is read only where a process has begun since it was read last: without
 * that a tree can shrink but not grow.
 */
export class ProcessTree {
  #newest = '';
  #pids: number[] = [];

  constructor(private readonly roots: () => number[]) {}

  /** The live ones, outermost first. */
  pids(): number[] {
    // Before the table, so that what begins while it is read is missed by neither.
    const newest = newestProcess();
    if (newest === undefined || newest !== this.#newest)
      this.#pids = treeOf(this.roots(), processTable()).map((row) => row.pid);
    else this.#pids = this.#pids.filter((pid) => processRow(pid)?.zombie === false);
    this.#newest = newest ?? '';
    return [...this.#pids];
  }
}

/** The process or thread that began last in our process namespace (proc_loadavg(5), fifth field); undefined where this system does not say. */
function newestProcess(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const newest = procRecord('/proc/loadavg')?.trim().split(' ')[4];
  // Systems that only play Linux say 0.
  return newest === '0' ? undefined : newest;
}
