import { describe, expect, test } from 'vitest';
import type { Language } from '../program/languages.js';
import { type SlipCode, slipsIn } from './slips.js';
import type { CauseCode, Role } from './verdict.js';

interface Given {
  cause?: CauseCode;
  role?: Role;
  transport?: string;
  both?: boolean;
}

function found(
  language: Language,
  text: string,
  { cause = 'no-reply', role = 'server', transport = 'udp', both = false }: Given = {},
) {
  const programs = [{ path: 'server', language, text }];
  return slipsIn([], { cause, role, transport, both, programs }).map(({ code, line }) => [code, line]);
}

const RECEIVE = 'data, address = s.recvfrom(1024)\n';

test.each<[SlipCode, Language, string, number, Given?]>([
  ['family-for-type', 'python', '#\ns = socket.socket(socket.SOCK_DGRAM)', 2, { cause: 'wrong-transport' }],
  ['no-kind', 'python', 's = socket.socket()', 1, { cause: 'wrong-transport' }],
  ['wrong-kind', 'python', 's = socket.socket(socket.AF_INET, socket.SOCK_STREAM)', 1, { cause: 'wrong-transport' }],
  ['wrong-kind', 'c', 'int s = socket(AF_INET, SOCK_DGRAM, 0);', 1, { cause: 'wrong-transport', transport: 'tcp' }],
  ['code-fence', 'python', '```python\nimport socket', 1, { cause: 'does-not-build' }],
  ['prompt-copied', 'python', ': #server\nimport socket', 1, { cause: 'does-not-build' }],
  ['input-before-receive', 'python', 's.bind(a)\nx = input("?")\nd, a = s.recvfrom(9)', 2],
  ['receive-before-loop', 'python', `${RECEIVE}while True:\n    s.sendto(b"x", address)`, 1],
  [
    'accept-before-loop',
    'python',
    'c, a = s.accept()\nwhile True:\n    c.recv(9)',
    1,
    { cause: 'not-concurrent', transport: 'tcp' },
  ],
  ['not-called', 'python', 'c.send(b"x")\nc.close', 2, { cause: 'not-closed', transport: 'tcp' }],
  ['constant-destination', 'python', `${RECEIVE}s.sendto(x.encode("UTF-8"), ("127.0.0.1", 5551))`, 2],
  ['listener-used', 'python', 's.listen(5)\nc, a = s.accept()\ns.send(b"x")', 3, { transport: 'tcp' }],
  ['constant-destination', 'java', 's.send(new DatagramPacket(r, r.length, InetAddress.getLocalHost(), 5550));', 1],
  ['constant-destination', 'node', 's.send("x", 5551, "127.0.0.1");', 1],
  ['bytes-compared', 'python', `${RECEIVE}if data == "hello":\n  pass`, 2],
  ['bytes-compared', 'python', `${RECEIVE}a, op, b = data.split()\nif op == "+":\n  pass`, 3, { cause: 'mismatch' }],
  ['bytes-compared', 'python', `'''\nnotes\n'''\n${RECEIVE}if "hello" != data:\n  pass`, 5],
  ['bytes-as-text', 'python', `${RECEIVE}text = str(data)`, 2, { cause: 'mismatch' }],
  ['buffer-compared', 'node', 's.on("message", (msg, r) => {\n  if (msg === "time") s.send("x");\n});', 2],
  ['text-compared', 'java', 'if (word == "time") {}', 1],
  ['whole-buffer', 'java', 'String t = new String(packet.getData());', 1, { cause: 'mismatch' }],
  ['line-wanted', 'java', 'String w = in.readLine();', 1, { transport: 'tcp' }],
  ['no-flush', 'java', 'PrintWriter out = new PrintWriter(s.getOutputStream());', 1],
  ['no-flush', 'go', 'w := bufio.NewWriter(conn)', 1],
  ['no-htons', 'c', 'a.sin_port = 5550;', 1, { cause: 'never-sent' }],
  ['length-unset', 'c', 'socklen_t len;\nrecvfrom(s, b, 9, 0, (struct sockaddr *)&from, &len);', 1],
  ['received-not-ended', 'c', 'n = recvfrom(s, b, 9, 0, 0, 0);\nprintf("%s", b);', 1, { cause: 'stale' }],
  [
    'both-in-one',
    'python',
    `s.bind(a)\n${RECEIVE}c.sendto(b"x", a)`,
    2,
    { cause: 'never-sent', role: 'client', both: true },
  ],
])('%s is seen in %s: %j', (code, language, text, line, given) => {
  expect(found(language, text, given)).toContainEqual([code, line]);
});

describe('nothing is said of', () => {
  test.each<[string, Language, string, Given?]>([
    [
      'bytes that are decoded',
      'python',
      `${RECEIVE}data = data.decode("UTF-8")\nif data == "hello":\n  print(str(data))`,
      { cause: 'mismatch' },
    ],
    ['bytes made text with their encoding', 'python', `${RECEIVE}data = str(data, "UTF-8")\nif data == "x":\n  pass`],
    ['bytes compared with bytes', 'python', `${RECEIVE}if data == b"hello":\n  pass`],
    ['parts that are decoded', 'python', `${RECEIVE}a, op, b = data.decode().split()\nif op == "+":\n  pass`],
    ['a slip in a remark', 'python', `# s = socket.socket(socket.SOCK_DGRAM)\n${RECEIVE}`],
    ['a loop that receives', 'python', `while True:\n  ${RECEIVE}  s.sendto(b"x", address)`],
    ['an answer to the asker', 'python', `${RECEIVE}s.sendto(b"x", address)`],
    ['the constant address of a client', 'python', 's.sendto(b"x", ("127.0.0.1", 5550))', { role: 'client' }],
    [
      'the TCP socket of a TCP program',
      'python',
      's = socket.socket()',
      { cause: 'wrong-transport', transport: 'tcp' },
    ],
    ['an answer that is typed after it has received', 'python', `${RECEIVE}x = input("?")`],
    ['the socket that accept returned', 'python', 's.listen(5)\nc, a = s.accept()\nc.send(b"x")', { transport: 'tcp' }],
    ['the address of the asker', 'java', 'new DatagramPacket(r, r.length, p.getAddress(), p.getPort());'],
    ['the address of the asker', 'node', 's.send("x", rinfo.port, rinfo.address);'],
    ['htons', 'c', 'a.sin_port = htons(5550);', { cause: 'never-sent' }],
    [
      'a length that is set',
      'c',
      'socklen_t len = sizeof from;\nrecvfrom(s, b, 9, 0, (struct sockaddr *)&from, &len);',
    ],
    ['a writer that flushes by itself', 'java', 'PrintWriter out = new PrintWriter(s.getOutputStream(), true);'],
    ['a Buffer made text', 'node', 's.on("message", (msg) => { if (msg.toString() === "x") {} });'],
    [
      'one program that is told its role',
      'python',
      `if sys.argv[1] == "server":\n  s.bind(a)\n  ${RECEIVE}`,
      { both: true },
    ],
  ])('%s', (_, language, text, given) => {
    expect(found(language, text, given)).toEqual([]);
  });
});

test('a slip is told only for a failure that it can lead to', () => {
  const text = `${RECEIVE}if data == "hello":\n  pass`;
  expect(found('python', text, { cause: 'no-reply' })).not.toEqual([]);
  expect(found('python', text, { cause: 'not-closed' })).toEqual([]);
});

describe('where there is no program', () => {
  const files = [
    { path: 'client.py', text: '# s.bind(a)\n# more', executable: false },
    { path: 'hello/__init__.py', text: '', executable: false },
    { path: 'world/__init__.py', text: '"""A package."""', executable: false },
    { path: 'notes.txt', text: '', executable: false },
    { path: 'server.py', text: ' \n', executable: false },
  ];
  const given = (role: Role) =>
    slipsIn(files, { cause: 'no-program', role, transport: 'udp', both: false, programs: [] });

  test('empty files and files of comments are named, the one of the role first', () => {
    expect(given('server')).toEqual([
      { code: 'empty-file', file: 'server.py' },
      { code: 'commented-out', file: 'client.py' },
    ]);
    expect(given('client')[0]).toEqual({ code: 'commented-out', file: 'client.py' });
  });
});
