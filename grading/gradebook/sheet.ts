import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../../harness/usage-error.js';

/** A platform's own table. Its rows may be written to; everything else is kept as it came, to the byte. */
export interface Sheet {
  rows: string[][];
  template: Template;
}

interface Template {
  text: string;
  delimiter: string;
  /** As in `rows`, which they were read to. */
  lines: Cell[][];
}

interface Cell {
  value: string;
  /** Where it stands in the text, with its quotes. */
  from: number;
  to: number;
}

/**
 * Reads a table that a platform wrote.
 * @throws UsageError when it is no CSV file; `what` says which sheet was expected.
 */
export function readSheet(bytes: Uint8Array, what: string): Sheet {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new UsageError(`The template is a spreadsheet file (.xlsx or .ods), not ${what}. Download it as CSV.`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `The template is not UTF-8, as ${what} is. Use the file as downloaded, not saved anew by a spreadsheet.`,
    );
  }
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, next) =>
    count(firstLine, next) > count(firstLine, best) ? next : best,
  );
  try {
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
    if (rows.length === 0) throw new UsageError(`The template is empty; ${what} has at least a heading.`);
    return { rows, template: { text, delimiter, lines: placed(rows, text, delimiter) } };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The template cannot be read as CSV (${(error as Error).message}); it should be ${what}.`);
  }
}

/** The sheet as text: the template with the cells that were written to in the place of those that were there. */
export function writeSheet({ rows, template }: Sheet): string {
  const { text, delimiter, lines } = template;
  let written = '';
  let done = 0;
  for (const [index, line] of lines.entries()) {
    const row = rows[index]!;
    for (const [column, { value, from, to }] of line.entries()) {
      if (row[column] === value) continue;
      written += text.slice(done, from) + cellText(row[column]!, delimiter, text[from] === '"');
      done = to;
    }
    const end = line.at(-1)!.to;
    written += text.slice(done, end);
    for (const more of row.slice(line.length)) written += delimiter + cellText(more, delimiter, false);
    done = end;
  }
  return written + text.slice(done);
}

function cellText(value: string, delimiter: string, quoted: boolean): string {
  return stringify([[value]], { delimiter, quoted, eof: false });
}

/** Where each cell that was read stands in the text. A quote within a cell is doubled, so that quotes open and close in turns. */
function placed(rows: readonly string[][], text: string, delimiter: string): Cell[][] {
  const mark = new RegExp(`"|${delimiter}|\\r\\n|\\n|\\r|$`, 'g');
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  let isQuoted = false;
  for (const { 0: found, index: to } of text.matchAll(mark)) {
    if (found === '"') isQuoted = !isQuoted;
    if (found === '"' || (isQuoted && found !== '')) continue;
    const isEmptyLine = line.length === 0 && from === to && found !== delimiter;
    if (!isEmptyLine) line.push({ value: rows[lines.length]?.[line.length] ?? '', from, to });
    from = to + found.length;
    if (found === delimiter || isEmptyLine) continue;
    lines.push(line);
    line = [];
  }
  const isSame = lines.length === rows.length && lines.every(({ length }, at) => length === rows[at]!.length);
  if (!isSame) throw new Error('its lines do not end alike');
  return lines;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
