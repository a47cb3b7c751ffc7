import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNamespaces } from './arena-command.js';
import { processTable, treeOf } from './process-table.js';
import {
  type Arena,
  asUser,
  bundleForTests,
  everyone,
  everyRung,
  Launcher,
  type Who,
} from './test/arenas-under-test.js';
import { mountsSeen, processesInNetworkOf, processesThatSay } from './test/traces.js';
import { PYTHON, unprotected, won } from './test/unprotected.js';

/** Leaves a process of its own that nobody knows of, and ends once that holds the port of the homework. */
const HOLDER = `import os, signal, socket
reader, writer = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        s = socket.socket(); s.bind(("0.0.0.0", 5550)); s.listen()
        os.write(writer, b"x")
        signal.pause()
    os._exit(0)
os.read(reader, 1)`;
const NEXT_SERVER = `import socket
try: socket.socket().bind(("0.0.0.0", 5550)); print("lost the-port")
except OSError as error: print("won the-port", error)`;

/** Ends, but leaves a process that holds its output open. */
const talker = (marker: string) => `import subprocess
subprocess.Popen(["/bin/sh", "-c", "sleep 60; : ${marker}"], start_new_session=True)
print("done", flush=True)`;

/** Is deaf to whatever can be ignored, and has a child that stands still. */
const DEAF = `import os, signal
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
child = os.fork()
if child == 0: os.kill(os.getpid(), signal.SIGSTOP)
os.waitpid(child, os.WUNTRACED)
print("deaf", flush=True)
while True: signal.pause()`;

/** Serves on the port of the homework until it is ended. */
const server = (marker: string) => `import os, signal, socket, subprocess
s = socket.socket(); s.bind(("127.0.0.1", 5550)); s.listen()
subprocess.Popen(["/bin/sh", "-c", "echo serves; sleep 60; : ${marker}"], start_new_session=True)
signal.pause()`;

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
});
afterAll(() => bundle?.remove());

function bare(who: Who, command: string[]): ChildProcess {
  const [first = '', ...args] = [...asUser(who), ...command];
  return spawn(first, args, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env.PATH } });
}

function endAll(pids: number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

describe.each(everyone)('without an arena, as %s', (who) => {
  it('a daemon that holds a port keeps it from the next server', async () => {
    const stdout = await unprotected({ who, where: 'arena', folder: bundle.folder }, HOLDER, NEXT_SERVER);
    expect(won(stdout), stdout).toEqual(['the-port']);
  });

  it('a daemon keeps the output of a program open that has ended', async () => {
    const marker = `bare-talker-${who}-${process.pid}`;
    const program = bare(who, [PYTHON, '-c', talker(marker)]);
    const closed = once(program, 'close');
    program.stdout?.resume();
    await once(program, 'exit');
    const left = processesThatSay(`: ${marker}`);
    expect(left).not.toEqual([]);
    expect(program.stdout?.readableEnded).toBe(false);
    endAll(treeOf(left, processTable()).map(({ pid }) => pid));
    await closed;
  });

  it('a program that ignores every signal is alive after them', async () => {
    const program = bare(who, [PYTHON, '-c', DEAF]);
    await once(program.stdout!, 'data');
    const pid = program.pid ?? 0;
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.kill(pid, signal);
    // What is ignored is dropped as it is sent: nothing is pending, and nothing will come of it.
    expect(readFileSync(`/proc/${pid}/status`, 'latin1')).toMatch(/^State:\s*[SR][\s\S]*^ShdPnd:\s*0+$/m);
    const tree = treeOf([pid], processTable()).map((row) => row.pid);
    expect(tree.map((id) => /^State:\s*(\w)/m.exec(readFileSync(`/proc/${id}/status`, 'latin1'))?.[1])).toContain('T');
    endAll(tree.reverse());
    await once(program, 'exit');
  });

  it('a program outlives the SIGKILL of whoever started it', async () => {
    const marker = `bare-orphan-${who}-${process.pid}`;
    const grader = bare(who, ['/bin/sh', '-c', `sh -c 'echo begun; sleep 60; : ${marker}' & wait`]);
    await once(grader.stdout!, 'data');
    grader.kill('SIGKILL');
    await once(grader, 'exit');
    const left = processesThatSay(`: ${marker}`).filter((pid) => processTable().get(pid)?.zombie === false);
    expect(left).not.toEqual([]);
    endAll(treeOf(left, processTable()).map(({ pid }) => pid));
  });
});

describe.each(everyRung)('on the rung $rung, opened by $who', ({ who, rung }) => {
  let launcher: Launcher;
  let arena: Arena;
  const python = { NETGRADE_PYTHON: PYTHON };
  beforeAll(async () => {
    launcher = await Launcher.start(who, bundle, python);
    arena = await launcher.open(rung, 30);
  });
  afterAll(async () => {
    await arena?.close();
    await launcher?.end();
  });

  if (hasNamespaces(rung))
    it('a daemon that holds a port is gone before the next server starts', async () => {
      const run = await arena.run({ code: HOLDER });
      expect(run).toMatchObject({ exit: { code: 0 }, processesAfter: [] });
      expect((await arena.run({ code: NEXT_SERVER })).stdout).toBe('lost the-port\n');
      expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
    });

  it('a program has ended when it ends itself, and the daemon that keeps its output open ends with it', async () => {
    const marker = `talker-${who}-${rung}-${process.pid}`;
    const run = await arena.run({ code: talker(marker) });
    expect(run).toMatchObject({ stdout: 'done\n', exit: { code: 0 }, processesAfter: [] });
    expect(processesThatSay(`: ${marker}`)).toEqual([]);
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
  });

  it('a program that ignores every signal, or stops itself, is gone when it has been disposed of', async () => {
    const pid = await arena.start({ code: DEAF });
    await expect.poll(() => arena.outputOf(pid), { timeout: 10_000 }).toBe('deaf\n');
    await arena.signal({ pid, signal: 'SIGTERM' });
    expect(await arena.finish({ pid, withinMs: 100 })).toMatchObject({ exit: 'still running', processesAfter: [] });
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
  });

  it('closing the arena leaves no process', async () => {
    const other = await launcher.open(rung, 31);
    const marker = `closed-${who}-${rung}-${process.pid}`;
    await other.start({ argv: ['/bin/sh', '-c', `sleep 60; : ${marker}`] });
    // What stands before it may just be turning into it.
    await expect.poll(() => processesThatSay(`: ${marker}`), { timeout: 10_000 }).not.toEqual([]);
    await other.close();
    expect(processesThatSay(`: ${marker}`)).toEqual([]);
  });

  it('killing the grader with SIGKILL ends every program, while two have the same port where they can', async () => {
    const grader = await Launcher.start(who, bundle, python);
    const marker = `orphan-${who}-${rung}-${process.pid}`;
    const slots = hasNamespaces(rung) ? [32, 33] : [32];
    const arenas = await Promise.all(slots.map((slot) => grader.open(rung, slot)));
    const code = hasNamespaces(rung) ? server(marker) : server(marker).replace('5550', '0');
    const pids = await Promise.all(arenas.map((one) => one.start({ code })));
    for (const [index, one] of arenas.entries())
      await expect.poll(() => one.outputOf(pids[index] ?? 0), { timeout: 10_000 }).toBe('serves\n');
    const inside = hasNamespaces(rung)
      ? arenas.map(({ pid }) => processesInNetworkOf(treeOf([pid], processTable()).at(-1)?.pid ?? 0))
      : [];
    const alive = () => [...processesThatSay(`: ${marker}`), ...inside.flatMap((of) => of())];
    expect(alive().length).toBeGreaterThanOrEqual(slots.length);
    grader.child.kill('SIGKILL');
    await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
    expect(mountsSeen()).toEqual([]);
  });
});
