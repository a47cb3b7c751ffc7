import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditedCheck, type Fared, type Problem, problemsOf, problemWords } from './problems.js';

const checks: AuditedCheck[] = [
  { check: 'server/adds', kind: 'core' },
  { check: 'server/survives', kind: 'robust' },
  { check: 'client/prints', kind: 'core' },
  { check: 'client/shines', kind: 'bonus' },
];
const program = (of: Partial<Fared>): Fared => ({
  name: 'p',
  expected: 'wrong',
  about: 'It is wrong.',
  role: 'both',
  score: 50,
  maxScore: 100,
  failed: [],
  skipped: [],
  errors: [],
  ...of,
});
/** Catches everything but the bonus, so that no check is weak. */
const killer = program({ name: 'killer', failed: ['server/adds', 'server/survives', 'client/prints'] });
const problems = (...programs: Fared[]): Problem[] => problemsOf(checks, [killer, ...programs]);

describe('problemsOf', () => {
  test('an assignment whose programs fare as they should has none; a bonus need not catch anybody', () => {
    expect(problems(program({ expected: 'reference' }), program({ expected: 'right' }))).toEqual([]);
  });

  test.each<[string, Partial<Fared>, Problem[]]>([
    [
      'a right program fails',
      { expected: 'right', failed: ['server/adds'] },
      [{ kind: 'unfair', program: 'p', checks: ['server/adds'] }],
    ],
    [
      'a right program is skipped',
      { expected: 'right', skipped: ['server/adds'] },
      [{ kind: 'unfair', program: 'p', checks: ['server/adds'] }],
    ],
    [
      'the reference fails',
      { expected: 'reference', failed: ['client/prints'] },
      [{ kind: 'unfair', program: 'p', checks: ['client/prints'] }],
    ],
    [
      'a loss of a right program is written down',
      { expected: 'right', skipped: ['server/adds'], loses: ['server/adds'] },
      [],
    ],
    [
      'a right program no longer loses what is written down',
      { expected: 'right', loses: ['server/adds'] },
      [{ kind: 'changed', program: 'p', more: [], fewer: ['server/adds'] }],
    ],
    ['a wrong program fails nothing', {}, [{ kind: 'harmless', program: 'p' }]],
    ['a wrong program is only skipped', { skipped: ['server/adds'] }, [{ kind: 'harmless', program: 'p' }]],
    ['a wrong program fails what is written down', { failed: ['server/adds'], loses: ['server/adds'] }, []],
    [
      'a wrong program fails something else',
      { failed: ['server/adds'], loses: ['server/survives'] },
      [{ kind: 'changed', program: 'p', more: ['server/adds'], fewer: ['server/survives'] }],
    ],
    [
      'the mistake is in the server, but the client fails',
      { role: 'server', failed: ['server/adds', 'client/prints'] },
      [{ kind: 'other-role', program: 'p', role: 'server', checks: ['client/prints'] }],
    ],
    ['the same, written down', { role: 'server', failed: ['client/prints'], loses: ['client/prints'] }, []],
    [
      'what could not be judged says nothing else',
      { failed: [], errors: [{ check: 'server/adds', because: 'no compiler' }] },
      [{ kind: 'not-judged', program: 'p', check: 'server/adds', because: 'no compiler' }],
    ],
    [
      'a check that does not exist is written down',
      { failed: ['server/adds'], loses: ['server/adds', 'server/gone'] },
      [
        { kind: 'unknown-check', program: 'p', check: 'server/gone' },
        { kind: 'changed', program: 'p', more: [], fewer: ['server/gone'] },
      ],
    ],
    ['a right program misses a bonus', { expected: 'right', failed: ['client/shines'] }, []],
    ['a wrong program misses only a bonus', { failed: ['client/shines'] }, [{ kind: 'harmless', program: 'p' }]],
  ])('%s', (_, of, expected) => {
    expect(problems(program(of))).toEqual(expected);
  });

  test('a check that no wrong program fails is weak, whatever right ones do', () => {
    const right = program({ expected: 'right', failed: ['server/adds'], loses: ['server/adds'] });
    const found = problemsOf(checks, [program({ failed: ['server/survives', 'client/prints'] }), right]);
    expect(found).toEqual([{ kind: 'weak', check: 'server/adds' }]);
  });

  test('a folder that nobody names is a problem', () => {
    expect(problemsOf([], [], ['stray'])).toEqual([{ kind: 'unlisted', program: 'stray' }]);
  });

  test('what was seen, written down, is never a change, in whatever order', () => {
    const ids = checks.filter(({ kind }) => kind !== 'bonus').map(({ check }) => check);
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), (failed) => {
        const seen = program({ failed, loses: [...failed].reverse() });
        expect(problems(seen)).toEqual([]);
      }),
    );
  });

  test('every problem is one sentence that names what it is about', () => {
    expect(problems(program({ failed: ['server/adds'], loses: ['server/survives'] })).map(problemWords)).toEqual([
      'Scoring changed: "p" fails server/adds, which index.yml does not say, and no longer fails server/survives. Where that is meant, run the audit with --update.',
    ]);
  });
});
