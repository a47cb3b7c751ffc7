import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseRung, probeLadder } from '../arena/ladder.js';
import { readSubmission } from '../program/submission.js';
import { ArenaPool } from './arena-pool.js';
import { SUBMISSION_WITHIN_MS } from './bounds.js';
import { AgentDied, Deaths } from './deaths.js';
import type { Unit } from './grade-unit.js';
import { inWords } from './test/probe-grader.js';

/** Checks in which the agent itself meets what nobody expected, as the submission's one file tells it. */
const MODULE = (marks: string) => `
import { existsSync, writeFileSync } from 'node:fs';
import { checks, defineAssignment } from 'netgrade';

const breakDown = {
  throw: () => setImmediate(() => { throw new TypeError('nobody expected this'); }),
  reject: () => void Promise.reject(new TypeError('nobody expected this')),
  hang: () => { for (;;); },
  abort: () => process.kill(process.pid, 'SIGKILL'),
};
const run = (name) => async ({ submission, note }) => {
  const orders = Object.fromEntries(submission.files[0].text.trim().split('\\n').map((line) => line.split(' ')));
  const [kind, times] = (orders[name] ?? '').split('/');
  const mark = (time) => ${JSON.stringify(marks)} + '/' + submission.name + name + time;
  for (let time = 0; time < Number(times ?? 0); time++) {
    if (existsSync(mark(time))) continue;
    writeFileSync(mark(time), '');
    breakDown[kind]();
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  return 'ran';
};
const check = (name, more = {}) => ({ title: name, points: 25, rule: 'r', run: run(name), ...more });
export default defineAssignment({
  title: 'Probe',
  lecture: 'None',
  transport: 'udp',
  roles: { server: checks({ one: check('one'), two: check('two'), three: check('three', { needs: 'two' }), four: check('four') }) },
});
`;

let folder: string;
let pool: ArenaPool;
beforeAll(async () => {
  const { rung } = chooseRung('auto', await probeLadder());
  folder = await mkdtemp(join(tmpdir(), 'netgrade-deaths-'));
  await writeFile(join(folder, 'assignment.ts'), MODULE(folder));
  pool = new ArenaPool({ rung, size: 1, silentForMs: 5_000 });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

let submissions = 0;

/** `orders`: which check breaks the agent, how, and how often. */
async function verdicts(orders: string): Promise<string[]> {
  const file = join(folder, `${submissions++}.py`);
  await writeFile(file, orders);
  const submission = await readSubmission(file);
  const unit: Unit = { submission, seed: 'x', strict: false, options: {}, withinMs: SUBMISSION_WITHIN_MS };
  const told: string[] = [];
  const { checks } = await pool.run(
    unit,
    { id: 'probe', folder, module: join(folder, 'assignment.ts') },
    { onCheck: ({ id }) => told.push(id) },
  );
  expect(new Set(told)).toEqual(new Set(checks.map(({ id }) => id)));
  return checks.map((check) => inWords(check));
}

const RAN = 'pass ran';
const UNJUDGED = /^error The grader itself broke down in this check, and again .*: a person has to look at it\. /;

describe('when the agent breaks down over a submission', () => {
  test.each(['throw', 'reject', 'abort'])(
    'once (%s), the submission is graded anew and nothing is lost',
    async (kind) => {
      expect(await verdicts(`two ${kind}/1`)).toEqual([RAN, RAN, RAN, RAN]);
    },
  );

  test('by being busy without an end, it is graded anew, and what it meets again is left to a person', async () => {
    const [one, two, three, four] = await verdicts('one hang/1\ntwo hang/99');
    expect([one, four]).toEqual([RAN, RAN]);
    expect(two).toMatch(UNJUDGED);
    expect(three).toBe('error Not run: "two" could not be judged.');
  });

  test('at different checks, it is graded anew each time', async () => {
    expect(await verdicts('one throw/1\nfour abort/1')).toEqual([RAN, RAN, RAN, RAN]);
  });

  test.each(['throw', 'abort'])('in the same check again (%s), that check alone is left to a person', async (kind) => {
    const [one, two, three, four] = await verdicts(`two ${kind}/99`);
    expect([one, four]).toEqual([RAN, RAN]);
    expect(two).toMatch(UNJUDGED);
    expect(three).toBe('error Not run: "two" could not be judged.');
  });

  test('in every check, no check escapes being named and no other submission notices', async () => {
    const all = await verdicts(['one', 'two', 'four'].map((name) => `${name} throw/99`).join('\n'));
    for (const at of [0, 1, 3]) expect(all[at]).toMatch(UNJUDGED);
    expect(await verdicts('')).toEqual([RAN, RAN, RAN, RAN]);
  });
});

describe('what is made of deaths', () => {
  const during = { role: 'server', id: 'one' } as const;

  test('before the first check one is forgiven', () => {
    const deaths = new Deaths({ withinMs: 1_000 });
    expect([1, 2].map(() => deaths.mayGoOnAfter(new AgentDied('x', undefined)))).toEqual([true, false]);
  });

  test('no submission is graded anew past twice its time', () => {
    const deaths = new Deaths({ withinMs: -1 });
    expect(deaths.mayGoOnAfter(new AgentDied('x', during))).toBe(false);
  });
});
