import { stringWidth } from './string-width.js';

/** The beginning of a text that fits into `columns`; an ellipsis says that there was more. */
export function head(text: string, columns: number): string {
  return stringWidth(text) <= columns ? text : `${fitting(text, columns - 1)}…`;
}

/** The longest beginning of a text that fits into `columns`; at least one character. */
export function fitting(text: string, columns: number): string {
  return take(charactersOf(text), columns).join('');
}

/** A text in pieces, each the longest that fits into `columns`. In one pass, for what a program wrote may be long. */
export function pieces(text: string, columns: number): string[] {
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of charactersOf(text)) {
    const width = stringWidth(character);
    if (piece !== '' && used + width > columns) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += width;
  }
  return [...found, piece];
}

/** The longest end of a text that fits into `columns`. */
export function tail(text: string, columns: number): string {
  return take(charactersOf(text).reverse(), columns).reverse().join('');
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charactersOf = (text: string): string[] =>
  /^[ -~]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), (part) => part.segment);

function take(characters: string[], columns: number): string[] {
  let used = 0;
  let count = 0;
  for (const character of characters) {
    used += stringWidth(character);
    if (used > columns && count > 0) break;
    count += 1;
  }
  return characters.slice(0, count);
}
