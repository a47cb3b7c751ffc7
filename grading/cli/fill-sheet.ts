import { readFile } from 'node:fs/promises';
import { UsageError } from '../../harness/usage-error.js';
import type { Class } from '../batch/intake/class.js';
import { replaceText } from '../batch/replace-file.js';
import { type Row, RowMaker } from '../batch/row.js';
import { systemWords } from '../batch/system-words.js';
import { oneLine } from '../explain/escape.js';
import type { Grader } from '../grade-submission.js';
import type { Filled } from '../gradebook/fill.js';
import { fillCanvas } from '../gradebook/fill-canvas.js';
import { fillMoodle } from '../gradebook/fill-moodle.js';
import { NOT_IN_SHEET } from '../gradebook/matcher.js';
import type { GradeArguments } from './grade-command.js';

/** @throws UsageError when it cannot be read */
export async function readTemplate(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The template "${path}" cannot be read: ${systemWords(error)}.`);
  });
}

/**
 * How the platform's sheet is filled in; undefined where none is asked for.
 * @throws UsageError when it is none of the platform's, or of another class: that is said before a night of grading, not after it
 */
export function filler(args: GradeArguments, members: Class, grader: Grader, template: Uint8Array | undefined) {
  if (template === undefined) return undefined;
  const fill = (rows: readonly Row[]): Filled =>
    args.gradebook === 'moodle'
      ? fillMoodle(template, rows, { fromMoodle: members.layout.name === 'moodle' })
      : fillCanvas(template, rows, {
          fromCanvas: members.layout.name === 'canvas',
          assignment: { id: args.id, title: grader.title },
          ...(args.column === undefined ? {} : { column: args.column }),
        });
  const maker = new RowMaker(grader.maxScore);
  const { unmatched } = fill(members.students.map((student) => maker.row(student, undefined)));
  const people = members.students.flatMap((student) => (student.members.length > 0 ? student.members : [student]));
  if (unmatched.length === people.length && unmatched.every(({ why }) => why === NOT_IN_SHEET)) {
    throw new UsageError(
      `Nobody in the class is in the template "${args.template}": it is another class's. Give this one's, or leave out --gradebook.`,
    );
  }
  return fill;
}

/** @returns what a person should know before uploading it */
export async function writeFilled(filled: Filled, path: string): Promise<string> {
  await replaceText(path, [filled.csv]);
  return sheetWords(filled, path);
}

function sheetWords({ notes, filled, changed, notWritten, unmatched }: Filled, path: string): string {
  const named = (title: string, items: string[]): string[] =>
    items.length === 0 ? [] : [`${title} (${items.length})`, ...items.map((item) => `  ${oneLine(item)}`)];
  return [
    `To upload: ${path} (${filled} ${filled === 1 ? 'score' : 'scores'}). ${notes.join(' ')}`,
    ...named(
      'Scores that replaced others',
      changed.map(({ name, from, to }) => `${name}: ${from} to ${to}`),
    ),
    ...named(
      'Left empty',
      notWritten.map(({ name, why }) => `${name}: ${why}`),
    ),
    ...named(
      'Not in the sheet',
      unmatched.map(({ name, why }) => `${name}: ${why}`),
    ),
  ].join('\n');
}
