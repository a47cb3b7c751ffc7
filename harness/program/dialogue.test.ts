import { describe, expect, test } from 'vitest';
import {
  type ArgumentKind,
  argumentsOf,
  asksForArguments,
  roleChoice,
  tookForNumber,
  USUAL_ARGUMENTS,
  type Wish,
  wishOf,
} from './dialogue.js';

describe('wishOf', () => {
  test.each<[string, Wish]>([
    ['Enter the server address: ', 'host'],
    ['Host? ', 'host'],
    ['IP: ', 'host'],
    ['hostname [localhost]: ', 'host'],
    ['Dirección del servidor: ', 'host'],
    ['Endereço do servidor: ', 'host'],
    ['عنوان الخادم: ', 'host'],
    ['服务器: ', 'host'],
    ['Port: ', 'port'],
    ['enter port number> ', 'port'],
    ['Port of the server: ', 'port'],
    ['Port no. [5550]: ', 'port'],
    ['Número de puerto: ', 'port'],
    ['Puerto: ', 'port'],
    ['Porta: ', 'port'],
    ['منفذ: ', 'port'],
    ['端口: ', 'port'],
    ['enter your message:\n|', 'other'],
    ['Message to the server: ', 'other'],
    ['Your reply to the client at this address: ', 'other'],
    ['Expression (server computes): ', 'other'],
    ['Nachricht an den Server: ', 'other'],
    ['رسالة: ', 'other'],
    ['Message for port number 5550: ', 'other'],
    ['Enter the first number: ', 'other'],
    ['Report: ', 'other'],
    ['ship: ', 'other'],
    ['> ', 'other'],
    ['', 'other'],
  ])('after %j a program wants: %s', (output, wish) => {
    expect(wishOf(output)).toBe(wish);
  });

  test('only the last line that says something counts', () => {
    expect(wishOf('Host: localhost\nPort: ')).toBe('port');
    expect(wishOf('Port: 5550\nYour word? ')).toBe('other');
    expect(wishOf('Started.\r\nPort:\r\n\r\n')).toBe('port');
  });
});

describe('roleChoice', () => {
  test.each<[string, string, string]>([
    ['1. Server\n2. Client\n> ', '1', '2'],
    ['[1] start the server\n[2] start the client\n', '1', '2'],
    ['(s) server, (c) client: ', 's', 'c'],
    ['Press s for server or c for client', 'server', 'client'],
    ['server (s) or client (c)? ', 's', 'c'],
    ['(s)erver or (c)lient? ', 's', 'c'],
    ['[S]erver / [C]lient: ', 'S', 'C'],
    ['Server=0 Client=1: ', '0', '1'],
    ['1) Servidor\n2) Cliente\n', '1', '2'],
    ['1 - Run server\n2 - Run client\n', '1', '2'],
    ['Are you the client or the server? ', 'server', 'client'],
  ])('of %j a server is %j and a client %j', (prompt, server, client) => {
    expect([roleChoice(prompt, 'server'), roleChoice(prompt, 'client')]).toEqual([server, client]);
  });

  test.each(['Server address: ', 'client name? ', ''])('%j leaves no choice between the two', (prompt) => {
    expect(roleChoice(prompt, 'server')).toBeUndefined();
  });
});

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
  test.each<[string, ArgumentKind[] | undefined]>([
    ['Usage: python client.py <host> <port>', ['host', 'port']],
    ['usage: python3 server.py PORT', ['port']],
    ['usage: client.py [-h] host port message\nclient.py: error: …', ['host', 'port', 'message']],
    ['Usage: ./client <server-ip> <port>', ['host', 'port']],
    ['usage: node client.js port host', ['port', 'host']],
    ['Usage: java Client.java <serverHost> <serverPort> <text>', ['host', 'port', 'message']],
    ['Uso: python servidor.py <puerto>', ['port']],
    ['usage: chat.py server|client', ['role']],
    ['Usage: python chat.py <server|client> <host> <port>', ['role', 'host', 'port']],
    ['Usage: python chat.py [server | client]', ['role']],
    ['the following arguments are required', undefined],
    ['Usage: server.py', undefined],
    ['', undefined],
  ])('of %j are %j', (output, kinds) => {
    expect(argumentsOf(output)).toEqual(kinds);
  });
});

test('the usual orders of arguments are tried once each', () => {
  expect(new Set(USUAL_ARGUMENTS.map(String)).size).toBe(USUAL_ARGUMENTS.length);
});
