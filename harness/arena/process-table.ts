import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { livingFolder } from './live-thread.js';
import { procRecord } from './proc-file.js';

/** One live process, as the kernel shows it to us. */
export interface ProcessRow {
  pid: number;
  parent: number;
  group: number;
  /** Processor time of itself and of the children that it has waited for. */
  cpuMs: number;
  /** Of that, its own. */
  ownCpuMs: number;
  threads: number;
  residentBytes: number;
  /** All that it has mapped, whether there is memory behind it or not. */
  virtualBytes: number;
  /** Has a processor, or waits for one. */
  running: boolean;
  /** Ended, and not yet waited for by its parent. */
  zombie: boolean;
}

/** Every process that we can see. Linux reads `/proc`, macOS asks `ps` (no memory, no processor time), Windows sees nothing. */
export function processTable(): Map<number, ProcessRow> {
  if (process.platform === 'linux') return fromProc();
  if (process.platform === 'win32') return new Map();
  return fromPs();
}

/** `roots` and all that descend from them, without zombies, outermost first. */
export function treeOf(roots: number[], table: Map<number, ProcessRow>): ProcessRow[] {
  const childrenOf = new Map<number, ProcessRow[]>();
  for (const row of table.values()) {
    const siblings = childrenOf.get(row.parent);
    if (siblings) siblings.push(row);
    else childrenOf.set(row.parent, [row]);
  }
  const seen = new Set<number>();
  const tree: ProcessRow[] = [];
  const waiting = roots.flatMap((pid) => table.get(pid) ?? []);
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    if (seen.has(row.pid)) continue;
    seen.add(row.pid);
    if (!row.zombie) tree.push(row);
    waiting.push(...(childrenOf.get(row.pid) ?? []));
  }
  return tree;
}

/** The memory that a process can be blamed for: shared pages count in proportion. `fallback` where the kernel does not tell. */
export function proportionalBytes(pid: number, fallback: number): number {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`${livingFolder(pid)}/smaps_rollup`, 'latin1'));
    return found ? Number(found[1]) * 1024 : fallback;
  } catch {
    return fallback;
  }
}

/** The memory that the kernel keeps its tables of pages in: a program can have gigabytes of them, and no page. */
export function tableBytes(pid: number): number {
  const status = procRecord(`${livingFolder(pid)}/status`) ?? '';
  return Number(/^VmPTE:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

const TICK_MS = 10; // USER_HZ is 100 on every Linux that Node runs on.

function fromProc(): Map<number, ProcessRow> {
  const table = new Map<number, ProcessRow>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    // It may have ended between the listing and the reading.
    const row = processRow(pid);
    if (row) table.set(pid, row);
  }
  return table;
}

/** One process; undefined when it is gone. Linux only. */
export function processRow(pid: number): ProcessRow | undefined {
  const stat = procRecord(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  const row = parseStat(pid, stat);
  if (!row.zombie) return row;
  const living = livingFolder(pid);
  const itsStat = living && procRecord(`${living}/stat`);
  if (!itsStat) return row;
  const { residentBytes, virtualBytes } = parseStat(pid, itsStat);
  return { ...row, zombie: false, residentBytes, virtualBytes };
}

/** proc_pid_stat(5). The command's name may hold spaces and parentheses, so the fields are counted from the last `)`. */
function parseStat(pid: number, stat: string): ProcessRow {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 22);
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid,
    parent: field(4),
    group: field(5),
    cpuMs: (field(14) + field(15) + field(16) + field(17)) * TICK_MS,
    ownCpuMs: (field(14) + field(15)) * TICK_MS,
    threads: field(20),
    residentBytes: field(24) * pageBytes(),
    virtualBytes: field(23),
    running: fields[0] === 'R',
    zombie: fields[0] === 'Z' || fields[0] === 'X',
  };
}

let knownPageBytes = 0;

/** The page size, from our auxiliary vector (`AT_PAGESZ`, getauxval(3)): arm64 kernels use 4, 16 or 64 KiB. */
function pageBytes(): number {
  if (knownPageBytes > 0) return knownPageBytes;
  knownPageBytes = 4096;
  const AT_PAGESZ = 6n;
  try {
    const vector = readFileSync('/proc/self/auxv');
    for (let at = 0; at + 16 <= vector.length; at += 16) {
      if (vector.readBigUInt64LE(at) === AT_PAGESZ) knownPageBytes = Number(vector.readBigUInt64LE(at + 8));
    }
  } catch {
    // 4 KiB is right almost everywhere.
  }
  return knownPageBytes;
}

function fromPs(): Map<number, ProcessRow> {
  const table = new Map<number, ProcessRow>();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,state='], { encoding: 'utf8' }).split('\n')) {
    const [pid, parent, group, state] = line.trim().split(/\s+/);
    if (!pid || !parent || !group) continue;
    const row = { pid: Number(pid), parent: Number(parent), group: Number(group) };
    table.set(row.pid, {
      ...row,
      cpuMs: 0,
      ownCpuMs: 0,
      threads: 1,
      residentBytes: 0,
      virtualBytes: 0,
      running: state?.startsWith('R') ?? false,
      zombie: state?.startsWith('Z') ?? false,
    });
  }
  return table;
}
