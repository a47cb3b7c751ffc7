import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import { folderWith } from './test/netgrade.js';

const MAIN = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');

/** Quick to grade: it ends at once. */
const program = (name: string): string => `import socket\nprint("${name}")\nraise SystemExit(socket.SOCK_DGRAM)\n`;

/** A class of twelve, and a disk of so many KiB for the results that only the script sees. */
async function onDisk(
  size: string,
  script: string,
): Promise<{ folder: string; code: number | undefined; stderr: string; stdout: string }> {
  const names = Array.from({ length: 12 }, (_, at) => `student${at}`);
  const files = Object.fromEntries(names.map((name) => [`week5/${name}/client.py`, program(name)]));
  const folder = await folderWith({ ...files, 'disk/.keep': '' });
  const whole = `mount -t tmpfs -o size=${size} tmpfs disk && NODE=$0 MAIN=$1; grade() { "$NODE" "$MAIN" grade udp-hello week5 --out "$1"; }; ${script}`;
  const { exitCode, stderr, stdout } = await execa(
    'unshare',
    ['--mount', '--', 'sh', '-c', whole, process.execPath, MAIN],
    { cwd: folder, reject: false, env: { NO_COLOR: '1' } },
  );
  return { folder, code: exitCode, stderr, stdout };
}

// Only root may mount a small disk; everything else that is written is tested everywhere.
const asRoot = test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0);

asRoot(
  'wherever the disk becomes full it is said in a sentence, and with more room the run ends in the same gradebook',
  { timeout: 180_000 },
  async () => {
    const sizes = Array.from({ length: 14 }, (_, at) => `${30 + 14 * at}k`).join(' ');
    const { folder, code, stderr } = await onDisk(
      '20k',
      `rm -r week5/student[4-9] week5/student1?; for size in ${sizes} 40m 40m; do grade disk/out >/dev/null && break; mount -o remount,size=$size disk; done; ls -A disk/out >&2 && cp disk/out/gradebook.csv . && grade whole`,
    );
    const sentences = stderr.split('\n').filter((line) => line.startsWith('netgrade'));
    for (const one of sentences) expect(one).toMatch(/^netgrade: The disk is full\. .*it goes on where it stopped\.$/);
    expect(new Set(sentences.map((one) => /\d of 4 results are saved/.exec(one)?.[0])).size).toBeGreaterThan(1);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/\.part|\.lock/);
    const again = await readFile(join(folder, 'gradebook.csv'), 'utf8');
    expect(again).toBe(await readFile(join(folder, 'whole', 'gradebook.csv'), 'utf8'));
  },
);

asRoot('a folder for temporary files without room is said to be that, and nothing is left in it', async () => {
  const { code, stderr, stdout } = await onDisk(
    '4k',
    'head -c 4096 /dev/zero > disk/zeros; TMPDIR=$PWD/disk grade out; code=$?; ls -A disk; exit $code',
  );
  expect(stderr).toMatch(/^netgrade: Programs are started in .*\/disk" has no room left\. Mend that, or set TMPDIR/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: 'zeros' });
});

asRoot(
  'a disk without room for the submissions, or read-only, is said to be that, and stays as it was',
  { timeout: 60_000 },
  async () => {
    const small = await onDisk('16k', 'grade disk/out; echo "exit $?"; ls -A disk');
    expect(small.stderr).toMatch(/^netgrade: The disk is full\. .*it goes on where it stopped\.$/m);
    expect(small.stdout).toMatch(/exit 2$/);
    const fixed = await onDisk('1m', 'mount -o remount,ro disk; grade disk/out; echo "exit $?"; ls -A disk');
    expect(fixed.stderr).toMatch(/disk\/out" cannot hold the results: the disk is read-only\. Give another --out\.$/);
    expect(fixed.stdout).toMatch(/exit 2$/);
    expect(await readdir(fixed.folder)).toEqual(['disk', 'week5']);
  },
);
