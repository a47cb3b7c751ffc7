import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { isOnPath } from '../../harness/arena/is-on-path.js';
import { packageRoot } from '../../harness/package-root.js';
import { folderWith, until } from './test/netgrade.js';

const MAIN = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');

// util-linux's script makes a terminal; it is closed when script is ended.
test.skipIf(process.platform !== 'linux' || !isOnPath('script'))(
  'a class whose terminal is closed is finished as far as it is running, and the exit code says what is left',
  { timeout: 60_000 },
  async () => {
    const names = Array.from({ length: 30 }, (_, at) => `student${at}`);
    const files = Object.fromEntries(names.map((name) => [`week5/${name}/client.py`, `print("${name}")\n`]));
    const folder = await folderWith(files);
    // The outer shell ends with its terminal, as any does, and the kernel tells those that it started; the inner one waits for the code.
    const graded = `"${process.execPath}" "${MAIN}" grade udp-hello week5 --out out --jobs 1; echo $? > code`;
    const inTerminal = `(trap "" HUP; ${graded}) & wait`;
    const terminal = execa('script', ['-qec', inTerminal, '/dev/null'], {
      cwd: folder,
      reject: false,
      stdin: 'ignore',
    });
    const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
    await until(async () => (await text('out/results/student1.json')) !== '', 'the first results');
    terminal.kill('SIGKILL');
    await terminal;
    await until(async () => (await text('code')) !== '', 'the end');
    expect(await text('code')).toBe('2\n');
    expect(await text('out/gradebook.csv')).toMatch(/student1,.*,graded,[\s\S]*not graded yet/);
  },
);
