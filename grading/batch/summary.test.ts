import { join } from 'node:path';
import { expect, test } from 'vitest';
import { progressDisplay, progressLine } from './progress.js';
import { summary } from './summary.js';
import { checkOf, resultOf } from './test/results.js';
import { half, provisional, rowOf, studentOf } from './test/rows.js';

test('the summary says everything that an instructor must look at', async () => {
  const rows = [
    rowOf({ name: 'Ali Veli' }, undefined, 'same'),
    rowOf({ name: 'Ben Ok' }, half('Ben Ok'), 'same'),
    rowOf({ name: 'Cem Su' }, half('Cem Su'), 'other'),
    rowOf({ name: 'Dora Gül' }, provisional),
    rowOf({ name: 'Eve' }, 'none'),
    rowOf(
      { name: 'Ida' },
      {
        state: 'graded',
        result: resultOf('Ida', [
          checkOf({ id: 'a', state: 'fail', cause: { code: 'no-program', summary: 'No program was found.' } }),
          checkOf({ id: 'b', state: 'skip' }),
        ]),
      },
    ),
  ];
  const versions = [
    { name: 'ali_v2.zip', graded: true },
    { name: 'ali.zip', graded: false },
  ];
  const text = summary(rows, {
    layout: { name: 'folders', why: '' },
    students: [studentOf({ name: 'Ali Veli', versions }), studentOf({ name: 'Ida', files: ['client.txt', 'hw.docx'] })],
    notUnderstood: [{ path: 'fay/work.rar', why: 'it is a RAR archive' }],
    missing: [{ name: 'Gus', id: '7' }],
    unknown: [{ key: 'stranger', name: 'stranger' }],
  });
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'golden/summary.txt'));
});

test('namesakes are told apart', () => {
  const rows = [
    rowOf({ name: 'Ali Veli', key: 'ali-1' }, provisional),
    rowOf({ name: 'Ali Veli', key: 'ali-2' }, provisional),
  ];
  const members = {
    layout: { name: 'folders' as const, why: '' },
    students: [],
    notUnderstood: [],
    missing: [],
    unknown: [],
  };
  expect(summary(rows, members)).toMatch(/Ali Veli \[ali-1\]: .*\n {2}Ali Veli \[ali-2\]: /);
});

test('long lists end, and say how much more there is', () => {
  const rows = Array.from({ length: 50 }, (_, number) => rowOf({ name: `S${number}` }, provisional));
  const none = {
    layout: { name: 'folders' as const, why: '' },
    students: [],
    notUnderstood: [],
    missing: [],
    unknown: [],
  };
  expect(summary(rows, none)).toContain('and 20 more');
  expect(summary(rows, none, Number.POSITIVE_INFINITY)).not.toContain('more');
});

test.each([
  [{ total: 200, done: 0, reused: 0, running: 4, regrade: 0 }, 0, '0 of 200, 4 running'],
  [
    { total: 200, done: 50, reused: 0, running: 4, regrade: 1 },
    60_000,
    '50 of 200, 4 running, 1 to regrade, 50 a minute, 3 min left',
  ],
  [
    { total: 200, done: 150, reused: 149, running: 1, regrade: 0 },
    60_000,
    '150 of 200, 149 kept from before, 1 running, 1.0 a minute, 50 min left',
  ],
  [{ total: 2, done: 2, reused: 0, running: 0, regrade: 0 }, 1_000, '2 of 2, 120 a minute'],
])('progress %j after %i ms', (progress, elapsedMs, line) => {
  expect(progressLine(progress, elapsedMs)).toBe(line);
});

test('without a terminal a line comes now and then, and the last state always', () => {
  const lines: string[] = [];
  let now = 0;
  const stream = { isTTY: false, write: (line: string) => lines.push(line) } as unknown as NodeJS.WriteStream;
  const display = progressDisplay(stream, () => now);
  for (let done = 0; done <= 300; done += 1) {
    now = done * 100;
    display.update({ total: 300, done, reused: 0, running: 0, regrade: 0 });
  }
  display.end();
  expect(lines.map((line) => line.trimEnd().split(',')[0])).toEqual([
    '0 of 300',
    '100 of 300',
    '200 of 300',
    '300 of 300',
  ]);
  expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
});
