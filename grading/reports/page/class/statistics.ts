import type { PackedClass, PackedRow } from '../../class-data.js';

/** The class in a few numbers. Who handed nothing in, or is to be graded again, is counted, but is in none of the others. */
interface Summary {
  handedIn: number;
  /** Those with a score that counts. */
  settled: number;
  missing: number;
  provisional: number;
  full: number;
  /** Shares of full marks, in per cent. */
  median: number;
  mean: number;
}

export function summaryOf(rows: readonly PackedRow[]): Summary {
  const count = (state: PackedRow['state']) => rows.filter((row) => row.state === state).length;
  const shares = rows
    .filter(isSettled)
    .map(shareOf)
    .sort((a, b) => a - b);
  const middle = (shares.length - 1) / 2;
  return {
    handedIn: rows.length - count('m'),
    settled: shares.length,
    missing: count('m'),
    provisional: count('p'),
    full: shares.filter((share) => share >= 100).length,
    median: shares.length === 0 ? 0 : (shares[Math.floor(middle)]! + shares[Math.ceil(middle)]!) / 2,
    mean: shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length),
  };
}

/** Whether a row has a score that counts: neither missing nor to be graded again. */
export function isSettled(row: PackedRow): boolean {
  return row.state === 'g';
}

/** A score as a share of full marks, in per cent. */
export function shareOf(row: PackedRow): number {
  return (row.score / row.max) * 100;
}

/** One bar of the distribution: shares from `from` up to but not including `to`; full marks have a bar of their own. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

const BIN = 5;

/** The distribution of settled scores in steps of 5 %, with full marks apart. */
export function binsOf(rows: readonly PackedRow[]): Bin[] {
  const bins = Array.from({ length: 100 / BIN + 1 }, (_, i): Bin => ({ from: i * BIN, to: (i + 1) * BIN, count: 0 }));
  for (const row of rows.filter(isSettled)) bins[Math.min(bins.length - 1, Math.floor(shareOf(row) / BIN))]!.count++;
  return bins;
}

/** How the class fared at one check, as numbers of students. */
export interface CheckCounts {
  check: number;
  pass: number;
  fail: number;
  skip: number;
  error: number;
  /** Share of those graded who passed, in per cent. */
  passRate: number;
}

export function checkCountsOf(data: PackedClass): CheckCounts[] {
  return data.checks.map((_, check) => {
    const count = (letter: string) => data.rows.reduce((sum, row) => sum + (row.states[check] === letter ? 1 : 0), 0);
    const [pass, fail, skip, error] = [count('p'), count('f'), count('s'), count('e')];
    return { check, pass, fail, skip, error, passRate: (pass / Math.max(1, pass + fail + skip)) * 100 };
  });
}

/** A cause at a check that more than one student share. */
export interface SharedCause {
  check: number;
  cause: number;
  count: number;
}

/** The causes that several share, the most frequent first. */
export function sharedCausesOf(data: PackedClass): SharedCause[] {
  const counts = new Map<string, SharedCause>();
  for (const row of data.rows) {
    for (const [check, cause] of row.why) {
      const key = `${check} ${cause}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { check, cause, count: 1 });
      else known.count++;
    }
  }
  return [...counts.values()]
    .filter((shared) => shared.count > 1)
    .sort((a, b) => b.count - a.count || a.check - b.check);
}

/** A share in words: a share that is not quite nothing or everything is not said to be. */
export function percentText(percent: number): string {
  if (percent > 0 && percent < 1) return '<1 %';
  if (percent > 99 && percent < 100) return '>99 %';
  return `${Math.round(percent)} %`;
}
