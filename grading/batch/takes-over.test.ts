import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../result/result.js';
import type { Class } from './intake/class.js';
import { readClass } from './intake/read-class.js';
import { type ClassRun, type GradeClassOptions, gradeClass } from './run-class.js';
import { temporaryFolder, writeTree } from './test/class-folder.js';
import { checkOf, resultOf } from './test/results.js';

let root: string;
let outDir: string;
/** Who was graded since the run before. */
let graded: string[];
beforeEach(async () => {
  root = await writeTree({ 'ali/server.py': 'a = 1', 'ben/server.py': 'b = 2' });
  outDir = join(await temporaryFolder(), 'out');
  graded = [];
});

const read = (): Promise<Class> => readClass(root, { workFolder: join(outDir, 'submissions') });
const resultFile = (key: string): string => join(outDir, 'results', `${key}.json`);
const reportOf = (key: string): Promise<string> => readFile(join(outDir, 'students', key, 'report.txt'), 'utf8');

async function run(more: Partial<GradeClassOptions> = {}): Promise<ClassRun> {
  graded = [];
  return gradeClass({
    class: more.class ?? (await read()),
    outDir,
    assignment: { id: 'udp-hello', hash: 'h1', maxScore: 100 },
    jobs: 1,
    async grade({ name }): Promise<Result> {
      graded.push(name);
      return {
        ...resultOf(name, [checkOf({ id: 'a' }), checkOf({ id: 'b' })]),
        durationMs: name === 'ali' ? 9000 : 900,
      };
    },
    report: (result, folder) => writeFile(join(folder, 'report.txt'), `${result.submission.name} ${result.score}`),
    ...more,
  });
}

async function edit(key: string, change: (stored: Record<string, unknown>) => void): Promise<void> {
  const stored = JSON.parse(await readFile(resultFile(key), 'utf8'));
  change(stored);
  await writeFile(resultFile(key), JSON.stringify(stored));
}

describe('a saved result', () => {
  test.each<[string, () => Promise<void>]>([
    ['was damaged', () => writeFile(resultFile('ali'), '\0\0\0')],
    ['is empty', () => writeFile(resultFile('ali'), 'null')],
    [
      'has another score by hand',
      () => edit('ali', ({ outcome }) => Object.assign((outcome as { result: Result }).result, { score: 1 })),
    ],
    ['lost its outcome', () => edit('ali', (stored) => void delete stored.outcome)],
    [
      'lost its checks',
      () => edit('ali', ({ outcome }) => void delete (outcome as { result: Partial<Result> }).result.checks),
    ],
    ['is of an older grader', () => edit('ali', (stored) => void delete stored.digest)],
    ["is somebody else's", async () => writeFile(resultFile('ali'), await readFile(resultFile('ben')))],
    [
      'became a link that leads nowhere',
      async () => {
        await rm(resultFile('ali'));
        await symlink('ali.json', resultFile('ali'));
      },
    ],
  ])('that %s is made again, and the others stay', async (_, harm) => {
    const before = await run();
    await harm();
    expect((await run()).rows).toEqual(before.rows);
    expect(graded).toEqual(['ali']);
    await run();
    expect(graded).toEqual([]);
  });

  test('is made again with another deadline only where it took so long that this may matter', async () => {
    await run({ deadlineMs: 10_000 });
    await run({ deadlineMs: 20_000 });
    expect(graded).toEqual(['ali']);
    await run({ deadlineMs: 40_000 });
    expect(graded).toEqual([]);
    await run({ deadlineMs: 5000 });
    expect(graded).toEqual(['ali']);
  });

  test('is made again where what the class is asked is another: the file that says it was damaged, and the class has changed', async () => {
    await run();
    await writeFile(join(outDir, 'run.json'), '{}');
    await run();
    expect(graded).toEqual([]);
    await writeTree({ 'cem/server.py': 'c = 3' }, root);
    await writeFile(join(outDir, 'run.json'), 'null');
    await run();
    expect(graded).toEqual(['ali', 'ben', 'cem']);
  });

  test('is made again with another seed, and that one stays', async () => {
    await run();
    for (const [seed, names] of [
      ['7', ['ali', 'ben']],
      ['7', []],
      [undefined, []],
      ['8', ['ali', 'ben']],
    ] as const) {
      await run(seed === undefined ? {} : { seed });
      expect({ seed, graded }).toEqual({ seed, graded: names });
    }
  });

  test('is taken over under the name that a roster gives now, and so are the pages', async () => {
    await run();
    const members = await read();
    Object.assign(members.students[0]!, { name: 'Veli, Ali' });
    expect((await run({ class: members })).reused).toBe(2);
    expect(graded).toEqual([]);
    expect([await reportOf('ali'), await reportOf('ben')]).toEqual(['Veli, Ali 100', 'ben 100']);
    expect(JSON.parse(await readFile(resultFile('ali'), 'utf8')).outcome.result.submission.name).toBe('Veli, Ali');
  });

  test('brings back pages that were removed', async () => {
    await run();
    await rm(join(outDir, 'students', 'ali'), { recursive: true });
    expect((await run()).reused).toBe(2);
    expect(graded).toEqual([]);
    expect(await reportOf('ali')).toBe('ali 100');
  });
});

describe('what is in the way', () => {
  test('a submission whose files are gone before it is graded is marked, and the others are graded', async () => {
    const members = await read();
    await rm(join(members.students[0]!.folder, 'server.py'));
    const { rows } = await run({ class: members });
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['ali', 'regrade'],
      ['ben', 'graded'],
    ]);
    expect(rows[0]?.why).toBe('Its files cannot be read: there is no such file or folder.');
    await run();
    expect(graded).toEqual(['ali']);
  });

  test('a folder where a result should be is named, and nothing in it is lost', async () => {
    await run();
    await rm(resultFile('ben'));
    await mkdir(resultFile('ben'));
    await writeFile(join(resultFile('ben'), 'notes.txt'), 'mine');
    await writeFile(join(outDir, 'results', 'notes.txt'), 'mine');
    await expect(run()).rejects.toThrow(
      /^".*ben\.json" cannot be written: it is a folder\. 1 of 2 results are saved in ".*"\. Put that right and give the same command again/,
    );
    await rm(resultFile('ben'), { recursive: true });
    await run();
    expect((await readdir(join(outDir, 'results'))).sort()).toEqual(['ali.json', 'ben.json', 'notes.txt']);
  });
});
