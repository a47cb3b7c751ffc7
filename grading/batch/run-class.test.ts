import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Result } from '../result/result.js';
import type { Class } from './intake/class.js';
import { readClass } from './intake/read-class.js';
import { lockOutDir } from './out-dir-lock.js';
import { type GradeClassOptions, gradeClass, type Progress } from './run-class.js';
import { temporaryFolder, writeTree } from './test/class-folder.js';
import { checkOf, resultOf } from './test/results.js';

const good = async ({ name }: { name: string }): Promise<Result> =>
  resultOf(name, [checkOf({ id: 'a' }), checkOf({ id: 'b' })]);

interface Setting {
  root: string;
  outDir: string;
  read(): Promise<Class>;
  run(more?: Partial<GradeClassOptions>): ReturnType<typeof gradeClass>;
}

async function setting(students: string[]): Promise<Setting> {
  const root = await writeTree(
    Object.fromEntries(students.map((name) => [`${name}/server.py`, `# ${name}\nname = "${name}"`])),
  );
  const outDir = join(await temporaryFolder(), 'out');
  const read = (): Promise<Class> => readClass(root, { workFolder: join(outDir, 'work') });
  return {
    root,
    outDir,
    read,
    run: async (more = {}) =>
      gradeClass({
        class: await read(),
        outDir,
        assignment: { id: 'udp-hello', hash: 'h1', maxScore: 100 },
        jobs: 2,
        grade: good,
        ...more,
      }),
  };
}

/** Counts how often each name is graded. */
function counting(grade: GradeClassOptions['grade'] = good): { grade: GradeClassOptions['grade']; names: string[] } {
  const names: string[] = [];
  return {
    names,
    grade: (unit, signal) => {
      names.push(unit.name);
      return grade(unit, signal);
    },
  };
}

describe('what a submission is asked', () => {
  async function seeds(setting: Setting, more: Partial<GradeClassOptions> = {}): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    const grade: GradeClassOptions['grade'] = (unit) => {
      found[unit.name] = unit.seed;
      return good(unit);
    };
    await setting.run({ grade, ...more });
    return found;
  }

  test('is the same when the same class is graded again, and something else in another class', async () => {
    const before = await seeds(await setting(['ali', 'ben']));
    expect(await seeds(await setting(['ali', 'ben']), { jobs: 1 })).toEqual(before);
    const other = await seeds(await setting(['ali', 'cem']));
    expect(other.ali).not.toBe(before.ali);
    expect(before.ali).not.toBe(before.ben);
  });

  test('stays what it was when somebody hands in late', async () => {
    const grown = await setting(['ali', 'ben']);
    const before = await seeds(grown);
    await writeTree({ 'cem/server.py': 'late = True' }, grown.root);
    const after = await seeds(grown, { regrade: true });
    expect(after).toMatchObject(before);
    expect(Object.keys(after)).toHaveLength(3);
  });
});

describe('what is graded again', () => {
  test('nothing, when nothing changed', async () => {
    const { run } = await setting(['ali', 'ben']);
    await run();
    const { names, grade } = counting();
    expect(await run({ grade })).toMatchObject({ reused: 2, stopped: false });
    expect(names).toEqual([]);
  });

  test('the submission that changed, whether in a file or in a name', async () => {
    const { root, run } = await setting(['ali', 'ben', 'cem']);
    await run();
    await writeFile(join(root, 'ali', 'server.py'), 'print(2)');
    await writeFile(join(root, 'ben', 'extra.py'), '');
    const { names, grade } = counting();
    await run({ grade });
    expect(names.sort()).toEqual(['ali', 'ben']);
  });

  test('the submission whose line endings or rights were put right: with the wrong ones a script does not run', async () => {
    const { root, run } = await setting(['ali', 'ben', 'cem']);
    const script = '#!/bin/sh\nexec ./server\n';
    await writeFile(join(root, 'ali', 'server.sh'), script.replaceAll('\n', '\r\n'));
    await writeFile(join(root, 'ben', 'server'), script, { mode: 0o600 });
    await run();
    await writeFile(join(root, 'ali', 'server.sh'), script);
    await chmod(join(root, 'ben', 'server'), 0o700);
    const { names, grade } = counting();
    await run({ grade });
    expect(names.sort()).toEqual(['ali', 'ben']);
  });

  test('what was graded without a network of its own, once there are arenas', async () => {
    const { run } = await setting(['ali', 'ben']);
    await run();
    const inArena: GradeClassOptions['grade'] = async (unit) => ({ ...(await good(unit)), isolation: 'full' });
    const first = counting(inArena);
    await run({ grade: first.grade, inArenas: true });
    expect(first.names.sort()).toEqual(['ali', 'ben']);
    for (const inArenas of [true, false]) {
      const again = counting(inArena);
      await run({ grade: again.grade, inArenas });
      expect(again.names).toEqual([]);
    }
  });

  test('all, when the assignment changed, with regrade, and when started over', async () => {
    const { run } = await setting(['ali', 'ben']);
    await run();
    for (const more of [
      { assignment: { id: 'udp-hello', hash: 'h2', maxScore: 100 } },
      { regrade: true },
      { resume: false },
    ]) {
      const { names, grade } = counting();
      await run({ grade, ...more });
      expect({ more, names: names.sort() }).toEqual({ more, names: ['ali', 'ben'] });
    }
  });

  test('a stopped regrading goes on where it was: the results before it count no more', async () => {
    const { run } = await setting(['ali', 'ben', 'cem']);
    await run();
    const stop = new AbortController();
    const stopping = counting(async (unit) => {
      stop.abort();
      return good(unit);
    });
    const stopped = await run({ regrade: true, jobs: 1, stop: stop.signal, grade: stopping.grade });
    expect(stopped.stopped).toBe(true);
    expect(stopped.rows.map(({ state }) => state)).toEqual(['graded', 'not-graded', 'not-graded']);
    const rest = counting();
    await run({ grade: rest.grade });
    expect(rest.names).toEqual(['ben', 'cem']);
  });

  test("another assignment's results are not mixed in", async () => {
    const { run } = await setting(['ali']);
    await run();
    await expect(run({ assignment: { id: 'tcp-time', hash: 'h', maxScore: 100 } })).rejects.toThrow(
      /results of udp-hello/,
    );
  });
});

describe("the grader's own failures", () => {
  test('are tried once more after everything else, then marked, and never cost points', async () => {
    const { run } = await setting(['ali', 'ben', 'cem', 'dora']);
    let benFailed = false;
    const { names, grade } = counting(async (unit) => {
      if (unit.name === 'ali') throw new Error('the arena died');
      if (unit.name === 'ben' && !benFailed) {
        benFailed = true;
        return resultOf('ben', [checkOf({ id: 'a', state: 'error', explanation: 'no port' }), checkOf({ id: 'b' })]);
      }
      return good(unit);
    });
    const { rows } = await run({ grade, jobs: 1 });
    expect(names).toEqual(['ali', 'ben', 'cem', 'dora', 'ali', 'ben']);
    expect(rows.map(({ name, state, score }) => [name, state, score])).toEqual([
      ['ali', 'regrade', undefined],
      ['ben', 'graded', 100],
      ['cem', 'graded', 100],
      ['dora', 'graded', 100],
    ]);
    expect(rows[0]?.why).toContain('the arena died');
  });

  test('says what failed, not where in the grader', async () => {
    const { run } = await setting(['ali']);
    const explanation = 'Error: no more processes\n    at start (file:///grader/start.js:1:1)';
    const { rows } = await run({
      grade: async ({ name }) => resultOf(name, [checkOf({ id: 'a', state: 'error', explanation })]),
    });
    expect(rows[0]?.why).toMatch(/could not be judged: Error: no more processes$/);
  });

  test('a grader that never answers is left behind at the deadline', async () => {
    const { run } = await setting(['ali', 'ben']);
    const grade: GradeClassOptions['grade'] = (unit, signal) =>
      unit.name === 'ali'
        ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
        : good(unit);
    const { rows } = await run({ grade, deadlineMs: 50 });
    expect(rows.map(({ state }) => state)).toEqual(['regrade', 'graded']);
    expect(rows[0]?.why).toContain('not done after');
  });

  test('a result too large to be written is marked, and the others of the class have theirs', async () => {
    const { run } = await setting(['ali', 'ben', 'cem']);
    const report = async (result: Result): Promise<void> => {
      if (result.submission.name === 'ben') throw new RangeError('Invalid string length');
    };
    const { rows } = await run({ report });
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['ali', 'graded'],
      ['ben', 'regrade'],
      ['cem', 'graded'],
    ]);
    expect(rows[1]?.why).toContain('Invalid string length');
  });

  test('what could not be opened is for a person to decide, and is not graded as empty', async () => {
    const { root, run } = await setting(['ali']);
    await writeTree({ 'ben/work.rar': Buffer.from('526172211a0700cf', 'hex') }, root);
    const { names, grade } = counting();
    const { rows } = await run({ grade });
    expect(names).toEqual(['ali']);
    expect(rows[1]).toMatchObject({ state: 'regrade', why: expect.stringContaining('RAR') });
  });
});

describe('a run under pressure', () => {
  test('a full disk ends it in one sentence, and what was saved counts in the next run', async () => {
    const { outDir, run } = await setting(['ali', 'ben', 'cem']);
    const report = async (result: Result): Promise<void> => {
      if (result.submission.name === 'ben') await writeFile('/dev/full', 'x');
    };
    await expect(run({ report, jobs: 1 })).rejects.toThrow(/disk is full\. 1 of 3 results are saved/);
    expect(await readdir(join(outDir, 'results'))).toEqual(['ali.json']);
    const { names, grade } = counting();
    await run({ grade });
    expect(names).toEqual(['ben', 'cem']);
  });

  test('dropping what is running saves nothing of it', async () => {
    const { run } = await setting(['ali', 'ben']);
    const abort = new AbortController();
    const grade: GradeClassOptions['grade'] = async (unit) => {
      abort.abort();
      await setTimeout(20);
      return good(unit);
    };
    const { rows } = await run({ grade, abort: abort.signal, jobs: 1 });
    expect(rows.map(({ state }) => state)).toEqual(['not-graded', 'not-graded']);
  });

  test('no more than the asked number run at once, and progress ends complete', async () => {
    const { run } = await setting(['ali', 'ben', 'cem', 'dora', 'eve', 'fay']);
    const seen: Progress[] = [];
    const grade: GradeClassOptions['grade'] = async (unit) => {
      await setTimeout(10);
      return good(unit);
    };
    await run({ grade, jobs: 3, onProgress: (progress) => seen.push(progress) });
    expect(Math.max(...seen.map(({ running }) => running))).toBe(3);
    expect(seen.at(-1)).toEqual({ total: 6, done: 6, reused: 0, running: 0, regrade: 0 });
  });

  test('each student has a folder with what the reporter writes', async () => {
    const { outDir, run } = await setting(['ali']);
    await run({ report: (result, folder) => writeFile(join(folder, 'report.txt'), String(result.score)) });
    expect(await readFile(join(outDir, 'students', 'ali', 'report.txt'), 'utf8')).toBe('100');
  });

  test('two runs cannot use one folder; a dead one does not hold it', async () => {
    const folder = await temporaryFolder();
    const unlock = await lockOutDir(folder);
    await expect(lockOutDir(folder)).rejects.toThrow(/Another run/);
    await unlock();
    await writeFile(join(folder, '.lock.1'), '999999999 1');
    await (await lockOutDir(folder))();
  });
});
