import { openFilesOf } from './open-files.js';
import { type ProcessRow, processTable, proportionalBytes, tableBytes, treeOf } from './process-table.js';
import { ProcessorUse, shareOfOthers } from './processor-use.js';
import type { Breach, Limits } from './world.js';

/** A running program, as the watchdog sees it. */
interface Watched {
  /** The processes from which its tree is walked. */
  roots(): number[];
  limits: Limits;
  /** Called at each look, with the processor time of its tree. */
  onLook?(cpuMs: number): void;
  /** Called once, with the first limit that its tree as a whole went over. */
  onBreach(breach: Breach): void;
}

/**
 * Watches what the kernel's own limits cannot count: the memory, processor time and processes of a whole tree, and all sockets.
 * One pass over the process table serves every program of the arena.
 */
export class Watchdog {
  readonly #watched = new Map<Watched, ProcessorUse>();
  /** For how long others on the machine wanted the processors while programs ran here, in milliseconds. */
  othersMs = 0;
  #lookedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `sockets` counts those of the arena; where its network is shared with the machine, nobody can be blamed for them. */
  constructor(
    private readonly everyMs: number,
    private readonly sockets: () => number = () => 0,
  ) {}

  watch(program: Watched): () => void {
    this.#watched.set(program, new ProcessorUse());
    if (!this.#timer) {
      this.#lookedAt = performance.now();
      this.#timer = setInterval(() => this.look(), this.everyMs).unref();
    }
    return () => {
      this.#watched.delete(program);
      if (this.#watched.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /** Looks now. */
  look(): void {
    const table = tableOrNone();
    if (!table) return;
    const sockets = this.sockets();
    const all: ProcessRow[] = [];
    for (const [program, use] of [...this.#watched]) {
      const tree = treeOf(program.roots(), table);
      all.push(...tree);
      const cpuMs = use.after(tree);
      program.onLook?.(cpuMs);
      const breach = sockets > program.limits.sockets ? 'sockets' : breachOf(tree, program.limits, cpuMs);
      if (!breach) continue;
      this.#watched.delete(program);
      program.onBreach(breach);
    }
    const now = performance.now();
    this.othersMs += (now - this.#lookedAt) * shareOfOthers(all);
    this.#lookedAt = now;
  }
}

/** Undefined where the system has no descriptor or memory left to tell: whoever took them is seen at the next look. */
function tableOrNone(): ReturnType<typeof processTable> | undefined {
  try {
    return processTable();
  } catch {
    return undefined;
  }
}

/** How a process is looked at closely. */
interface Closely {
  pagesOf(pid: number, residentBytes: number): number;
  tablesOf(pid: number): number;
  filesOf(pid: number): number;
}

/** The first limit that the tree is over, having used so much of the processors. */
export function breachOf(
  tree: ProcessRow[],
  limits: Limits,
  cpuMs: number,
  closely: Closely = { pagesOf: proportionalBytes, tablesOf: tableBytes, filesOf: openFilesOf },
): Breach | undefined {
  if (holdsMoreThan(limits.memoryBytes, tree, closely)) return 'memory';
  if (cpuMs > limits.cpuSeconds * 1000) return 'cpu';
  if (sumOf(tree, (row) => row.threads) > limits.processes) return 'processes';
  // Few processes cannot have so many.
  if (tree.length * limits.openFiles <= limits.allOpenFiles) return undefined;
  return sumOf(tree, (row) => closely.filesOf(row.pid)) > limits.allOpenFiles ? 'all-open-files' : undefined;
}

/** Each look is dearer than the one before it, and only taken where that leaves a doubt. */
function holdsMoreThan(bytes: number, tree: ProcessRow[], { pagesOf, tablesOf }: Closely): boolean {
  // What is mapped can have no more in tables than its own size, and counts shared pages as often as they are mapped.
  const resident = sumOf(tree, (row) => row.residentBytes);
  if (resident + sumOf(tree, (row) => row.virtualBytes) <= bytes) return false;
  const tables = sumOf(tree, (row) => tablesOf(row.pid));
  if (resident + tables <= bytes) return false;
  return sumOf(tree, (row) => pagesOf(row.pid, row.residentBytes)) + tables > bytes;
}

function sumOf(tree: ProcessRow[], of: (row: ProcessRow) => number): number {
  return tree.reduce((total, row) => total + of(row), 0);
}
