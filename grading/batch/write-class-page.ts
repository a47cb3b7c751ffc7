import { existsSync } from 'node:fs';
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
    await classPage({ ...about, rows: rows.filter(wasTouched).map((row) => classRow(row, outDir)) }),
  );
}

/** A run that was stopped has not come to everybody; those are no part of its picture. */
function wasTouched(row: Row): boolean {
  return row.state !== 'not-graded';
}

function classRow(row: Row, outDir: string): ClassRow {
  const { key } = row;
  return {
    name: row.name,
    score: row.score ?? 0,
    maxScore: row.maxScore,
    state: row.state === 'graded' || row.state === 'missing' ? row.state : 'provisional',
    ...(row.late ? { late: 'late' } : {}),
    ...(row.why === undefined ? {} : { why: row.why }),
    // Of what could not even be read there is no page.
    ...(key !== '' && existsSync(join(outDir, 'students', key, 'index.html'))
      ? { page: `students/${encodeURIComponent(key)}/index.html` }
      : {}),
    checks: Object.fromEntries(
      row.checks.map(({ id, state, points, cause }) => [
        id,
        { state, points, ...(cause === undefined ? {} : { cause }) },
      ]),
    ),
  };
}
