import type { CheckResult, Result } from '../../result/result.js';

/** Results that the tests of every report and export share: the usual, the best, the hostile, the broken. */
const base = {
  schema: 'netgrade/result/v1' as const,
  tool: 'netgrade 0.1.0',
  assignment: 'udp-calculator',
  assignmentTitle: 'UDP calculator',
  submission: { name: 'sara', files: ['server.py', 'client.py'] },
  seed: '5f3a',
  isolation: 'full',
  isolationMissing: [],
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 2345.678,
  state: 'graded' as const,
} satisfies Partial<Result>;

const check = (of: Partial<CheckResult> & Pick<CheckResult, 'id' | 'title'>): CheckResult => ({
  role: 'server',
  state: 'pass',
  points: of.state === undefined || of.state === 'pass' ? (of.maxPoints ?? 10) : 0,
  maxPoints: 10,
  kind: 'core',
  durationMs: 120.5,
  ...of,
});

export const mixed: Result = {
  ...base,
  isolationMissing: [],
  score: 50,
  maxScore: 100,
  conventions: {
    server: ['The program was started as it is; it listens on UDP port 5550.'],
    client: ['The program was started with the arguments `127.0.0.1 5550`.', 'It was spoken to as in `5 + 6`.'],
  },
  notes: ['The client waits for ever when no answer comes; `settimeout` would end that.'],
  checks: [
    check({ id: 'answers-a-sum', title: 'answers a sum', maxPoints: 20, rule: 'Calculator Server (HW)' }),
    check({
      id: 'answers-a-quotient',
      title: 'answers a division whose result is not a whole number',
      maxPoints: 20,
      state: 'fail',
      rule: 'Calculator Server (HW): the server returns the result',
      cause: {
        code: 'mismatch',
        summary: 'The answer to a division is wrong.',
        sent: { text: '7 / 2' },
        expected: '3.5',
        received: { text: '3' },
        differsAt: 1,
      },
      explanation: 'The answer to a division is wrong.',
      hint: 'In Python 3, `//` cuts the fraction off; use `/`.',
    }),
    check({
      id: 'survives-garbage',
      title: 'answers again after a request that makes no sense',
      maxPoints: 10,
      kind: 'robust',
      state: 'fail',
      cause: {
        code: 'crashed',
        summary: 'The server ended with an error (exit code 1) after a request that makes no sense.',
        sent: { text: 'hello' },
        expected: 'an answer in words, and the server going on',
        lastWords:
          'Traceback (most recent call last):\n  File "/tmp/arena-3/work/server.py", line 9, in <module>\n    a, op, b = text.split()\nValueError: not enough values to unpack (expected 3, got 1)\n',
      },
      hint: 'Read the last words: they name the line.',
    }),
    check({
      id: 'survives-division-by-zero',
      title: 'survives a division by zero',
      kind: 'robust',
      state: 'skip',
      explanation: '`survives-garbage` did not pass',
    }),
    check({
      id: 'sends-the-computation',
      role: 'client',
      title: 'sends the computation that its user typed',
      maxPoints: 30,
    }),
    check({
      id: 'prints-the-answer',
      role: 'client',
      title: 'prints the result that the server sent',
      maxPoints: 10,
      state: 'fail',
      hidden: true,
      cause: {
        code: 'not-printed',
        summary: 'The client did not print what the server sent.',
        sent: { text: '42' },
        expected: '42 on the terminal',
        received: { text: 'enter your computation: \nbye\n' },
      },
      hint: 'Print what `recvfrom` returned.',
    }),
  ],
};

export const full: Result = {
  ...mixed,
  score: 100,
  notes: [],
  checks: mixed.checks.map(({ id, role, title, maxPoints, kind, durationMs }) => ({
    id,
    role,
    title,
    state: 'pass',
    points: maxPoints,
    maxPoints,
    kind,
    durationMs,
  })),
};

/** A check that could not be judged counts as reached. */
export const provisional: Result = {
  ...mixed,
  score: 70,
  state: 'provisional',
  isolation: 'none',
  isolationMissing: ['The programs could reach the network and your files: this machine has no namespaces.'],
  checks: mixed.checks.map((one, index) =>
    index === 1
      ? {
          ...check({ id: one.id, title: one.title, maxPoints: 20, state: 'error' }),
          explanation: 'the arena ended: spawn bwrap ENOENT',
        }
      : one,
  ),
};

/** As a platform sees it while the grading goes on: two checks have run. */
export const underWay: Result = { ...mixed, score: 20, checks: mixed.checks.slice(0, 2) };

/** What a program may print to fool a reader, a terminal, a browser, a spreadsheet or a workflow runner. */
export const attacks: string[] = [
  '\u001b[2J\u001b[1;1H\u001b]0;owned\u0007',
  '\u009b31mred\u0090q\u009c',
  '::error file=grader.ts::owned',
  'x\n::set-output name=score::100\r\n##[error]owned',
  '::stop-commands::pwned',
  '</failure><testcase name="free"/>]]><!--',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","click")',
  '+1+1',
  '@SUM(A1)',
  '```\n# Score: 100/100\n</details>',
  '~~~~\n| a | b |',
  'ok 1 - free\nBail out!\n1..1',
  '\u202e0/001 :erocs\u202c \u2066x\u2069',
  'zero\u200bwidth\ufeff and \ud800 alone \uffff and \u0000 nul \u000b vt \u000c ff \u0085 nel \u2028 ls',
  `Z${'\u0310\u0311\u0312'.repeat(20)}algo`,
  '/home/student/secret/grader/tests.json',
  '[[ATTACHMENT|/etc/passwd]]',
  '...\n---\nscore: 100',
];

export const hostile: Result = {
  ...base,
  isolationMissing: [],
  submission: { name: attacks[0]!, files: ['=cmd()', '../../etc/passwd'] },
  score: 0,
  maxScore: attacks.length * 10,
  conventions: { server: [attacks[1]!, attacks[3]!] },
  notes: attacks,
  checks: attacks.map((attack, index) =>
    check({
      id: `attack-${index}`,
      title: `withstands attack ${index}`,
      state: 'fail',
      cause: {
        code: 'mismatch',
        summary: `The program printed ${attack}`,
        sent: { text: attack },
        expected: attack,
        received: { text: attack },
        differsAt: index % 7,
        lastWords: attack,
      },
      explanation: attack,
      hint: attack,
    }),
  ),
};
