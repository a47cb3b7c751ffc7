import type { Breach, Shortage } from '../arena/world.js';

/** The limit that ended one of a compiler's own processes, or that it ran into, in the words of the compilers that there are. */
export function limitSaid(words: string): Breach | Shortage | undefined {
  const own = withoutSource(words);
  return SAID.find(([said]) => said.test(own))?.[1];
}

/** What a system call failed of, as a compiler's line ends with it. A source has the same words, and the names of errors, inside a line. */
const failedOf = (error: string): RegExp =>
  new RegExp(`[:(] ?'?${error}(?: \\(os error \\d+\\)(?: at path .*)?)?'?\\)?\\.?$`, 'im');

const SAID: [RegExp, Breach | Shortage][] = [
  [/CPU time limit exceeded/i, 'cpu'],
  [/File size limit exceeded/i, 'file-size'],
  [failedOf('File too large'), 'large-file'],
  [failedOf('Too many open files'), 'open-files'],
  [failedOf('No space left on device'), 'full-folder'],
  [failedOf('Resource temporarily unavailable'), 'processes'],
  [/failed to create new OS thread|unable to create native thread/i, 'processes'],
];

/** Without the lines of the source that compilers show: behind a bar, or as they are with a mark below. */
function withoutSource(words: string): string {
  const lines = words.split(/\r?\n/);
  const isShown = (line: string, below = '') => /^\s*\d*\s*[|│]/.test(line) || /^\s*\^/.test(below);
  return lines.filter((line, at) => !isShown(line, lines[at + 1])).join('\n');
}
