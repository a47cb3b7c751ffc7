import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

const IMPORTS = 'import argparse, os, signal, socket, sys, threading, time\n';
const SOCKET = 's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n';
const ANSWER = 'while True:\n  data, a = s.recvfrom(999)\n  s.sendto(b"got " + data, a)\n';
/** A server that binds what the expression says. */
const binds = (address: string, before = '') => `${IMPORTS}${before}\n${SOCKET}s.bind(${address})\n${ANSWER}`;

async function graded(
  server: string,
  options: { strict?: boolean } = {},
): Promise<{ words: string; conventions: string[] }> {
  const { checks, conventions } = await grader.grade({ 'server.py': server }, options);
  return { words: inWords(checks[0]!), conventions: conventions.server?.slice(1) ?? [] };
}

const AS_IT_IS = 'Started as it is, without arguments.';
const USAGE = (words: string) => `if len(sys.argv) < 2: print("${words}"); sys.exit(1)\n`;

describe.concurrent('a server is brought to listen', () => {
  test.each<[string, string, string[]]>([
    ['as it is', binds('("127.0.0.1", 5550)'), [AS_IT_IS, 'Listens on UDP port 5550.']],
    ['on any address', binds('("", 6001)'), [AS_IT_IS, 'Listens on UDP port 6001.']],
    ['on the name of its machine', binds('(socket.gethostname(), 6002)'), [AS_IT_IS, 'Listens on UDP port 6002.']],
    [
      'a second after its start',
      binds('("127.0.0.1", 6003)', 'time.sleep(1)'),
      [AS_IT_IS, 'Listens on UDP port 6003.'],
    ],
    [
      'in a thread',
      `${IMPORTS}def serve():\n  ${binds('("127.0.0.1", 6004)').slice(IMPORTS.length).replaceAll('\n', '\n  ')}\nthreading.Thread(target=serve).start()\n`,
      [AS_IT_IS, 'Listens on UDP port 6004.'],
    ],
    [
      'with the port of its environment',
      binds('("127.0.0.1", int(os.environ["PORT"]))'),
      [AS_IT_IS, expect.stringMatching(/^Listens on UDP port 2\d{4}\.$/)],
    ],
    [
      'with host and port',
      binds('(sys.argv[1], int(sys.argv[2]))'),
      ['Started with the arguments <host> <port>.', expect.any(String)],
    ],
    [
      'with its port',
      binds('("127.0.0.1", int(sys.argv[1]))'),
      ['Started with the arguments <port>.', expect.any(String)],
    ],
    [
      'with its port, which it reads first and converts later',
      binds('("127.0.0.1", int(port))', 'port = sys.argv[1]'),
      ['Started with the arguments <port>.', expect.any(String)],
    ],
    [
      'with the arguments of its usage message',
      binds('(sys.argv[2], int(sys.argv[1]))', USAGE('Usage: python server.py <port> <host>')),
      ['Started with the arguments <port> <host>.', expect.any(String)],
    ],
    [
      'with the arguments that argparse names',
      binds('("127.0.0.1", p.parse_args().port)', 'p = argparse.ArgumentParser(); p.add_argument("port", type=int)'),
      ['Started with the arguments <port>.', expect.any(String)],
    ],
    [
      'without the options that argparse knows a default for',
      binds(
        '(p.host, p.port)',
        'p = argparse.ArgumentParser(); p.add_argument("--host", default="127.0.0.1"); p.add_argument("--port", type=int, default=6005); p = p.parse_args()',
      ),
      [AS_IT_IS, 'Listens on UDP port 6005.'],
    ],
    [
      'after it has asked for host and port',
      binds('(h, p)', 'h = input("Host: "); p = int(input("Port number: "))'),
      [
        'Asked at its terminal for the host before it listens.',
        'Asked at its terminal for the port before it listens.',
        AS_IT_IS,
        expect.any(String),
      ],
    ],
    [
      'after it has asked which of the two roles it has',
      binds('("127.0.0.1", 6006)', 'print("1. Server\\n2. Client")\nif input("> ") == "2": sys.exit("a client")'),
      ['Asked at its terminal which of the two roles it has.', AS_IT_IS, 'Listens on UDP port 6006.'],
    ],
  ])('%s', async (_, server, conventions) => {
    expect(await graded(server)).toEqual({ words: 'pass got hello', conventions });
  });

  test('on the address of a network that it names, where the arena has every address', async ({ skip }) => {
    if (grader.rung === 'none' || grader.rung === 'container')
      skip('this machine has no arena with addresses of its own');
    expect(await graded(binds('("192.168.1.7", 5550)'))).toMatchObject({ words: 'pass got hello' });
  });
});

describe.concurrent('a server that does not listen is told why:', () => {
  test.each<[string, string, string | RegExp]>([
    [
      'it speaks TCP',
      `${IMPORTS}s = socket.socket()\ns.bind(("127.0.0.1", 5550))\ns.listen()\ns.accept()\n`,
      'wrong-transport: The server listens with TCP (port 5550); this task asks for UDP.',
    ],
    [
      'it dies at once',
      `${IMPORTS}1 / 0\n`,
      'died-at-start: The server ended with an error: ZeroDivisionError: division by zero (server.py, line 2).',
    ],
    [
      'it exits at once',
      `${IMPORTS}sys.exit(4)\n`,
      'died-at-start: The server ended with exit code 4 right after its start.',
    ],
    [
      'it has nothing to do',
      `${IMPORTS}print("done")\n`,
      'never-listened: The server ended without ever binding a UDP port.',
    ],
    [
      'it waits for something else',
      `${IMPORTS}threading.Event().wait()\n`,
      'never-listened: The server never bound a UDP port; it waits for something else.',
    ],
    [
      'it wants a module that is not there',
      `${IMPORTS}import no_such_library\n`,
      'missing-module: The server needs the module "no_such_library", which is not there.',
    ],
    [
      'it does not parse',
      `${IMPORTS}s.bind(("127.0.0.1", 5550)\n`,
      /^does-not-build: The server does not parse: SyntaxError: .*\(server\.py, line 2\)\.$/,
    ],
    [
      'it binds an address that is no address',
      binds('("127.0.0.300", 5550)'),
      /^died-at-start: The server ended with an error: gaierror: /,
    ],
    [
      'it prints without end',
      `${IMPORTS}while True: print("x" * 9999)\n`,
      'output-flood: The server printed more than 8 MB and was ended.',
    ],
    [
      'it fills the memory',
      `${IMPORTS}import ctypes\nwhole = []\nwhile True: whole.append(bytearray(50_000_000))\n`,
      /^(memory: The server used more than 512 MB|died-at-start: .*MemoryError)/,
    ],
    [
      'its option cannot be guessed',
      binds(
        '("127.0.0.1", p.secret)',
        'p = argparse.ArgumentParser(); p.add_argument("--secret", type=int, required=True); p = p.parse_args()',
      ),
      'usage: The server asks for arguments that could not be guessed.',
    ],
  ])('%s', async (_, server, words) => {
    const found = await graded(server);
    expect(found.words).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
    expect(found.conventions.filter((sentence) => sentence.startsWith('Started'))).toEqual([]);
  });

  test('nothing was handed in', async () => {
    const { checks } = await grader.grade({ 'notes.txt': 'my homework' });
    expect(inWords(checks[0]!)).toBe('no-program: No program was found among the files (notes.txt).');
  });

  test('it does not compile', async () => {
    const { checks } = await grader.grade({ 'server.c': '#include <sys/socket.h>\nint main() { bind(; }\n' });
    expect(inWords(checks[0]!)).toBe('does-not-build: server.c is C that does not compile.');
    expect(checks[0]!.verdict).toMatchObject({ cause: { lastWords: expect.stringContaining('server.c:2') } });
  });

  test('strictly, nothing is guessed for it', async () => {
    expect((await graded(binds('("127.0.0.1", int(sys.argv[1]))'), { strict: true })).words).toMatch(
      /^died-at-start: .*IndexError/,
    );
  });
});

describe.concurrent('a manifest', () => {
  test('says which file is the server and what its arguments are', async () => {
    const { checks, conventions } = await grader.grade({
      'netgrade.yml': 'server:\n  file: listen.py\n  args: [--at, "{host}:{port}"]\n',
      'listen.py': binds('(h, int(p))', 'h, p = sys.argv[sys.argv.index("--at") + 1].split(":")'),
      'server.py': binds('("127.0.0.1", 5550)'),
    });
    expect(inWords(checks[0]!)).toBe('pass got hello');
    expect(conventions.server?.[0]).toBe('Found in listen.py.');
  });

  test('says what to type', async () => {
    const { checks } = await grader.grade({
      'netgrade.yml': 'server: {input: ["open sesame"]}\n',
      'server.py': binds('("127.0.0.1", 5550)', 'if input("Password: ") != "open sesame": sys.exit(1)'),
    });
    expect(inWords(checks[0]!)).toBe('pass got hello');
  });

  test('that is wrong costs the points of whoever wrote it, in its own words', async () => {
    const { checks } = await grader.grade({ 'netgrade.yml': 'server: gone.py\n', 'server.py': '' });
    const why = 'netgrade.yml says that the server is "gone.py", but there is no such file.';
    expect(inWords(checks[0]!)).toContain(`no-program: ${why}`);
  });
});

describe('a server leaves nothing behind for the next one', () => {
  const next = () => Promise.all(Array.from({ length: 4 }, () => graded(binds('("127.0.0.1", 5550)'))));
  const fine = Array.from({ length: 4 }, () => ({
    words: 'pass got hello',
    conventions: [AS_IT_IS, 'Listens on UDP port 5550.'],
  }));

  test('two at once have the same port', async () => {
    expect(await next()).toEqual(fine);
  });

  test.each([
    [
      'ignores SIGTERM and SIGINT',
      'signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN)',
      '',
    ],
    [
      'leaves a daemon that holds its port',
      '',
      'if os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: time.sleep(1)\n  os._exit(0)\n',
    ],
  ])('one that %s is gone', async (_, before, after) => {
    const server = `${IMPORTS}${before}\n${SOCKET}s.bind(("127.0.0.1", 5550))\n${after}${ANSWER}`;
    expect((await Promise.all([graded(server), graded(server)])).map(({ words }) => words)).toEqual([
      'pass got hello',
      'pass got hello',
    ]);
    expect(await next()).toEqual(fine);
  });
});
