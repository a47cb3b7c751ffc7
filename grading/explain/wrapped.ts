import { pieces } from './columns.js';
import { stringWidth } from './string-width.js';

/** More of one line than any page shows; measuring takes microseconds for each character. */
const MOST_CHARACTERS = 4_000;

/** Breaks one line at its spaces into lines of at most `width` columns, keeping its indentation; a longer word is broken. A line of thousands of characters is cut. */
export function wrapped(whole: string, width: number): string[] {
  const line = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}…` : whole;
  if (stringWidth(line) <= width) return [line];
  const indent = line.match(/^ */)![0].slice(0, Math.floor(width / 2));
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/ +/)) {
    const joined = current === indent ? indent + word : `${current} ${word}`;
    if (stringWidth(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== indent) lines.push(current);
    const parts = pieces(word, width - indent.length).map((part) => indent + part);
    current = parts.pop()!;
    lines.push(...parts);
  }
  return current.trim() === '' ? lines : [...lines, current];
}
