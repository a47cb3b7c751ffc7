import { UsageError } from '../../harness/usage-error.js';
import { fold } from '../batch/intake/file-name.js';
import type { Row } from '../batch/row.js';
import { type Filled, scaled } from './fill.js';
import { Matcher } from './matcher.js';
import { readSheet, type Sheet, writeSheet } from './sheet.js';

const WHAT = "Canvas's gradebook (Grades, Export)";

interface CanvasOptions {
  /** The class was downloaded from Canvas, so that its numbers are the user ids of the gradebook. */
  fromCanvas: boolean;
  /** The assignment's id or title here, by which its column is guessed. */
  assignment: { id: string; title: string };
  /** The column's heading, or Canvas's number of the assignment, where there is more than one that it could be. */
  column?: string;
}

/**
 * Fills in one assignment's column of Canvas's own gradebook. No other cell changes, and excused students (`EX`) stay
 * excused. The heading is kept exactly: Canvas makes a new assignment of one that it does not know.
 * @throws UsageError when the template is no Canvas gradebook, or the column is not clear.
 */
export function fillCanvas(template: Uint8Array, rows: readonly Row[], options: CanvasOptions): Filled {
  const sheet = readSheet(template, WHAT);
  const heading = sheet.rows[0]!;
  const at = (name: RegExp): number => heading.findIndex((cell) => name.test(cell.trim()));
  const columns = {
    student: at(/^Student$/i),
    id: at(/^ID$/i),
    sis: at(/^SIS User ID$/i),
    login: at(/^SIS Login ID$/i),
  };
  const missing = [
    ...(columns.student < 0 ? ['"Student"'] : []),
    ...(columns.id < 0 ? ['"ID"'] : []),
    ...(at(/section/i) < 0 ? ['"Section"'] : []),
  ];
  if (missing.length > 0) throw new UsageError(`The template is not ${WHAT}: it has no column ${missing.join(', ')}.`);
  const column = gradeColumn(sheet, options);
  const matcher = new Matcher(rows, options.fromCanvas);
  const filled: Filled = { csv: '', notes: [], filled: 0, changed: [], notWritten: [], unmatched: [] };
  const maximum = maximumOf(sheet, column);
  const cellOf = (line: string[], index: number): string => (index < 0 ? '' : (line[index] ?? '').trim());
  const lines = sheet.rows
    .slice(1)
    .filter((line) => cellOf(line, columns.id) !== '' && !/points possible/i.test(line[0] ?? ''));
  const matches = matcher.match(
    lines.map((line) => {
      const login = cellOf(line, columns.login);
      return {
        platformId: cellOf(line, columns.id),
        name: cellOf(line, columns.student),
        id: cellOf(line, columns.sis),
        login,
        ...(login.includes('@') ? { email: login } : {}),
      };
    }),
  );
  for (const [at, line] of lines.entries()) {
    const match = matches[at];
    if (!match || match.row.state === 'missing') continue;
    const { row, person } = match;
    if (row.score === undefined) {
      filled.notWritten.push({ name: person.name, why: row.why ?? 'it is not graded yet' });
      continue;
    }
    const before = cellOf(line, column);
    if (/^EX$/i.test(before)) {
      filled.notWritten.push({ name: person.name, why: 'Canvas says that they are excused' });
      continue;
    }
    const score = String(scaled(row.score, row.maxScore, maximum ?? row.maxScore));
    if (before !== '' && before !== '-' && Number(before) !== Number(score)) {
      filled.changed.push({ name: person.name, from: before, to: score });
    }
    while (line.length <= column) line.push('');
    line[column] = score;
    filled.filled += 1;
  }
  const max = rows[0]?.maxScore;
  filled.notes.push(`Grades are in the column "${heading[column]}".`);
  if (maximum !== undefined && max !== undefined && maximum !== max) {
    filled.notes.push(`Scores of ${max} are written on Canvas's scale of ${maximum}.`);
  }
  filled.unmatched = matcher.unmatched();
  filled.csv = writeSheet(sheet);
  return filled;
}

/** The column of the assignment asked for, else the one that is named like it, else the only one. */
function gradeColumn({ rows }: Sheet, { assignment, column }: CanvasOptions): number {
  const heading = rows[0]!;
  const candidates = heading.flatMap((title, index) => {
    const match = /^(.*)\s\((\d+)\)\s*$/s.exec(title);
    return match ? [{ index, title, name: match[1]!, number: match[2]! }] : [];
  });
  const choose = (fits: (one: (typeof candidates)[number]) => boolean): number | undefined => {
    const found = candidates.filter(fits);
    return found.length === 1 ? found[0]!.index : undefined;
  };
  const titles = candidates.map(({ title }) => `"${title}"`).join(', ');
  if (candidates.length === 0) {
    throw new UsageError(
      `The template is not ${WHAT}: it has no column of an assignment, such as "Homework 1 (4711)".`,
    );
  }
  if (column !== undefined) {
    const asked = choose(({ title, name, number }) => [title, name, number].includes(column.trim()));
    if (asked === undefined) throw new UsageError(`The template has no column "${column}". It has: ${titles}.`);
    return asked;
  }
  const words = [fold(assignment.id), fold(assignment.title)];
  const guessed =
    choose(({ name }) => words.includes(fold(name))) ??
    choose(({ name }) => words.some((word) => fold(name).includes(word))) ??
    choose(() => true);
  if (guessed !== undefined) return guessed;
  throw new UsageError(`The template has several assignments: ${titles}. Say which with --column.`);
}

function maximumOf({ rows }: Sheet, column: number): number | undefined {
  const line = rows.find(([first]) => /points possible/i.test(first ?? ''));
  const number = Number((line?.[column] ?? '').trim().replace(',', '.'));
  return number > 0 ? number : undefined;
}
