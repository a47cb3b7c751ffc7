import { join } from 'node:path';
import { type ClassCheck, type ClassFacts, type ClassRow, classPage } from '../reports/class-page.js';
import { replaceText } from './replace-file.js';
import type { Row } from './row.js';

/** Writes `index.html`, the page of the whole class, beside the gradebook; each student's name leads to their own page. */
export async function writeClassPage(
  outDir: string,
  rows: readonly Row[],
  about: { assignment: { id: string; title: string }; checks: ClassCheck[]; facts: ClassFacts },
): Promise<void> {
  await replaceText(join(outDir, 'index.html'), await classPage({ ...about, rows: classRows(rows) }));
}

/** A run that was stopped has not come to everybody; those are no part of its picture. */
function* classRows(rows: readonly Row[]): Generator<ClassRow> {
  for (const row of rows) if (row.state !== 'not-graded') yield classRow(row);
}

function classRow(row: Row): ClassRow {
  return {
    name: row.name,
    score: row.score ?? 0,
    maxScore: row.maxScore,
    state: row.state === 'graded' || row.state === 'missing' ? row.state : 'provisional',
    ...(row.late ? { late: 'late' } : {}),
    ...(row.why === undefined ? {} : { why: row.why }),
    ...(row.hasReport ? { page: `students/${encodeURIComponent(row.key)}/index.html` } : {}),
    checks: Object.fromEntries(
      row.checks.map(({ id, state, points, cause }) => [
        id,
        { state, points, ...(cause === undefined ? {} : { cause }) },
      ]),
    ),
  };
}
