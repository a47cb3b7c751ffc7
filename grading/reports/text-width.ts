import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text that takes at most `room` columns of a terminal: the first of the wordings that fits whole, else the last one, cut
 * between characters as people see them and marked with an ellipsis.
 */
export function cutText(text: string, room: number, ...shorter: string[]): string {
  const fitting = [text, ...shorter].find((wording) => stringWidth(wording) <= room);
  if (fitting !== undefined) return fitting;
  if (room < 1) return '';
  let cut = '';
  let width = 0;
  for (const { segment } of graphemes.segment(shorter.at(-1) ?? text)) {
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
