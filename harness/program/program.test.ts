import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openWorld } from '../arena/open-world.js';
import { processTable } from '../arena/process-table.js';
import { DEFAULT_LIMITS, type World } from '../arena/world.js';
import { Transcript } from '../wire/transcript.js';
import { Program } from './program.js';
import { findToolchain, type Toolchain } from './toolchains.js';

const PYTHON = 'import os, select, signal, socket, subprocess, sys, threading, time\n';
/** Long enough that no wait ends for it on the slowest machine, unless it is what the test is about. */
const LONG_MS = 30_000;

let world: World;
let empty: string;
beforeAll(async () => {
  world = await openWorld({ rung: 'none', slot: 0 });
  empty = await mkdtemp(join(tmpdir(), 'netgrade-empty-'));
});
afterAll(async () => {
  await world.clear();
  await rm(empty, { recursive: true });
});

let transcript: Transcript;
beforeEach(() => {
  transcript = new Transcript();
});

async function start(text: string, toolchain: Toolchain = 'python'): Promise<Program> {
  const found = await findToolchain(toolchain);
  if (!found.found) throw new Error(found.missing);
  const { commands, readable, env } = found;
  const workFolder = await world.makeWorkFolder(empty, []);
  const file = { python: 'p.py', node: 'p.cjs', java: 'P.java', shell: 'p.sh' }[toolchain as string] ?? 'p';
  await writeFile(join(workFolder, file), toolchain === 'python' ? PYTHON + text : text);
  const command = commands.python3 ?? commands.node ?? commands.java ?? commands.bash!;
  const running = await world.spawn({ argv: [command, file], workFolder, readable, env, limits: DEFAULT_LIMITS });
  const program = new Program('server', running, transcript);
  onTestFinished(() => program.dispose());
  return program;
}

const never = () => false;
const printed = (program: Program, text: string) =>
  program.until(() => program.output.includes(text), { withinMs: LONG_MS });

describe('a program wants a line', () => {
  test.each<[string, Toolchain, string]>([
    ['Python in input()', 'python', 'print("got", input("word: "))\nprint("got", input("word: "))'],
    [
      'Python that reads lines of standard input',
      'python',
      'for line in sys.stdin:\n  sys.stdout.write("word: got " + line)',
    ],
    [
      'Python that selects on its socket and standard input',
      'python',
      's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0))\nwhile select.select([s, sys.stdin], [], [])[0] == [sys.stdin]: print("got", sys.stdin.readline())',
    ],
    [
      'Python whose other thread waits for the network',
      'python',
      's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0))\nthreading.Thread(target=s.recvfrom, args=(9,), daemon=True).start()\nprint("got", input())\nprint("got", input())',
    ],
    [
      'Python whose other thread is busy',
      'python',
      'threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nprint("got", input())\nprint("got", input())',
    ],
    [
      'a child process of Python',
      'python',
      `subprocess.run([sys.executable, "-c", "print('got', input())\\nprint('got', input())"])`,
    ],
    [
      'Node with readline',
      'node',
      "const r = require('readline').createInterface({ input: process.stdin });\nr.on('line', (l) => console.log('got', l));",
    ],
    [
      'Node that listens to standard input and a socket',
      'node',
      "require('dgram').createSocket('udp4').bind(0);\nprocess.stdin.on('data', (d) => console.log('got', String(d)));",
    ],
    [
      'Node with a timer far ahead',
      'node',
      "setInterval(() => {}, 20_000);\nprocess.stdin.on('data', (d) => console.log('got', String(d)));",
    ],
    [
      'Node with a timer that it has taken back',
      'node',
      "clearTimeout(setTimeout(() => {}, 20_000));\nprocess.stdin.on('data', (d) => console.log('got', String(d)));",
    ],
    ['a shell that reads', 'shell', 'while read -r l; do echo "got $l"; done'],
  ])('%s', async (_, toolchain, text) => {
    const program = await start(text, toolchain);
    expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
    program.type('one');
    expect(await printed(program, 'got one')).toBe('met');
    expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
    program.type('two');
    expect(await printed(program, 'got two')).toBe('met');
  });

  test('Java with a Scanner', async () => {
    const program = await start(
      'class P { public static void main(String[] a) { var s = new java.util.Scanner(System.in); while (s.hasNextLine()) System.out.println("got " + s.nextLine()); } }',
      'java',
    );
    expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
    program.type('one');
    expect(await printed(program, 'got one')).toBe('met');
  });

  test('its prompt has been read by then, and what it printed since the last line is told apart', async () => {
    const program = await start('input("first: ")\ninput("second: ")');
    await program.untilWantsInput(LONG_MS);
    expect(program.sinceTyped).toBe('first: ');
    program.type('x');
    await program.untilWantsInput(LONG_MS);
    expect([program.sinceTyped, program.output]).toEqual(['second: ', 'first: second: ']);
  });

  test('never for the line that it has just been given', async () => {
    const program = await start('input()\ntime.sleep(0.4)\nprint("awake")\ninput()');
    for (const line of ['one', 'two']) {
      expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
      program.type(line);
    }
    await program.until(() => program.exit !== undefined, { withinMs: LONG_MS });
    const order = transcript.events.flatMap((event) =>
      event.type === 'stdin' || event.type === 'stdout' ? [event.data.text] : [],
    );
    expect(order.join('')).toBe('one\nawake\ntwo\n');
  });

  test('only when it reads, not while it sleeps before that', async () => {
    const program = await start('time.sleep(0.5)\nprint("ready")\ninput()');
    expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
    expect(program.output).toBe('ready\n');
  });

  test.each<[string, Toolchain, string]>([
    [
      'waits for the network',
      'python',
      's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); s.recvfrom(9)',
    ],
    ['waits in an event loop without standard input', 'node', "require('dgram').createSocket('udp4').bind(0);"],
    ['waits for another of its threads', 'python', 'threading.Event().wait()'],
  ])('but not when it %s', async (_, toolchain, text) => {
    expect(await (await start(text, toolchain)).untilWantsInput(LONG_MS)).toBe('settled');
  });

  test('nor when it has a timer and nothing to read', async () => {
    expect(await (await start('setTimeout(() => {}, 20_000);', 'node')).untilWantsInput(900)).toBe('deadline');
  });

  test('but has not settled as long as its timer runs', async () => {
    const program = await start(
      "process.stdin.once('data', () => setTimeout(() => console.log('late'), 1_500));",
      'node',
    );
    expect(await program.untilWantsInput(LONG_MS)).toBe('wants');
    program.type('one');
    expect(await printed(program, 'late')).toBe('met');
  });

  test('no more once its input has ended', async () => {
    const program = await start(
      'print(sys.stdin.read() == "a\\n")\ntry:\n  input()\nexcept EOFError:\n  print("end")\nthreading.Event().wait()',
    );
    await program.untilWantsInput(LONG_MS);
    program.type('a');
    program.endInput();
    program.endInput();
    program.type('too late');
    expect(await program.untilWantsInput(LONG_MS)).toBe('settled');
    expect(program.output).toBe('True\nend\n');
    expect(transcript.events.filter((event) => event.type.startsWith('stdin')).map((event) => event.type)).toEqual([
      'stdin',
      'stdin-end',
    ]);
  });
});

describe('a wait ends', () => {
  test.each<[string, Toolchain, string]>([
    [
      'in recvfrom',
      'python',
      's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); s.recvfrom(9)',
    ],
    ['in accept', 'python', 's = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); s.accept()'],
    [
      'in select without a limit',
      'python',
      's = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); select.select([s], [], [])',
    ],
    [
      'in a thread for the network',
      'python',
      's = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); threading.Thread(target=s.accept).start()',
    ],
    ['in an event loop', 'node', "require('net').createServer().listen(0);"],
    ['in input()', 'python', 'input()'],
    [
      'in Java, whose own threads go on waking',
      'java',
      'class P { public static void main(String[] a) throws Exception { new java.net.DatagramSocket(0).receive(new java.net.DatagramPacket(new byte[9], 9)); } }',
    ],
  ])('when the program has settled %s', async (_, toolchain, text) => {
    expect(await (await start(text, toolchain)).until(never, { withinMs: LONG_MS })).toBe('settled');
  });

  test.each<[string, Toolchain, string]>([
    ['sleeps', 'python', 'time.sleep(60)'],
    ['computes', 'python', 'while True: pass'],
    [
      'waits with a time limit',
      'python',
      's = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 0)); s.settimeout(60); s.recvfrom(9)',
    ],
    ['has a timer', 'node', 'setTimeout(() => {}, 60_000);'],
    [
      'sleeps in one thread and waits in the other',
      'python',
      'threading.Thread(target=time.sleep, args=(60,)).start()\nthreading.Event().wait()',
    ],
  ])('at its deadline, not before, when the program %s', async (_, toolchain, text) => {
    const program = await start(text, toolchain);
    const begun = performance.now();
    expect(await program.until(never, { withinMs: 700 })).toBe('deadline');
    expect(performance.now() - begun).toBeGreaterThanOrEqual(690);
    expect(program.activity().state).toBe('busy');
  });

  test('when the program has ended, with all that it printed', async () => {
    const program = await start('print("out")\nprint("err", file=sys.stderr)\nsys.exit(3)');
    expect(await program.until(never, { withinMs: LONG_MS })).toBe('exited');
    expect(program.exit).toEqual({ code: 3, signal: null });
    expect([program.stdout, program.stderr]).toEqual(['out\n', 'err\n']);
    expect(transcript.events.at(-1)).toMatchObject({ type: 'exit', party: 'server', code: 3, signal: null });
  });

  test('soon after its end, though a process that it left behind holds its output open', async () => {
    const program = await start('subprocess.Popen(["sleep", "30"])\nprint("left")');
    const begun = performance.now();
    expect(await program.until(never, { withinMs: LONG_MS })).toBe('exited');
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(program.output).toBe('left\n');
  });

  test('when the condition holds, at once', async () => {
    const program = await start('time.sleep(60)');
    expect(await program.until(() => true, { withinMs: LONG_MS })).toBe('met');
    expect(await program.untilWantsInput(LONG_MS, () => true)).toBe('met');
  });

  test('not by settling while the program has something to do with what came in', async () => {
    const program = await start('n = 0\nwhile True:\n  n += len(input())\n  time.sleep(0.3)\n  print("sum", n)');
    await program.untilWantsInput(LONG_MS);
    program.type('12345');
    expect(await printed(program, 'sum 5')).toBe('met');
  });
});

describe('what it prints', () => {
  test('is text, though a character came in two pieces', async () => {
    const program = await start(
      'o = sys.stdout.buffer\no.write(b"caf\\xc3"); o.flush(); time.sleep(0.2); o.write(b"\\xa9\\n"); o.flush()',
    );
    await program.until(never, { withinMs: LONG_MS });
    expect(program.output).toBe('café\n');
  });

  test('is kept to 64 KiB in the transcript, which says so; the end of standard error is always kept', async () => {
    const program = await start(
      'for at in range(1000): print("o" * 199); print("e" * 199, file=sys.stderr)\nprint("the end", file=sys.stderr)',
    );
    await program.until(never, { withinMs: LONG_MS });
    const kept = transcript.events.reduce(
      (sum, event) => sum + (event.type === 'stdout' ? event.data.text.length : 0),
      0,
    );
    expect(kept).toBe(64 * 1024);
    expect(transcript.events.flatMap((event) => (event.type === 'note' ? [event.text] : []))).toEqual(
      expect.arrayContaining(['stdout beyond 64 KiB is not kept', 'stderr beyond 64 KiB is not kept']),
    );
    expect(program.lastWords).toMatch(/the end$/);
    expect(program.stdout).toHaveLength(200_000);
  });

  test('beyond 8 MB ends it', async () => {
    const program = await start('while True: print("flood " * 1000)');
    expect(await program.until(never, { withinMs: LONG_MS })).toBe('exited');
    expect(program.breach).toBe('output');
    expect(program.output.length).toBeLessThan(1_000_000);
  });
});

describe('dispose', () => {
  const living = (ids: number[]) => {
    const table = processTable();
    return ids.filter((id) => table.get(id)?.zombie === false);
  };

  test.each([
    [
      'that ignores SIGTERM',
      'signal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint(os.getpid())\nwhile True: signal.pause()',
    ],
    ['with a child', 'print(os.getpid(), subprocess.Popen(["sleep", "60"]).pid)\ntime.sleep(60)'],
    [
      'that left a daemon behind',
      'p = os.fork()\nif p == 0:\n  os.setsid()\n  if os.fork() == 0:\n    print(os.getpid())\n    time.sleep(60)\n  os._exit(0)\nos.waitpid(p, 0)',
    ],
  ])('ends a program %s', async (_, text) => {
    const program = await start(text);
    await program.until(() => /\d\n/.test(program.output), { withinMs: LONG_MS });
    const ids = program.output.trim().split(/\s+/).map(Number);
    expect(living(ids)).toEqual(ids);
    await program.dispose();
    expect(living(ids)).toEqual([]);
  });
});
