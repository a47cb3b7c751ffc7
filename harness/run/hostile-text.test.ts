import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesShown, showsAddress } from '../expect/addresses.js';
import { frameOf, unframed } from '../expect/frame.js';
import { lastLines } from '../expect/last-lines.js';
import { answersNumber } from '../expect/numbers.js';
import { programError } from '../expect/program-error.js';
import { renderTime } from '../expect/render-time.js';
import { sameTimeShown, tellsTime } from '../expect/tells-time.js';
import { shows } from '../expect/text.js';
import { answersWord } from '../expect/words.js';
import { argumentsOf, asksForArguments, tookForNumber } from '../program/arguments.js';
import { answerTo, roleChoice, wishOf } from '../program/dialogue.js';
import { importsOf } from '../program/go-standard.js';
import { LANGUAGE_NAME, type Language } from '../program/languages.js';
import { MenuUser, promptOf, yesToAgain } from '../program/menu.js';
import { isToldItsRole, roleWordsIn } from '../program/role-words.js';
import { castOf } from '../program/roles.js';
import { portsNamed, stringsNamed, withoutComments } from '../program/source.js';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { UsageError } from '../usage-error.js';
import { bytesOf, rawOf } from '../wire/bytes.js';
import { decodeDns, encodeDns } from '../wire/dns-message.js';
import { reversedAddress } from '../wire/name-space.js';
import { endedBadly } from './ended-badly.js';
import { parseManifest } from './parse-manifest.js';
import { slipsIn } from './slips.js';
import type { CauseCode } from './verdict.js';

/** What readers of texts look for, and what has no place in any. */
const PIECES = [
  ...[
    '5',
    '11',
    '-',
    '+',
    '/',
    '*',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '\\x',
    '\\u',
    '\\U',
    '"',
    "'",
    '`',
    "b'",
    '$1',
    '$&',
  ],
  ...[
    '<Buffer ',
    '...',
    '\0',
    '\x1b[',
    '\x1b]',
    '\u202e',
    'é',
    '日',
    '\ud800',
    '\udc00',
    '\ufffd',
    '٣',
    '１',
    '%s',
    '__proto__',
  ],
  ...[
    '1e999999999',
    '1e-999999999',
    '0x',
    '..',
    '::',
    '::ffff:',
    '1,234,567',
    '9'.repeat(400),
    '999999999999:99:99',
    'NaN',
  ],
  ...[
    '2033-13-45',
    '31/02/2033',
    '24:60:61',
    'Feb 30',
    '+99:99',
    'GMT',
    'Traceback (most recent call last):',
    'constructor',
  ],
  ...[
    '\n  File "a.py", line 99999999999999999999\n',
    'SyntaxError: ',
    'panic: ',
    'goroutine 1',
    'at a.b(C.java:',
    'error[E',
  ],
  ...[
    '  --> ',
    'usage: ',
    '<host> <port>',
    'sys.argv[1]',
    'int(sys.argv[',
    'host',
    'port',
    'enter',
    '1)',
    'y/n',
    'menu',
    '? ',
  ],
  ...[
    's.recv(10)',
    'd, a = s.recvfrom(1)',
    's.listen(',
    '.bind((',
    '65536',
    '-1',
    '{"a":',
    '&a',
    '*a',
    '<<: ',
    '!!js',
    '- ',
    ': ',
  ],
  ...['\n', '\r', '\t', ' ', 'a', 'z', 'word', 'first', 'length', 'ttl', '\xc0\x0c', '\x03www', '\0\x01', '\x81\x80'],
];
const text = fc.oneof(
  fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join('')),
  // The same over and over: what a pattern is slow at.
  fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 600 })).map(([piece, times]) => piece.repeat(times)),
);
const LANGUAGES = Object.keys(LANGUAGE_NAME) as Language[];
const CAUSES: CauseCode[] = ['no-reply', 'mismatch', 'crashed', 'not-printed', 'constant', 'timeout', 'never-sent'];
const DAY = new Date(Date.UTC(2033, 0, 2));

/** Everything that reads what a program printed, sent or consists of. */
const READERS: Record<string, (read: string) => unknown> = {
  'a number': (read) => answersNumber(read, 11, '5 + 6'),
  'a word': (read) => answersWord(read, 'palabra'),
  'a text': (read) => [shows(read, "b'x' 12"), shows('hello', read)],
  'a told time': (read) => {
    const window = { earliest: DAY.getTime(), latest: DAY.getTime(), toleranceMs: 2_000 };
    return [tellsTime(read, { ...window, needs: 'time' }), tellsTime(read, { ...window, needs: 'date' })];
  },
  'a shown time': (read) => sameTimeShown(read, '2033-01-02', DAY.getTime()),
  'an error': (read) => [lastLines(read), ...LANGUAGES.map((language) => programError(read, language))],
  'an end': (read) => endedBadly({ exit: { code: 1, signal: null }, stderr: read }),
  'a frame': (read) => unframed(Buffer.from(read, 'latin1'), frameOf(Buffer.from(read, 'latin1'))),
  addresses: (read) => [addressesShown(read), showsAddress(read, '::1'), reversedAddress(read)],
  'a prompt': (read) => [
    ...[wishOf(read), roleChoice(read, 'server'), answerTo(read, 'end'), answerTo(read, 'go on')],
    ...[promptOf(read), yesToAgain(read), new MenuUser(2).choose(read)],
  ],
  'a usage message': (read) => [
    ...[
      asksForArguments(read),
      tookForNumber(read, ['hello', '5550']),
      roleWordsIn(read, 'client'),
      isToldItsRole(read),
    ],
    ...[argumentsOf(read, 'server', read.slice(0, 30)), argumentsOf(read, 'client')],
  ],
  'a source': (read) => [
    ...['python', 'shell', 'c'].map((language) => withoutComments(read, language)),
    ...[portsNamed(read), stringsNamed(read), importsOf(read)],
  ],
  roles: (read) => {
    const paths = ['a.py', 'b.js', 'c.c', 'D.java', 'e.go', 'f.rs', 'g.sh', 'x', `${read.slice(0, 30)}.py`];
    const files = paths.map((path) => ({ path, text: `import a\n${read}`, executable: true }));
    return castOf(files, ['server', 'client', 'script']);
  },
  ...Object.fromEntries(
    LANGUAGES.map((language) => [
      `slips of ${language}`,
      (read: string) =>
        CAUSES.map((cause) =>
          slipsIn([{ path: 'a', text: read, executable: false }], {
            ...({ cause, role: 'server', transport: 'udp', both: true } as const),
            programs: [{ path: 'a', text: read, language }],
          }),
        ),
    ]),
  ),
  bytes: (read) => rawOf(bytesOf(Buffer.from(read, 'utf16le'))),
  'a DNS message': (read) => {
    const decoded = decodeDns(Buffer.from(read, 'latin1'));
    return decoded.ok && unless(RangeError, () => encodeDns(decoded.message));
  },
};

/** The same for what we said ourselves, or let a program say. */
const READERS_OF_OURS: Record<string, (read: string) => unknown> = {
  'a request': (read) => answersNumber('11', 11, read),
  'a sent word': (read) => answersWord('5 a', read || 'a'),
  'a sent time': (read) => sameTimeShown('x', read, DAY.getTime()),
  'a way of writing times': (read) => renderTime(DAY, read, 123),
};

function unless(allowed: new (...words: never[]) => Error, action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (error instanceof allowed) return undefined;
    throw error;
  }
}

test.each(Object.entries({ ...READERS, ...READERS_OF_OURS }))(
  'whatever is read for %s, reading it does not fail',
  (_, read) => {
    fc.assert(
      fc.property(text, (some) => void read(some)),
      { numRuns: 150 },
    );
  },
);

test('whatever a manifest holds, it is read or refused in words', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(text, (some) => void unless(UsageError, () => parseManifest(some.slice(0, 1_000), 'netgrade.yml'))),
    { numRuns: 100 },
  );
});

test('a manifest that would take for ever to read is refused', { timeout: 30_000 }, () => {
  expect(() => parseManifest('? '.repeat(600), 'netgrade.yml')).toThrow(/takes too long to read/);
});

/** What patterns look for at every beginning anew, and what they look over. */
const REPEATED = [
  ...[' ', '\t', '\n', '\r', ' \n', 'a', 'a ', 'a.', 'a/', '/a', 'a\\', 'a=', 'a:', 'a,', 'a-', 'é', '\u0301', '日'],
  ...['1', '1 ', '1.', '1,', '1:', '1-', '1e5', '0x1', '١', '11:11 ', '2033-', '1/1/', 'Jan 1 ', '1 Jan ', '+1 '],
  ...['"', "'", '`', '\\', '"a', '"\\', "b'\\x", '(', '[', '<', '{', '|', ' | ', '[-', '/*', '//', '#', '"""', '\x1b['],
  ...['::', '<Buffer 00', ' at ', ' or ', '=', '-', '--', '1) a ', 'a) a\n', '/a\n', '`a', '&', '?'],
  ...['server', 'client', 'server (', 'port ', 'usage: ', 'argv', 'could not convert "', 'numero de ', 'çık'],
  ...[
    'Traceback (most recent call last):\n',
    '  File "a", line 1\n',
    'Exception in thread "',
    '    at a.b(',
    'a.go:1:',
  ],
  ...[
    'import (\n',
    'import a, ',
    'input(',
    'recvfrom(',
    'x=x.recv(1)\n',
    'int a,',
    'socket(',
    '.on("message",',
    'new Socket ',
  ],
  ...['while ', 'class ', 'void main', 'getaddrinfo ', 'ttl '],
];
/** What a pattern looks on from, and finds nothing but blanks. */
const BEGUN = [
  ...[
    '.on("message",',
    '.on("message", function',
    'createInterface(',
    'x = {',
    'x[',
    'recvfrom(a, &',
    'int a',
    'd = s.recv(',
  ],
  ...[
    'socket.socket(',
    'input',
    'import',
    'from x',
    'new',
    'usage',
    'usage: x [',
    'port',
    '(y',
    'numero',
    'void main',
    'int(sys.argv[',
  ],
  ...['server', '1', '"x"', 'ttl', '12:30', 'Jan 1', 'result', '  File', 'x ='],
];
const HOSTILE: [before: string, piece: string, behind: string][] = [
  ...REPEATED.flatMap((piece): [string, string, string][] => [
    ['', piece, ''],
    ['usage: argv client server ', piece, 'x"\n'],
  ]),
  ...BEGUN.flatMap((begun) => [' ', '\n'].map((blank): [string, string, string] => [begun, blank, '?'])),
];
const HOSTILE_LENGTH = 32_768;
/** What takes less is not worth a measurement: a pattern that looks back over all of it at each place takes seconds. */
const AT_MOST_MS = 100;

test.each(Object.entries(READERS))(
  'whatever is read for %s, the time for it grows with its length and no faster',
  { timeout: 120_000 },
  (_, read) => {
    for (const [before, piece, behind] of HOSTILE) {
      const hostile = (length: number) => `${before}${piece.repeat(length / piece.length)}${behind}`;
      const started = process.cpuUsage();
      read(hostile(HOSTILE_LENGTH));
      const { user, system } = process.cpuUsage(started);
      if ((user + system) / 1000 <= AT_MOST_MS) continue;
      const grown = growth(HOSTILE_LENGTH / 4, (length) => read(hostile(length)));
      expect(grown, JSON.stringify([before, piece, behind])).toBeLessThan(TWICE_LINEAR);
    }
  },
);
