import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { test as base, expect, onTestFinished } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import type { Result } from '../result/result.js';
import { folderWith } from './test/netgrade.js';

const MAIN = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');
const MIB = 1024 ** 2;
/** Enough for the grader, and not for a program that takes 440 MiB, which it may. */
const MACHINE_BYTES = 400 * MIB;

const SERVER = `import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", 5005))
memory = bytearray(440 << 20)
for at in range(0, len(memory), 4096):
    memory[at] = 1
while True:
    text, asker = s.recvfrom(1024)
    print(text.decode(), flush=True)
    s.sendto(b"Hello Client", asker)
`;

/** A control group that stands for a machine with little memory: its folder, where we may make one. */
function littleMachine(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const lines = readFileSync('/proc/self/cgroup', 'latin1').split('\n');
  const [controllers = '', own = ''] = lines
    .map((line) => line.split(':').slice(1))
    .filter(([names = '']) => names === '' || names.split(',').includes('memory'))
    .sort(([a = ''], [b = '']) => b.length - a.length)[0] ?? ['', ''];
  const folder = join('/sys/fs/cgroup', controllers === '' ? '' : 'memory', own, `netgrade-test-${process.pid}`);
  try {
    mkdirSync(folder);
    const limit = ['memory.limit_in_bytes', 'memory.max'].map((name) => join(folder, name)).find(existsSync);
    if (limit !== undefined) writeFileSync(limit, String(MACHINE_BYTES));
    else rmdirSync(folder);
    return limit && folder;
  } catch {
    return undefined;
  }
}

const machine = littleMachine();
const test = base.skipIf(machine === undefined);

test('a right program that is killed because the machine has too little memory loses nothing: it is to be graded again', {
  timeout: 90_000,
}, async () => {
  const folder = await folderWith({ 'server.py': SERVER });
  onTestFinished(() => rmdirSync(machine!));
  const check = [process.execPath, MAIN, 'check', 'udp-hello', folder, '--only', 'answers-a-datagram', '--json'];
  const inMachine = 'echo $$ > "$0/cgroup.procs"; exec "$@"';
  const { stdout, exitCode } = await execa('sh', ['-c', inMachine, machine!, ...check], { reject: false });
  const { state, checks } = JSON.parse(stdout) as Result;
  expect(checks.find(({ role }) => role === 'server')).toMatchObject({
    state: 'error',
    explanation:
      'This machine ran out of memory, and its kernel ended a program that kept to its limit. Grade it again, with less beside it.',
  });
  expect({ state, exitCode }).toEqual({ state: 'provisional', exitCode: 2 });
});
