import { join } from 'node:path';
import { gradebookCsv } from '../gradebook/gradebook-csv.js';
import { writeResultsJsonl } from '../gradebook/results-jsonl.js';
import type { Class } from './intake/class.js';
import { replaceText } from './replace-file.js';
import type { Row } from './row.js';
import { summary } from './summary.js';

/**
 * Writes what a whole class comes to: `gradebook.csv`, `results.jsonl` and `summary.txt`. The gradebook depends on the
 * results alone: not on the order, the time or the number of runs in which they were made.
 */
export async function writeClass(outDir: string, rows: readonly Row[], members: Class): Promise<void> {
  await replaceText(join(outDir, 'gradebook.csv'), gradebookCsv(rows));
  await writeResultsJsonl(join(outDir, 'results.jsonl'), rows, join(outDir, 'results'));
  await replaceText(join(outDir, 'summary.txt'), [`${summary(rows, members, Number.POSITIVE_INFINITY)}\n`]);
}
