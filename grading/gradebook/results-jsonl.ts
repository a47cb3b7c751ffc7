import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Row } from '../batch/row.js';

/**
 * Writes all results of a class into one file, a line of JSON each, in the order of the gradebook. The results are read
 * one after the other, so that a large class needs no more memory than a small one.
 */
export async function writeResultsJsonl(path: string, rows: readonly Row[], resultsFolder: string): Promise<void> {
  const part = `${path}.part`;
  async function* lines(): AsyncGenerator<Buffer> {
    for (const row of rows) {
      // The stored results are lines of JSON already.
      if (row.state === 'graded' || row.state === 'regrade') {
        yield* createReadStream(join(resultsFolder, `${row.key}.json`));
      }
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(part));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
