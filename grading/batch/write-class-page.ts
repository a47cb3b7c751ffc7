import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type ClassCheck, type ClassFacts, type ClassRow, classPage } from '../reports/class-page.js';
import type { Row } from './row.js';

/** Writes `index.html`, the page of the whole class, beside the gradebook; each student's name leads to their own page. */
export async function writeClassPage(
  outDir: string,
  rows: readonly Row[],
  about: { assignment: { id: string; title: string }; checks: ClassCheck[]; facts: ClassFacts },
): Promise<void> {
  await writeFileAtomic(
    join(outDir, 'index.html'),
    await classPage({ ...about, rows: rows.filter(wasTouched).map(classRow) }),
  );
}

/** A run that was stopped has not come to everybody; those are no part of its picture. */
function wasTouched(row: Row): boolean {
  return row.state !== 'not-graded';
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
