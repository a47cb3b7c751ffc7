import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Student } from './intake/class.js';

/**
 * What the messages to a class are drawn from. It is made of everybody's files, so that grading the same class again sends the same, and
 * nobody who knows only his own files can tell beforehand what he will be asked.
 */
export async function classSeed(students: readonly Student[]): Promise<string> {
  const seed = createHash('sha256');
  for (const { key, folder, files } of students) {
    seed.update(`\0${key}`);
    for (const file of files) {
      const bytes = await lstat(join(folder, file)).then(
        ({ size }) => size,
        () => -1,
      );
      seed.update(`\0${file}\0${bytes}`);
    }
  }
  return seed.digest('hex').slice(0, 32);
}

/** The seed of one submission; equal files are asked the same. */
export function submissionSeed(seed: string, submissionHash: string): string {
  return createHash('sha256').update(`${seed} ${submissionHash}`).digest('hex').slice(0, 12);
}
