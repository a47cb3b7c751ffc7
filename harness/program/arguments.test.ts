import { describe, expect, test } from 'vitest';
import { type Argument, argumentsOf, asksForArguments, tookForNumber, USUAL_ARGUMENTS } from './arguments.js';

describe('asksForArguments', () => {
  test.each([
    'Usage: python server.py <port>',
    'usage: client.py [-h] host port\nclient.py: error: the following arguments are required: host, port',
    'Traceback (most recent call last):\n  File "/x/server.py", line 3, in <module>\n    port = int(sys.argv[1])\n               ~~~~~~~~^^^\nIndexError: list index out of range',
    'Traceback (most recent call last):\n  File "/x/c.py", line 3, in <module>\n    _, host, port = sys.argv\nValueError: not enough values to unpack (expected 3, got 1)',
    'Exception in thread "main" java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0\n\tat Server.main(Server.java:5)',
    'panic: runtime error: index out of range [1] with length 1\n\ngoroutine 1 [running]:\nmain.main()',
    'RangeError [ERR_SOCKET_BAD_PORT]: options.port should be >= 0 and < 65536. Received type number (NaN).',
    'Uso: servidor.py <puerto>',
    'Missing port',
  ])('%j does', (output) => {
    expect(asksForArguments(output)).toBe(true);
  });

  test.each([
    '',
    'Server is ready',
    'Traceback (most recent call last):\n  File "/x/server.py", line 9, in <module>\n    word = words[3]\nIndexError: list index out of range',
    'Traceback (most recent call last):\n  File "/x/s.py", line 2, in <module>\nTypeError: f() missing 1 required positional argument: \'x\'',
    'panic: runtime error: index out of range [5] with length 3',
    'OSError: [Errno 98] Address already in use',
  ])('%j does not', (output) => {
    expect(asksForArguments(output)).toBe(false);
  });
});

describe('tookForNumber', () => {
  test.each([
    "ValueError: invalid literal for int() with base 10: '127.0.0.1'",
    "usage: s.py [-h] port\ns.py: error: argument port: invalid int value: '127.0.0.1'",
    "ValueError: could not convert string to float: '127.0.0.1'",
    'java.lang.NumberFormatException: For input string: "127.0.0.1"',
    'strconv.Atoi: parsing "127.0.0.1": invalid syntax',
    'called `Result::unwrap()` on an `Err` value: ParseIntError { kind: InvalidDigit }',
  ])('%j tells that a host was read as a number', (output) => {
    expect(tookForNumber(output, ['127.0.0.1'])).toBe(true);
  });

  test.each([
    "ValueError: invalid literal for int() with base 10: 'abc'",
    "ValueError: invalid literal for int() with base 10: ''",
    'OSError: [Errno 99] Cannot assign requested address',
    '',
  ])('%j does not', (output) => {
    expect(tookForNumber(output, ['127.0.0.1'])).toBe(false);
  });
});

describe('argumentsOf', () => {
  test.each<[string, Argument[] | undefined]>([
    ['Usage: python client.py <host> <port>', ['host', 'port']],
    ['usage: python3 server.py PORT', ['port']],
    ['usage: client.py [-h] host port message\nclient.py: error: …', ['host', 'port', 'message']],
    ['Usage: ./client <server-ip> <port>', ['host', 'port']],
    ['usage: node client.js port host', ['port', 'host']],
    ['Usage: java Client.java <serverHost> <serverPort> <text>', ['host', 'port', 'message']],
    ['Uso: python servidor.py <puerto>', ['port']],
    ['usage: chat.py server|client', ['role']],
    ['usage: chat.py [-h] {server,client}', ['role']],
    ['Usage: java Main server|client', ['role']],
    ['Usage: python chat.py <server|client> <host> <port>', ['role', 'host', 'port']],
    ['Usage: python chat.py [server | client]', ['role']],
    ['usage: words server | words client WORD', ['=client', 'message']],
    ['Usage:\n  python words.py server\n  python words.py client <word>\n', ['=client', 'message']],
    ['Usage: node app.js --server or node app.js --client', ['=--client']],
    ['usage: words serve|chat', ['=chat']],
    ['Usage: ./words -s | -c', ['=-c']],
    ['usage: words [--listen|--connect] <host>', ['=--connect', 'host']],
    ['usage: words serve or words talk', ['=talk']],
    ['Aufruf: words server|client', ['role']],
    ['the following arguments are required', undefined],
    ['Usage: server.py', undefined],
    ['', undefined],
  ])('of %j are %j for a client', (output, kinds) => {
    expect(argumentsOf(output, 'client', 'words')).toEqual(kinds);
  });

  test('differ for a server where the message tells the roles apart', () => {
    expect(argumentsOf('usage: words server | words client WORD', 'server', 'words')).toEqual(['=server']);
    expect(argumentsOf('Usage:\n  python w.py server <port>\n  python w.py client <word>\n', 'server', 'w')).toEqual([
      '=server',
      'port',
    ]);
  });
});

test('the usual orders of arguments are tried once each', () => {
  expect(new Set(USUAL_ARGUMENTS.map(String)).size).toBe(USUAL_ARGUMENTS.length);
});

// Each of these once took minutes for the most output that is kept.
test.each(['argv', 'argv ', 'could not convert', 'invalid int value'])(
  'an output that is nothing but %j is read in one pass',
  (piece) => {
    const output = piece.repeat((256 * 1024) / piece.length);
    expect([asksForArguments(`${output}\nusage`), tookForNumber(output, ['server'])]).toEqual([true, false]);
  },
);
