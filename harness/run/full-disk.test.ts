import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asUser, everyone } from '../arena/test/arenas-under-test.js';
import { controlArena } from '../arena/test/unprotected.js';
import { packageRoot } from '../package-root.js';

const START = `import os, socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
`;
const SERVE = `
s.bind(("127.0.0.1", 5550))
while True:
  data, asker = s.recvfrom(2048)
  print(data.decode(), asker, flush=True)
  s.sendto(b"Hello", asker)
`;
const WRITE = (files: number) => `
for n in range(${files}):
  with open("%d" % n, "wb") as file: file.write(b"x" * 15_000_000)
`;
const SUBMISSIONS: Record<string, Record<string, string>> = {
  writes: { 'server.py': START + WRITE(2) + SERVE },
  'writes-and-clears-away': {
    'server.py': `${START}import tempfile\nwith tempfile.TemporaryFile(dir=".", buffering=0) as file:\n  for _ in range(15): file.write(b"x" * 1_000_000)\n${SERVE}`,
  },
  'writes-without-end': { 'server.py': START + WRITE(100) + SERVE },
  'makes-files-without-end': { 'server.py': `${START}for n in range(100_000): open("%d" % n, "w")\n${SERVE}` },
  'is-mistaken': { 'server.py': `${START}1 / 0\n${SERVE}` },
  'opens-files': { 'server.py': `${START}held = [open("/dev/null") for _ in range(300)]\n${SERVE}` },
  'ends-otherwise': { 'server.py': `${START}sys.exit("no")\n${SERVE}` },
  'is-large': {
    'server.c':
      '#include <sys/socket.h>\nchar table[20000000] = {1};\nint main(void) { bind(0, 0, 0); recvfrom(0, 0, 0, 0, 0, 0); }\n',
  },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-disk-'));
  await chmod(folder, 0o777);
  await mkdir(join(folder, 'disk'));
  for (const [name, files] of Object.entries(SUBMISSIONS)) {
    await mkdir(join(folder, name));
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  state: string;
  cause?: { code: string; summary: string };
  explanation?: string;
}

/** Grades one's server where programs write to the machine's own disk, which has this much room. */
describe.concurrent.each(everyone)('without namespaces, as %s, on a disk', (who) => {
  async function graded(name: string, room: string): Promise<Outcome[]> {
    const main = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');
    const line = 'mount -t tmpfs -o "$0" none disk && ip link set lo up && TMPDIR=$PWD/disk exec "$@"';
    const check = [main, 'check', 'udp-hello', name, '--role', 'server', '--isolation', 'none', '--json'];
    const [command = '', ...args] = [
      ...asUser(who),
      ...controlArena(who),
      '/bin/sh',
      '-c',
      line,
      room,
      process.execPath,
      ...check,
    ];
    const { stdout } = await promisify(execFile)(command, args, { cwd: folder }).catch((error) => error);
    return (JSON.parse(stdout).checks as Outcome[]).map(({ state, cause, explanation }) => ({
      state,
      ...(cause && { cause: { code: cause.code, summary: cause.summary } }),
      ...(explanation !== undefined && { explanation }),
    }));
  }

  test.each(['writes', 'writes-and-clears-away', 'is-large'])(
    'that is full already, a program that %s loses nothing',
    async (name) => {
      const [first] = await graded(name, 'size=12m');
      expect(first).toMatchObject({
        state: 'error',
        explanation: expect.stringMatching(/^The disk of this machine is full: a program may write 256 MB /),
      });
    },
  );

  test('that is full already, a mistake is still the program’s', async () => {
    const [first] = await graded('is-mistaken', 'size=12m');
    expect(first).toMatchObject({
      state: 'fail',
      cause: { code: 'died-at-start', summary: expect.stringContaining('ZeroDivisionError') },
    });
  });

  test.each([
    ['writes-without-end', 'size=300m', 'full-folder', /^The server filled the 256 MB of its folder: OSError/],
    [
      'makes-files-without-end',
      'size=300m,nr_inodes=34000',
      'file-count',
      /^The server used up the 32768 files and folders .*: OSError/,
    ],
  ])('that had room, a program that %s has filled it', async (name, room, code, summary) => {
    const [first, ...others] = await graded(name, room);
    expect(first).toMatchObject({ state: 'fail', cause: { code, summary: expect.stringMatching(summary) } });
    expect(others.map(({ state }) => state)).toEqual(Array(others.length).fill('skip'));
  });

  test('that has room, a limit at the start is one failure and not one for each check', async () => {
    const [first, ...others] = await graded('opens-files', 'size=300m');
    expect(first).toMatchObject({ state: 'fail', cause: { code: 'open-files' } });
    const [, ...otherwise] = await graded('ends-otherwise', 'size=300m');
    expect(others.map(({ state }) => state)).toEqual(otherwise.map(({ state }) => state));
  });
});
