import { execa } from 'execa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attacks, full, hostile, mixed, provisional, underWay } from '../explain/test/results.js';
import { type Result, resultSchema } from '../result/result.js';
import { emit, FORMAT_NAMES, type FormatName } from './formats.js';

const ENDINGS: Record<FormatName, string> = {
  text: 'txt',
  json: 'json',
  junit: 'xml',
  tap: 'tap',
  gradescope: 'json',
  classroom50: 'json',
  'github-classroom': 'env',
  github: 'log',
  'github-summary': 'md',
  'github-output': 'env',
  prairielearn: 'json',
};

const env = {
  CLASSROOM: 'net-26',
  ASSIGNMENT: 'calculator',
  ASSIGNMENT_TYPE: 'individual',
  OWNER: 'sara',
  SUBMISSION_TAG: 'submit/20260301T100000Z-abc1234',
  COMMIT_URL: 'https://github.example/c/abc1234',
  RELEASE_URL: 'https://github.example/r/1',
};

const withBonus: Result = {
  ...full,
  checks: [
    ...full.checks,
    { ...full.checks[0]!, id: 'bonus', title: 'answers over IPv6', kind: 'bonus', points: 5, maxPoints: 5 },
  ],
};
const empty: Result = {
  ...mixed,
  score: 0,
  checks: [],
  conventions: {},
  notes: ['There is no program in this folder.'],
};
const results = { mixed, provisional, hostile, underWay, withBonus, empty };

describe.each(FORMAT_NAMES)('%s', (name) => {
  it.each(Object.entries(results))('is as agreed for the result %s', async (of, result) => {
    await expect(emit(name, result, { env, unfinished: result === underWay })).toMatchFileSnapshot(
      `golden/${name}/${of}.${ENDINGS[name]}`,
    );
  });

  it('shows students nothing of a hidden check but its points, and instructors everything', () => {
    const hidden = mixed.checks.find((check) => check.hidden)!;
    const secrets = [hidden.title, hidden.cause!.summary, hidden.cause!.received!.text.trim()];
    const decoded = (text: string) =>
      name === 'github-classroom' ? text.replace(/=(\S+)/g, (_, code) => Buffer.from(code, 'base64').toString()) : text;
    const shown = decoded(emit(name, mixed, { env }));
    if (name === 'gradescope') expect(shown).toContain('"visibility": "after_published"');
    else for (const secret of secrets) expect(shown).not.toContain(secret);
    if (name === 'github-output') return;
    if (name !== 'github') expect(decoded(emit(name, mixed, { env, audience: 'instructor' }))).toContain(hidden.title);
  });

  it('lets no control character, hidden character or path of the machine through', () => {
    const shown = emit(name, hostile, { env });
    const read = name === 'json' ? '' : shown;
    expect(read.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b\u2028\ufeff]/u);
    if (name !== 'json') expect(emit(name, mixed, { env, audience: 'instructor' })).not.toContain('/tmp/');
  });
});

it('the JSON it gives is a result again, also without what students may not see', () => {
  for (const result of Object.values(results))
    expect(() => resultSchema.parse(JSON.parse(emit('json', result)))).not.toThrow();
});

it('JUnit XML is well-formed for a strict parser, whatever a program printed', async () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...attacks));
  const documents = fc.sample(anything, 60).map((text) => {
    const check = hostile.checks[0]!;
    const cause = { ...check.cause!, summary: text, received: { text }, lastWords: text };
    return emit('junit', { ...hostile, assignmentTitle: text, checks: [{ ...check, title: text, cause, hint: text }] });
  });
  const script =
    'import json, sys, xml.etree.ElementTree as E\nfor d in json.load(sys.stdin): assert len(E.fromstring(d.encode()).findall(".//testcase/failure")) == 1, d';
  await execa('python3', ['-c', script], { input: JSON.stringify(documents) });
});

it('annotations are one line each, none of them by a program', () => {
  const lines = emit('github', hostile).trimEnd().split('\n');
  expect(lines.length).toBe(11);
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) title=[^:,]*::/);
});

it('the step summary and the PrairieLearn results stay below their limits, and say so', () => {
  const long = Array.from({ length: 100 }, () => 'x'.repeat(70)).join('\n');
  const check = mixed.checks[1]!;
  const checks = Array.from({ length: 400 }, (_, index) => ({
    ...check,
    id: `c${index}`,
    cause: {
      code: 'mismatch',
      summary: 'It differs.',
      sent: { text: long },
      received: { text: long },
      lastWords: long,
    },
  }));
  const huge: Result = { ...mixed, checks };
  const summary = emit('github-summary', huge);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('The rest does not fit here');
  expect(summary.match(/^```/gm)!.length % 2).toBe(0);
  expect(Buffer.byteLength(emit('prairielearn', huge))).toBeLessThanOrEqual(1_000_000);
});
