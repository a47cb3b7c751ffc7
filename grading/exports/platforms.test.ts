import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { hostile, mixed, provisional, underWay } from '../explain/test/results.js';
import type { Result } from '../result/result.js';
import { emit } from './formats.js';

/** What each platform accepts, written from its own documentation or reader; stricter where the reader is lenient. */
const points = z.int().min(0);

const visibility = z.enum(['hidden', 'after_due_date', 'after_published', 'visible']);
const gradescopeSchema = z.strictObject({
  score: z.number(),
  execution_time: z.number(),
  output: z.string(),
  output_format: z.enum(['text', 'html', 'simple_format', 'md', 'ansi']),
  test_output_format: z.enum(['text', 'html', 'simple_format', 'md', 'ansi']),
  test_name_format: z.enum(['text', 'html', 'simple_format', 'md', 'ansi']),
  visibility,
  stdout_visibility: visibility,
  extra_data: z.record(z.string(), z.unknown()),
  tests: z.array(
    z.strictObject({
      score: z.number(),
      max_score: z.number(),
      status: z.enum(['passed', 'failed']),
      name: z.string().min(1),
      number: z.string(),
      output: z.string(),
      tags: z.array(z.string()),
      visibility,
      extra_data: z.record(z.string(), z.unknown()),
    }),
  ),
});

const classroom50Schema = z
  .looseObject({
    schema: z.literal('classroom50/result/v1'),
    classroom: z.literal('net-26'),
    assignment: z.literal('calculator'),
    assignment_type: z.enum(['individual', 'group', 'team']),
    owner: z.literal('sara'),
    submission: z.string().startsWith('submit/'),
    commit: z.string().min(1),
    release: z.string().min(1),
    review: z.string().min(1),
    datetime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    graded_at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    score: points,
    'max-score': points,
    tests: z.array(
      z
        .looseObject({ 'test-name': z.string().min(1), passed: z.boolean(), score: points, 'max-score': points })
        .refine((test) => test.score <= test['max-score']),
    ),
  })
  .refine((result) => result.score <= result['max-score']);

const prairielearnSchema = z.looseObject({
  gradable: z.boolean(),
  score: z.number().min(0).max(1),
  message: z.string(),
  tests: z.array(
    z.looseObject({
      name: z.string(),
      points: z.number(),
      max_points: z.number(),
      message: z.string(),
      output: z.string(),
    }),
  ),
});

const classroomSchema = z.strictObject({
  version: z.literal(1),
  status: z.enum(['pass', 'fail', 'error']),
  max_score: points,
  tests: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['pass', 'fail', 'error']),
      score: points,
      message: z.string(),
      test_code: z.string(),
      filename: z.literal(''),
      line_no: z.literal(0),
      duration: points,
    }),
  ),
});

const env = {
  CLASSROOM: 'net-26',
  ASSIGNMENT: 'calculator',
  OWNER: 'sara',
  SUBMISSION_TAG: 'submit/20260301T100000Z-abc1234',
  COMMIT_URL: 'https://github.example/c/abc1234',
  RELEASE_URL: 'https://github.example/r/1',
};

const bonus: Result = {
  ...mixed,
  checks: [{ ...mixed.checks[0]!, kind: 'bonus', points: 4, maxPoints: 4, title: 'answers over IPv6' }],
};
const all: [string, Result][] = Object.entries({ mixed, hostile, provisional, underWay, bonus });
const read = (name: Parameters<typeof emit>[0], result: Result) =>
  JSON.parse(emit(name, result, { env, audience: 'instructor', unfinished: result === underWay }));

describe('the platforms accept', () => {
  it.each(all)('Gradescope: %s', (_, result) => void gradescopeSchema.parse(read('gradescope', result)));
  it.each(all)('Classroom 50: %s', (_, result) => void classroom50Schema.parse(read('classroom50', result)));
  it.each(all)('PrairieLearn: %s', (_, result) => void prairielearnSchema.parse(read('prairielearn', result)));
});

describe('Gradescope', () => {
  it('is told the score while checks are still missing, and that they are', () => {
    const partial = read('gradescope', underWay);
    expect(partial.score).toBe(20);
    expect(partial.output).toContain('The grading has not finished');
    expect(partial.extra_data.netgrade.complete).toBe(false);
    expect(read('gradescope', mixed).extra_data.netgrade.complete).toBe(true);
    expect(read('gradescope', mixed).output).not.toContain('has not finished');
  });

  it('takes a bonus as a test out of nothing', () => {
    const { tests } = read('gradescope', bonus);
    expect([tests[0].score, tests[0].max_score]).toEqual([4, 0]);
  });

  it('shows tests when the instructor says', () => {
    const { visibility: whole, tests } = JSON.parse(
      emit('gradescope', mixed, { visibility: 'after_due_date', hiddenVisibility: 'hidden' }),
    );
    expect(whole).toBe('after_due_date');
    expect(tests.map((test: { visibility: string }) => test.visibility)).toEqual([
      ...Array(5).fill('after_due_date'),
      'hidden',
    ]);
  });
});

it('PrairieLearn neither gives nor takes points where the grader failed or has not finished', () => {
  expect(read('prairielearn', underWay)).toMatchObject({
    gradable: false,
    format_errors: [expect.stringContaining('not finished')],
  });
  expect(read('prairielearn', provisional)).toMatchObject({
    gradable: false,
    format_errors: [expect.stringContaining('provisional')],
  });
});

it("the GitHub Classroom reporter's two ways of counting agree, because each check is a runner", () => {
  const lines = Object.fromEntries(
    emit('github-classroom', mixed)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  );
  const runners = lines.NETGRADE_RUNNERS.split(',');
  const decoded = runners.map((id: string) =>
    classroomSchema.parse(JSON.parse(Buffer.from(lines[`${id.toUpperCase()}_RESULTS`], 'base64').toString())),
  );
  const shown = decoded.reduce(
    (sum: number, one: z.infer<typeof classroomSchema>) =>
      sum + (one.tests.filter((test) => test.status === 'pass').length / one.tests.length) * one.max_score,
    0,
  );
  const sent = decoded
    .flatMap((one: z.infer<typeof classroomSchema>) => one.tests)
    .reduce((sum: number, test: { score: number }) => sum + test.score, 0);
  expect([shown, sent]).toEqual([mixed.score, mixed.score]);
});

describe('JUnit XML', () => {
  it('names every test once within its class, also where two checks have one title', () => {
    const twice: Result = { ...mixed, checks: [mixed.checks[0]!, { ...mixed.checks[0]!, id: 'again' }] };
    const names = [...emit('junit', twice).matchAll(/<testcase classname="(.*?)" name="(.*?)"/g)].map(([, ...key]) =>
      key.join('|'),
    );
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });

  it('asks GitLab for no file that a program named', () => {
    expect(emit('junit', hostile)).toContain('[[ATTACHMENT |/etc/passwd]]');
  });
});

const perl = await execa('perl', ['-MTAP::Parser', '-e', '1'], { reject: false });

describe('TAP', () => {
  /** A reader of test points as the specification has them: at the start of a line, in order. */
  const pointsIn = (document: string) =>
    [...document.matchAll(/^(not )?ok (\d+)/gm)].map(([, not, number]) => [Number(number), not === undefined]);

  it('has one test point for each check, whatever a program printed', () => {
    expect(emit('tap', hostile).split('\n').slice(0, 2)).toEqual(['TAP version 14', `1..${hostile.checks.length}`]);
    expect(pointsIn(emit('tap', hostile))).toEqual(hostile.checks.map((_, index) => [index + 1, false]));
    expect(emit('tap', hostile)).not.toMatch(/^Bail out/m);
  });

  it('keeps what a program printed inside a block that YAML reads back', () => {
    const blocks = [...emit('tap', hostile).matchAll(/^ {2}---\n([\s\S]*?)^ {2}\.\.\.$/gm)].map(([, block]) =>
      parse(block!),
    );
    expect(blocks).toHaveLength(hostile.checks.length);
    for (const block of blocks)
      expect(Object.keys(block)).toEqual(['message', 'severity', 'points', 'cause', 'details']);
  });

  it.runIf(perl.exitCode === 0)("is read without complaint by Perl's own parser", async () => {
    const script =
      'local $/; my $p = TAP::Parser->new({ tap => scalar <STDIN> }); $p->run; print join " ", scalar($p->passed), scalar($p->failed), scalar($p->parse_errors)';
    for (const result of [mixed, hostile]) {
      const passed = result.checks.filter((check) => check.state === 'pass').length;
      const tap = emit('tap', result).replace('TAP version 14', 'TAP version 13');
      const { stdout } = await execa('perl', ['-MTAP::Parser', '-e', script], { input: tap });
      expect(stdout).toBe(`${passed} ${result.checks.length - passed} 0`);
    }
  });
});
