import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

const IMPORTS = 'import argparse, os, signal, socket, sys, threading, time\n';
const SOCKET = 's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n';
/** A client that sends the message that the first expression makes to the address that the second one makes. */
const sends = (message: string, address = '("127.0.0.1", 5550)', before = '') =>
  `${IMPORTS}${before}\n${SOCKET}s.sendto(${message}, ${address})\nprint(s.recvfrom(999))\n`;
const SERVER = (port: string) =>
  `${IMPORTS}${SOCKET}s.bind(("127.0.0.1", ${port}))\nwhile True:\n  d, a = s.recvfrom(99)\n  s.sendto(d, a)\n`;

async function graded(client: string, options = {}): Promise<{ words: string; conventions: string[] }> {
  const { checks, conventions } = await grader.grade({ 'client.py': client }, options);
  return { words: inWords(checks[0]!), conventions: conventions.client?.slice(1) ?? [] };
}

const AS_IT_IS = 'Started as it is, without arguments.';
const TO_5550 = 'Looks for its server on UDP port 5550.';
const TO_TOLD = expect.stringMatching(/^Looks for its server on UDP port 2\d{4}\.$/);
const TYPED = 'Asks for its input at the terminal.';

describe.concurrent('a client is brought to speak', () => {
  test.each<[string, string, string, unknown[]]>([
    ['as it is', sends('b"hi"'), 'hi', [AS_IT_IS, TO_5550]],
    ['to localhost by name', sends('b"hi"', '("localhost", 5550)'), 'hi', [AS_IT_IS, TO_5550]],
    ['to the name of its machine', sends('b"hi"', '(socket.gethostname(), 5550)'), 'hi', [AS_IT_IS, TO_5550]],
    ['a second after its start', sends('b"hi"', undefined, 'time.sleep(1)'), 'hi', [AS_IT_IS, TO_5550]],
    ['with an empty datagram', sends('b""'), '', [AS_IT_IS, TO_5550]],
    [
      'with host and port',
      sends('b"hi"', '(sys.argv[1], int(sys.argv[2]))'),
      'hi',
      ['Started with the arguments <host> <port>.', TO_TOLD],
    ],
    [
      'with its port, which it reads first and converts later',
      sends('b"hi"', '("127.0.0.1", int(port))', 'port = sys.argv[1]'),
      'hi',
      ['Started with the arguments <port>.', TO_TOLD],
    ],
    ['with its message', sends('sys.argv[1].encode()'), 'hello', ['Started with the arguments <message>.', TO_5550]],
    [
      'with host, port and message',
      sends('sys.argv[3].encode()', '(sys.argv[1], int(sys.argv[2]))'),
      'hello',
      ['Started with the arguments <host> <port> <message>.', TO_TOLD],
    ],
    [
      'with the arguments of its usage message',
      sends(
        'b"hi"',
        '(sys.argv[2], int(sys.argv[1]))',
        'if len(sys.argv) != 3: print("Uso: python cliente.py <puerto> <host>"); sys.exit(1)',
      ),
      'hi',
      ['Started with the arguments <port> <host>.', TO_TOLD],
    ],
    [
      'after it has asked for its message',
      sends('input("enter your message:\\n|").encode()'),
      'typed',
      [AS_IT_IS, TO_5550, TYPED],
    ],
    [
      'after it has asked for host, port and message',
      sends('m', '(h, p)', 'h = input("Server: "); p = int(input("Port number: ")); m = input("Message: ").encode()'),
      'typed',
      [AS_IT_IS, TO_TOLD, TYPED],
    ],
    [
      'after it has asked which of the two roles it has',
      sends('b"hi"', undefined, 'if input("(s)erver or (c)lient? ") != "c": sys.exit("a server")'),
      'hi',
      [AS_IT_IS, TO_5550],
    ],
    [
      'from a port of its own that its file names',
      sends('b"hi"', undefined, '').replace('s.sendto', 's.bind(("127.0.0.1", 6000))\ns.sendto'),
      'hi',
      [AS_IT_IS, TO_5550],
    ],
  ])('%s', async (_, client, said, conventions) => {
    expect(await graded(client)).toEqual({ words: `pass ${said}`, conventions });
  });

  test('to the address of a network that it names, where the arena has every address', async ({ skip }) => {
    if (grader.rung === 'none' || grader.rung === 'container')
      skip('this machine has no arena with addresses of its own');
    expect(await graded(sends('b"hi"', '("192.168.1.7", 5550)'))).toMatchObject({ words: 'pass hi' });
  });

  test('on the port that its own server listens on, however that one comes by it', async () => {
    const { checks, conventions } = await grader.grade({
      'server.py': SERVER('5000 + 55'),
      'client.py': sends('b"hi"', '("127.0.0.1", 5000 + 55)'),
    });
    expect(checks.map(inWords)).toEqual(['pass hello', 'pass hi']);
    expect(conventions.client).toContain('Looks for its server on UDP port 5055.');
  });
});

/** A client that sends what its last prompt is answered with. */
const asks = (before: string) => sends('m', undefined, `${before}\nm = input("Message: ").encode()`);
const GOES_ON = (line: string) => `Goes on when "${line}" is typed at its terminal.`;

describe.concurrent('what a client wants typed before it speaks is found:', () => {
  test.each<[string, string, string, unknown[]]>([
    [
      'the choice of a menu that comes again',
      asks('while (c := input("1) تعليمات\\n2) محادثة\\n3) خروج\\n")) != "2": c == "3" and sys.exit()'),
      'typed',
      [GOES_ON('2'), AS_IT_IS, TO_5550, TYPED],
    ],
    [
      'the choice at which it does not end',
      asks('int(input("[1] Yeni\\n[2] Çıkış\\n")) == 1 or sys.exit()'),
      'typed',
      [GOES_ON('1'), AS_IT_IS, TO_5550, TYPED],
    ],
    [
      'yes',
      asks('input("Czy wysłać? (tak/nie) ") == "tak" or sys.exit()'),
      'typed',
      [GOES_ON('tak'), AS_IT_IS, TO_5550, TYPED],
    ],
    [
      'a host in a language unknown to us',
      sends('b"hi"', '(h, 5550)', 'h = input("Kiszolgáló: ")'),
      'hi',
      [GOES_ON('127.0.0.1'), AS_IT_IS, TO_5550],
    ],
    [
      'a host below the banner of a client',
      sends('b"hi"', '(h, 5550)', 'print("** A CLIENT **"); h = input("Server: ")'),
      'hi',
      [AS_IT_IS, TO_5550],
    ],
  ])('%s', async (_, client, said, conventions) => {
    const outcome = await graded(client);
    expect(outcome.words).toBe(`pass ${said}`);
    expect(new Set(outcome.conventions)).toEqual(new Set(conventions));
  });

  test('but not a host in place of a message that it does not like', async () => {
    const client = sends('m', undefined, 'm = input("Üzenet: ").encode(); assert m != b"typed", "getaddrinfo"');
    expect((await graded(client)).words).toMatch(/^died-at-start: .*AssertionError/);
  });

  test('strictly, it is not looked for', async () => {
    const client = asks('input("(yes/no) ") == "yes" or sys.exit()');
    expect((await graded(client, { strict: true })).words).toBe(
      'never-sent: The client ended without sending a datagram.',
    );
  });

  test('its failure behind the right choice is what is told', async () => {
    const client = sends('"hi"', undefined, 'while input("1) go\\n2) quit\\n") != "1": pass');
    expect((await graded(client)).words).toMatch(/^died-at-start: The client ended with an error: TypeError: .*bytes/);
  });
});

describe.concurrent('a client that does not speak is told why:', () => {
  test.each<[string, string, string | RegExp]>([
    [
      'it speaks TCP',
      `${IMPORTS}s = socket.socket()\ns.connect(("127.0.0.1", 5550))\ns.recv(9)\n`,
      'wrong-transport: The client speaks TCP (to port 5550); this task asks for UDP.',
    ],
    [
      'it dies at once',
      `${IMPORTS}1 / 0\nsocket.socket().sendto(b"hi")\n`,
      'died-at-start: The client ended with an error: ZeroDivisionError: division by zero (client.py, line 2).',
    ],
    [
      'it prints without asking anyone',
      `${IMPORTS}print("11")\n`,
      'never-sent: The client ended without sending a datagram.',
    ],
    [
      'it waits for an answer before it asks',
      `${IMPORTS}${SOCKET}s.sendto if s.recvfrom(99) else None\n`,
      'never-sent: The client never sent a datagram; it waits for something else.',
    ],
    [
      'it sends to nobody that it names',
      sends('b"hi"', '("127.0.0.1", 5550 + 7)'),
      'never-sent: The client never sent a datagram; it waits for something else.',
    ],
    ['it sends a text', sends('"hi"'), /^died-at-start: The client ended with an error: TypeError: .*bytes/],
    ['it does not parse', `${IMPORTS}  x = 1\n`, /^does-not-build: The client does not parse: IndentationError/],
    [
      'its option cannot be guessed',
      sends(
        'b"hi"',
        '("127.0.0.1", p.secret)',
        'p = argparse.ArgumentParser(); p.add_argument("--secret", type=int, required=True); p = p.parse_args()',
      ),
      'usage: The client asks for arguments that could not be guessed.',
    ],
    [
      'it prints without end',
      `${IMPORTS}while True: print("x" * 9999)\n`,
      'output-flood: The client printed more than 8 MB and was ended.',
    ],
  ])('%s', async (_, client, words) => {
    expect((await graded(client)).words).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
  });

  test('strictly, nothing is guessed for it', async () => {
    expect((await graded(sends('sys.argv[1].encode()'), { strict: true })).words).toMatch(
      /^died-at-start: .*IndexError/,
    );
  });
});
