import type { Language } from '../program/languages.js';
import { cError, goError, goPanic, rustError, shellError } from './compiled-error.js';
import { fileName, linesOf } from './error-lines.js';
import { PYTHON_LIBRARY } from './last-lines.js';

/** What ended a program, read from the last error that its runtime or compiler reported. */
export interface ProgramError {
  language: 'python' | 'node' | 'java' | 'c' | 'go' | 'rust' | 'shell';
  /**
   * The error's own name, without its package: `ModuleNotFoundError`, `BindException`, `panic`. `error` for a compiler's, `perror` and
   * `log` for a message that the program itself printed of what the system told it, `signal` for a death without words.
   */
  type: string;
  /** The rest of the error's line; may be empty. */
  message: string;
  /** The submission's file (its name alone) and line, where the report says so. */
  file?: string;
  line?: number;
  /** That line itself, where the report quotes it. */
  source?: string;
  /** True where it is about text that the program itself gave to `eval`. */
  evaluated?: boolean;
  /** The library that was asked for and is not there. */
  missingModule?: string;
}

/**
 * The last error in what a program wrote to standard error. Without its language, only such errors are read as cannot be taken for
 * anything else.
 */
export function programError(stderr: string, language?: Language): ProgramError | undefined {
  const readers = (language && READERS[language]) ?? [pythonError, nodeError, javaError, goPanic];
  return readers.reduce<ProgramError | undefined>((found, reader) => found ?? reader(stderr), undefined);
}

type Reader = (stderr: string) => ProgramError | undefined;

/** The last Python error: of a traceback, or a SyntaxError, which has none. */
function pythonError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const last = lines.findLastIndex((line) => PYTHON_FRAME.test(line) || line.startsWith('Traceback (most recent'));
  if (last < 0) return unreadable(lines);
  const at = lines.findIndex((line, i) => i > last && PYTHON_ERROR.test(line));
  if (at < 0) return undefined;
  const [, name = '', message = ''] = PYTHON_ERROR.exec(lines[at]!)!;
  const start = lines.slice(0, last + 1).findLastIndex((line) => line.startsWith('Traceback (most recent'));
  const first = Math.max(0, start);
  const frames = lines.slice(first, at).flatMap((line, i) => {
    const frame = PYTHON_FRAME.exec(line);
    return frame ? [{ path: frame[1]!, line: Number(frame[2]), at: first + i }] : [];
  });
  const own = frames.findLast(({ path }) => !PYTHON_LIBRARY.test(path));
  const quoted = own && /^\s{4}(.*\S)/.exec(lines[own.at + 1] ?? '')?.[1]?.trim();
  const missing = /^No module named ['"]?([\w.]+)/.exec(message)?.[1];
  return {
    language: 'python',
    type: name.split('.').at(-1)!,
    message,
    ...(own && { file: fileName(own.path), line: own.line }),
    ...(quoted && { source: quoted }),
    ...(frames.at(-1)?.path === '<string>' && { evaluated: true }),
    ...(missing !== undefined && { missingModule: missing }),
  };
}

/** What Python says of a file whose bytes it cannot read: one line, without a place. */
function unreadable(lines: string[]): ProgramError | undefined {
  const said = lines.flatMap((line) => UNREADABLE.exec(line)?.[1] ?? []).at(-1);
  if (said === undefined) return undefined;
  const [, path, line] = / in file (\S+) on line (\d+)/.exec(said) ?? [];
  return {
    language: 'python',
    type: 'SyntaxError',
    message: path === undefined ? said : said.replace(path, fileName(path)),
    ...(path !== undefined && { file: fileName(path), line: Number(line) }),
  };
}

/** The error that ended a Node program; `known` where it is known to be one. */
function nodeError(stderr: string, known = false): ProgramError | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => NODE_ERROR.test(line));
  // Other languages print a name and a colon too; only Node names its version, or frames with a column.
  const isNode = known || lines.some((line) => /^Node\.js v\d|^\s+at .*:\d+:\d+\)?$/.test(line));
  if (at < 0 || !isNode) return undefined;
  const [, type = '', message = ''] = NODE_ERROR.exec(lines[at]!)!;
  const place = [...lines.slice(at + 1), ...lines.slice(0, at)].flatMap((line) => {
    const found = NODE_PLACE.exec(line);
    return found && !found[1]!.includes('/node_modules/') ? [{ path: found[1]!, line: Number(found[2]) }] : [];
  })[0];
  // Above the error, Node quotes the line under its place.
  const top = lines.findIndex((line) => NODE_PLACE.test(line) && !/^\s+at /.test(line));
  const quoted = top >= 0 && top < at && Number(NODE_PLACE.exec(lines[top]!)![2]) === place?.line ? lines[top + 1] : '';
  const missing = /^Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1];
  return {
    language: 'node',
    type,
    message,
    ...(place && { file: fileName(place.path), line: place.line }),
    ...(quoted?.trim() && { source: quoted.trim() }),
    ...(type === 'SyntaxError' && isOfCall(lines[at + 1]) && { evaluated: true }),
    ...(missing !== undefined && { missingModule: missing.startsWith('/') ? fileName(missing) : missing }),
  };
}

/** Whether the first frame below an error is the program's own call, or what it called: a file that cannot be read is Node's own work. */
function isOfCall(frame = ''): boolean {
  return /^\s+at /.test(frame) && !/[( ]node:/.test(frame);
}

/** What the translator of TypeScript refuses. */
function bundlerError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const at = lines.findIndex((line) => /^\W*\[ERROR\] /.test(line));
  if (at < 0) return undefined;
  const message = lines[at]!.replace(/^\W*\[ERROR\] /, '');
  const place = lines.slice(at + 1).flatMap((line) => {
    const found = /^\s+(\S+\.[cm]?[jt]s):(\d+):\d+:$/.exec(line);
    return found ? [{ file: fileName(found[1]!), line: Number(found[2]) }] : [];
  })[0];
  return { language: 'node', type: 'error', message, ...place };
}

/** The exception that ended a Java program, or the compiler's first error. */
function javaError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const refused = lines.findIndex((line) => JAVA_COMPILER.test(line));
  if (refused >= 0) {
    const [, path = '', line = '', message = ''] = JAVA_COMPILER.exec(lines[refused]!)!;
    const source = (lines[refused + 1] ?? '').trim();
    const missing = /^package ([\w.]+) does not exist/.exec(message)?.[1];
    const module = missing === undefined ? {} : { missingModule: missing };
    const place = { file: fileName(path), line: Number(line), ...(source && { source }) };
    return { language: 'java', type: 'error', message, ...place, ...module };
  }
  const at = lines.findLastIndex((line) => JAVA_ERROR.test(line));
  if (at < 0 || !/^\s+at [\w.$/<>]+\(/.test(lines[at + 1] ?? '')) return undefined;
  const [, name = '', message = ''] = JAVA_ERROR.exec(lines[at]!)!;
  const frames = lines.slice(at + 1).flatMap((line) => {
    const frame = /^\s+at (?!(?:java\.|jdk\.|sun\.))[^(]*\(([\w$-]+\.java):(\d+)\)/.exec(line);
    return frame ? [{ file: frame[1]!, line: Number(frame[2]) }] : [];
  });
  return { language: 'java', type: name.split(/[.$]/).at(-1)!, message, ...frames[0] };
}

const UNREADABLE = /^SyntaxError: ((?:Non-UTF-8 code|source code |encoding problem|\(unicode error\)).*)$/;
const PYTHON_FRAME = /^\s+File "([^"]+)", line (\d+)/;
const PYTHON_ERROR = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
const NODE_ERROR = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception)|Error)(?: \[\w+\])?(?:: (.*))?$/;
const JAVA_ERROR = /^(?:Exception in thread "[^"]*" |Caused by: )([\w.$]+)(?:: (.*))?$/;

const JAVA_COMPILER = /^(.+\.java):(\d+): error: (.*)$/;
const NODE_PLACE = /^(?:\s+at (?:.*\()?)?((?:file:\/\/)?[^\n():]+\.[cm]?[jt]s):(\d+)(?::\d+)?\)?$/;

const knownNodeError: Reader = (stderr) => nodeError(stderr, true);

const READERS: Partial<Record<Language, Reader[]>> = {
  python: [pythonError],
  node: [knownNodeError],
  typescript: [knownNodeError, bundlerError],
  java: [javaError],
  c: [cError],
  'c++': [cError],
  go: [goError],
  rust: [rustError],
  shell: [shellError],
};
