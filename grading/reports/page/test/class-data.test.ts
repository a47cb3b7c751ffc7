import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedClass } from '../../class-data.js';
import { classChecksOf, classRowOf } from '../../class-page.js';
import { selected } from '../class/selection.js';
import { separationOf } from '../class/separation.js';
import { binsOf, checkCountsOf, percentText, sharedCausesOf, summaryOf } from '../class/statistics.js';
import { sampleClass } from './sample-class.js';
import { calculator, udpHello } from './sample-results.js';

const data = packedClass(sampleClass(300));

test('a row is made of a result, with each check’s state, points and cause', () => {
  const row = classRowOf(calculator, { page: 'students/4.html' });
  expect(row).toMatchObject({ score: 20, maxScore: 100, state: 'provisional', page: 'students/4.html' });
  expect(row.checks['server/divides']).toEqual({ state: 'fail', points: 0, cause: 'mismatch' });
  expect(row.checks['client/sends-expression']).toEqual({ state: 'error', points: 0 });
  const packed = packedClass({
    ...sampleClass(0),
    checks: classChecksOf(calculator),
    rows: [row, classRowOf(udpHello)],
  });
  expect(packed.rows.map((one) => one.states)).toEqual(['pffef', '-----']);
});

test('every student with a score is in exactly one bin and one group; the counts of a check are all students', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 260 }), (size) => {
      const some = packedClass(sampleClass(size));
      const { handedIn, missing, settled, provisional } = summaryOf(some.rows);
      expect(handedIn + missing).toBe(size);
      expect(settled + provisional).toBe(handedIn);
      expect(binsOf(some.rows).reduce((sum, bin) => sum + bin.count, 0)).toBe(settled);
      for (const count of checkCountsOf(some))
        expect(count.pass + count.fail + count.skip + count.error).toBe(handedIn);
      const first = separationOf(some).filter((cell) => cell.check === 0);
      expect(first.reduce((sum, cell) => sum + cell.students, 0)).toBe(settled);
    }),
    { numRuns: 40 },
  );
});

test('median, mean, plots and score filters leave out who handed nothing in and who is to be regraded', () => {
  const row = { ...data.rows[0]!, max: 50 };
  const rows = [
    { ...row, state: 'g' as const, score: 50 },
    { ...row, state: 'g' as const, score: 25 },
    { ...row, state: 'm' as const, score: 0 },
    { ...row, state: 'p' as const, score: 0 },
    { ...row, state: 'p' as const, score: 50 },
  ];
  expect(summaryOf(rows)).toMatchObject({ median: 75, mean: 75, full: 1, missing: 1, provisional: 2, handedIn: 4 });
  const bins = binsOf(rows);
  expect(bins.filter((bin) => bin.count > 0).map((bin) => [bin.from, bin.count])).toEqual([
    [50, 1],
    [100, 1],
  ]);
  for (const bin of [bins[0]!, bins.at(-1)!]) {
    const found = selected({ ...data, rows }, '', [{ by: 'score', bin }], { column: 'name', ascending: true });
    expect(found).toHaveLength(bin.count);
  }
  expect(summaryOf([])).toMatchObject({ median: 0, mean: 0, handedIn: 0 });
});

test('a shared cause is counted once for each student, the most frequent first', () => {
  const shared = sharedCausesOf(data);
  expect(shared.length).toBeGreaterThan(5);
  expect(shared.map((one) => one.count)).toEqual(shared.map((one) => one.count).sort((a, b) => b - a));
  for (const one of shared) {
    expect(selected(data, '', [{ by: 'cause', shared: one }], { column: 'name', ascending: true })).toHaveLength(
      one.count,
    );
  }
});

test('a search wants every word, in the name or in a cause, in any case', () => {
  const found = selected(data, 'AMIRA no-reply', [], { column: 'score', ascending: false });
  const expected = data.rows.filter(
    (row) => row.name.includes('Amira') && row.why.some(([, cause]) => data.causes[cause] === 'no-reply'),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found)).toEqual(new Set(expected));
});

test.each([
  [0, '0 %'],
  [0.2, '<1 %'],
  [49.5, '50 %'],
  [99.7, '>99 %'],
  [100, '100 %'],
])('%d is said as %s: only all is 100 %%', (percent, text) => {
  expect(percentText(percent)).toBe(text);
});
