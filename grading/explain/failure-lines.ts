import { type Bytes, rawOf } from '../../harness/wire/bytes.js';
import type { CheckResult } from '../result/result.js';
import { head } from './columns.js';
import { linesOf, visible, visibleLines, withoutPaths } from './escape.js';
import { firstDifference } from './first-difference.js';
import { stringWidth } from './string-width.js';
import { wrapped } from './wrapped.js';

/** A cause as it stands in a result; the harness's own `Cause` is one. */
export type ReportedCause = NonNullable<CheckResult['cause']>;

/** One line of an explained failure. `label` is empty where a line continues the one above. */
export interface FailureLine {
  kind: 'summary' | 'sent' | 'expected' | 'received' | 'caret' | 'difference' | 'last-words';
  label: string;
  text: string;
}

/** Columns that the labels take. */
export const LABEL_COLUMNS = 12;

/** A failure, line by line, from its data. No line is wider than `width` columns; `rows` bounds what each part may take. */
export function failureLines(cause: ReportedCause, { width, rows }: { width: number; rows: number }): FailureLine[] {
  const room = Math.max(20, width - LABEL_COLUMNS);
  const lines: FailureLine[] = wrapped(visibleLines(withoutPaths(cause.summary)).join(' '), width).map((text) => ({
    kind: 'summary',
    label: '',
    text,
  }));
  if (cause.sent) lines.push(...labelled('sent', 'sent', block(exact(cause.sent), room, rows)));
  if (cause.expected !== undefined && cause.received && cause.differsAt !== undefined) {
    lines.push(...compared(cause.expected, exact(cause.received), cause.differsAt, room));
  } else {
    if (cause.expected !== undefined)
      lines.push(...labelled('expected', 'expected', inWords(cause.expected, room, rows)));
    if (cause.received) lines.push(...labelled('received', 'received', block(exact(cause.received), room, rows)));
  }
  if (cause.lastWords?.trim()) lines.push(...labelled('last-words', 'last words', lastOf(cause.lastWords, room, rows)));
  return lines;
}

function compared(expected: string, received: Bytes, differsAt: number, room: number): FailureLine[] {
  const difference = firstDifference(expected, received, differsAt, room);
  return [
    { kind: 'expected', label: 'expected', text: difference.expected || nothing },
    { kind: 'received', label: 'received', text: difference.received || nothing },
    { kind: 'caret', label: '', text: ' '.repeat(difference.column) + '^'.repeat(difference.caretWidth) },
    ...labelled('difference', '', wrapped(difference.words, room)),
  ];
}

function labelled(kind: FailureLine['kind'], label: string, texts: string[]): FailureLine[] {
  return texts.map((text, index) => ({ kind, label: index === 0 ? label : '', text }));
}

/** The schema's bytes as the harness's: there, a missing `base64` may be written as undefined. */
function exact({ text, base64 }: NonNullable<ReportedCause['sent']>): Bytes {
  return base64 === undefined ? { text } : { text, base64 };
}

const nothing = '(nothing)';

/** Bytes as lines: as text, or, where they are not text, in hexadecimal too. */
function block(bytes: Bytes, room: number, rows: number): string[] {
  const size = rawOf(bytes).length;
  if (size === 0) return [nothing];
  const all = linesOf(bytes.text);
  const first = all.slice(0, rows).map((line) => visible(line.slice(0, 4 * room)));
  const shown = first.map((line) => head(line, room));
  if (bytes.base64 !== undefined) shown.push(head(`not UTF-8: ${hexOf(rawOf(bytes), room)}`, room));
  if (all.length > rows) shown.push(`… ${all.length - rows} more lines, ${size} bytes in all`);
  else if (first.some((line) => stringWidth(line) > room)) shown.push(`… ${size} bytes in all`);
  return shown;
}

function hexOf(raw: Buffer, room: number): string {
  return [...raw.subarray(0, room)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** An expectation is the grader's own sentence or value, so it may wrap. */
function inWords(expected: string, room: number, rows: number): string[] {
  if (expected === '') return [nothing];
  const lines = visibleLines(expected).flatMap((line) => wrapped(line, room));
  return lines.length > rows ? [...lines.slice(0, rows), `… ${lines.length - rows} more lines`] : lines;
}

/** The end matters most: an error message stands last. */
function lastOf(text: string, room: number, rows: number): string[] {
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  const last = lines.slice(-rows).map((line) => visible(withoutPaths(line)));
  const shown = last.flatMap((line) => wrapped(line, room).slice(0, 4));
  return lines.length > rows ? [`… ${lines.length - rows} lines before`, ...shown] : shown;
}
