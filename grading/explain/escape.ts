import { UNSEEN } from './unseen.js';

/**
 * Whatever a program printed or sent is hostile until it went through here: it may hold terminal commands, markup,
 * spreadsheet formulas or characters that turn the reading direction. The first step for every text report is
 * `visible`; the others add what their own format needs.
 */

/** Text of one line in which nothing is hidden: control, format and unassigned characters show as signs or as `\x1b`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, spell);
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
 * web pages stay, and `/dev/null`, `/etc/hosts` and the like, which are the same everywhere. For text about a program, never for bytes that are compared.
 */
export function withoutPaths(text: string): string {
  return text
    .replace(
      /(?<![\w/\\:.~-])(?:file:\/\/)?\/(?!(?:dev|etc|proc|sys)\/)(?:[^\s/:"'`<>|()[\],;]+\/)+(?=[^\s/:"'`<>|()[\],;]|$)/gu,
      '',
    )
    .replace(/(?<!\w)[A-Za-z]:\\(?:[^\\:"'`<>|\r\n]+\\)+/g, '');
}

function spell(character: string, leftAlone: string | undefined): string {
  if (leftAlone !== undefined) return leftAlone;
  const code = character.codePointAt(0)!;
  if (character === '\n') return '↵';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}
