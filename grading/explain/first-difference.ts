import { type Bytes, rawOf } from '../../harness/wire/bytes.js';
import { head, tail } from './columns.js';
import { visible } from './escape.js';
import { stringWidth } from './string-width.js';

/** Two lines to be read one above the other, and the place under the second where they part. */
interface Difference {
  expected: string;
  received: string;
  /** Columns before the caret, and its width. */
  column: number;
  caretWidth: number;
  /** "differs at byte 12: expected 0a (newline), but it ended" */
  words: string;
}

/**
 * Lays a literal expectation over what came, so that the first difference is in sight: as text where the eye can see
 * it there, as bytes where it cannot. Both lines are cut at the same distance before the difference, never at it.
 */
export function firstDifference(expected: string, received: Bytes, differsAt: number, width: number): Difference {
  const right = Buffer.from(expected);
  const raw = rawOf(received);
  const at = Math.min(differsAt, raw.length);
  const rows = received.base64 !== undefined || looksEqual(expected, received.text) ? inHex : inText;
  return { ...rows(right, raw, at, width), words: inWords(right, raw, at) };
}

type Rows = Omit<Difference, 'words'>;

function inText(right: Buffer, raw: Buffer, at: number, width: number): Rows {
  const start = startOfCharacter(raw, at);
  const from = startOfCharacter(raw, Math.max(0, start - 4 * width));
  const before = visible(raw.subarray(from, start).toString());
  const long = from > 0 || stringWidth(before) > width / 2;
  const keptBefore = long ? `…${tail(before, Math.floor(width / 3))}` : before;
  const rest = (bytes: Buffer) => visible(bytes.subarray(start, start + 8 * width).toString());
  const room = width - stringWidth(keptBefore);
  const marked = visible(String.fromCodePoint(raw.subarray(start).toString().codePointAt(0) ?? 0x20));
  return {
    expected: keptBefore + head(rest(right), room),
    received: keptBefore + head(rest(raw), room),
    column: stringWidth(keptBefore),
    caretWidth: Math.max(1, stringWidth(marked)),
  };
}

function inHex(right: Buffer, raw: Buffer, at: number, width: number): Rows {
  const perRow = Math.max(4, Math.floor((width - 2) / 3));
  const start = at < perRow ? 0 : at - Math.floor(perRow / 2);
  const row = (bytes: Buffer) =>
    (start > 0 ? '… ' : '') +
    [...bytes.subarray(start, start + perRow)].map(hex).join(' ') +
    (bytes.length > start + perRow ? ' …' : '');
  return {
    expected: row(right),
    received: row(raw),
    column: (start > 0 ? 2 : 0) + 3 * (at - start),
    caretWidth: 2,
  };
}

function inWords(right: Buffer, raw: Buffer, at: number): string {
  const byte = (bytes: Buffer) => `${hex(bytes[at]!)}${sign(bytes, at)}`;
  if (at >= raw.length)
    return `differs at byte ${at}: expected ${at < right.length ? byte(right) : 'more'}, but it ended`;
  return `differs at byte ${at}: expected ${at < right.length ? byte(right) : 'the end'}, received ${byte(raw)}`;
}

/** The character that begins at a byte, where one does. */
function sign(bytes: Buffer, at: number): string {
  if (startOfCharacter(bytes, at) !== at) return '';
  const character = bytes
    .subarray(at, at + 4)
    .toString()
    .codePointAt(0)!;
  if (character === 0xfffd) return '';
  if (character === 0x20) return ' (space)';
  if (character === 0x0a) return ' (newline)';
  return ` (${visible(String.fromCodePoint(character))})`;
}

/** Whether two different texts look the same on a screen: other spaces, hidden joiners, composed and decomposed letters. */
function looksEqual(a: string, b: string): boolean {
  const shape = (text: string) =>
    visible(text)
      .normalize('NFKC')
      .replace(/[\p{Cf}\s]/gu, ' ')
      .trimEnd();
  return shape(a) === shape(b);
}

function startOfCharacter(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
