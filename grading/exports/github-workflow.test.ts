import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../harness/package-root.js';
import { full, hostile, mixed } from '../explain/test/results.js';
import { toolVersion } from '../tool-name.js';
import { actionYml } from './action-yml.js';
import { exportGithub, workflowYml } from './github-workflow.js';
import { exportGitlab, gitlabCi } from './gitlab-ci.js';
import { fakeNpm } from './test/fake-npm.js';
import { runAction } from './test/run-action.js';
import { writeTree } from './test/stand-in-package.js';

const assignment = { id: 'udp-calculator', title: 'UDP calculator: "one" & two', roles: ['server', 'client'] };
let folder: string;
let fake: { bin: string; log: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-github-'));
  fake = await fakeNpm(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let runs = 0;
async function grade(orders: { results: unknown[]; code: number }, inputs: Record<string, string> = {}) {
  runs += 1;
  const workspace = join(folder, `checkout ${runs}`);
  await writeTree(workspace, { 'stand-in.json': JSON.stringify(orders) });
  const temp = join(folder, `temp-${runs}`);
  const env = { PATH: `${fake.bin}:${process.env.PATH}` };
  return {
    temp,
    workspace,
    run: await runAction(actionYml(toolVersion), {
      temp,
      workspace,
      env,
      inputs: { assignment: 'udp-calculator', ...inputs },
    }),
  };
}

describe('the action', () => {
  it('is the action.yml of this repository', async () => {
    await expect(actionYml(toolVersion)).toMatchFileSnapshot(join(packageRoot, 'action.yml'));
  });

  it('installs outside the checkout, grades, annotates, sums up and sets outputs', async () => {
    const { run, temp } = await grade({ results: [mixed], code: 1 });
    expect(run.code).toBe(1);
    expect(run.outputs.grade).toMatchObject({
      score: '50',
      'max-score': '100',
      state: 'graded',
      result: join(temp, 'netgrade-report/result.json'),
    });
    expect(run.log.match(/^::error title=/gm)).toHaveLength(3);
    expect(run.summary).toContain('## UDP calculator: 50 of 100');
    for (const file of ['result.json', 'report.txt', 'junit.xml'])
      expect(existsSync(join(temp, 'netgrade-report', file))).toBe(true);
    expect(await readFile(fake.log, 'utf8')).toContain(
      `npm install --prefix . --no-audit --no-fund netgrade@${toolVersion} in ${join(temp, 'netgrade')}`,
    );
    expect(run.environment).toBe('');
  });

  it('fences what programs print off from the runner', async () => {
    const { run } = await grade({ results: [hostile], code: 1 });
    const [, token, fenced, rest] = run.log.match(/^::stop-commands::(\S+)\n([\s\S]*?)^::\1::$([\s\S]*)/m)!;
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(fenced).toContain('::error::a program printed this');
    expect(rest).not.toMatch(/^\s*::(?!error title=|warning title=|notice title=)/m);
  });

  it.each([
    ['passes with full marks', full, 0, {}, 0],
    ['fails when points are lost', mixed, 1, {}, 1],
    ['passes all the same where that is wanted', mixed, 1, { fail: 'false' }, 0],
    ['fails when the score is provisional', mixed, 2, { fail: 'false' }, 2],
  ])('%s', async (_, result, code, inputs, expected) => {
    expect((await grade({ results: [result], code }, inputs)).run.code).toBe(expected);
  });

  it('says so where nothing could be graded', async () => {
    const { run } = await grade({ results: [], code: 2 }, { fail: 'false' });
    expect(run.code).toBe(2);
    expect(run.log).toContain('::error title=netgrade::Nothing could be graded');
  });

  it('leaves results for the GitHub Classroom reporter on request', async () => {
    const { run } = await grade({ results: [mixed], code: 1 }, { classroom: 'true', fail: 'false' });
    expect(run.environment).toContain('NETGRADE_RUNNERS=check1,check2,check3,check4,check5,check6\n');
    expect(run.environment).toMatch(/^CHECK1_RESULTS=\S+$/m);
  });
});

describe('the workflow', () => {
  it('uses the copy of the action that is written beside it', async () => {
    const out = join(folder, 'repository');
    const written = await exportGithub(assignment, out);
    expect(written).toEqual(['.github/workflows/netgrade.yml', '.github/actions/netgrade/action.yml']);
    const workflow = parse(await readFile(join(out, written[0]!), 'utf8'));
    const step = workflow.jobs.grade.steps.at(-1);
    expect(existsSync(join(out, step.uses, 'action.yml'))).toBe(true);
    expect(workflow.jobs.grade.name).toBe(assignment.title);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('takes an own assignment along, without its solutions', async () => {
    const own = join(folder, 'own/udp-calculator');
    await writeTree(own, { 'assignment.ts': 'export default 1;', 'submissions/right/server.py': 'solution' });
    const out = join(folder, 'repository-own');
    await exportGithub({ ...assignment, ownFolder: own }, out);
    expect(existsSync(join(out, '.github/netgrade/udp-calculator/assignment.ts'))).toBe(true);
    expect(existsSync(join(out, '.github/netgrade/udp-calculator/submissions'))).toBe(false);
  });

  it.each([
    ['plain', {}],
    ['classroom', { classroom: true, uses: 'owner/netgrade@v1' }],
  ])('is as agreed: %s', async (name, options) => {
    await expect(workflowYml(assignment, options)).toMatchFileSnapshot(`golden/workflow/${name}.yml`);
  });
});

describe('the pipeline for GitLab', () => {
  it('is as agreed, and is YAML that GitLab can read', async () => {
    const pipeline = parse(gitlabCi(assignment));
    expect(pipeline.netgrade.artifacts.reports.junit).toBe('netgrade.xml');
    for (const line of [...pipeline.netgrade.before_script, ...pipeline.netgrade.script])
      expect(typeof line).toBe('string');
    await expect(gitlabCi(assignment)).toMatchFileSnapshot('golden/workflow/gitlab-ci.yml');
    expect(await exportGitlab(assignment, join(folder, 'gitlab'))).toEqual(['.gitlab-ci.yml']);
  });
});
