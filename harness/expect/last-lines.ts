import { stripVTControlCharacters } from 'node:util';

const MOST_BYTES = 4096;

/** What the runtime says about itself: it varies by version and buries the error. */
const RUNTIME_FRAMES = [
  /^\s+at (?:.*\()?node:/,
  /^\s+at (?:java\.base|jdk\.[\w.]+)\//,
  /^\s+File "<frozen /,
  /^Node\.js v\d/,
  /^Emitted 'error' event on /,
];
/** Paths of Python's own modules, and of those that were installed. */
export const PYTHON_LIBRARY = /^<|\/lib\/python|\/site-packages\/|\/dist-packages\//;
/** `node:events:495`, followed by the line of Node's own source that threw and its caret. */
const NODE_SOURCE = /^node:[\w/]+:\d+$/;

/**
 * The end of what a program wrote to standard error, fit for a report: without the runtime's own frames, colours and memory
 * addresses, files by their name only, at most `count` lines and 4 KiB.
 */
export function lastLines(stderr: string, count = 32): string {
  const lines = stripVTControlCharacters(stderr).replace(/\r\n?/g, '\n').split('\n');
  const own = withoutLibraries(withoutNodeSource(lines)).filter(
    (line) => !RUNTIME_FRAMES.some((frame) => frame.test(line)),
  );
  const text = own
    .map(withoutPaths)
    .join('\n')
    .replace(/^\s*\n/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
  return lastBytes(text.split('\n').slice(-count).join('\n'));
}

function withoutNodeSource(lines: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (!NODE_SOURCE.test(lines[i]!)) kept.push(lines[i]!);
    else while (i + 1 < lines.length && /^\s+\S/.test(lines[i + 1]!)) i += 1;
  }
  return kept;
}

/** What a program gives to `eval`, which tells whose fault an error in it is. */
const EVALUATED = '<string>';

/** Leaves the frames of libraries out of a traceback, each with what it quotes, where there is a frame of the program's own. */
function withoutLibraries(lines: string[]): string[] {
  const paths = lines.map((line) => /^\s+File "([^"]*)", line \d/.exec(line)?.[1]);
  if (!paths.some((path) => path !== undefined && !PYTHON_LIBRARY.test(path))) return lines;
  let isLibrary = false;
  return lines.filter((line, at) => {
    const path = paths[at];
    if (path !== undefined) isLibrary = path !== EVALUATED && PYTHON_LIBRARY.test(path);
    else if (!/^ {4}/.test(line)) isLibrary = false;
    return !isLibrary;
  });
}

/** Shortens absolute paths to the file's name; `/dev`, `/etc` and the like mean the same everywhere and stay. */
function withoutPaths(line: string): string {
  return line
    .replace(
      /(["'])(?:file:\/\/)?(?:\/(?!(?:dev|etc|proc|sys)\/)|[A-Za-z]:[\\/])[^"'\n]*[\\/]([^"'\\/\n]+)\1/g,
      '$1$2$1',
    )
    .replace(/(?:file:\/\/|(?<![\w.:/-]))\/(?!(?:dev|etc|proc|sys)\/)(?:[^\s/:"'()]+\/)+([^\s/:"'()]+)/g, '$1')
    .replace(/(?<!\w)[A-Za-z]:\\(?:[^\s\\:"'()]+\\)+([^\s\\:"'()]+)/g, '$1')
    .replace(/\b0x[0-9a-fA-F]{6,16}\b/g, '0x…');
}

function lastBytes(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_BYTES) return text;
  const tail = bytes.subarray(bytes.length - MOST_BYTES + 3).toString();
  return `…${tail.replace(/^\uFFFD+/, '')}`;
}
