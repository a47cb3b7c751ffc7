import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import { mixed, provisional, underWay } from '../explain/test/results.js';
import { LANGUAGES, runAutograder, setupSh } from './gradescope-scripts.js';
import { exportGradescope } from './gradescope-zip.js';
import { pinnedManifest } from './pinned-package.js';
import { standInPackage, writeTree } from './test/stand-in-package.js';
import { unzip } from './test/unzip.js';

const assignment = { id: 'udp-calculator', title: 'UDP calculator', roles: ['server', 'client'] };
let folder: string;
let names: string[];

/** What Gradescope does: unpacks the zip into source/, runs setup.sh once, copies run_autograder up. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-gradescope-'));
  await standInPackage(join(folder, 'package'));
  await writeTree(join(folder, 'own/udp-calculator'), {
    'assignment.ts': 'export default 1;\n',
    'submissions/right/server.py': 'solution',
  });
  names = await exportGradescope(
    { ...assignment, ownFolder: join(folder, 'own/udp-calculator') },
    join(folder, 'autograder.zip'),
    {
      root: join(folder, 'package'),
      hiddenVisibility: 'hidden',
    },
  );
  await unzip(join(folder, 'autograder.zip'), join(folder, 'autograder/source'));
  await writeTree(join(folder, 'bin'), { 'apt-get': '#!/bin/sh\necho "$@" >> "$APT_LOG"\n' });
  await chmod(join(folder, 'bin/apt-get'), 0o755);
  await execa('bash', [join(folder, 'autograder/source/setup.sh')], { env: setupEnv() });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const setupEnv = () => ({
  NETGRADE_ROOT: join(folder, 'autograder'),
  NETGRADE_BIN: join(folder, 'bin'),
  APT_LOG: join(folder, 'apt.log'),
  PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
});

/** Hands in what makes the stand-in give these results, and runs run_autograder where Gradescope puts it. */
async function submit(
  orders: { results: unknown[]; code: number; hang?: boolean; unfinished?: boolean },
  env: Record<string, string> = {},
) {
  const root = join(folder, 'autograder');
  await writeTree(join(root, 'submission'), { 'stand-in.json': JSON.stringify(orders) });
  const ran = await execa(join(root, 'source/run_autograder'), {
    cwd: '/',
    env: { ...setupEnv(), ...env },
    reject: false,
  });
  const file = join(root, 'results/results.json');
  return { ran, results: existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined };
}

describe('the zip', () => {
  it('has setup.sh and run_autograder at its root, and both can be executed', async () => {
    for (const name of ['setup.sh', 'run_autograder']) {
      expect(names).toContain(name);
      expect((await stat(join(folder, 'autograder/source', name))).mode & 0o111).toBe(0o111);
    }
  });

  it('holds the package and the own assignment, and no solution or test', () => {
    expect(names).toContain('netgrade/dist/grading/cli/main.js');
    expect(names).toContain('netgrade/assignments/udp-calculator/brief.md');
    expect(names).toContain('assignments/udp-calculator/assignment.ts');
    expect(names.filter((name) => /submissions|\.test\./.test(name))).toEqual([]);
  });

  it('is the same again from the same package', async () => {
    const [first, second] = [join(folder, 'a.zip'), join(folder, 'b.zip')];
    for (const file of [first, second]) await exportGradescope(assignment, file, { root: join(folder, 'package') });
    expect((await readFile(first)).equals(await readFile(second))).toBe(true);
  });

  it('asks for a build where there is none', async () => {
    await expect(exportGradescope(assignment, join(folder, 'c.zip'), { root: join(folder, 'own') })).rejects.toThrow(
      /npm run build|package.json/,
    );
  });
});

describe('setup.sh', () => {
  it('installs what netgrade needs of the system', async () => {
    const log = await readFile(join(folder, 'apt.log'), 'utf8');
    expect(log).toMatch(/^update -q\ninstall -y -q --no-install-recommends .*\bpython3\b/);
    expect(setupSh(['java'])).toContain(LANGUAGES.java[0]);
  });

  it('brings its own Node.js where the system has none, and refuses one with a wrong checksum', async () => {
    const dist = join(folder, 'dist');
    const machine = process.arch === 'arm64' ? 'arm64' : 'x64';
    const name = `node-v22.0.0-linux-${machine}`;
    await execa('mkdir', ['-p', join(dist, name, 'bin')]);
    await execa('ln', ['-s', process.execPath, join(dist, name, 'bin/node')]);
    await execa('tar', ['-cJf', `${name}.tar.xz`, name], { cwd: dist });
    const { stdout } = await execa('sha256sum', [`${name}.tar.xz`], { cwd: dist });
    const env = {
      ...setupEnv(),
      NETGRADE_NODE_HOME: join(folder, 'node-home'),
      NETGRADE_NODE_MIRROR: `file://${dist}`,
    };
    await writeTree(dist, { 'SHASUMS256.txt': `${'0'.repeat(64)}  ${name}.tar.xz\n` });
    const refused = await execa('bash', [join(folder, 'autograder/source/setup.sh')], { env, reject: false });
    expect(refused.exitCode).not.toBe(0);
    expect(existsSync(join(folder, 'node-home'))).toBe(false);
    await writeTree(dist, { 'SHASUMS256.txt': `${stdout}\n` });
    await execa('bash', [join(folder, 'autograder/source/setup.sh')], { env });
    expect(await readFile(join(folder, 'autograder/source/node-path'), 'utf8')).toBe(
      join(folder, 'node-home/bin/node'),
    );
  }, 30_000);
});

describe('run_autograder', () => {
  it('grades the submission and writes results.json where Gradescope looks', async () => {
    const { ran, results } = await submit({ results: [underWay, mixed], code: 1 });
    expect(ran.exitCode).toBe(0);
    expect(results.score).toBe(50);
    expect(results.tests.at(-1).visibility).toBe('hidden');
    const called = JSON.parse(await readFile(join(folder, 'autograder/submission/called-with.json'), 'utf8'));
    expect(called).toMatchObject({
      id: 'udp-calculator',
      format: 'gradescope',
      assignments: join(folder, 'autograder/source/assignments'),
    });
  });

  it('shows what is known when time runs out, and says that the grading has not finished', async () => {
    const { ran, results } = await submit(
      { results: [underWay], code: 0, hang: true, unfinished: true },
      { NETGRADE_SECONDS: '2' },
    );
    expect(ran.exitCode).toBe(0);
    expect(results.score).toBe(20);
    expect(results.output).toContain('The grading has not finished');
  });

  it('keeps a whole result that is provisional', async () => {
    const { ran, results } = await submit({ results: [provisional], code: 2 });
    expect(ran.exitCode).toBe(0);
    expect(results.output).toContain('provisional');
  });

  it('leaves no score where nothing could be graded, not even that of the submission before', async () => {
    for (const results of [[], [underWay]]) {
      const given = await submit({ results, code: 2, unfinished: true });
      expect(given.ran.exitCode).toBe(1);
      expect(given.results).toBeUndefined();
    }
  });

  it('shuts the results and the grader off from other users', async () => {
    await submit({ results: [mixed], code: 1 });
    for (const name of ['results', 'source'])
      expect((await stat(join(folder, 'autograder', name))).mode & 0o077).toBe(0);
  });

  it('is made for plain ids only', () => {
    expect(() => runAutograder('x; rm -rf /', { own: false })).toThrow(/lower-case letters/);
  });
});

describe('the manifest in the zip', () => {
  const manifest = pinnedManifest(packageRoot);
  const installed = (name: string) =>
    JSON.parse(readFileSync(join(packageRoot, 'node_modules', name, 'package.json'), 'utf8')).version;

  it('fixes every library to the version that is installed here, and builds nothing', () => {
    expect(manifest.scripts).toBeUndefined();
    expect(manifest.devDependencies).toBeUndefined();
    for (const [name, version] of Object.entries(manifest.dependencies!)) expect(version).toBe(installed(name));
    expect(manifest.overrides).toMatchObject({ '@leichtgewicht/ip-codec': installed('@leichtgewicht/ip-codec') });
    expect(Object.keys(manifest.overrides as object).filter((name) => name in manifest.dependencies!)).toEqual([]);
  });
});
