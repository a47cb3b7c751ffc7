import { UsageError } from '../../harness/usage-error.js';
import type { Row } from '../batch/row.js';
import { html } from '../explain/escape.js';
import { type Filled, scaled } from './fill.js';
import { Matcher } from './matcher.js';
import { type Heading, isHeading, isNo } from './moodle-words.js';
import { readSheet, writeSheet } from './sheet.js';

const WHAT = "Moodle's grading worksheet (Assignment, View all submissions, Download grading worksheet)";
/** The participant column: one word, the same in every line, and a number. */
const PARTICIPANT = /^(\D*?)\s*(\d+)$/u;

interface MoodleOptions {
  /** The class was downloaded from Moodle, so that its participant numbers are those of the worksheet. */
  fromMoodle: boolean;
}

/**
 * Fills in Moodle's own worksheet: the grade, and the feedback where there is a column for it and nobody but us has written
 * there. No other cell changes, for Moodle compares them.
 * @throws UsageError when the template is not such a worksheet.
 */
export function fillMoodle(template: Uint8Array, rows: readonly Row[], { fromMoodle }: MoodleOptions): Filled {
  const sheet = readSheet(template, WHAT);
  const [heading = [], ...lines] = sheet.rows;
  const columns = columnsOf(heading, lines);
  const matcher = new Matcher(rows, fromMoodle);
  const filled: Filled = { csv: '', notes: [], filled: 0, changed: [], notWritten: [], unmatched: [] };
  const comma = lines.some((line) => /^\d+,\d+$/.test(line[columns.maximum ?? -1] ?? ''));
  const scales = new Set<string>();
  const cellOf = (line: string[], column: number | undefined): string =>
    column === undefined ? '' : (line[column] ?? '').trim();
  const matches = matcher.match(
    lines.map((line) => {
      const cell = (column: number | undefined): string => cellOf(line, column);
      const platformId = PARTICIPANT.exec(cell(columns.identifier))?.[2];
      return {
        ...(platformId === undefined ? {} : { platformId }),
        name: cell(columns.fullName),
        id: cell(columns.idNumber),
        ...(cell(columns.email) === '' ? {} : { email: cell(columns.email) }),
        ...(cell(columns.group) === '' ? {} : { group: cell(columns.group) }),
      };
    }),
  );
  for (const [at, line] of lines.entries()) {
    const cell = (column: number | undefined): string => cellOf(line, column);
    const match = matches[at];
    if (!match || match.row.state === 'missing') continue;
    const { row, person } = match;
    if (row.score === undefined) {
      filled.notWritten.push({ name: person.name, why: row.why ?? 'it is not graded yet' });
      continue;
    }
    if (isNo(cell(columns.changeable))) {
      filled.notWritten.push({ name: person.name, why: 'Moodle says that its grade cannot be changed' });
      continue;
    }
    const maximum = Number(cell(columns.maximum).replace(',', '.'));
    const scale = maximum > 0 ? maximum : row.maxScore;
    if (scale !== row.maxScore)
      scales.add(`Scores of ${row.maxScore} are written on the worksheet's scale of ${scale}.`);
    const number = String(scaled(row.score, row.maxScore, scale));
    const score = comma ? number.replace('.', ',') : number;
    const before = cell(columns.grade);
    if (before !== '' && before !== '-' && Number(before.replace(',', '.')) !== Number(number)) {
      filled.changed.push({ name: person.name, from: before, to: score });
    }
    line[columns.grade] = score;
    const said = cell(columns.feedback);
    if (columns.feedback !== undefined && (said === '' || OWN_FEEDBACK.test(said)))
      line[columns.feedback] = feedbackOf(row);
    filled.filled += 1;
  }
  filled.notes.push(`Grades are in the column "${heading[columns.grade]}".`, ...scales);
  filled.unmatched = matcher.unmatched();
  filled.csv = writeSheet(sheet);
  return filled;
}

/** What we said of an earlier grade; Moodle's editor may have put tags around it. */
const OWN_FEEDBACK = /^(?:<\w[^<>]{0,200}>\s*)*Score: \d+ of \d+\.(?:<|$)/;

/** Moodle shows feedback as HTML. */
function feedbackOf(row: Row): string {
  const lines = [`Score: ${row.score} of ${row.maxScore}.`, ...row.feedback];
  return lines.map(html).join('<br>');
}

type Columns = { identifier: number; grade: number } & Partial<Record<Heading, number>>;

function columnsOf(heading: string[], lines: string[][]): Columns {
  const named = (word: Heading): number | undefined => {
    const found = heading.findIndex((cell) => isHeading(cell, word));
    return found < 0 ? undefined : found;
  };
  const identifier = participantColumn(heading, lines) ?? named('identifier');
  const maximum = named('maximum') ?? maximumColumn(heading, lines, named('grade'));
  const before = maximum === undefined ? undefined : maximum - 1;
  const grade = named('grade') ?? before;
  const missing = [
    ...(identifier === undefined ? ['the participants ("Identifier": Participant 123, …)'] : []),
    ...(grade === undefined || grade === identifier ? ['the grades ("Grade")'] : []),
  ];
  if (identifier === undefined || grade === undefined || missing.length > 0) {
    throw new UsageError(`The template is not ${WHAT}: it has no column for ${missing.join(' and none for ')}.`);
  }
  const columns: Columns = { identifier, grade };
  if (maximum !== undefined) columns.maximum = maximum;
  for (const word of ['fullName', 'email', 'idNumber', 'group', 'changeable', 'feedback'] as const) {
    const column = named(word);
    if (column !== undefined && column !== identifier && column !== grade) columns[word] = column;
  }
  return columns;
}

function participantColumn(heading: string[], lines: string[][]): number | undefined {
  const found = heading.findIndex((_, column) => {
    const words = lines.map((line) => PARTICIPANT.exec((line[column] ?? '').trim())?.[1]);
    return words.length > 0 && words[0] !== undefined && words[0] !== '' && new Set(words).size === 1;
  });
  return found < 0 ? undefined : found;
}

/** The column that holds the same number in every line: the maximum, which stands right after the grades. */
function maximumColumn(heading: string[], lines: string[][], grade: number | undefined): number | undefined {
  const found = heading.findIndex((_, column) => {
    const cells = new Set(lines.map((line) => (line[column] ?? '').trim()));
    return (
      column > 0 && column !== grade && lines.length > 0 && cells.size === 1 && /^\d+[.,]\d{2}$/.test([...cells][0]!)
    );
  });
  return found < 0 ? undefined : found;
}
