import type { SlipCode } from '../../../harness/run/slips.js';
import type { Cause } from '../../../harness/run/verdict.js';
import type { Hint, HintContext } from '../usual-hints.js';

/** An error that a runtime, compiler or system reports, and what to say of it. The first row that fits is taken. */
export interface KnownError {
  /** The error's name; absent: any. */
  type?: RegExp;
  /** Its message; groups may be named in the hint as `$1`, `$2`. */
  message?: RegExp;
  /** The line that it names, as it was quoted. */
  source?: RegExp;
  /** It is about text that the program gave to `eval`. */
  evaluated?: true;
  when?: (context: HintContext) => boolean;
  /** One sentence of what happened, one of what to do; calls in braces. */
  hint: Hint;
  /** Slips in the source that explain this error better, where one of them is there. */
  rather?: SlipCode[];
  /** The message is so much the language's own that it is known even where a program caught the error and only printed it. */
  said?: true;
}

type ReportedError = NonNullable<Cause['error']>;

/** The row for an error. */
export function rowFor(rows: KnownError[], error: ReportedError, context: HintContext): KnownError | undefined {
  return rows.find(
    (row) =>
      (row.type?.test(error.type) ?? true) &&
      (row.message?.test(error.message) ?? true) &&
      (row.source === undefined || (error.source !== undefined && row.source.test(error.source))) &&
      (row.evaluated === undefined || error.evaluated === true) &&
      (row.when?.(context) ?? true),
  );
}

/** The row for a message that stands in what a program printed or sent, and that message. */
export function rowSaid(rows: KnownError[], text: string, context: HintContext): [KnownError, string] | undefined {
  for (const row of rows) {
    if (!row.said || row.source || !(row.when?.(context) ?? true)) continue;
    const message = unanchored(row.message)?.exec(text)?.[0];
    if (message) return [row, message];
  }
  return undefined;
}

/** A row's hint with the groups of its message filled in. */
export function wordsOf(row: KnownError, message: string, context: HintContext): string {
  const hint = typeof row.hint === 'string' ? row.hint : row.hint(context);
  const groups = (row.message && unanchored(row.message)?.exec(message)) ?? [];
  return hint.replace(/\$(\d)/g, (_, digit) => harmless(groups[Number(digit)] ?? ''));
}

function unanchored(pattern: RegExp | undefined): RegExp | undefined {
  return pattern && new RegExp(pattern.source.replace(/(^|\|)\^/g, '$1'), pattern.flags);
}

/** A name from a student's program goes into a sentence only if it looks like one. */
function harmless(text: string): string {
  return /^[\p{L}\p{N}_.:/+'-]{1,40}$/u.test(text) ? text : '…';
}
