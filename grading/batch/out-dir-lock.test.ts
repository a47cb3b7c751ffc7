import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockOutDir } from './out-dir-lock.js';
import { temporaryFolder } from './test/class-folder.js';

/** How many of several runs that begin at once get the folder. */
async function winners(folder: string): Promise<number> {
  const runs = await Promise.allSettled(Array.from({ length: 8 }, () => lockOutDir(folder)));
  const won = runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : []));
  for (const { reason } of runs.filter((run) => run.status === 'rejected'))
    expect(reason.message).toMatch(/Another run \(process \d+\) is using .*give another --out\.$/);
  for (const letGo of won) await letGo();
  return won.length;
}

test('of runs that begin at once one gets the folder, whatever a killed one left in it', async () => {
  // The numbers of processes that are none: Linux counts not so high.
  const left = [undefined, '', `${2 ** 30} 5 1`, 'no number'];
  for (let round = 0; round < 40; round += 1) {
    const folder = await temporaryFolder();
    const content = left[round % left.length];
    if (content !== undefined) await writeFile(join(folder, '.lock.1'), content);
    expect(await winners(folder), `round ${round}`).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  }
});

test('the lock says whose it is, and what a run that was killed while it took it left behind goes', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, `.lock-draft.${2 ** 30}.1`), '');
  const letGo = await lockOutDir(folder);
  expect(await readdir(folder)).toEqual(['.lock.1']);
  expect(await readFile(join(folder, '.lock.1'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  await letGo();
});
