import { stringify } from 'csv-stringify/sync';
import type { Row } from '../batch/row.js';
import { safeCell } from './cell.js';

const STATE_WORD: Record<Row['state'], string> = {
  graded: 'graded',
  regrade: 'regrade',
  missing: 'missing',
  'not-graded': 'not graded yet',
};

/**
 * A class's scores as a table, a piece of text for each row: one line for each person, one column for each check. The same
 * results give the same bytes. What has no score has an empty cell, never a zero.
 */
export function* gradebookCsv(rows: readonly Row[]): Generator<string> {
  const ids = new Set<string>();
  for (const row of rows) for (const { id } of row.checks) ids.add(id);
  const checks = [...ids];
  yield csvOf([['student', 'id', 'email', 'score', 'max', 'state', 'late', ...checks, 'reasons', 'notes']]);
  for (const row of rows) yield csvOf(linesOf(row, checks));
}

function csvOf(lines: (string | number)[][]): string {
  return stringify(
    lines.map((line) => line.map(safeCell)),
    { record_delimiter: '\r\n' },
  );
}

function linesOf(row: Row, checks: readonly string[]): (string | number)[][] {
  const people = row.members.length > 0 ? row.members : [row];
  const byId = new Map(row.checks.map((check) => [check.id, check]));
  const group = row.members.length > 0 ? [`Group: ${row.name}.`] : [];
  return people.map((person) => [
    person.name,
    person.id ?? row.platformId ?? '',
    person.email ?? '',
    row.score ?? '',
    row.maxScore,
    STATE_WORD[row.state],
    row.late ? 'late' : '',
    ...checks.map((id) => byId.get(id)?.points ?? ''),
    row.reasons.join(' | '),
    [...group, ...row.notes].join(' '),
  ]);
}
