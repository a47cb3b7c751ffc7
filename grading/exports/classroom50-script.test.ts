import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mixed, provisional } from '../explain/test/results.js';
import { exportClassroom50 } from './classroom50-script.js';
import { exportPrairielearn, prairielearnFiles } from './prairielearn-question.js';
import { fakeNpm } from './test/fake-npm.js';
import { writeTree } from './test/stand-in-package.js';

const assignment = { id: 'udp-calculator', title: 'UDP calculator', roles: ['server', 'client'] };
let folder: string;
let fake: { bin: string; log: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-classroom50-'));
  fake = await fakeNpm(folder);
  await exportClassroom50(assignment, join(folder, 'bundle'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What Classroom 50's runner does: runs the entry script in the student's checkout with these variables. */
async function run(
  name: string,
  orders: { results: unknown[]; code: number },
  before?: (checkout: string) => Promise<void>,
) {
  const checkout = join(folder, name);
  await writeTree(checkout, { 'stand-in.json': JSON.stringify(orders) });
  await before?.(checkout);
  const ran = await execa('python3', [join(folder, 'bundle/autograder.py')], {
    cwd: checkout,
    reject: false,
    env: {
      PATH: `${fake.bin}:${process.env.PATH}`,
      CLASSROOM: 'net-26',
      ASSIGNMENT: 'calculator',
      OWNER: 'sara',
      SUBMISSION_TAG: 'submit/1',
      COMMIT_URL: 'c',
      RELEASE_URL: 'r',
    },
  });
  return { ran, checkout };
}

describe("Classroom 50's entry script", () => {
  it('leaves result.json and release-body.md in the checkout', async () => {
    const { ran, checkout } = await run('graded', { results: [mixed], code: 1 });
    expect(ran.exitCode, ran.stderr).toBe(0);
    const result = JSON.parse(await readFile(join(checkout, 'result.json'), 'utf8'));
    expect(result).toMatchObject({
      classroom: 'net-26',
      assignment: 'calculator',
      owner: 'sara',
      score: 50,
      'max-score': 100,
    });
    expect(await readFile(join(checkout, 'release-body.md'), 'utf8')).toContain('50 of 100');
  });

  it('installs outside the checkout', async () => {
    const { checkout } = await run('elsewhere', { results: [mixed], code: 1 });
    expect(await readFile(fake.log, 'utf8')).not.toContain(`in ${checkout}`);
    expect(existsSync(join(checkout, 'node_modules'))).toBe(false);
  });

  it('records nothing where the grader failed, not even what the student left there', async () => {
    const { ran, checkout } = await run('broken', { results: [provisional], code: 2 }, (at) =>
      writeTree(at, { 'result.json': '{"score": 100}' }),
    );
    expect(ran.exitCode).toBe(2);
    expect(existsSync(join(checkout, 'result.json'))).toBe(false);
  });

  it('does not write through a link that the student left', async () => {
    await writeTree(folder, { 'precious.txt': 'precious' });
    await run('linked', { results: [mixed], code: 1 }, (at) =>
      symlink(join(folder, 'precious.txt'), join(at, 'result.json')),
    );
    expect(await readFile(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
  });

  it('fences what programs print off from the runner', async () => {
    const { ran } = await run('fenced', { results: [mixed], code: 1 });
    expect(ran.stdout).toMatch(
      /^::stop-commands::([0-9a-f]{32})\n[\s\S]*::error::a program printed this[\s\S]*\n::\1::$/,
    );
  });
});

describe('the PrairieLearn question', () => {
  it.each(['info.json', 'question.html', 'tests/grade.sh', 'Dockerfile'])('is as agreed: %s', async (name) => {
    const files = prairielearnFiles(assignment, { uuid: '00000000-0000-4000-8000-000000000000' });
    await expect(files[name]).toMatchFileSnapshot(`golden/prairielearn-question/${name}`);
  });

  it('grades what PrairieLearn puts into /grade/student', async () => {
    const root = join(folder, 'grade');
    await exportPrairielearn(assignment, root);
    await writeTree(join(folder, 'bin'), {
      netgrade: `#!/bin/sh\nexec node ${join(folder, 'package/dist/grading/cli/main.js')} "$@"\n`,
    });
    await execa('chmod', ['+x', join(folder, 'bin/netgrade')]);
    const env = { NETGRADE_ROOT: root, PATH: `${fake.bin}:${process.env.PATH}` };
    const results = async (orders: unknown) => {
      await writeTree(join(root, 'student'), { 'stand-in.json': JSON.stringify(orders) });
      await rm(join(root, 'results'), { recursive: true, force: true });
      await execa(join(root, 'tests/grade.sh'), { env });
      return JSON.parse(await readFile(join(root, 'results/results.json'), 'utf8'));
    };
    expect(await results({ results: [mixed], code: 1 })).toMatchObject({ gradable: true, score: 0.5 });
    expect(await results({ results: [provisional], code: 2 })).toMatchObject({ gradable: false });
    expect(await results({ results: [], code: 2 })).toMatchObject({ gradable: false });
  });
});
