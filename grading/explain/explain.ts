import { failureLines, LABEL_COLUMNS, type ReportedCause } from './failure-lines.js';

interface ExplainOptions {
  /** Columns that a line may take; 76 unless told. */
  width?: number;
  /** Lines that one part (what was received, the last words) may take; 12 unless told. */
  rows?: number;
}

/**
 * The words of a failure from its data: what happened, what was sent, expected and received, the first difference with
 * a caret under it, and the program's last words. Plain text, safe to print, without paths of the machine.
 */
export function explain(cause: ReportedCause, { width = 76, rows = 12 }: ExplainOptions = {}): string {
  return failureLines(cause, { width, rows })
    .map(({ kind, label, text }) => (kind === 'summary' ? text : `${label.padEnd(LABEL_COLUMNS)}${text}`.trimEnd()))
    .join('\n');
}
