import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execaNode } from 'execa';
import { expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import { temporaryFolder, writeTree } from './test/class-folder.js';

/** Makes some 50 MB of objects, of which a few thousand are held for a while, and says how large the part for new ones was. */
const PROGRAM = `
import { getHeapSpaceStatistics } from 'node:v8';
if (process.argv[2]) (await import(process.argv[2])).keepHeapSteady();
const size = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size;
let most = 0;
const held = [];
for (let at = 0; at < 60_000; at++) {
  held[at % 5000] = Array.from({ length: 100 }, (_, item) => at + item + 0.5);
  if (at % 100 === 0) most = Math.max(most, size());
}
process.stdout.write(String(most));
`;

test('the part of the heap for new objects stays small in a process that keeps its heap steady', async () => {
  const program = join(await writeTree({ 'program.mjs': PROGRAM }, await temporaryFolder()), 'program.mjs');
  const module = pathToFileURL(join(packageRoot, 'dist', 'grading', 'batch', 'steady-heap.js')).href;
  const [left, kept] = await Promise.all([execaNode(program), execaNode(program, [module])]);
  expect(Number(kept.stdout)).toBeLessThan(Number(left.stdout) / 2);
  // Where V8 no longer knows one of the flags, it says so there.
  expect(kept.stderr).toBe('');
});
