import { UNSEEN } from '../explain/unseen.js';
import { strayByte } from './stray-byte.js';

/** A stretch of text for display. `escaped` text stands for characters that cannot be seen or that act on a terminal. */
interface TextRun {
  text: string;
  escaped: boolean;
}

/**
 * Splits text that a program wrote into plain stretches and escapes, so that nothing in it stays invisible or acts:
 * what is `UNSEEN` becomes `\x1b`, `\u202e` and the like. `lines: 'kept'` leaves line feeds and tabs as they are, for a terminal's output.
 */
export function visibleRuns(text: string, lines: 'kept' | 'escaped' = 'escaped'): TextRun[] {
  const runs: TextRun[] = [];
  const push = (piece: string, escaped: boolean) => {
    const last = runs.at(-1);
    if (last?.escaped === escaped) last.text += piece;
    else if (piece !== '') runs.push({ text: piece, escaped });
  };
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    const character = match[0];
    if (match[1] !== undefined || (lines === 'kept' && (character === '\n' || character === '\t'))) continue;
    push(text.slice(from, match.index), false);
    push(escapeOf(character), true);
    from = match.index + character.length;
  }
  push(text.slice(from), false);
  return runs;
}

/** The same as one string for a terminal, where a backslash of the program's own is doubled to stay distinct. */
export function escapedText(text: string): string {
  return visibleRuns(text)
    .map((run) => (run.escaped ? run.text : run.text.replaceAll('\\', '\\\\')))
    .join('');
}

function escapeOf(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = strayByte(character) ?? character.codePointAt(0)!;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

const NAMED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };
