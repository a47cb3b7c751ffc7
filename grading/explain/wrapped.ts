import stringWidth from 'string-width';
import { fitting } from './columns.js';

/** Breaks one line at its spaces into lines of at most `width` columns, keeping its indentation; a longer word is broken. */
export function wrapped(line: string, width: number): string[] {
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
    current = indent + word;
    while (stringWidth(current) > width) {
      const part = fitting(current, width);
      lines.push(part);
      current = indent + current.slice(part.length);
    }
  }
  return current.trim() === '' ? lines : [...lines, current];
}
