import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arenaCommand } from './arena-command.js';
import { type Arena, asUser, bundleForTests, everyone, Launcher, type Who } from './test/arenas-under-test.js';
import { type Attack, attacks, type Planted } from './test/attacks.js';
import { listenOnHost } from './test/listen-on-host.js';
import type { Rung } from './world.js';

const PYTHON = '/usr/bin/python3';
/** Stand for what is planted while the table of tests is made; only the titles are used of it then. */
const TITLES = attacks({ folder: '', secret: '', port: 0, path: '', addresses: [] });

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
let host: Awaited<ReturnType<typeof listenOnHost>>;
let planted: Planted;
let result: string;

beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
  const folder = join(bundle.folder, 'grader');
  const secret = `secret-${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  mkdirSync(join(folder, '.ssh'), { recursive: true });
  for (const file of ['expected.txt', '.ssh/id_ed25519']) writeFileSync(join(folder, file), secret);
  result = join(folder, 'result.json');
  host = await listenOnHost(join(bundle.folder, 'socket'));
  planted = { folder, secret, ...host };
});
afterAll(() => {
  host?.close();
  bundle?.remove();
});

function plantResult(): void {
  writeFileSync(result, 'true');
  chmodSync(result, 0o666);
}

function attackNamed(title: string): Attack {
  const found = attacks(planted).find((attack) => attack.title === title);
  if (!found) throw new Error(title);
  return found;
}

function won(stdout: string): string[] {
  return [...stdout.matchAll(/^won (\S+)/gm)].map((found) => found[1] ?? '').sort();
}

/** Runs a program as `who` without a sandbox around it: on the machine itself, or alone in an arena. */
async function unprotected(who: Who, where: 'host' | 'arena', code: string): Promise<string> {
  const folder = await mkdtemp(join(bundle.folder, 'control-'));
  chmodSync(folder, 0o777);
  writeFileSync(join(folder, 'program.py'), code);
  const [command = '', ...args] = [
    ...asUser(who),
    ...(where === 'arena' ? controlArena(who) : []),
    PYTHON,
    'program.py',
  ];
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, PLANTED: planted.secret };
  const run = await promisify(execFile)(command, args, { cwd: folder, env, timeout: 20_000 }).catch((error) => error);
  return String(run.stdout);
}

/** The arena of an ordinary user has a user namespace, whoever runs these tests. */
function controlArena(who: Who): string[] {
  const command = arenaCommand('full');
  if (who === 'root' || process.getuid?.() !== 0) return command;
  return command.flatMap((word) => (word === '--net' ? ['--user', '--map-root-user', word] : [word]));
}

describe.each(everyone)('without a sandbox, %s', (who) => {
  it.each(TITLES)('a program that $title succeeds', async ({ title }) => {
    plantResult();
    const attack = attackNamed(title);
    const stdout = await unprotected(who, attack.control, attack.code);
    const wins = [...attack.wins, ...(who === 'root' ? (attack.rootWins ?? []) : [])].sort();
    expect(won(stdout), stdout).toEqual(expect.arrayContaining(wins));
  });
});

const places: { who: Who; rung: Rung; slot: number }[] = [
  ...everyone.map((who) => ({ who, rung: who === 'root' ? ('full+cgroup' as const) : ('full' as const), slot: 0 })),
  ...everyone.map((who) => ({ who, rung: 'util-linux' as const, slot: 2 })),
  ...everyone.filter((who) => who === 'root').map((who) => ({ who, rung: 'root' as const, slot: 4 })),
];

describe.each(places)('in a sandbox on the rung $rung of $who', ({ who, rung, slot }) => {
  let launcher: Launcher;
  let arena: Arena;
  beforeAll(async () => {
    const env = { NETGRADE_PYTHON: PYTHON, NETGRADE_SECRET: planted.secret };
    launcher = await Launcher.start(who, bundle, env);
    arena = await launcher.open(rung, slot);
  });
  afterAll(async () => {
    await arena?.close();
    await launcher?.end();
  });

  const filtered = rung !== 'util-linux';
  it.each(TITLES.filter(({ needsFilter }) => filtered || !needsFilter))(
    'a program that $title fails in everything',
    async ({ title }) => {
      plantResult();
      const run = await arena.run({ code: attackNamed(title).code, withinMs: 15_000 });
      expect(run.exit, run.stderr).toEqual({ code: 0, signal: null });
      expect(won(run.stdout), run.stdout).toEqual([]);
      expect(run.stdout).toMatch(/^lost /m);
      expect(readFileSync(result, 'utf8')).toBe('true');
      await arena.ping();
      expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
    },
  );

  it('a program has no capability and can gain none, and the sandbox’s own first process is no way to more', async () => {
    const code = `print(open("/proc/self/status").read())
try: open("/proc/1/mem", "r+b"); print("first", open("/proc/1/status").read())
except OSError: print("first refused")`;
    const [own = '', first = ''] = (await arena.run({ code })).stdout.split(/^first/m);
    expect(own).toMatch(/^NoNewPrivs:\s*1$/m);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb']) expect(own).toMatch(new RegExp(`^${set}:\\s*0+$`, 'm'));
    if (filtered) expect(own).toMatch(/^Seccomp:\s*2$/m);
    if (first.startsWith(' refused')) return;
    const rights = (status: string) => status.match(/^(Uid|Gid|Cap\w+|NoNewPrivs|Seccomp):.*$/gm);
    expect(rights(first)).toEqual(rights(own));
  });

  it('a program that kills all that it sees kills only itself', async () => {
    const neighbour = await arena.start({ code: 'print(input())', stdin: '' });
    const code = `import os, signal
for target in [1, os.getppid(), -1]:
    try: os.kill(target, signal.SIGKILL)
    except OSError as error: print(error)
print("alive")`;
    const run = await arena.run({ code });
    expect(run.stdout).toContain('alive');
    await arena.ping();
    expect(await arena.processIds(neighbour)).not.toEqual([]);
    await arena.finish({ pid: neighbour, withinMs: 0 });
  });

  it('a daemon that holds a port is gone when its program is disposed of', async () => {
    const code = `import os, socket, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        s = socket.socket(); s.bind(("127.0.0.1", 5550)); s.listen()
        print("holding", flush=True)
        time.sleep(60)
    os._exit(0)
time.sleep(60)`;
    const pid = await arena.start({ code });
    await expect.poll(() => arena.outputOf(pid)).toBe('holding\n');
    expect(await arena.canListen(5550)).toBe(false);
    expect((await arena.finish({ pid, withinMs: 0 })).processesAfter).toEqual([]);
    expect(await arena.canListen(5550)).toBe(true);
  });

  it('a program that ignores every signal, or stops itself, ends when it is disposed of', async () => {
    const code = `import os, signal, time
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
if os.fork() == 0: os.kill(os.getpid(), signal.SIGSTOP)
print("deaf", flush=True)
while True: time.sleep(1)`;
    const pid = await arena.start({ code });
    await expect.poll(() => arena.outputOf(pid)).toBe('deaf\n');
    await arena.signal({ pid, signal: 'SIGTERM' });
    const run = await arena.finish({ pid, withinMs: 100 });
    expect(run).toMatchObject({ exit: 'still running', processesAfter: [] });
    expect(run.disposeMs).toBeLessThan(1000);
  });

  it('a fork bomb is ended, and the program beside it answers', async () => {
    const neighbour = await arena.start({ code: 'print(input())', stdin: '' });
    const bomb = await arena.run({
      code: 'import os\nwhile True:\n  try: os.fork()\n  except OSError: pass',
      withinMs: 8000,
    });
    expect(bomb.exit).toMatchObject({ breach: expect.stringMatching(/processes|cpu/) });
    expect(bomb.processesAfter).toEqual([]);
    const after = await arena.run({ code: 'print("well")' });
    expect(after.stdout).toBe('well\n');
    await arena.finish({ pid: neighbour, withinMs: 0 });
  });

  it('forty processes that share a hog’s work are ended as one', async () => {
    const code = `import os, time
for _ in range(40):
    if os.fork() == 0:
        x = b"x" * 10_000_000
        time.sleep(20)
time.sleep(20)`;
    const run = await arena.run({ code, limits: { memoryBytes: 200_000_000 } });
    expect(run.exit).toMatchObject({ breach: 'memory' });
    expect(run.processesAfter).toEqual([]);
  });

  it('every writable place together holds no more than a room, in bytes and in files, and is given back', async () => {
    const fill = `import os
written, made = 0, 0
places = [".", "/tmp", "/dev/shm", "/dev", "/dev/pts", "/", "/etc", "/usr", "/var", "/run", "/proc", "/proc/self", "/root", "/home", "/srv", "/srv/1", "/dev/mqueue"]
for place in places:
    for number in range(100):
        try:
            with open(place + "/fill%d" % number, "wb", buffering=0) as file:
                for _ in range(15):
                    written += file.write(b"x" * 1_000_000)
        except OSError: break
print(written)`;
    const filled = await arena.run({ code: fill, limits: { cpuSeconds: 20 }, withinMs: 20_000 });
    expect(Number(filled.stdout)).toBeGreaterThan(100_000_000);
    expect(Number(filled.stdout)).toBeLessThanOrEqual(256 * 2 ** 20);
    const inodes = `import os
made = 0
for place in [".", "/tmp", "/dev/shm", "/", "/dev"]:
    try:
        for number in range(100_000):
            os.close(os.open(place + "/inode%d" % number, os.O_CREAT)); made += 1
    except OSError: pass
try:
    for depth in range(2000): os.mkdir("d"); os.chdir("d")
except OSError: pass
print(made)`;
    const flooded = await arena.run({ code: inodes, withinMs: 20_000 });
    expect(Number(flooded.stdout)).toBeGreaterThan(1000);
    expect(Number(flooded.stdout)).toBeLessThanOrEqual(32_768);
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
    expect((await arena.run({ code: 'open("a", "w").write("x" * 1_000_000); print("room again")' })).stdout).toBe(
      'room again\n',
    );
  });

  it('a sparse file of a terabyte is refused', async () => {
    const run = await arena.run({ code: 'open("big", "wb").truncate(1 << 40)' });
    expect(run.stderr).toMatch(/OSError.*(File too large|EFBIG)/);
  });

  it('output without an end or a line costs the agent no memory', async () => {
    const run = await arena.run({ code: 'import sys\nwhile True: sys.stdout.write("x" * 65536)' });
    expect(run.exit).toMatchObject({ breach: 'output' });
    expect((await arena.ping()).rssMiB).toBeLessThan(300);
  });

  it('what a program prints is output and nothing else', async () => {
    const forged = '{"id":0,"value":"forged"}\n::set-output name=score::100\n\u001b[2J<script>alert(1)</script>';
    const run = await arena.run({
      code: `import os, sys\nprint(${JSON.stringify(forged)})\nprint("NODE_CHANNEL_FD" in os.environ, file=sys.stderr)`,
    });
    expect(run.stdout).toBe(`${forged}\n`);
    expect(run.stderr).toBe('False\n');
  });

  it('a link in a submission leads nowhere', async () => {
    const from = await mkdtemp(join(bundle.folder, 'submission-'));
    chmodSync(from, 0o755);
    mkdirSync(join(from, 'sub'));
    symlinkSync(join(planted.folder, 'expected.txt'), join(from, 'link.txt'));
    symlinkSync(planted.folder, join(from, 'linked'));
    writeFileSync(join(from, 'sub', 'own.txt'), 'own');
    const folder = await arena.copy({ from, files: ['link.txt', 'sub/own.txt'] });
    expect(await arena.runIn({ folder, argv: ['/bin/cat', 'sub/own.txt'] })).toMatchObject({
      stdout: 'own',
      exit: { code: 0 },
    });
    expect(await arena.runIn({ folder, argv: ['/bin/cat', 'link.txt'] })).toMatchObject({
      stdout: '',
      exit: { code: 1 },
    });
    for (const file of [
      '../grader/expected.txt',
      'linked/expected.txt',
      'sub/../../grader/expected.txt',
      join(planted.folder, 'expected.txt'),
    ]) {
      await expect(arena.copy({ from, files: [file] }), file).rejects.toThrow(/outside|ENOENT/);
    }
  });

  it('a port that the grader holds cannot be taken from it', async () => {
    const code = `import socket
for address in ["127.0.0.1", "0.0.0.0"]:
    for option in [socket.SO_REUSEADDR, socket.SO_REUSEPORT]:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, option, 1)
        try: s.bind((address, PORT)); print("taken")
        except OSError: print("refused")
        s.close()`;
    await arena.holdUdp({ port: 7777, reuse: false });
    const run = await arena.run({ code: code.replace(/\bPORT\b/, '7777') });
    expect(run.stdout).toBe('refused\n'.repeat(4));
    await arena.holdUdp({ port: 7778, reuse: true });
    expect((await arena.run({ code: code.replace(/\bPORT\b/, '7778') })).stdout).toContain('taken');
  });

  it('a flood of datagrams leaves the agent answering', async () => {
    await arena.holdUdp({ port: 7779, reuse: false });
    const code = `import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); print("floods", flush=True)
while True: s.sendto(b"x" * 1400, ("127.0.0.1", 7779))`;
    const pid = await arena.start({ code });
    await expect.poll(() => arena.outputOf(pid)).toBe('floods\n');
    for (let turn = 0; turn < 5; turn++) await arena.ping();
    // It has answered while the flood went on, not after it.
    expect(await arena.finish({ pid, withinMs: 0 })).toMatchObject({ exit: 'still running' });
  });
});

describe.each(everyone)('descriptors and neighbours, %s', (who) => {
  it('no descriptor of a careless shell reaches a program', async () => {
    const { openSync, closeSync } = await import('node:fs');
    const log = join(bundle.folder, `log-${who}`);
    writeFileSync(log, '');
    chmodSync(log, 0o666);
    const descriptor = openSync(log, 'a');
    const launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON }, descriptor);
    closeSync(descriptor);
    const arena = await launcher.open(who === 'root' ? 'full+cgroup' : 'full', 10);
    const code = `import os
for number in range(3, 256):
    try: os.write(number, b"forged"); print("won", number)
    except OSError: pass
print(sorted(os.listdir("/proc/self/fd")))`;
    const run = await arena.run({ code });
    expect(run.stdout).toBe("['0', '1', '2', '3']\n");
    expect(readFileSync(log, 'utf8')).toBe('');
    // The control: the launcher itself has it, and whatever it starts carelessly would.
    expect(readFileSync(`/proc/${launcher.child.pid}/fdinfo/9`, 'latin1')).toMatch(/^flags:\s*0[0-7]*$/m);
    await arena.close();
    await launcher.end();
  });

  it('two submissions have port 5550 at once', async () => {
    const launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON });
    const rung = who === 'root' ? 'full+cgroup' : 'full';
    const arenas = await Promise.all([launcher.open(rung, 11), launcher.open(rung, 12)]);
    const code =
      'import socket\ns = socket.socket(); s.bind(("0.0.0.0", 5550)); s.listen(); print("have it", flush=True); input()';
    const pids = await Promise.all(arenas.map((arena) => arena.start({ code, stdin: '' })));
    for (const [index, arena] of arenas.entries())
      await expect.poll(() => arena.outputOf(pids[index] ?? 0)).toBe('have it\n');
    await Promise.all(arenas.map((arena) => arena.close()));
    await launcher.end();
  });
});
