import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { terminalReport } from '../explain/terminal-report.js';
import type { Result } from '../result/result.js';

/** Writes what a student may be given: the report as text, and the result with every exchange. */
export async function writeStudentFolder(result: Result, folder: string): Promise<void> {
  await writeFile(join(folder, 'report.txt'), terminalReport(result, { color: false, width: 100, verbose: true }));
  await writeFile(join(folder, 'result.json'), `${JSON.stringify(result, undefined, 2)}\n`);
}
