import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, bestRung, bundleForTests, everyone, everyRung, Launcher } from './test/arenas-under-test.js';

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
beforeAll(async () => {
  bundle = await bundleForTests();
});
afterAll(() => bundle.remove());

describe.each(everyRung)('a world on the rung $rung, opened by $who', ({ who, rung }) => {
  const closed = rung !== 'none' && rung !== 'container';
  let launcher: Launcher;
  let arena: Arena;
  beforeAll(async () => {
    // An interpreter that every user may read: the container has no way to show another.
    launcher = await Launcher.start(
      who,
      bundle,
      rung === 'container' || who === 'user' ? { NETGRADE_PYTHON: '/usr/bin/python3' } : {},
    );
    arena = await launcher.open(rung, 20);
  });
  afterAll(async () => {
    await arena?.close();
    await launcher?.end();
  });

  it('runs a program in its work folder with the small environment, and gives it its input', async () => {
    const run = await arena.run({
      code: 'import os\nprint(os.getcwd() == os.environ["HOME"], os.environ["TZ"], os.environ["EXTRA"], "SHELL" in os.environ, input())',
      env: { EXTRA: 'more' },
      stdin: 'typed\n',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('True UTC more False typed\n');
    expect(run.exit).toEqual({ code: 0, signal: null });
    expect(run.processesAfter).toEqual([]);
  });

  it('lets a program open its standard streams by name', async () => {
    const line = 'read -r word < /dev/stdin; echo "out $word" > /dev/stdout; echo "err $word" > /dev/stderr; echo last';
    const run = await arena.run({ argv: ['/bin/sh', '-c', line], stdin: 'typed\n' });
    expect(run).toMatchObject({ stdout: 'out typed\nlast\n', stderr: 'err typed\n', exit: { code: 0 } });
  });

  it('finds commands that the system has several of, and links to the one that was chosen', async () => {
    const run = await arena.run({ argv: ['/usr/bin/awk', 'BEGIN { print "chosen" }'] });
    expect(run).toMatchObject({ stdout: 'chosen\n', exit: { code: 0 } });
  });

  it('ends with the output that a program printed last, however much it is', async () => {
    const run = await arena.run({ argv: ['/bin/sh', '-c', 'head -c 300000 /dev/zero; echo end'] });
    expect(run.stdout.length).toBe(300_004);
  });

  if (rung === 'full' || rung === 'full+cgroup') {
    it('blames a program for what is in its own way only', async () => {
      // An interpreter below /tmp, and a file of the program's where the folder above it must be shown.
      const readable = [join(bundle.folder, 'launcher.mjs')];
      const folder = await arena.copy({ from: '/', files: [] });
      const nothing = { folder, argv: ['/bin/true'], readable };
      expect(await arena.runIn(nothing)).toMatchObject({ exit: { code: 0 } });
      await arena.runIn({ folder, argv: ['/bin/sh', '-c', `rm -rf ${bundle.folder}; echo > ${bundle.folder}`] });
      await expect(arena.runIn(nothing)).rejects.toThrow(/^CannotStart: the sandbox could not be set up: bwrap: /);
      const clean = await arena.copy({ from: '/', files: [] });
      expect(await arena.runIn({ ...nothing, folder: clean })).toMatchObject({ exit: { code: 0 } });
      const long = { ...nothing, folder: clean, argv: ['/bin/true', 'x'.repeat(200_000)] };
      await expect(arena.runIn(long)).rejects.toThrow(/^CannotStart: spawn E2BIG/);
    });
  }

  it('starts the next program although the one before took away all rights to its folders', async () => {
    const folder = await arena.copy({ from: '/', files: [] });
    const shut = await arena.runIn({ folder, argv: ['/bin/sh', '-c', 'd=$PWD; chmod 0 . && ls -ld "$d"'] });
    expect(shut.stdout).toMatch(/^d-{9}/);
    expect(await arena.runIn({ folder, argv: ['/bin/pwd'] })).toMatchObject({ stdout: `${folder}\n` });
  });

  it('tells the exit status, and the signal that a program died of', async () => {
    const exitBy = async (code: string) => (await arena.run({ code: `import os, sys\n${code}` })).exit;
    expect(await exitBy('sys.exit(7)')).toEqual({ code: 7, signal: null });
    const killed = await exitBy('os.kill(os.getpid(), 11)');
    expect(killed).toMatchObject({ signal: 'SIGSEGV' });
    const said = await exitBy('sys.exit(139)');
    // Behind bubblewrap or a shell the one looks like the other, so it must be told in the same way.
    expect(said).toEqual({ code: 139, signal: 'SIGSEGV' });
    expect([said, { code: null, signal: 'SIGSEGV' }]).toContainEqual(killed);
    expect(await exitBy('sys.exit(145)')).toEqual({ code: 145, signal: null });
  });

  it('delivers a signal to the program itself', async () => {
    const code = `import signal, sys
signal.signal(signal.SIGINT, lambda *_: (print("interrupted", flush=True), sys.exit(3)))
print("ready", flush=True)
while True: signal.pause()`;
    const pid = await arena.start({ code });
    await expect.poll(() => arena.outputOf(pid)).toBe('ready\n');
    await arena.signal({ pid, signal: 'SIGINT' });
    expect(await arena.finish({ pid, withinMs: 3000 })).toMatchObject({
      stdout: 'ready\ninterrupted\n',
      exit: { code: 3 },
    });
  });

  it('shows from outside what a program waits for', async () => {
    const pid = await arena.start({ code: 'print("ready", flush=True)\ninput()', stdin: '' });
    await expect.poll(() => arena.outputOf(pid)).toBe('ready\n');
    await expect
      .poll(async () => (await arena.seenFromOutside(pid)).syscall)
      .toMatch(process.arch === 'x64' ? /^0 0x0 / : /^63 0x0 /);
    expect((await arena.seenFromOutside(pid)).descriptors).toEqual(['0', '1', '2']);
    await arena.finish({ pid, withinMs: 0 });
  });

  it.each([
    ['cpu', 'while True: pass', { cpuSeconds: 1 }],
    ['output', 'while True: print("x" * 70000, end="")', { outputBytes: 1_000_000 }],
    [
      'file-size',
      'import os, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_DFL)\nopen("big", "wb").write(b"x" * 2_000_000)',
      { fileBytes: 1_000_000 },
    ],
    ['memory', 'x = b"x" * 300_000_000\nwhile True: pass', { memoryBytes: 100_000_000 }],
    [
      'processes',
      'import os, time\nfor _ in range(40):\n  if os.fork() == 0: time.sleep(9)\ntime.sleep(9)',
      { processes: 20 },
    ],
  ])('ends a program that goes over its limit of %s, and says so', async (breach, code, limits) => {
    const run = await arena.run({ code, limits, withinMs: 25_000 });
    expect(run.exit).toMatchObject({ breach });
    expect(run.processesAfter).toEqual([]);
  });

  it('tells an exit code that looks like a limit of file size together with it', async () => {
    const run = await arena.run({ code: 'raise SystemExit(153)' });
    expect(run.exit).toEqual({ code: 153, signal: 'SIGXFSZ', breach: 'file-size' });
  });

  it('takes the exit code 152 for no limit of processor time, though that ends a program in the same way', async () => {
    const run = await arena.run({ code: 'raise SystemExit(152)' });
    expect(run.exit).toEqual({ code: 152, signal: null });
  });

  it('says whether names, addresses and ports are its own, and means it', async () => {
    const { has, hostName: usual, hostAddress, resolverAddress } = await arena.world();
    expect(has).toEqual({ ownNames: closed, ownAddresses: closed, ownPorts: closed });
    if (!closed) return;
    await arena.setNames({
      hostName: 'lab-seven',
      services: [{ name: 'wordcount', port: 4711, protocol: 'tcp' }],
      hosts: [{ address: '10.20.30.40', names: ['www.lab.example', 'www'] }],
    });
    const code = `import socket
print(socket.gethostname(), socket.gethostbyname(socket.gethostname()))
print(socket.getservbyname("wordcount", "tcp"), socket.getservbyport(80), socket.gethostbyname("www"), socket.gethostbyaddr("10.20.30.40")[0])
s = socket.socket(); s.bind(("192.168.1.7", 53)); print(s.getsockname())
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.connect(("8.8.8.8", 53)); print(u.getsockname()[0])
print(open("/etc/resolv.conf").readline(), end="")`;
    const run = await arena.run({ code });
    expect(run.stderr).toBe('');
    expect(run.stdout.split('\n').slice(0, 5)).toEqual([
      `lab-seven ${hostAddress}`,
      '4711 http 10.20.30.40 www.lab.example',
      "('192.168.1.7', 53)",
      hostAddress,
      `nameserver ${resolverAddress}`,
    ]);
    expect(await arena.world()).toMatchObject({ hostName: 'lab-seven' });
    await arena.clear();
    const { stdout } = await arena.run({ code: 'import socket; print(socket.gethostname())' });
    expect([stdout, (await arena.world()).hostName]).toEqual([`${usual}\n`, usual]);
  });

  // Only where the network is the arena's own: the machine's keeps a closed connection's port for a minute.
  if (closed)
    it('lets a port be bound again at once, though a connection to it was just closed', async () => {
      const code = `import socket
for turn in range(3):
    s = socket.socket(); s.bind(("127.0.0.1", 5550)); s.listen(1)
    c = socket.create_connection(("127.0.0.1", 5550)); a, _ = s.accept()
    a.close(); c.recv(1); c.close(); s.close()
print("bound three times")`;
      expect(await arena.run({ code })).toMatchObject({ stderr: '', stdout: 'bound three times\n' });
    });

  if (closed || who === 'user' || rung === 'none')
    it('shows a program what lies in a private folder, if it is handed over, and nothing beside it', async () => {
      const folder = join(bundle.folder, `private-${who}-${rung}`);
      mkdirSync(join(folder, 'prefix', 'bin'), { recursive: true });
      writeFileSync(
        join(folder, 'prefix', 'bin', 'tool'),
        '#!/bin/sh\necho runs; cat "$(dirname "$0")/../../beside"\n',
        { mode: 0o755 },
      );
      writeFileSync(join(folder, 'beside'), 'secret\n');
      if (process.getuid?.() === 0 && who === 'user')
        for (const path of ['', 'prefix', 'prefix/bin', 'prefix/bin/tool', 'beside'])
          chownSync(join(folder, path), 12_345, 12_345);
      chmodSync(folder, 0o700);
      const run = await arena.run({
        argv: [join(folder, 'prefix', 'bin', 'tool')],
        readable: [join(folder, 'prefix')],
      });
      expect(run.stdout).toBe(closed ? 'runs\n' : 'runs\nsecret\n');
    });

  it('is as clean as new afterwards', async () => {
    await arena.run({ code: 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen()' });
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
  });

  it.runIf(closed)(
    'is not clean while a peer of our own still holds a port, which the next server would miss',
    async () => {
      await arena.holdUdp({ port: 5999, reuse: false });
      expect(await arena.clear()).toEqual({ clean: false, leftovers: ['socket udp/5999'] });
    },
  );
});

describe.each(everyone)('an arena of %s', (who) => {
  it('says in words why an arena did not open', async () => {
    const launcher = await Launcher.start(who, { ...bundle, agent: join(bundle.folder, 'missing.mjs') });
    await expect(launcher.open(bestRung(who), 7)).rejects.toThrow(/could not be opened[\s\S]*Cannot find module/);
    await launcher.end();
  });
});
