import unicodeWidth from 'string-width';

/**
 * Characters of one column each, whatever stands beside them: ASCII, the Latin letters, and the punctuation, arrows, lines, shapes
 * and ticks of our own reports.
 */
const ONE_COLUMN_EACH = /^[ -~\u00c0-\u017f\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u25a0-\u25fc\u2713\u2717]*$/;

/** The columns that a text takes in a terminal. Reports ask it by the thousand, and nearly always of text that needs no tables. */
export function stringWidth(text: string): number {
  return ONE_COLUMN_EACH.test(text) ? text.length : unicodeWidth(text);
}
