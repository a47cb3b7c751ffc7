import { encode } from 'dns-packet';
import { bytesOf } from '../../../../harness/wire/bytes.js';
import type { TranscriptEvent } from '../../../../harness/wire/transcript.js';
import type { CheckResult, Result } from '../../../result/result.js';

const SERVER = { party: 'server', address: '127.0.0.1', port: 5550 };
const PEER = { party: 'peer', address: '127.0.0.1', port: 49_213 };

const base: Omit<Result, 'assignment' | 'assignmentTitle' | 'checks' | 'score'> = {
  schema: 'netgrade/result/v1',
  tool: 'netgrade 0.1.0',
  submission: { name: 'amira-haddad', files: ['server.py', 'client.py'] },
  seed: 'k3v9-71xq',
  isolation: 'namespaces (own network, processes, files)',
  isolationMissing: [],
  startedAt: '2026-03-09T14:05:59Z',
  durationMs: 4182,
  state: 'graded',
  maxScore: 100,
  conventions: {
    server: ['The server was started as `python3 server.py`, without arguments.', 'It listened on UDP port 5550.'],
    client: ['The client was started as `python3 client.py`.', 'It was asked for a line and got `hello Server`.'],
  },
  notes: [],
};

type CheckParts = Partial<CheckResult> & Pick<CheckResult, 'id' | 'role' | 'title' | 'state' | 'maxPoints'>;

/** A check with what every check has. */
export function check(parts: CheckParts): CheckResult {
  return { points: parts.state === 'pass' ? parts.maxPoints : 0, kind: 'core', durationMs: 137, ...parts };
}

/** A result whose score is the sum of its points. */
export function resultOf(parts: Partial<Result> & Pick<Result, 'assignment' | 'assignmentTitle' | 'checks'>): Result {
  const score = parts.checks.reduce((sum, one) => sum + one.points, 0);
  return { ...base, score: Math.min(score, 100), ...parts };
}

/** Text printed by a program. */
export function prints(atMs: number, party: string, text: string): TranscriptEvent {
  return { atMs, type: 'stdout', party, data: bytesOf(text) };
}

function datagram(atMs: number, from: typeof PEER, to: typeof PEER, data: string | Uint8Array): TranscriptEvent {
  return { atMs, type: 'datagram', from, to, data: bytesOf(data) };
}

const started: TranscriptEvent[] = [
  { atMs: 0.3, type: 'start', party: 'server', command: 'python3 server.py' },
  prints(41.2, 'server', 'Server is ready\n'),
  { atMs: 42.8, type: 'listen', party: 'server', transport: 'udp', address: '127.0.0.1', port: 5550 },
];

const clientRun: TranscriptEvent[] = [
  { atMs: 0.2, type: 'start', party: 'client', command: 'python3 client.py' },
  prints(38.1, 'client', 'Enter your message: '),
  { atMs: 39.0, type: 'stdin', party: 'client', data: bytesOf('grüße an den Server\n') },
  datagram(
    39.9,
    { party: 'client', address: '127.0.0.1', port: 40_122 },
    { ...PEER, port: 5550 },
    'grüße an den Server',
  ),
  datagram(41.5, { ...PEER, port: 5550 }, { party: 'client', address: '127.0.0.1', port: 40_122 }, 'quartz meadow 731'),
  prints(42.4, 'client', "Reply from server: quartz meadow 731\nAddress: ('127.0.0.1', 5550)\n"),
  { atMs: 48.0, type: 'exit', party: 'client', code: 0, signal: null },
];

/** A UDP hello whose server answers to a fixed port instead of the asker's. */
export const udpHello: Result = resultOf({
  assignment: 'udp-hello',
  assignmentTitle: 'UDP hello',
  checks: [
    check({
      id: 'prints-what-arrives',
      role: 'server',
      title: 'prints the text of a datagram that arrives',
      rule: 'General UDP client–server: `recvfrom` gives the data and the address it came from; the server prints the data.',
      state: 'pass',
      maxPoints: 20,
      transcript: [
        ...started,
        datagram(44.1, PEER, SERVER, 'lantern orchid 288'),
        prints(45.0, 'server', 'Client says: lantern orchid 288\n'),
        datagram(45.2, SERVER, { ...PEER, party: 'another port', port: 6000 }, 'Hello Client'),
        { atMs: 51.0, type: 'exit', party: 'server', code: 0, signal: null },
      ],
    }),
    check({
      id: 'replies-to-the-asker',
      role: 'server',
      title: 'sends its greeting to the address the datagram came from',
      rule: 'General UDP client–server: `server_socket.sendto(message, address)` with the address that `recvfrom` returned.',
      state: 'fail',
      maxPoints: 30,
      durationMs: 2391,
      cause: {
        code: 'misdirected-reply',
        summary: 'The server sent its reply to port 6000, but the datagram came from port 49213.',
        sent: bytesOf('copper falcon 902'),
        expected: 'one datagram with a greeting, to 127.0.0.1:49213',
        received: bytesOf('Hello Client'),
      },
      explanation: 'The greeting left the server, but its asker waited for 2 s and never got it.',
      hint: 'The port of the reply is written into the program. A client’s port is chosen by the system and differs each time: reply to the address that `recvfrom` returned, `sendto(reply, address)`.',
      transcript: [
        ...started,
        datagram(44.6, PEER, SERVER, 'copper falcon 902'),
        prints(45.9, 'server', 'Client says: copper falcon 902\n'),
        datagram(46.1, SERVER, { ...PEER, party: 'another port', port: 6000 }, 'Hello Client'),
        { atMs: 51.7, type: 'exit', party: 'server', code: 0, signal: null },
        { atMs: 2046.9, type: 'note', party: 'peer', text: 'no reply within 2 s' },
      ],
    }),
    check({
      id: 'survives-empty-datagram',
      role: 'server',
      title: 'answers an empty datagram too',
      state: 'skip',
      maxPoints: 5,
      kind: 'robust',
      durationMs: 0,
      explanation: 'Not run: `replies-to-the-asker` did not pass.',
    }),
    check({
      id: 'sends-greeting',
      role: 'client',
      title: 'sends a greeting to the server’s port',
      state: 'pass',
      maxPoints: 20,
      transcript: clientRun,
    }),
    check({
      id: 'prints-reply',
      role: 'client',
      title: 'prints the reply',
      state: 'pass',
      maxPoints: 15,
      transcript: clientRun,
    }),
    check({
      id: 'prints-address',
      role: 'client',
      title: 'prints the address that the reply came from',
      state: 'pass',
      maxPoints: 10,
      transcript: clientRun,
    }),
  ],
});

const divisionWords = ['9 / 4', '2.25'] as const;

/** A calculator that divides whole numbers, dies of nonsense, and was not fully graded. */
export const calculator: Result = resultOf({
  assignment: 'udp-calculator',
  assignmentTitle: 'UDP calculator',
  submission: { name: 'Группа 4 — Ольга & Дмитрий', files: ['src/calc_server.py', 'src/calc_client.py', 'README.txt'] },
  state: 'provisional',
  isolation: 'none',
  isolationMissing: [
    'The programs could reach the network of this machine.',
    'Two submissions could not be graded at the same time.',
  ],
  notes: ['The server speaks the format `5 + 6`; the format `(+, 5, 6)` was not needed.'],
  checks: [
    check({ id: 'adds', role: 'server', title: 'adds two whole numbers', state: 'pass', maxPoints: 20 }),
    check({
      id: 'divides',
      role: 'server',
      title: 'divides, with a decimal result where there is one',
      rule: 'Homework “Calculator over UDP”: the result of `7 / 2` is `3.5`.',
      state: 'fail',
      maxPoints: 20,
      cause: {
        code: 'mismatch',
        summary: `The server answered “2”, but ${divisionWords[0]} is ${divisionWords[1]}.`,
        sent: bytesOf(divisionWords[0]),
        expected: divisionWords[1],
        received: bytesOf('2'),
        differsAt: 1,
      },
      hint: 'In Python, `//` drops the decimals; `/` keeps them. `int(…)` around the result does the same.',
      transcript: [
        ...started,
        datagram(44.6, PEER, SERVER, '9 / 4'),
        prints(45.1, 'server', "received b'9 / 4'\n"),
        datagram(45.6, SERVER, PEER, '2'),
      ],
    }),
    check({
      id: 'survives-nonsense',
      role: 'server',
      title: 'answers a request that makes no sense in words and lives on',
      state: 'fail',
      maxPoints: 10,
      kind: 'robust',
      cause: {
        code: 'crashed',
        summary: 'The server ended with exit code 1 after the request “what is love”.',
        sent: bytesOf('what is love'),
        expected: 'an answer in words, and a server that lives on',
        lastWords:
          'Traceback (most recent call last):\n  File "calc_server.py", line 14, in <module>\n    a, op, b = data.decode().split()\nValueError: too many values to unpack (expected 3)\n',
      },
      hint: 'Put the parsing into `try: … except ValueError:` and send a sentence back.',
      transcript: [
        ...started,
        datagram(44.6, PEER, SERVER, 'what is love and what is it not, said the poet to a calculator one evening'),
        {
          atMs: 46.0,
          type: 'stderr',
          party: 'server',
          data: bytesOf(
            'Traceback (most recent call last):\n  File "calc_server.py", line 14, in <module>\n    a, op, b = data.decode().split()\nValueError: too many values to unpack (expected 3)\n',
          ),
        },
        { atMs: 52.2, type: 'exit', party: 'server', code: 1, signal: null },
        {
          atMs: 1052.9,
          type: 'note',
          party: 'peer',
          text: 'no reply within 1 s, and the server is gone: nothing listens on its port',
        },
      ],
    }),
    check({
      id: 'sends-expression',
      role: 'client',
      title: 'sends the computation that its user typed',
      state: 'error',
      points: 0,
      maxPoints: 25,
      explanation: 'The arena could not be made: too many open files. This is the grader’s failure, not yours.',
    }),
    check({
      id: 'prints-result',
      role: 'client',
      title: 'prints the result that the server sent',
      state: 'fail',
      maxPoints: 25,
      points: 0,
      cause: {
        code: 'mismatch',
        summary: 'The client printed its own result instead of the one the server sent.',
        expected: 'Result: the answer of the server to your question is 4127.5',
        received: bytesOf('Result: the answer of the server to your question is 11.0\r\n'),
        differsAt: 53,
      },
      transcript: clientRun,
    }),
  ],
});

const words = ['obsidian', 'тетрадь', 'kiwi', 'marzipan'];

function fourClients(): TranscriptEvent[] {
  const listener = { party: 'server', address: '192.168.1.7', port: 9999 };
  const peers = words.map((_, i) => ({ party: `peer ${i + 1}`, address: '192.168.1.7', port: 41_000 + 17 * i }));
  return [
    { atMs: 0.3, type: 'start', party: 'server', command: 'java Server.java' },
    { atMs: 612.4, type: 'listen', party: 'server', transport: 'tcp', address: '192.168.1.7', port: 9999 },
    ...peers.map(
      (peer, i): TranscriptEvent => ({ atMs: 613 + i, type: 'connect', connection: i + 1, from: peer, to: listener }),
    ),
    ...peers.map(
      (peer, i): TranscriptEvent => ({
        atMs: 620 + i * 1.3,
        type: 'segment',
        connection: i + 1,
        from: peer,
        to: listener,
        data: bytesOf(words[i]!),
      }),
    ),
    ...peers.flatMap((peer, i): TranscriptEvent[] =>
      i === 3
        ? [{ atMs: 633, type: 'reset', connection: 4, from: listener, to: peer }]
        : [
            prints(625 + i * 2, 'server', `client ${i + 1}: ${words[i]}\n`),
            {
              atMs: 626 + i * 2,
              type: 'segment',
              connection: i + 1,
              from: listener,
              to: peer,
              data: bytesOf(`Length: ${words[i]!.length}, first character: ${words[i]![0]}\n`),
            },
            { atMs: 626.4 + i * 2, type: 'close', connection: i + 1, from: listener, to: peer },
          ],
    ),
    { atMs: 640, type: 'exit', party: 'server', code: null, signal: 'SIGSEGV' },
    { atMs: 2640, type: 'note', party: 'peer 4', text: 'connection reset before an answer came' },
  ];
}

/** Four clients at once; the fourth is turned away. */
export const tcpWords: Result = resultOf({
  assignment: 'tcp-words',
  assignmentTitle: 'TCP words, four clients',
  submission: { name: 'liu-wei', files: ['Server.java', 'Client.java'] },
  checks: [
    check({
      id: 'answers-four-clients',
      role: 'server',
      title: 'answers four clients that are connected at the same time',
      rule: 'Homework “Four clients”: the server replies to each client with the number of characters and the first character.',
      state: 'fail',
      maxPoints: 40,
      cause: {
        code: 'not-concurrent',
        summary: 'Three of four clients got an answer; the fourth connection was reset.',
        sent: bytesOf('marzipan'),
        expected: '8 and m',
        received: bytesOf(''),
      },
      hint: 'The loop accepts three clients: `for (int i = 1; i < 4; i++)` runs three times.',
      transcript: fourClients(),
    }),
    check({
      id: 'counts-characters',
      role: 'server',
      title: 'counts characters, not bytes',
      state: 'pass',
      maxPoints: 20,
    }),
    check({
      id: 'prints-own-answer',
      role: 'client',
      title: 'prints its own answer, each of the four',
      state: 'pass',
      maxPoints: 40,
      transcript: [1, 2, 3, 4].flatMap((n): TranscriptEvent[] => [
        { atMs: n * 3, type: 'start', party: n === 1 ? 'client' : `client ${n}`, command: 'java Client.java' },
        {
          atMs: 400 + n,
          type: 'connect',
          connection: n,
          from: { party: n === 1 ? 'client' : `client ${n}`, address: '127.0.0.1', port: 50_000 + n },
          to: { ...PEER, port: 9999 },
        },
        {
          atMs: 410 + n,
          type: 'segment',
          connection: n,
          from: { party: n === 1 ? 'client' : `client ${n}`, address: '127.0.0.1', port: 50_000 + n },
          to: { ...PEER, port: 9999 },
          data: bytesOf(words[n - 1]!),
        },
        {
          atMs: 420 + n,
          type: 'segment',
          connection: n,
          to: { party: n === 1 ? 'client' : `client ${n}`, address: '127.0.0.1', port: 50_000 + n },
          from: { ...PEER, port: 9999 },
          data: bytesOf(`${n + 40} z`),
        },
        prints(430 + n, n === 1 ? 'client' : `client ${n}`, `${n + 40} z\n`),
      ]),
    }),
  ],
});

function dnsRun(): TranscriptEvent[] {
  const script = { party: 'script', address: '10.77.0.2', port: 38_311 };
  const resolver = { party: 'resolver', address: '10.77.0.1', port: 53 };
  const question = { type: 'A' as const, name: 'www.maple-481.test' };
  return [
    { atMs: 0.4, type: 'start', party: 'script', command: 'python3 lookup.py maple-481.test' },
    datagram(71.2, script, resolver, encode({ type: 'query', id: 4711, questions: [question] })),
    datagram(
      71.9,
      resolver,
      script,
      encode({
        type: 'response',
        id: 4711,
        questions: [question],
        answers: [{ ...question, ttl: 300, data: '10.9.8.7' }],
      }),
    ),
    prints(72.5, 'script', 'A 10.9.8.7\n'),
    datagram(
      74.1,
      script,
      resolver,
      encode({ type: 'query', id: 4712, questions: [{ type: 'MX', name: 'maple-481.test' }] }),
    ),
    datagram(
      74.5,
      resolver,
      script,
      encode({
        type: 'response',
        id: 4712,
        questions: [{ type: 'MX', name: 'maple-481.test' }],
        answers: [
          { type: 'MX', name: 'maple-481.test', ttl: 600, data: { preference: 10, exchange: 'mail.maple-481.test' } },
        ],
      }),
    ),
    datagram(
      76.0,
      script,
      resolver,
      encode({ type: 'query', id: 4713, questions: [{ type: 'A', name: 'nowhere.test' }] }),
    ),
    datagram(
      76.3,
      resolver,
      script,
      encode({ type: 'response', id: 4713, flags: 3, questions: [{ type: 'A', name: 'nowhere.test' }] }),
    ),
    {
      atMs: 77,
      type: 'stderr',
      party: 'script',
      data: bytesOf('dns.resolver.NXDOMAIN: The DNS query name does not exist: nowhere.test.\n'),
    },
    { atMs: 90, type: 'exit', party: 'script', code: 1, signal: null },
  ];
}

/** DNS look-ups: MX not printed. */
export const dnsRecords: Result = resultOf({
  assignment: 'dns-records',
  assignmentTitle: 'DNS records',
  submission: { name: 'sam-okafor', files: ['lookup.py'] },
  conventions: { script: ['The program was started as `python3 lookup.py maple-481.test`.'] },
  checks: [
    check({
      id: 'prints-a',
      role: 'script',
      title: 'prints every A record',
      state: 'pass',
      maxPoints: 50,
      transcript: dnsRun(),
    }),
    check({
      id: 'prints-mx',
      role: 'script',
      title: 'prints every MX record',
      state: 'fail',
      maxPoints: 50,
      transcript: dnsRun(),
      rule: 'DNS records, “MX”: preference and mail server of the domain.',
      cause: {
        code: 'not-printed',
        summary: 'The MX record came, but the program did not print `mail.maple-481.test`.',
        expected: '10 mail.maple-481.test',
        received: bytesOf('A 10.9.8.7\n'),
      },
    }),
  ],
});

/** Everything passed, with a bonus. */
export const perfect: Result = resultOf({
  assignment: 'udp-hello',
  assignmentTitle: 'UDP hello',
  submission: { name: 'noor-van-dijk', files: ['server.py', 'client.py'] },
  checks: udpHello.checks.map((one) => {
    const { cause: _cause, explanation: _explanation, hint: _hint, ...rest } = one;
    return { ...rest, state: 'pass' as const, points: one.maxPoints, transcript: clientRun };
  }),
});

/** Output that floods: thousands of lines, and one very long line. */
export const flood: Result = resultOf({
  assignment: 'udp-chat',
  assignmentTitle: 'UDP chat',
  submission: {
    name: 'flood',
    files: Array.from({ length: 60 }, (_, i) => `node_modules/some-package/lib/file-${i}.js`),
  },
  checks: [
    check({
      id: 'takes-turns',
      role: 'server',
      title: 'takes turns',
      state: 'fail',
      maxPoints: 100,
      cause: {
        code: 'mismatch',
        summary: 'The reply differs at byte 3001.',
        sent: bytesOf('x'.repeat(3000)),
        expected: `${'a'.repeat(3000)}b`,
        received: bytesOf(`${'a'.repeat(3000)}c${'d'.repeat(3000)}`),
        differsAt: 3000,
      },
      transcript: [
        ...started,
        ...Array.from({ length: 600 }, (_, i): TranscriptEvent[] => [
          prints(50 + i * 20, 'server', `line ${i} ${'waiting '.repeat(i % 7)}\n`),
          datagram(51 + i * 20, PEER, SERVER, `turn ${i}`),
          datagram(52 + i * 20, SERVER, PEER, `answer ${i}`),
        ]).flat(),
        prints(13_000, 'server', 'z'.repeat(40_000)),
      ],
    }),
  ],
});

/** What a program prints to get at the reader or the page. */
export const HOSTILE =
  '<script>window.hacked=1</script></script><img src=x onerror="window.hacked=2">]]><!--\u001b[31mred\u001b[0m \u202egnp.exe \u2028 \u0000 &amp; "\'`';

/** The same hostile text in every field that a submission can influence. */
export const hostile: Result = resultOf({
  assignment: 'udp-hello',
  assignmentTitle: 'UDP hello',
  submission: { name: `eve ${HOSTILE}`, files: [`${HOSTILE}.py`] },
  notes: [`Note ${HOSTILE}`],
  conventions: { server: [`Started as ${HOSTILE}`] },
  checks: [
    check({
      id: 'prints',
      role: 'server',
      title: 'prints what arrives',
      state: 'fail',
      maxPoints: 100,
      rule: HOSTILE,
      hint: HOSTILE,
      explanation: `Because ${HOSTILE}`,
      cause: {
        code: 'mismatch',
        summary: `It printed ${HOSTILE}`,
        sent: bytesOf(HOSTILE),
        expected: HOSTILE,
        received: bytesOf(`${HOSTILE}!`),
        differsAt: Buffer.byteLength(HOSTILE),
        lastWords: HOSTILE,
      },
      transcript: [
        { atMs: 0, type: 'start', party: 'server', command: HOSTILE },
        { atMs: 1, type: 'stdin', party: 'server', data: bytesOf(HOSTILE) },
        prints(20, 'server', HOSTILE),
        { atMs: 40, type: 'stderr', party: 'server', data: bytesOf(HOSTILE) },
        datagram(60, PEER, SERVER, HOSTILE),
        { atMs: 70, type: 'connect', connection: 1, from: PEER, to: SERVER },
        {
          atMs: 71,
          type: 'segment',
          connection: 1,
          from: SERVER,
          to: PEER,
          data: bytesOf(Buffer.from([0, 255, 254, 60, 115, 62])),
        },
        { atMs: 90, type: 'note', party: 'peer', text: HOSTILE },
      ],
    }),
  ],
});
