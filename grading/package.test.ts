import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../harness/package-root.js';

/** What each folder of the package is for, as patterns of the paths in it. Whatever else is packed is too much. */
const NEEDED = [
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|(grading|assignments)\/README\.md)$/,
  /^dist\/(grading|harness)\/.+\.(m?js|d\.ts|json|css|txt)$/,
  /^dist\/assignments\/[^/]+\/[^/]+\.(js|d\.ts)$/,
  /^assignments\/[^/]+\/(brief\.md|starter\/.+|submissions\/.+)$/,
  /^reference\/[^/]+\/[^/]+\.ts$/,
];
const NEVER = /\.test\.|(^|\/)(test|golden|bench|node_modules|__pycache__|\.[^/]+)\/|\.(map|tgz|log|pyc)$/;

describe('the package', () => {
  let folder: string;
  let tarball: string;
  let files: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netgrade-package-'));
    // Without scripts: what is packed is what was built for this test run.
    const { stdout } = await npm(packageRoot, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    tarball = join(folder, packed.filename);
    files = packed.files.map(({ path }) => path);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('holds what is needed and nothing else', () => {
    expect(files.filter((path) => !NEEDED.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(files.filter((path) => NEVER.test(path))).toEqual([]);
    expect(files).toContain('dist/grading/cli/main.js');
    expect(files).toContain('dist/grading/result/result-v1.schema.json');
    expect(files).toContain('LICENSE');
  });

  test('has every assignment with its page, its declaration and its starters', async () => {
    const entries = await readdir(join(packageRoot, 'assignments'), { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      expect(files).toContain(`assignments/${name}/brief.md`);
      expect(files).toContain(`dist/assignments/${name}/assignment.js`);
      expect(files.some((path) => path.startsWith(`assignments/${name}/starter/python/`))).toBe(true);
      expect(files.some((path) => path.startsWith(`reference/${name}/`))).toBe(true);
    }
  });

  test('is well-formed for every tool that reads its manifest', async () => {
    const { messages, pkg } = await publint({
      strict: true,
      pack: { tarball: new Uint8Array(await readFile(tarball)).buffer as ArrayBuffer },
    });
    expect(messages.map((message) => formatMessage(message, pkg!))).toEqual([]);
  });

  describe('installed into an empty folder', () => {
    let course: string;
    let netgrade: string;

    beforeAll(async () => {
      course = join(folder, 'course');
      await mkdir(course);
      await writeFile(join(course, 'package.json'), '{ "name": "course", "private": true, "type": "module" }\n');
      await npm(course, 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball);
      netgrade = join(course, 'node_modules', '.bin', 'netgrade');
    }, 180_000);

    test('grades', async () => {
      const submission = join(packageRoot, 'assignments', 'udp-hello', 'submissions', 'lecture');
      const { stdout, exitCode } = await execa(netgrade, ['check', 'udp-hello', submission, '--json'], {
        cwd: course,
        reject: false,
      });
      expect(JSON.parse(stdout)).toMatchObject({ score: 100, maxScore: 100, state: 'graded' });
      expect(exitCode).toBe(0);
    });

    test('is a library that grades', async () => {
      const submission = join(packageRoot, 'assignments', 'udp-hello', 'submissions', 'echo-server');
      const script = `
        import { grade } from 'netgrade';
        import schema from 'netgrade/result-v1.schema.json' with { type: 'json' };
        const seen = [];
        const { score, checks } = await grade({ assignment: 'udp-hello', submission: process.argv[2], onCheck: (partial) => seen.push(partial) });
        console.log(JSON.stringify({ score, lost: checks.filter(({ state }) => state === 'fail').map(({ id }) => id), seen: seen.length, title: schema.title ?? schema.$id }));`;
      await writeFile(join(course, 'grade.js'), script);
      const { stdout } = await execa(process.execPath, ['--no-warnings', 'grade.js', submission], { cwd: course });
      expect(JSON.parse(stdout)).toMatchObject({ score: 95, lost: ['greets-in-its-own-words'] });
      expect(JSON.parse(stdout).seen).toBeGreaterThan(5);
    });

    test('has types that find mistakes in an assignment', async () => {
      await execa(netgrade, ['new', 'udp-shout', '--dir', 'mine'], { cwd: course });
      const file = join(course, 'mine', 'udp-shout', 'assignment.ts');
      expect(await typeErrors(course, file)).toEqual([]);
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace("needs: 'replies-to-the-asker'", "needs: 'replies-to-nobody'"));
      expect(await typeErrors(course, file)).toEqual([expect.stringContaining('"replies-to-nobody"')]);
    });
  });
});

function npm(cwd: string, ...args: string[]) {
  // npm tells its children how it was itself called; that is not meant for another package.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache)/i.test(name)));
  return execa('npm', args, { cwd, env, extendEnv: false, stdin: 'ignore' });
}

/** What the TypeScript compiler, as strict as it can be, says of a file in a folder. */
async function typeErrors(folder: string, file: string): Promise<string[]> {
  const tsc = join(packageRoot, 'node_modules', '.bin', 'tsc');
  const settings = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck'];
  const types = ['--typeRoots', join(packageRoot, 'node_modules', '@types'), '--types', 'node'];
  const { stdout } = await execa(tsc, [...settings, ...types, file], { cwd: folder, reject: false });
  return stdout.split('\n').filter((line) => line.includes('error TS'));
}
