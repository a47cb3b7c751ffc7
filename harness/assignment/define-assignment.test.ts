import { describe, expect, test } from 'vitest';
import { type Assignment, type Check, checks } from './assignment.js';
import { AssignmentError, defineAssignment, needsOf, problemOf } from './define-assignment.js';
import { listAssignments, loadAssignment } from './load-assignment.js';

const check = (over: object = {}): Check =>
  ({ title: 'answers', points: 100, rule: 'Lecture', run: async () => undefined, ...over }) as Check;
const assignment = (server: Record<string, Check>, over: object = {}): Assignment =>
  ({
    title: 'Echo',
    lecture: 'Slide 1',
    transport: 'udp',
    roles: { server: { checks: server } },
    ...over,
  }) as Assignment;
const of = (over: object) => assignment({ 'does-it': check(over) });

test('a right assignment is handed back as it is', () => {
  const right = assignment({
    'does-it': check({ points: 60 }),
    'does-more': check({ points: 25, needs: 'does-it' }),
    'stays-calm': check({ points: 15, kind: 'robust', needs: ['does-it', 'does-more'] }),
    shines: check({ points: 10, kind: 'bonus' }),
  });
  expect(defineAssignment(right)).toBe(right);
  expect(problemOf(right)).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'an assignment must be an object, not nothing'],
  ['null', null, 'an assignment must be an object, not null'],
  ['a text', 'echo', 'an assignment must be an object, not "echo"'],
  ['no title', assignment({}, { title: undefined }), 'title must be a non-empty string, not nothing'],
  ['an empty title', assignment({}, { title: '' }), 'title must be a non-empty string, not ""'],
  ['no lecture', assignment({}, { lecture: 7 }), 'lecture must be a non-empty string, not 7'],
  [
    'another transport',
    assignment({}, { transport: 'sctp' }),
    'transport must be "udp", "tcp", "dns" or "names", not "sctp"',
  ],
  [
    'no roles',
    assignment({}, { roles: undefined }),
    'roles must be an object with server, client or script, not nothing',
  ],
  [
    'another role',
    assignment({}, { roles: { relay: { checks: {} } } }),
    'roles may have server, client and script, not "relay"',
  ],
  ['no check', assignment({}), 'roles must have at least one check'],
  ['no role at all', assignment({}, { roles: {} }), 'roles must have at least one check'],
  [
    'an id in camel case',
    assignment({ doesIt: check() }),
    'roles.server.checks.doesIt: a check\'s id must be a kebab-case verb phrase such as "replies-to-asker"',
  ],
  [
    'a check without a title',
    of({ title: '' }),
    'roles.server.checks.does-it.title must be a non-empty string, not ""',
  ],
  ['no points', of({ points: 0 }), 'roles.server.checks.does-it.points must be a positive integer, not 0'],
  ['half points', of({ points: 2.5 }), 'roles.server.checks.does-it.points must be a positive integer, not 2.5'],
  ['points as a text', of({ points: '5' }), 'roles.server.checks.does-it.points must be a positive integer, not "5"'],
  ['no rule', of({ rule: undefined }), 'roles.server.checks.does-it.rule must be a string, not nothing'],
  ['nothing to run', of({ run: 'it' }), 'roles.server.checks.does-it.run must be an async function, not "it"'],
  [
    'another kind',
    of({ kind: 'extra' }),
    'roles.server.checks.does-it.kind must be "core", "robust" or "bonus", not "extra"',
  ],
  [
    'a function where a text belongs',
    of({ title: () => 'x' }),
    'roles.server.checks.does-it.title must be a non-empty string, not a function',
  ],
  [
    'a need that nobody has',
    of({ needs: 'does-that' }),
    'roles.server.checks.does-it.needs must name a check that stands before it, not "does-that"',
  ],
  [
    'a need of itself',
    of({ needs: 'does-it' }),
    'roles.server.checks.does-it.needs must name a check that stands before it, not "does-it"',
  ],
  [
    'a need that comes later',
    assignment({ one: check({ points: 50, needs: ['two'] }), two: check({ points: 50 }) }),
    'roles.server.checks.one.needs must name a check that stands before it, not "two"',
  ],
  [
    'a need of another role',
    assignment(
      {},
      {
        roles: {
          server: { checks: { one: check({ points: 50 }) } },
          client: { checks: { two: check({ points: 50, needs: 'one' }) } },
        },
      },
    ),
    'roles.client.checks.two.needs must name a check that stands before it, not "one"',
  ],
  ['too few points', of({ points: 99 }), 'the points of all checks without the bonus must add up to 100, not 99'],
  [
    'points that add up to 100 with the bonus only',
    assignment({ one: check({ points: 90 }), two: check({ points: 10, kind: 'bonus' }) }),
    'the points of all checks without the bonus must add up to 100, not 90',
  ],
  [
    'too much for robustness',
    assignment({ one: check({ points: 84 }), two: check({ points: 16, kind: 'robust' }) }),
    'the points of robust checks must add up to at most 15, not 16',
  ],
])('%s is refused', (_, wrong, words) => {
  expect(problemOf(wrong)).toBe(words);
  expect(() => defineAssignment(wrong as Assignment)).toThrow(new AssignmentError(words));
});

test('what a check needs is a list, however it was written', () => {
  expect([needsOf({}), needsOf({ needs: 'a' }), needsOf({ needs: ['a', 'b'] })]).toEqual([[], ['a'], ['a', 'b']]);
});

test('an unknown need does not even compile', () => {
  const run = async () => undefined;
  checks({
    one: { title: 't', points: 1, rule: 'r', run },
    // @ts-expect-error There is no check "three".
    two: { title: 't', points: 1, rule: 'r', needs: 'three', run },
  });
});

describe('the assignments that come with it', async () => {
  const places = await listAssignments();
  test('are all eight', () => {
    expect(places.map((place) => place.id)).toEqual([
      'dns-records',
      'name-lookups',
      'tcp-time',
      'tcp-words',
      'udp-calculator',
      'udp-chat',
      'udp-hello',
      'udp-time',
    ]);
  });
  test.each(places)('$id is right, and says for every check where its rule comes from', async (place) => {
    const loaded = await loadAssignment(place);
    expect(problemOf(loaded)).toBeUndefined();
    for (const { checks: table } of Object.values(loaded.roles))
      for (const { rule } of Object.values(table)) expect(rule).not.toBe('');
  });
});
