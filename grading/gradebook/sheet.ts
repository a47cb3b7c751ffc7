import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../../harness/usage-error.js';

/** A platform's own table, kept so that what is not filled in comes out as it went in. */
export interface Sheet {
  rows: string[][];
  delimiter: string;
  lineEnding: string;
  bom: boolean;
  endsWithNewline: boolean;
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
  const bom = text.startsWith('\uFEFF');
  const body = bom ? text.slice(1) : text;
  const firstLine = body.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, next) =>
    count(firstLine, next) > count(firstLine, best) ? next : best,
  );
  try {
    const rows: string[][] = parse(body, { delimiter, relax_column_count: true, skip_empty_lines: true });
    if (rows.length === 0) throw new UsageError(`The template is empty; ${what} has at least a heading.`);
    const lineEnding = body.includes('\r\n') ? '\r\n' : '\n';
    return { rows, delimiter, lineEnding, bom, endsWithNewline: body.endsWith('\n') };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`The template cannot be read as CSV (${(error as Error).message}); it should be ${what}.`);
  }
}

export function writeSheet({ rows, delimiter, lineEnding, bom, endsWithNewline }: Sheet): string {
  const text = stringify(rows, { delimiter, record_delimiter: lineEnding, eof: endsWithNewline });
  return bom ? `\uFEFF${text}` : text;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
