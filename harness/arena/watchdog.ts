import { type ProcessRow, processTable, proportionalBytes, treeOf } from './process-table.js';
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
  readonly #watched = new Set<Watched>();
  #timer: NodeJS.Timeout | undefined;

  /** `sockets` counts those of the arena; where its network is shared with the machine, nobody can be blamed for them. */
  constructor(
    private readonly everyMs: number,
    private readonly sockets: () => number = () => 0,
  ) {}

  watch(program: Watched): () => void {
    this.#watched.add(program);
    this.#timer ??= setInterval(() => this.look(), this.everyMs).unref();
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
    for (const program of [...this.#watched]) {
      const tree = treeOf(program.roots(), table);
      program.onLook?.(tree.reduce((total, row) => total + row.cpuMs, 0));
      const breach = sockets > program.limits.sockets ? 'sockets' : breachOf(tree, program.limits);
      if (!breach) continue;
      this.#watched.delete(program);
      program.onBreach(breach);
    }
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

/** The first limit that the tree is over. Resident memory is cheap and counts shared pages twice, so only an excess is looked at closely. */
export function breachOf(tree: ProcessRow[], limits: Limits, bytesOf = proportionalBytes): Breach | undefined {
  const sum = (of: (row: ProcessRow) => number) => tree.reduce((total, row) => total + of(row), 0);
  if (sum((row) => row.residentBytes) > limits.memoryBytes) {
    if (sum((row) => bytesOf(row.pid, row.residentBytes)) > limits.memoryBytes) return 'memory';
  }
  if (sum((row) => row.cpuMs) > limits.cpuSeconds * 1000) return 'cpu';
  if (sum((row) => row.threads) > limits.processes) return 'processes';
  return undefined;
}
