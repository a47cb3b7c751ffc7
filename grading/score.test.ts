import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Assignment, type Check, checks } from '../harness/assignment/assignment.js';
import type { CheckOutcome, Role, Verdict } from '../harness/run/verdict.js';
import { pointsOf, scoreOf } from './score.js';

const check = (points: number, kind: Check['kind'] = 'core'): Check => ({
  title: 't',
  points,
  kind,
  rule: 'r',
  run: async () => undefined,
});
const assignment: Assignment = {
  title: 'T',
  lecture: 'L',
  transport: 'udp',
  roles: {
    server: checks({ adds: check(50), stays: check(10, 'robust') }),
    client: checks({ adds: check(40), shines: check(15, 'bonus') }),
  },
};

const VERDICTS: Record<Verdict['state'], Verdict> = {
  pass: { state: 'pass' },
  fail: { state: 'fail', cause: { code: 'mismatch', summary: 'It differs.' } },
  skip: { state: 'skip', because: 'Not run.' },
  error: { state: 'error', message: 'No compiler.' },
};
const IDS: [Role, string][] = [
  ['server', 'adds'],
  ['server', 'stays'],
  ['client', 'adds'],
  ['client', 'shines'],
];
const outcomes = (...states: Verdict['state'][]): CheckOutcome[] =>
  states.map((state, at) => ({
    role: IDS[at]![0],
    id: IDS[at]![1],
    verdict: VERDICTS[state],
    durationMs: 1,
    transcript: [],
  }));

test.each<[Verdict['state'][], number, 'graded' | 'provisional', string]>([
  [['pass', 'pass', 'pass', 'pass'], 100, 'graded', 'a bonus never lifts a score above the maximum'],
  [['pass', 'pass', 'pass', 'fail'], 100, 'graded', 'a failed bonus costs nothing'],
  [['fail', 'pass', 'pass', 'pass'], 65, 'graded', 'a bonus makes up for what was lost'],
  [['pass', 'fail', 'pass', 'pass'], 100, 'graded', 'and never for more than that'],
  [['fail', 'fail', 'fail', 'fail'], 0, 'graded', 'nothing gives nothing'],
  [['pass', 'skip', 'skip', 'skip'], 50, 'graded', 'what could not be run brings no points'],
  [['error', 'pass', 'pass', 'fail'], 100, 'provisional', "the grader's own failure costs nothing"],
  [['fail', 'error', 'pass', 'fail'], 50, 'provisional', 'and leaves what was lost elsewhere lost'],
  [['fail', 'pass', 'pass', 'error'], 50, 'provisional', 'a bonus that could not be judged is not given'],
])('%j gives %i (%s): %s', (states, score, state) => {
  expect(scoreOf(assignment, outcomes(...states))).toEqual({ score, maxScore: 100, state });
});

test('the maximum counts what was run', () => {
  expect(scoreOf(assignment, outcomes('pass', 'pass'))).toEqual({ score: 60, maxScore: 60, state: 'graded' });
  expect(scoreOf(assignment, [])).toEqual({ score: 0, maxScore: 0, state: 'graded' });
});

test('a score lies between nothing and the maximum, and no verdict but a failure or a skip makes it less', () => {
  const states = fc.array(fc.constantFrom<Verdict['state'][]>('pass', 'fail', 'skip', 'error'), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(states, fc.nat(3), (given, at) => {
      const { score, maxScore, state } = scoreOf(assignment, outcomes(...given));
      expect(score >= 0 && score <= maxScore && maxScore === 100).toBe(true);
      expect(state === 'provisional').toBe(given.includes('error'));
      expect(scoreOf(assignment, outcomes(...given.with(at, 'pass'))).score).toBeGreaterThanOrEqual(score);
    }),
  );
});

test('a check is worth what its own role says; an unknown one nothing', () => {
  expect(pointsOf(assignment, { role: 'server', id: 'adds' })).toEqual({ points: 50, bonus: false });
  expect(pointsOf(assignment, { role: 'client', id: 'shines' })).toEqual({ points: 15, bonus: true });
  expect(pointsOf(assignment, { role: 'script', id: 'adds' })).toEqual({ points: 0, bonus: false });
});
