import { stringWidth } from '../explain/string-width.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** No character that people see is longer; what is longer than this for each column need not be measured to be known too wide. */
const MOST_UNITS_A_COLUMN = 16;

/** Whether a text takes at most `room` columns. Quick for the longest text. */
export function fitsInto(text: string, room: number): boolean {
  return text.length <= Math.max(0, room) * MOST_UNITS_A_COLUMN && stringWidth(text) <= room;
}

/**
 * Text that takes at most `room` columns of a terminal: the first of the wordings that fits whole, else the last one, cut
 * between characters as people see them and marked with an ellipsis.
 */
export function cutText(text: string, room: number, ...shorter: string[]): string {
  const fitting = [text, ...shorter].find((wording) => fitsInto(wording, room));
  if (fitting !== undefined) return fitting;
  if (room < 1) return '';
  let cut = '';
  let width = 0;
  for (const { segment } of graphemes.segment((shorter.at(-1) ?? text).slice(0, room * MOST_UNITS_A_COLUMN))) {
    width += stringWidth(segment);
    if (width > room - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** Text followed by spaces up to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
