import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, netgrade, startNetgrade } from './test/netgrade.js';

/** Quick to grade: it ends at once. */
const program = (name: string): string => `import socket\nprint("${name}")\nraise SystemExit(socket.SOCK_DGRAM)\n`;

test('a class is graded to its end though nobody reads any more what is said', { timeout: 60_000 }, async () => {
  const folder = await folderWith({ 'week5/ali/client.py': program('ali'), 'week5/ben/client.py': program('ben') });
  const run = startNetgrade(['grade', 'udp-hello', 'week5'], { cwd: folder });
  await once(run.stdout, 'data');
  run.stdout.destroy();
  run.stderr.destroy();
  expect((await run).exitCode).toBe(0);
  const out = join(folder, 'week5-udp-hello-graded');
  expect(await readFile(join(out, 'gradebook.csv'), 'utf8')).toMatch(/\r\nali,.*,graded,.*\r\nben,.*,graded,/s);
  expect(await readdir(out)).toEqual(expect.arrayContaining(['index.html', 'results.jsonl', 'summary.txt']));
});

test('an unknown assignment is said before anything is unpacked, and leaves nothing behind', async () => {
  const folder = await folderWith({ 'week5/ali/client.py': program('ali'), 'week5/ben/client.py': program('ben') });
  const { code, stdout, stderr } = await netgrade(['grade', 'udp-helo', 'week5'], { cwd: folder });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^netgrade: There is no assignment "udp-helo"\. Did you mean "udp-hello"\?/);
  expect(await readdir(folder)).toEqual(['week5']);
});
