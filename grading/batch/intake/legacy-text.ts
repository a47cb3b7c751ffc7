import iconv from 'iconv-lite';
import { fold, ROLE_WORDS } from './file-name.js';
import { oddness } from './oddness.js';

/** The code pages of Windows: what a spreadsheet saves in. Of equals the first is taken. */
export const OF_SPREADSHEETS = ['cp1252', 'cp1250', 'cp1254', 'cp1251', 'cp936', 'cp932', 'cp949', 'cp950'] as const;

/** Those of DOS, in which zip files hold their names, and the others after them. */
const OF_NAMES = ['cp437', 'cp850', 'cp852', 'cp857', 'cp866', 'cp737', 'cp862', ...OF_SPREADSHEETS] as const;

export type Encoding = (typeof OF_NAMES)[number];

const MOST_BYTES = 16 * 1024;

/** The text, where it is UTF-8. */
export function utf8(raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}

/**
 * The encoding that all these pieces of text, of which none is UTF-8, are most likely in: the one in which most of `known` (the
 * names in the roster, and what programs are called) are found; else the one that makes names of them, not signs and letters of
 * three alphabets. A single short word may fit several; then the first of the list is taken.
 */
export function encodingOf(
  pieces: readonly Uint8Array[],
  { among = OF_NAMES, known = [] }: { among?: readonly Encoding[]; known?: readonly string[] } = {},
): Encoding {
  const all = Buffer.concat(pieces.flatMap((piece) => [piece, NEWLINE]));
  // Whole lines, for half a sign is none in any encoding.
  const sample = all.length > MOST_BYTES ? all.subarray(0, all.lastIndexOf('\n', MOST_BYTES) + 1) : all;
  const words = new Set(
    [...known, ...ROLE_WORDS]
      .flatMap((name) => name.split(/[\s,]+/))
      .filter(isNotAscii)
      .map(fold),
  );
  const judged = among.map((encoding) => {
    const text = decode(sample, encoding);
    const folded = fold(text);
    const found = [...words].filter((word) => folded.includes(word)).length;
    return { encoding, found, odd: oddness(text, encoding) };
  });
  judged.sort((a, b) => b.found - a.found || a.odd - b.odd);
  return judged[0]!.encoding;
}

const NEWLINE = Buffer.from('\n');

export function decode(raw: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(raw), encoding);
}

function isNotAscii(text: string): boolean {
  return /\P{ASCII}/u.test(text);
}
