import { describe, expect, it, test } from 'vitest';
import { listAssignments, loadAssignment } from '../../harness/assignment/load-assignment.js';
import type { Language } from '../../harness/program/languages.js';
import type { Cause, CauseCode, Role } from '../../harness/run/verdict.js';
import { withCalls } from './calls.js';
import { CAUSE_CODES, hintFor } from './hints.js';
import { KNOWN_ERRORS } from './known-errors/index.js';
import { wordsOf } from './known-errors/known-error.js';
import { SLIP_HINTS } from './slip-hints.js';
import type { HintContext } from './usual-hints.js';

const roles: Role[] = ['server', 'client', 'script'];
const transports = ['udp', 'tcp'] as const;
const languages: (Language | undefined)[] = [undefined, 'python', 'java', 'c', 'node', 'typescript', 'go', 'rust'];

const cause = (code: CauseCode, more: Partial<Cause> = {}): Cause => ({ code, summary: 'It failed.', ...more });
const context: HintContext = { role: 'server', transport: 'udp' };

describe('the usual hint for a failure', () => {
  it('tells a UDP program nothing about connections, and a TCP program nothing about datagrams', () => {
    for (const code of CAUSE_CODES) {
      for (const role of roles) {
        if (code !== 'not-closed' && code !== 'not-concurrent')
          expect(hintFor(cause(code), { role, transport: 'udp' }), code).not.toMatch(
            /`(accept|connect|listen|recv|send)`|SOCK_STREAM/,
          );
        expect(hintFor(cause(code), { role, transport: 'tcp' }), code).not.toMatch(/sendto|recvfrom|SOCK_DGRAM/);
      }
    }
  });

  it('names the calls of the program’s own language', () => {
    const foreign: [Language, RegExp][] = [
      ['java', /recvfrom|sendto|SOCK_|input\(\)|decode\(|datetime|`print`/],
      ['node', /recvfrom|sendto|SOCK_|input\(\)|decode\(|datetime|`print`/],
      ['go', /recvfrom|sendto|SOCK_|input\(\)|decode\(|datetime|`print`/],
      ['rust', /recvfrom|sendto|SOCK_|input\(\)|decode\(|datetime|`print`/],
      ['c', /input\(\)|decode\(|datetime|`print`|socket\.socket/],
    ];
    for (const [language, others] of foreign) {
      for (const code of CAUSE_CODES) {
        for (const role of roles) {
          for (const transport of transports)
            expect(hintFor(cause(code, { language }), { role, transport }), `${language} ${code}`).not.toMatch(others);
        }
      }
    }
  });

  it('names the kind of socket that is asked when the other one was used', () => {
    expect(hintFor(cause('wrong-transport'), { role: 'server', transport: 'udp' })).toContain('SOCK_DGRAM');
    expect(hintFor(cause('wrong-transport'), { role: 'server', transport: 'tcp' })).toContain('SOCK_STREAM');
  });
});

describe('every hint there is', () => {
  const all: [string, string][] = [];
  for (const role of roles) {
    for (const transport of transports) {
      for (const language of languages) {
        const given = { role, transport };
        const add = (name: string, hint: string) =>
          all.push([`${name} ${role} ${transport} ${language}`, withCalls(hint, language, transport)]);
        for (const code of CAUSE_CODES) add(code, hintFor(cause(code, language && { language }), given));
        add('compiling', hintFor(cause('memory', { step: 'build' }), given));
        for (const [code, hint] of Object.entries(SLIP_HINTS)) add(code, typeof hint === 'string' ? hint : hint(given));
      }
      for (const [language, rows] of Object.entries(KNOWN_ERRORS)) {
        for (const row of rows)
          all.push([
            `${language} ${row.type} ${row.message}`,
            withCalls(wordsOf(row, '', { role, transport }), language as Language, transport),
          ]);
      }
    }
  }

  it('is one to three plain sentences that fit below a failure', () => {
    for (const [name, hint] of all) expect.soft(hint, name).toMatch(/^[^\n]{20,260}[.?]$/);
  });

  it('leaves no braces and no gaps', () => {
    for (const [name, hint] of all) expect.soft(hint, name).not.toMatch(/undefined|\{[a-z]+\}|\$\d| {2}/);
  });
});

it('a check’s own hints name only calls that there are, and are as short', async () => {
  for (const place of await listAssignments()) {
    const { roles, transport } = await loadAssignment(place);
    for (const { checks } of Object.values(roles)) {
      for (const [id, check] of Object.entries(checks)) {
        for (const [code, hint] of Object.entries(check.hints ?? {})) {
          for (const language of languages) {
            const words = withCalls(hint, language, transport === 'tcp' ? 'tcp' : 'udp');
            expect.soft(CAUSE_CODES, `${place.id}/${id}`).toContain(code);
            expect.soft(words, `${place.id}/${id}/${code} ${language}`).toMatch(/^[A-Z][^\n{}]{20,260}[.?]$/);
            if (language !== undefined && language !== 'python')
              expect.soft(words, `${place.id}/${id}/${code} ${language}`).not.toMatch(/python/i);
          }
        }
      }
    }
  }
});

const typeError = {
  language: 'python',
  type: 'TypeError',
  message: "a bytes-like object is required, not 'str'",
  file: 'server.py',
  line: 7,
  source: 's.sendto(answer, address)',
} as const;
const own = { mismatch: 'Which operand comes first?', 'no-reply': 'Is it sent?' };

describe('the surest is told', () => {
  test('the error that ended the program, with its line', () => {
    expect(hintFor(cause('crashed', { error: typeError, language: 'python' }), context)).toBe(
      'Line 7: A socket sends bytes, and this is text. Encode it first: `text.encode("UTF-8")`.',
    );
  });

  test('a slip that explains the error better', () => {
    const error = {
      language: 'python',
      type: 'OSError',
      message: '[Errno 107] Transport endpoint is not connected',
      line: 4,
    } as const;
    const slips = [{ code: 'family-for-type', file: 'server.py', line: 2 }] as const;
    expect(hintFor(cause('crashed', { error, language: 'python' }), context)).toMatch(
      /^Line 4: This socket is a TCP one/,
    );
    expect(hintFor(cause('crashed', { error, language: 'python', slips: [...slips] }), context)).toMatch(
      /^Line 2: .*belongs/,
    );
  });

  test('a check’s own hint for what it sent to end the program', () => {
    expect(hintFor(cause('crashed', { error: typeError }), { ...context, own: { crashed: 'Nonsense came.' } })).toBe(
      'Line 7: Nonsense came.',
    );
  });

  test('that it was the compiler that met a limit, before a check’s own hint', () => {
    const own = { cpu: 'Wait for data in the loop.' };
    expect(hintFor(cause('cpu', { step: 'build' }), { ...context, own })).toMatch(/^Compile it yourself: /);
    expect(hintFor(cause('cpu'), { ...context, own })).toBe(own.cpu);
  });

  test.each([
    ['open-files', '[Errno 24] Too many open files'],
    ['file-size', '[Errno 27] File too large'],
  ] as const)('of a limit (%s) what is told of it anyway, with the line of the error', (code, message) => {
    const error = { language: 'python', type: 'OSError', message, line: 4 } as const;
    expect(hintFor(cause(code, { error }), context)).toBe(`Line 4: ${hintFor(cause(code), context)}`);
  });

  test('an error nobody knows leaves the usual hint', () => {
    const error = { ...typeError, type: 'OddError', message: 'odd' };
    expect(hintFor(cause('crashed', { error }), context)).toBe(hintFor(cause('crashed'), context));
  });

  test('bytes that were shown, before a check’s own hint', () => {
    const received = { text: "b'11'" };
    expect(hintFor(cause('mismatch', { received, expected: '11' }), { ...context, own })).toContain("`b'…'`");
  });

  test('bytes of each language by the look of them', () => {
    const told = (language: Language, text: string) =>
      hintFor(cause('mismatch', { language, received: { text }, expected: 'x' }), context);
    expect(told('node', 'got <Buffer 68 69>')).toContain('data.toString()');
    expect(told('java', '[B@6d06d69c')).toContain('new String(packet.getData(), 0, packet.getLength()');
    expect(told('go', '[104 101 108]')).toContain('string(buffer[:n])');
    expect(told('c', 'hello\0\0\0')).toContain('zero bytes');
  });

  test('a line of which only the first word came, or its beginning: only where that line had to come', () => {
    const line = 'tibazobe vudemeza lobusamuv';
    const told = (language: Language, text: string, expected = line) =>
      hintFor(cause('mismatch', { language, sent: { text: line }, expected, received: { text } }), { ...context, own });
    expect(told('c++', 'tibazobe')).toContain('getline(cin, line)');
    expect(told('java', 'tibazobe\n')).toContain('nextLine()');
    expect(told('python', 'tibazobe')).toContain('first word');
    expect(told('rust', 'The line is tibazobe vud')).toContain('first 12 characters');
    for (const [text, expected] of [
      [line, line],
      [`${line} and more`, line],
      ['vudemeza', line],
      ['tibazobe', 'tibazobe in capital letters'],
    ] as const)
      expect(told('c++', text, expected)).toBe(own.mismatch);
  });

  test('ports whose bytes are swapped', () => {
    const ports = { expected: 'port 44565', received: { text: 'port 5550' } };
    expect(hintFor(cause('mismatch', ports), context)).toContain('htons');
    expect(hintFor(cause('mismatch', { ...ports, expected: 'port 5551' }), context)).not.toContain('htons');
  });

  test('an error that the program caught and printed where something did not come', () => {
    const transcript = [
      {
        type: 'stdout',
        atMs: 1,
        party: 'server',
        data: { text: "Error: a bytes-like object is required, not 'str'\n" },
      },
    ] as const;
    const hint = (code: CauseCode) =>
      hintFor(cause(code, { language: 'python' }), { ...context, own, transcript: [...transcript] });
    expect(hint('no-reply')).toMatch(/^It says "a bytes-like object is required, not 'str'"\. /);
    expect(hint('mismatch')).toBe(own.mismatch);
  });

  test('a slip that is one anywhere, then a check’s own hint, then a slip that right programs have too', () => {
    const slips = (code: 'bytes-compared' | 'line-wanted') => [{ code, file: 'server.py', line: 3 }];
    expect(hintFor(cause('no-reply', { slips: slips('bytes-compared') }), { ...context, own })).toMatch(/^Line 3: /);
    expect(hintFor(cause('no-reply', { slips: slips('line-wanted') }), { ...context, own })).toBe(own['no-reply']);
    expect(hintFor(cause('no-reply', { slips: slips('line-wanted') }), context)).toMatch(/^Line 3: Does it wait/);
  });

  test('a check’s own hint, else the usual one', () => {
    expect(hintFor(cause('mismatch'), { ...context, own })).toBe(own.mismatch);
    expect(hintFor(cause('echo'), { ...context, own })).toMatch(/^The answer is the request itself/);
  });

  test('which file is empty', () => {
    expect(hintFor(cause('no-program', { slips: [{ code: 'empty-file', file: 'server.py' }] }), context)).toMatch(
      /^`server\.py`: /,
    );
  });

  test.each(['notebook', 'named-as-text', 'other-language', 'no-source'] as const)(
    'of a file that is no program (%s) what to do, and not whether it was handed in',
    (code) => {
      const told = hintFor(cause('no-program', { slips: [{ code, file: 'server.x' }] }), context);
      expect(told).toMatch(/^`server\.x`: /);
      expect(told).not.toContain('in the folder that you handed in');
    },
  );
});

test('a name from a student’s program goes into a sentence only if it looks like one', () => {
  const error = (name: string) => ({
    ...typeError,
    type: 'ModuleNotFoundError',
    message: `cannot import name '${name}' from 'x'`,
  });
  const told = (name: string) => hintFor(cause('crashed', { error: { ...error(name), type: 'ImportError' } }), context);
  expect(told('resolver')).toContain('`resolver`');
  expect(told(`${'x'.repeat(60)}`)).toContain('`…`');
});

test.each<[Language, { type: string; message: string }, RegExp]>([
  [
    'java',
    { type: 'NullPointerException', message: 'Cannot invoke "String.length()" because "word" is null' },
    /`word` is `null`/,
  ],
  [
    'java',
    { type: 'NullPointerException', message: 'Cannot invoke "String.length()" because "<local5>" is null' },
    /Something here is `null`/,
  ],
  [
    'java',
    {
      type: 'NullPointerException',
      message: 'Cannot invoke "String.trim()" because the return value of "java.io.BufferedReader.readLine()" is null',
    },
    /`readLine\(\)` gave/,
  ],
  ['java', { type: 'BindException', message: 'Address already in use (Bind failed)' }, /port is taken/],
  ['java', { type: 'SocketException', message: 'Socket closed' }, /closed before it was used/],
  ['java', { type: 'SocketException', message: 'Connection reset' }, /other side has closed/],
  ['java', { type: 'ConnectException', message: 'Connection refused' }, /Nobody listens/],
  ['java', { type: 'error', message: 'incompatible types: String cannot be converted to byte[]' }, /getBytes/],
  ['java', { type: 'error', message: "illegal character: '\\ufeff'" }, /BOM/],
  ['java', { type: 'error', message: "illegal character: '\\u201c'" }, /Curly quotes/],
  [
    'java',
    { type: 'error', message: 'unreported exception IOException; must be caught or declared to be thrown' },
    /throws IOException/,
  ],
  ['java', { type: 'NumberFormatException', message: 'For input string: "5.5"' }, /Double\.parseDouble/],
  ['c', { type: 'perror', message: 'bind: Address already in use' }, /port is taken/],
  ['c', { type: 'perror', message: 'bind: Address family not supported by protocol' }, /sin_family/],
  [
    'c',
    { type: 'perror', message: 'recvfrom: Transport endpoint is not connected' },
    /TCP one.*`socket\(AF_INET, SOCK_DGRAM, 0\)`/,
  ],
  ['c', { type: 'signal', message: 'SIGSEGV' }, /segmentation fault/],
  ['c', { type: 'signal', message: '*** stack smashing detected ***: terminated' }, /array/],
  ['c', { type: 'error', message: "undefined reference to `sendTo'" }, /no function `sendTo`/],
  ['go', { type: 'error', message: '"os" imported and not used' }, /Delete `"os"`/],
  ['go', { type: 'error', message: 'declared and not used: n' }, /variable that is not used/],
  ['go', { type: 'log', message: 'listen udp 127.0.0.1:5550: bind: address already in use' }, /port is taken/],
  ['go', { type: 'panic', message: 'runtime error: index out of range [2] with length 1' }, /fewer parts/],
  ['rust', { type: 'error', message: 'E0382: borrow of moved value: `t`' }, /`&value`.*clone/],
  ['rust', { type: 'error', message: 'E0502: cannot borrow `b` as mutable' }, /lent out/],
  [
    'rust',
    {
      type: 'panic',
      message:
        'called `Result::unwrap()` on an `Err` value: Os { code: 98, kind: AddrInUse, message: "Address already in use" }',
    },
    /port is taken/,
  ],
  ['rust', { type: 'panic', message: 'called `Option::unwrap()` on a `None` value' }, /`unwrap` ends the program/],
  ['shell', { type: 'error', message: 'nc: command not found' }, /no command `nc`/],
])('what %s says, %j, is put in the course’s words', (language, error, expected) => {
  const reported = { language: language as NonNullable<Cause['error']>['language'], ...error };
  expect(hintFor(cause('crashed', { language, error: reported }), context)).toMatch(expected);
});
