import { join } from 'node:path';
import { readStored } from '../result-store.js';
import { RESULTS_FOLDER } from '../results-folder.js';
import { hashSubmission } from '../submission-hash.js';
import type { Student } from './class.js';

/**
 * Whether what looks like our own results was made of this very class: it holds the results of most of the others, with what
 * they handed in. Whoever wanted to make such a folder would need the files of more than half of the class.
 */
export async function isResultsOf(others: readonly Student[], { folder }: Student): Promise<boolean> {
  let known = 0;
  for (const other of others) {
    const stored = await readStored(join(folder, RESULTS_FOLDER), other.key).catch(() => undefined);
    if (stored === undefined) continue;
    const { submission } = await hashSubmission(other.folder, other.files);
    if (stored.submissionHash === submission) known += 1;
  }
  return others.length > 1 && known * 2 > others.length;
}
