import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Arena,
  asUser,
  bundleForTests,
  everyone,
  everyRung,
  Launcher,
  ORDINARY_UID,
  sandboxes,
  type Who,
} from './test/arenas-under-test.js';
import { PYTHON, won } from './test/unprotected.js';

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
});
afterAll(() => bundle?.remove());

const FORGED = { id: 0, value: 'forged' };

/** A message as Node's processes send it to each other, with `serialization: 'advanced'`. */
function message(value: unknown): Buffer {
  const body = serialize(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** Tells whatever it was given a channel to that all is well. */
const FORGER = `import os
for number in range(3, 256):
    try: os.write(number, bytes.fromhex("${message(FORGED).toString('hex')}")); print("won", number)
    except OSError: pass
print("lost the rest", sorted(map(int, os.listdir("/proc/self/fd"))))`;

/** The same to whoever reads what it prints. */
const LIAR = `import os
os.write(1, bytes.fromhex("${message(FORGED).toString('hex')}"))`;

/** Somebody's log, open to whoever inherits it. */
function openLog(name: string): { path: string; descriptor: number } {
  const path = join(bundle.folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o666);
  return { path, descriptor: openSync(path, 'a') };
}

describe.each(everyone)('a program that writes into every descriptor, %s', (who) => {
  it('reaches the grader and its log where it is started carelessly', async () => {
    const { path, descriptor } = openLog(`careless-log-${who}`);
    const [command = '', ...args] = [...asUser(who), PYTHON, '-c', FORGER];
    const stdio = ['ignore', 'pipe', 'inherit', 'ipc', ...Array(5).fill('ignore'), descriptor];
    const program = spawn(command, args, { stdio, serialization: 'advanced', cwd: '/' });
    closeSync(descriptor);
    expect((await once(program, 'message'))[0]).toEqual(FORGED);
    await once(program, 'exit');
    expect(readFileSync(path).equals(message(FORGED))).toBe(true);
  });
});

describe.each(everyone)('a program that prints what a grader is told by, %s', (who) => {
  it('is believed where what it prints is read for more than output', async () => {
    const [command = '', ...args] = [...asUser(who), PYTHON, '-c', LIAR];
    const program = spawn(command, args, { stdio: ['ignore', 'ipc', 'inherit'], serialization: 'advanced', cwd: '/' });
    expect((await once(program, 'message'))[0]).toEqual(FORGED);
    await once(program, 'exit');
  });
});

describe.each(everyRung)('on the rung $rung of $who', ({ who, rung }) => {
  it('a program that writes into every descriptor reaches neither the grader nor its log', async () => {
    const { path, descriptor } = openLog(`log-${who}-${rung}`);
    const launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON }, { beside: descriptor });
    closeSync(descriptor);
    const arena = await launcher.open(rung, 10);
    expect((await arena.run({ code: FORGER })).stdout).toBe('lost the rest [0, 1, 2, 3]\n');
    expect(await arena.ping()).toMatchObject({ uid: expect.any(Number) });
    expect(readFileSync(path, 'utf8')).toBe('');
    await arena.close();
    await launcher.end();
  });

  it('a program that prints what a grader is told by has printed it, and no more', async () => {
    const launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON });
    const arena = await launcher.open(rung, 11);
    const run = await arena.run({ code: LIAR });
    expect(run).toMatchObject({ stdout: message(FORGED).toString(), exit: { code: 0 } });
    expect(await arena.ping()).toMatchObject({ uid: expect.any(Number) });
    await arena.close();
    await launcher.end();
  });
});

/** A submission with a link to a file of the grader's, and one to its folder. */
function submissionWithLinks(who: Who): { from: string; secret: string } {
  const secret = mkdtempSync(join(bundle.folder, 'grader-'));
  const from = mkdtempSync(join(bundle.folder, 'submission-'));
  for (const folder of [secret, from]) chmodSync(folder, 0o755);
  writeFileSync(join(secret, 'expected.txt'), `expected of ${who}, ${ORDINARY_UID}`);
  mkdirSync(join(from, 'sub'));
  symlinkSync(join(secret, 'expected.txt'), join(from, 'link.txt'));
  symlinkSync(secret, join(from, 'linked'));
  writeFileSync(join(from, 'sub', 'own.txt'), 'own');
  return { from, secret };
}

async function readBare(who: Who, cwd: string, file: string): Promise<string> {
  const [command = '', ...args] = [...asUser(who), '/bin/cat', file];
  const program = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  for await (const chunk of program.stdout!) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe.each(sandboxes)('on the rung $rung of $who', ({ who, rung, slot }) => {
  let launcher: Launcher;
  let arena: Arena;
  beforeAll(async () => {
    launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON });
    arena = await launcher.open(rung, slot + 12);
  });
  afterAll(async () => {
    await arena?.close();
    await launcher?.end();
  });

  it('a link in a submission leads nowhere, which leads to a file of the grader’s outside', async () => {
    const { from, secret } = submissionWithLinks(who);
    for (const file of ['link.txt', 'linked/expected.txt'])
      expect(await readBare(who, from, file)).toMatch(/^expected of/);
    const folder = await arena.copy({ from, files: ['link.txt', 'linked', 'sub/own.txt'] });
    const cat = (file: string) => arena.runIn({ folder, argv: ['/bin/cat', file] });
    expect(await cat('sub/own.txt')).toMatchObject({ stdout: 'own', exit: { code: 0 } });
    for (const file of ['link.txt', 'linked/expected.txt'])
      expect(await cat(file), file).toMatchObject({ stdout: '', exit: { code: 1 } });
    for (const file of [
      `../${secret.split('/').at(-1)}/expected.txt`,
      'linked/expected.txt',
      `sub/../../${secret.split('/').at(-1)}/expected.txt`,
      join(secret, 'expected.txt'),
    ]) {
      await expect(arena.copy({ from, files: [file] }), file).rejects.toThrow(/outside|ENOENT/);
    }
  });

  it('what a program prints is output and nothing else', async () => {
    const forged = '{"id":0,"value":"forged"}\n::set-output name=score::100\n\u001b[2J<script>alert(1)</script>';
    const run = await arena.run({
      code: `import os, sys\nprint(${JSON.stringify(forged)})\nprint("NODE_CHANNEL_FD" in os.environ, file=sys.stderr)`,
    });
    expect(run).toMatchObject({ stdout: `${forged}\n`, stderr: 'False\n', exit: { code: 0 } });
  });

  it('a port that the grader holds cannot be taken from it, which one that is shared can', async () => {
    const code = `import socket
for address in ["127.0.0.1", "0.0.0.0"]:
    for option in [socket.SO_REUSEADDR, socket.SO_REUSEPORT]:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, option, 1)
        try: s.bind((address, PORT)); print("won", address)
        except OSError as error: print("lost", address, error)
        s.close()`;
    await arena.holdUdp({ port: 7777, reuse: false });
    const run = await arena.run({ code: code.replace(/\bPORT\b/, '7777') });
    expect(run.stdout.match(/^lost/gm)).toHaveLength(4);
    await arena.holdUdp({ port: 7778, reuse: true });
    expect(won((await arena.run({ code: code.replace(/\bPORT\b/, '7778') })).stdout)).not.toEqual([]);
  });

  it('a flood of datagrams leaves the agent answering while it comes in', async () => {
    await arena.holdUdp({ port: 7779, reuse: false });
    const code = `import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); print("floods", flush=True)
while True: s.sendto(b"x" * 1400, ("127.0.0.1", 7779))`;
    const pid = await arena.start({ code });
    await expect.poll(() => arena.heardAt(7779), { timeout: 10_000 }).toBeGreaterThan(1000);
    // It has answered while the flood went on, not after it.
    expect(await arena.finish({ pid, withinMs: 0 })).toMatchObject({ exit: 'still running', processesAfter: [] });
  });
});
