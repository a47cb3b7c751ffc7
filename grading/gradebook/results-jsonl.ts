import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../batch/replace-file.js';
import type { Row } from '../batch/row.js';

const PIECE_BYTES = 64 * 1024;

/**
 * Writes all results of a class into one file, a line of JSON each, in the order of the gradebook. The results are
 * copied through one buffer, so that a large class needs no more memory than a small one.
 */
export async function writeResultsJsonl(path: string, rows: readonly Row[], resultsFolder: string): Promise<void> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  await replaceFile(path, async (target) => {
    for (const row of rows) {
      if (row.state !== 'graded' && row.state !== 'regrade') continue;
      // The stored results are lines of JSON already.
      const source = await open(join(resultsFolder, `${row.key}.json`));
      await append(source, target, buffer).finally(() => source.close());
    }
  });
}

async function append(source: FileHandle, target: FileHandle, buffer: Buffer): Promise<void> {
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    await target.writeFile(buffer.subarray(0, bytesRead));
  }
}
