import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('tcp');
});
afterAll(() => grader.close());

const SERVER = (address: string) => `import socket, sys
s = socket.socket()
s.bind(${address})
s.listen()
while True:
  c, a = s.accept()
  c.send(b"got " + c.recv(99))
  c.close()
`;
const CLIENT = (address: string) => `import socket, sys
s = socket.socket()
s.connect(${address})
s.sendall(b"a word\\n")
print(s.recv(99))
`;
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

const HERE = '("127.0.0.1", 5550)';
const END = /^(pass|output-flood: The program sent without end and was stopped\.|sockets: )/;

test.each<[string, Record<string, string>]>([
  ['a client that sends one line of a gigabyte', { 'client.py': CLIENT(HERE).replace('b"a word\\n"', 'b"x" * 10**9') }],
  [
    'a client that sends one byte a second',
    {
      'client.py': CLIENT(HERE).replace(
        's.sendall(b"a word\\n")',
        'import time\nwhile True: s.send(b"x"); time.sleep(1)',
      ),
    },
  ],
  [
    'a client that connects and resets without end',
    {
      'client.py': `import socket, struct\nwhile True:\n  s = socket.socket(); s.connect(${HERE}); s.send(b"w")\n  s.setsockopt(1, 13, struct.pack("ii", 1, 0)); s.close()\n`,
    },
  ],
  [
    'a client that holds as many connections as it can',
    {
      'client.py': `import os, socket, time\nfor _ in range(3): os.fork()\nheld = []\ntry:\n  while True: held.append(socket.create_connection(${HERE}))\nexcept OSError: time.sleep(9)\n`,
    },
  ],
  [
    'a server that answers without end',
    {
      'server.py': SERVER(HERE).replace('c.send(b"got " + c.recv(99))', '\n  while True: c.sendall(b"got it" * 9999)'),
    },
  ],
])('%s is stopped, and its neighbour passes', async (_, files) => {
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
