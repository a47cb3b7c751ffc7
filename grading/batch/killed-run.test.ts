import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from './test/class-folder.js';

const STUDENTS = 60;
// Inside the project, so that the bundle finds the libraries.
const bundleFolder = resolve(import.meta.dirname, '../../node_modules/.netgrade-test', String(process.pid));
const program = join(bundleFolder, 'fake-run.mjs');

beforeAll(async () => {
  await mkdir(bundleFolder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'test/fake-run.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
  });
});
afterAll(() => rm(bundleFolder, { recursive: true, force: true }));

async function classOf(students: number): Promise<string> {
  const tree: Tree = {};
  for (let number = 0; number < students; number += 1) {
    const letter = String.fromCodePoint(97 + (number % 26));
    const kind = number === 7 ? 'broken' : number % 10 === 3 ? 'flaky' : 'fine';
    tree[`student${number}x.zip`] = await zipOf({ 'server.py': `${letter} = "${kind} ${number}"\n` });
  }
  return writeTree(tree);
}

class FakeRun {
  readonly #child: ChildProcess;
  readonly exit: Promise<{ code: number | null; signal: string | null }>;
  constructor(
    classPath: string,
    outDir: string,
    log: string,
    { jobs = 4, pauseMs = 15, stdin = 'ignore' }: { jobs?: number; pauseMs?: number; stdin?: 'ignore' | number } = {},
  ) {
    this.#child = spawn(process.execPath, [program, classPath, outDir, log, String(jobs), String(pauseMs)], {
      stdio: [stdin, 'ignore', 'pipe'],
    });
    this.exit = once(this.#child, 'exit').then(([code, signal]) => ({ code, signal }));
  }
  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

async function logged(log: string): Promise<string[]> {
  return existsSync(log) ? (await readFile(log, 'utf8')).trim().split('\n') : [];
}

async function resultsIn(outDir: string): Promise<number> {
  const names = await readdir(join(outDir, 'results')).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).length;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2000 && !(await holds()); tries += 1) await setTimeout(5);
}

describe('a run that is killed', () => {
  test('goes on where it was and ends with the byte-identical gradebook', { timeout: 60_000 }, async () => {
    const classPath = await classOf(STUDENTS);
    const folder = await temporaryFolder();
    const undisturbed = join(folder, 'undisturbed');
    expect(await new FakeRun(classPath, undisturbed, join(folder, 'log'), { jobs: 7 }).exit).toMatchObject({ code: 2 });

    const outDir = join(folder, 'killed');
    const log = join(folder, 'log-killed');
    const saved: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const run = new FakeRun(classPath, outDir, log);
      // Two die while the class is read, the others some results further on, at any point of saving the next.
      if (round < 2) await setTimeout(Math.random() * 400);
      else await until(async () => (await resultsIn(outDir)) > (saved.at(-1) ?? 0) + Math.random() * 8 || run.ended);
      await setTimeout(Math.random() * 20);
      run.kill('SIGKILL');
      if ((await run.exit).signal !== 'SIGKILL') break;
      saved.push(await resultsIn(outDir));
    }
    // It was killed in the middle, not only before or after everything.
    expect(saved.filter((results) => results > 0 && results < STUDENTS)).not.toEqual([]);
    expect(await new FakeRun(classPath, outDir, log).exit).toMatchObject({ code: 2 });

    const bytes = (run: string): Promise<Buffer> => readFile(join(run, 'gradebook.csv'));
    expect((await bytes(outDir)).equals(await bytes(undisturbed))).toBe(true);
    expect((await bytes(outDir)).toString().match(/regrade/g)).toHaveLength(1);
    expect(await readdir(join(outDir, 'results'))).toEqual(await readdir(join(undisturbed, 'results')));
  });

  test('a run with nothing to do grades only what is marked for regrading', async () => {
    const classPath = await classOf(12);
    const folder = await temporaryFolder();
    const log = join(folder, 'log');
    await new FakeRun(classPath, join(folder, 'out'), log).exit;
    const before = (await logged(log)).length;
    const gradebook = await readFile(join(folder, 'out', 'gradebook.csv'));
    await new FakeRun(classPath, join(folder, 'out'), log).exit;
    expect((await logged(log)).slice(before)).toEqual(['student7x', 'student7x']);
    expect((await readFile(join(folder, 'out', 'gradebook.csv'))).equals(gradebook)).toBe(true);
  });

  test.each([
    ['Ctrl-C', ['SIGINT']],
    ['a terminal that is closed, told by shell and kernel,', ['SIGHUP', 'SIGHUP']],
  ] as [string, NodeJS.Signals[]][])(
    '%s lets it finish what is running and write the gradebook so far; the next run does the rest',
    async (_, signals) => {
      const classPath = await classOf(20);
      const folder = await temporaryFolder();
      const [outDir, log] = [join(folder, 'out'), join(folder, 'log')];
      const run = new FakeRun(classPath, outDir, log, { jobs: 2, pauseMs: 100 });
      await until(async () => (await logged(log)).length >= 3);
      for (const signal of signals) run.kill(signal);
      expect(await run.exit).toEqual({ code: 2, signal: null });
      const begun = (await logged(log)).length;
      const soFar = await readFile(join(outDir, 'gradebook.csv'), 'utf8');
      expect(soFar.match(/not graded yet/g)?.length).toBeGreaterThanOrEqual(20 - begun);
      expect(begun).toBeLessThan(20);
      await new FakeRun(classPath, outDir, log).exit;
      expect(await readFile(join(outDir, 'gradebook.csv'), 'utf8')).not.toContain('not graded yet');
    },
  );

  // Only Linux tells how a file was opened.
  test.skipIf(process.platform !== 'linux')('started with nohup it outlives its terminal', async () => {
    const classPath = await classOf(8);
    const folder = await temporaryFolder();
    const [outDir, log] = [join(folder, 'out'), join(folder, 'log')];
    // What nohup does where there is a terminal.
    const run = new FakeRun(classPath, outDir, log, { jobs: 2, pauseMs: 100, stdin: openSync('/dev/null', 'w') });
    await until(async () => (await logged(log)).length >= 2);
    run.kill('SIGHUP');
    await run.exit;
    expect(await readFile(join(outDir, 'gradebook.csv'), 'utf8')).not.toContain('not graded yet');
  });

  test('a half-written result is no result', async () => {
    const classPath = await classOf(3);
    const folder = await temporaryFolder();
    const [outDir, log] = [join(folder, 'out'), join(folder, 'log')];
    await new FakeRun(classPath, outDir, log).exit;
    const gradebook = await readFile(join(outDir, 'gradebook.csv'), 'utf8');
    await writeFile(join(outDir, 'results', 'student1x.json'), '{"schema":"netgrade/cl');
    await writeFile(join(outDir, 'results', 'student1x.json.part'), 'x');
    await new FakeRun(classPath, outDir, log).exit;
    expect((await logged(log)).at(-1)).toBe('student1x');
    expect(await readFile(join(outDir, 'gradebook.csv'), 'utf8')).toBe(gradebook);
    expect(await readdir(join(outDir, 'results'))).toHaveLength(3);
  });
});
