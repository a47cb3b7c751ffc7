import { stripVTControlCharacters } from 'node:util';

/** How terminal output shows a text: so that a person reads it, only as a literal of its bytes (`b'caf\xc3\xa9'`), or not at all. */
export type Shown = 'shown' | 'as-bytes-literal' | 'absent';

/** Texts up to this length must stand by themselves in the output: `11` is not shown by `2011`. */
const SHORT = 3;
/** A text this long is found even where something broke its lines in the middle of a word. */
const LONG = 16;

/**
 * Whether terminal output shows a text. Runs of white space count as one space (terminals wrap, programs end lines as they
 * like), colours are ignored, composed and decomposed letters are the same, and a quoted string (Python's repr, JSON) is
 * read as what it stands for. An empty text is always shown.
 */
export function shows(output: string, text: string): Shown {
  const wanted = tidy(text);
  if (wanted === '') return 'shown';
  const clean = stripVTControlCharacters(output);
  const readable = bytesLiteral(wanted) ? clean : clean.replace(BYTES_LITERAL, '\0').replace(NODE_BUFFER, '\0');
  if (holds(tidy(readable), wanted) || holds(tidy(unescaped(readable)), wanted)) return 'shown';
  if (wanted.length >= LONG && unbroken(readable).includes(unbroken(text))) return 'shown';
  const literals = [...clean.matchAll(BYTES_LITERAL)].map((literal) => tidy(bytesOfLiteral(literal[2]!).toString()));
  if (literals.some((literal) => holds(literal, wanted))) return 'as-bytes-literal';
  return [...clean.matchAll(NODE_BUFFER)].some((dump) => dumps(dump[1]!, wanted)) ? 'as-bytes-literal' : 'absent';
}

/** Offset of the first byte in which two messages differ, or `undefined` where they are the same. */
export function firstDifference(expected: Uint8Array, received: Uint8Array): number | undefined {
  const shorter = Math.min(expected.length, received.length);
  for (let at = 0; at < shorter; at += 1) if (expected[at] !== received[at]) return at;
  return expected.length === received.length ? undefined : shorter;
}

const BYTES_LITERAL = /(?<![\p{L}\p{N}_])b(["'])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1/gu;
/** Node's dump of a Buffer, or a typed array's, as `console.log` prints it. */
const NODE_BUFFER = /<Buffer((?: [0-9a-f]{2})*(?: \.\.\. \d+ more bytes?)?)>/g;
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([abfnrtv0])|([\\'"]))/g;
const CONTROL: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };

function bytesLiteral(text: string): boolean {
  return text.replace(BYTES_LITERAL, '') === '' && text !== '';
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function unbroken(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}

function holds(tidyOutput: string, wanted: string): boolean {
  if (wanted.length > SHORT) return tidyOutput.includes(wanted);
  for (let at = tidyOutput.indexOf(wanted); at >= 0; at = tidyOutput.indexOf(wanted, at + 1)) {
    const open = !joins(tidyOutput.slice(0, at).slice(-2), wanted, 'before');
    if (open && !joins(tidyOutput.slice(at + wanted.length, at + wanted.length + 2), wanted, 'behind')) return true;
  }
  return false;
}

/** Whether a neighbour and the text's end are both of letters and digits, so that together they read as one word. */
function joins(neighbour: string, wanted: string, side: 'before' | 'behind'): boolean {
  const inner = side === 'before' ? /^[\p{L}\p{M}\p{N}]/u : /[\p{L}\p{M}\p{N}]$/u;
  const outer = side === 'before' ? /[\p{L}\p{M}\p{N}]$/u : /^[\p{L}\p{M}\p{N}]/u;
  return inner.test(wanted) && outer.test(neighbour);
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_match, x, u, wide, control, plain) => {
    if (control !== undefined) return CONTROL[control]!;
    if (plain !== undefined) return plain;
    const code = Number.parseInt(x ?? u ?? wide, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function bytesOfLiteral(body: string): Buffer {
  const escaped = body.replace(ESCAPE, (match, x, _u, _wide, control, plain) => {
    if (x !== undefined) return String.fromCharCode(Number.parseInt(x, 16));
    return control === undefined ? (plain ?? match) : CONTROL[control]!;
  });
  return Buffer.from(escaped, 'latin1');
}

function dumps(dump: string, wanted: string): boolean {
  const [hex = '', more] = dump.split(' ...');
  const text = tidy(Buffer.from(hex.replaceAll(' ', ''), 'hex').toString());
  return more === undefined ? holds(text, wanted) : text.length >= LONG && wanted.startsWith(text);
}
