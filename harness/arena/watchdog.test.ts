import { describe, expect, it } from 'vitest';
import { type ProcessRow, processTable, treeOf } from './process-table.js';
import { ProcessorUse, shareOfOthers } from './processor-use.js';
import { breachOf } from './watchdog.js';
import { DEFAULT_LIMITS } from './world.js';

const MiB = 1024 * 1024;
const process1 = (differs: Partial<ProcessRow>): ProcessRow => ({
  pid: 100,
  parent: 1,
  group: 100,
  cpuMs: 0,
  ownCpuMs: 0,
  threads: 1,
  residentBytes: 10 * MiB,
  virtualBytes: 1024 * MiB,
  running: false,
  zombie: false,
  ...differs,
});

describe('the watchdog', () => {
  it('lets a tree within its limits be', () => {
    expect(breachOf([process1({}), process1({ pid: 101 })], DEFAULT_LIMITS, 0)).toBeUndefined();
  });

  it('adds up what the kernel counts for each process alone', () => {
    const sixty = Array.from({ length: 60 }, (_, index) => process1({ pid: 100 + index, residentBytes: 10 * MiB }));
    const exact = { pagesOf: (_: number, resident: number) => resident, tablesOf: () => 0, filesOf: () => 5 };
    expect(breachOf(sixty, DEFAULT_LIMITS, 0, exact)).toBe('memory');
    expect(breachOf(sixty, { ...DEFAULT_LIMITS, memoryBytes: 1024 * MiB }, 12_000, exact)).toBe('cpu');
    expect(breachOf(sixty, { ...DEFAULT_LIMITS, memoryBytes: 1024 * MiB, processes: 59 }, 0, exact)).toBe('processes');
  });

  it('does not blame forks for the pages that they share', () => {
    const forks = Array.from({ length: 60 }, (_, index) => process1({ pid: 100 + index, residentBytes: 100 * MiB }));
    expect(
      breachOf(forks, DEFAULT_LIMITS, 0, { pagesOf: () => 2 * MiB, tablesOf: () => 0, filesOf: () => 5 }),
    ).toBeUndefined();
  });

  it('counts the tables of pages, but not what is mapped and has none', () => {
    const mapped = [process1({ virtualBytes: 1024 * 1024 * MiB })];
    const having = (tables: number) => ({
      pagesOf: (_: number, resident: number) => resident,
      tablesOf: () => tables,
      filesOf: () => 5,
    });
    expect(breachOf(mapped, DEFAULT_LIMITS, 0, having(400 * MiB))).toBeUndefined();
    expect(breachOf(mapped, DEFAULT_LIMITS, 0, having(503 * MiB))).toBe('memory');
  });

  it('counts threads, of which one process can have too many', () => {
    expect(breachOf([process1({ threads: 65 })], DEFAULT_LIMITS, 0)).toBe('processes');
  });
});

describe('the use of the processors', () => {
  const used = (pid: number, ownCpuMs: number, cpuMs = ownCpuMs) => process1({ pid, ownCpuMs, cpuMs });

  it('keeps what was seen of processes that nobody waited for', () => {
    const use = new ProcessorUse();
    expect(use.after([used(1, 10), used(2, 30)])).toBe(40);
    expect(use.after([used(1, 20), used(3, 50)])).toBe(100);
    // The number of one that has ended, given to another.
    expect(use.after([used(1, 20), used(3, 10)])).toBe(110);
  });

  it('counts once what a parent was told of its child', () => {
    const use = new ProcessorUse();
    expect(use.after([used(1, 0), used(2, 300)])).toBe(300);
    expect(use.after([used(1, 0, 350)])).toBe(350);
  });

  it.each([
    ['alone on the machine', 1, 2, 0],
    ['of a crowd of its own', 20, 21, 0],
    ['beside one other', 1, 3, 1],
    ['of a crowd of its own, beside one other', 20, 22, 1 / 20],
    ['that waits, beside three others', 0, 4, 1],
  ])('of a program %s', (_, own, running, share) => {
    const rows = Array.from({ length: own }, () => process1({ running: true }));
    expect(shareOfOthers(rows, running)).toBe(share);
    expect(shareOfOthers([process1({ threads: 30 })], running, () => own)).toBe(share);
  });

  it('is not taken for the use of two processes where one look missed one', () => {
    const use = new ProcessorUse();
    expect(use.after([used(1, 10), used(2, 30)])).toBe(40);
    expect(use.after([used(1, 10)])).toBe(40);
    expect(use.after([used(1, 10), used(2, 35)])).toBe(45);
  });
});

describe('the process table', () => {
  it('shows ourselves with our parent, threads and memory', () => {
    const own = processTable().get(process.pid);
    expect(own).toMatchObject({ parent: process.ppid, zombie: false });
    expect(own?.threads).toBeGreaterThan(1);
    expect((own?.residentBytes ?? 0) / process.memoryUsage.rss()).toBeCloseTo(1, 0);
  });

  it('walks a tree outermost first, without zombies, and comes to an end in a loop', () => {
    const rows = [
      process1({ pid: 1, parent: 3 }),
      process1({ pid: 2, parent: 1 }),
      process1({ pid: 3, parent: 2 }),
      process1({ pid: 4, parent: 2, zombie: true }),
    ];
    const table = new Map(rows.map((row) => [row.pid, row]));
    expect(treeOf([1], table).map((row) => row.pid)).toEqual([1, 2, 3]);
    expect(treeOf([9], table)).toEqual([]);
  });
});
