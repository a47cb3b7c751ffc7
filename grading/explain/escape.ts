/**
 * Whatever a program printed or sent is hostile until it went through here: it may hold terminal commands, markup,
 * spreadsheet formulas or characters that turn the reading direction. The first step for every text report is
 * `visible`; the others add what their own format needs.
 */

/** Text of one line in which nothing is hidden: control, format and unassigned characters show as signs or as `\x1b`. */
export function visible(text: string): string {
  return text.replace(unseen, spell);
}

/** A text as one visible line: its lines follow each other with a space between them. */
export function oneLine(text: string): string {
  return visibleLines(text).join(' ').trim();
}

/** The lines of a text, each `visible`. */
export function visibleLines(text: string): string[] {
  return linesOf(text).map(visible);
}

/** The lines of a text. A line ending is `\n` or `\r\n`; the last one begins no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Text for HTML content and quoted attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/**
 * Text without the characters that XML 1.0 forbids (section 2.2); line breaks and tabs stay. Markup is left to the
 * XML writer.
 */
export function xmlText(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(visible).join('\t'))
    .join('\n');
}

/** A spreadsheet cell that is never read as a formula: an apostrophe goes before `=`, `+`, `-`, `@` and their wide forms. */
export function csvText(text: string): string {
  const shown = visible(text);
  return /^[\s]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${shown}` : shown;
}

/**
 * Shortens absolute paths to their last part, so that a report says `server.py` wherever it was made. Addresses of
 * web pages stay. For text about a program, never for bytes that are compared.
 */
export function withoutPaths(text: string): string {
  return text
    .replace(/(?<![\w/\\:.~-])(?:file:\/\/)?\/(?:[^\s/:"'`<>|()[\],;]+\/)+(?=[^\s/:"'`<>|()[\],;]|$)/gu, '')
    .replace(/(?<!\w)[A-Za-z]:\\(?:[^\\:"'`<>|\r\n]+\\)+/g, '');
}

/**
 * Controls, format characters, lone surrogates, private and unassigned code points, line and paragraph separators;
 * and marks piled more than four high, which would paint over the lines above. A joiner inside an emoji or a Persian
 * or Indic word is left alone: `joins` finds it first.
 */
const joins =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/u;
const unseen = new RegExp(`(${joins.source})|[\\p{C}\\p{Zl}\\p{Zp}]|(?<=\\p{M}{4})\\p{M}`, 'gu');

function spell(character: string, joiner: string | undefined): string {
  if (joiner !== undefined) return joiner;
  const code = character.codePointAt(0)!;
  if (character === '\n') return '↵';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}
