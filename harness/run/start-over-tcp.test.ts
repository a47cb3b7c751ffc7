import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT, FLOODS, HERE, SERVER } from './test/floods.js';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('tcp');
});
afterAll(() => grader.close());

const UDP = 'import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n';

async function words(files: Record<string, string>): Promise<string[]> {
  return (await grader.grade(files)).checks.map(inWords);
}

test.concurrent.each<[string, Record<string, string>, string[]]>([
  ['a server as it is', { 'server.py': SERVER('("127.0.0.1", 5550)') }, ['pass got hello\n']],
  [
    'a server that takes its port as an argument',
    { 'server.py': SERVER('("", int(sys.argv[1]))') },
    ['pass got hello\n'],
  ],
  ['a client as it is', { 'client.py': CLIENT('("127.0.0.1", 5550)') }, ['pass a word\n']],
  [
    'a client that takes host and port as arguments',
    { 'client.py': CLIENT('(sys.argv[1], int(sys.argv[2]))') },
    ['pass a word\n'],
  ],
  [
    'both, on the port that both name',
    { 'server.py': SERVER('("127.0.0.1", 4711)'), 'client.py': CLIENT('("localhost", 4711)') },
    ['pass got hello\n', 'pass a word\n'],
  ],
  [
    'a server that never answers',
    { 'server.py': SERVER('("127.0.0.1", 5550)').replace(/ {2}c\.send.*\n {2}c\.close\(\)/, '  s.accept()') },
    ['no-reply: The server sent nothing back.'],
  ],
  [
    'a server that binds and does not listen',
    { 'server.py': SERVER('("127.0.0.1", 5550)').replace('s.listen()', '') },
    ['died-at-start: The server ended with an error: OSError: [Errno 22] Invalid argument (server.py, line 6).'],
  ],
  [
    'a server of datagrams',
    { 'server.py': `${UDP}s.bind(("127.0.0.1", 5550))\ns.recvfrom(9)\n` },
    ['wrong-transport: The server listens with UDP (port 5550); this task asks for TCP.'],
  ],
  [
    'a client of datagrams',
    { 'client.py': `${UDP}s.sendto(b"x", ("127.0.0.1", 5550))\ns.recvfrom(9)\n` },
    ['wrong-transport: The client speaks UDP (to port 5550); this task asks for TCP.'],
  ],
  [
    'a client that connects where nobody is told to be',
    { 'client.py': CLIENT('("127.0.0.1", 5550 + 7)') },
    [
      'died-at-start: The client ended with an error: ConnectionRefusedError: [Errno 111] Connection refused (client.py, line 3).',
    ],
  ],
])('%s', async (_, files, expected) => {
  expect(await words(files)).toEqual(expected);
});

const END = /^(pass|output-flood: The program sent without end and was stopped\.|sockets: )/;

test.each(FLOODS)('a program that $title is stopped, and its neighbour passes', async ({ files }) => {
  const neighbour = { 'server.py': SERVER(HERE), 'client.py': CLIENT(HERE) };
  const [hostile, ...others] = await Promise.all([files, neighbour, neighbour].map((one) => grader.grade(one)));
  expect(hostile!.checks.map(inWords)).toEqual([expect.stringMatching(END)]);
  expect(JSON.stringify(hostile).length).toBeLessThan(16 * 2 ** 20);
  for (const { checks } of others)
    expect(checks.map(inWords)).toEqual([
      expect.stringMatching(/^pass got hello/),
      expect.stringMatching(/^pass a word/),
    ]);
});
