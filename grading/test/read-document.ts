import { readFileSync } from 'node:fs';

/** One thing that a reader of a document does: write a file, or run a command and see what it prints. */
export type Step =
  | { does: 'write'; path: string; content: string; line: number }
  /** `shows` is absent where the document does not show what the command prints. */
  | { does: 'run'; command: string; shows?: string[]; line: number };

/**
 * The steps of a Markdown document, in order. A `sh` block is commands, one on each line; a `console` block is commands
 * after `$ ` with what they print; a block of another language whose opening line says `file=<path>` is that file.
 * All other blocks are no steps.
 */
export function readDocument(path: string): Step[] {
  const steps: Step[] = [];
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const opening = /^```(\S+)(?: file=(\S+))?$/.exec(lines[at]!);
    if (!opening) continue;
    const begin = at + 1;
    at = lines.indexOf('```', begin);
    if (at === -1) throw new Error(`${path}: the block of line ${begin} has no end`);
    steps.push(...stepsOf(opening[1]!, opening[2], lines.slice(begin, at), begin + 1));
  }
  return steps;
}

function stepsOf(language: string, file: string | undefined, lines: string[], line: number): Step[] {
  if (file !== undefined) return [{ does: 'write', path: file, content: `${lines.join('\n')}\n`, line }];
  if (language === 'sh') return lines.map((command, index) => ({ does: 'run', command, line: line + index }));
  if (language !== 'console') return [];
  const steps: (Step & { does: 'run'; shows: string[] })[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.startsWith('$ ')) steps.push({ does: 'run', command: text.slice(2), shows: [], line: line + index });
    else steps.at(-1)!.shows.push(text);
  }
  return steps;
}

/** Whether something was printed as the document shows it; `…` stands for anything, and on a line of its own for lines. */
export function printedAsShown(printed: string, shows: readonly string[]): boolean {
  const lines = shows.map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${pattern(line.trimEnd())}[ \t]*\n`));
  return new RegExp(`^${lines.join('')}$`).test(printed.trimEnd().replace(/(?<=.)$/, '\n'));
}

const pattern = (line: string): string => line.split('…').map(escaped).join('.*?');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
