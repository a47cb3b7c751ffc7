import { stripVTControlCharacters } from 'node:util';

/** What ended a program, read from the last error that its runtime or compiler reported. */
export interface ProgramError {
  language: 'python' | 'node' | 'java' | 'go';
  /** The error's own name, without its package: `ModuleNotFoundError`, `BindException`, `panic`. */
  type: string;
  /** The rest of the error's line; may be empty. */
  message: string;
  /** The submission's file (its name alone) and line, where the report says so. */
  file?: string;
  line?: number;
  /** The library that was asked for and is not there. */
  missingModule?: string;
}

/** The last error in what a program wrote to standard error, whatever its language. */
export function programError(stderr: string): ProgramError | undefined {
  return pythonError(stderr) ?? nodeError(stderr) ?? javaError(stderr) ?? goError(stderr);
}

/** The last Python error: of a traceback, or a SyntaxError, which has none. */
export function pythonError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const last = lines.findLastIndex((line) => PYTHON_FRAME.test(line) || line.startsWith('Traceback (most recent'));
  if (last < 0) return undefined;
  const at = lines.findIndex((line, i) => i > last && PYTHON_ERROR.test(line));
  if (at < 0) return undefined;
  const [, name = '', message = ''] = PYTHON_ERROR.exec(lines[at]!)!;
  const start = lines.slice(0, last + 1).findLastIndex((line) => line.startsWith('Traceback (most recent'));
  const frames = lines.slice(Math.max(0, start), at).flatMap((line) => {
    const frame = PYTHON_FRAME.exec(line);
    return frame ? [{ path: frame[1]!, line: Number(frame[2]) }] : [];
  });
  const own = frames.findLast(({ path }) => !PYTHON_LIBRARY.test(path));
  const missing = /^No module named ['"]?([\w.]+)/.exec(message)?.[1];
  return {
    language: 'python',
    type: name.split('.').at(-1)!,
    message,
    ...(own && { file: fileName(own.path), line: own.line }),
    ...(missing !== undefined && { missingModule: missing }),
  };
}

/** The error that ended a Node program. */
export function nodeError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => NODE_ERROR.test(line));
  // Other languages print a name and a colon too; only Node names its version, or frames with a column.
  const isNode = lines.some((line) => /^Node\.js v\d|^\s+at .*:\d+:\d+\)?$/.test(line));
  if (at < 0 || !isNode) return undefined;
  const [, type = '', message = ''] = NODE_ERROR.exec(lines[at]!)!;
  const place = [...lines.slice(at + 1), ...lines.slice(0, at)].flatMap((line) => {
    const found = /^(?:\s+at (?:.*\()?)?((?:file:\/\/)?\/[^\n()]+?):(\d+)(?::\d+)?\)?$/.exec(line);
    return found && !found[1]!.includes('/node_modules/') ? [{ path: found[1]!, line: Number(found[2]) }] : [];
  })[0];
  const missing = /^Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1];
  return {
    language: 'node',
    type,
    message,
    ...(place && { file: fileName(place.path), line: place.line }),
    ...(missing !== undefined && { missingModule: missing.startsWith('/') ? fileName(missing) : missing }),
  };
}

/** The exception that ended a Java program, or the compiler's first error. */
export function javaError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const compiler = lines.flatMap((line) => /^(.+\.java):(\d+): error: (.*)$/.exec(line) ?? []);
  if (compiler.length > 0) {
    const [, path = '', line = '', message = ''] = compiler;
    const missing = /^package ([\w.]+) does not exist/.exec(message)?.[1];
    const module = missing === undefined ? {} : { missingModule: missing };
    return { language: 'java', type: 'error', message, file: fileName(path), line: Number(line), ...module };
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

function goError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => /^(?:panic|fatal error): /.test(line));
  if (at < 0 || !lines.some((line) => /^goroutine \d+ /.test(line))) return undefined;
  const [, type = '', message = ''] = /^(panic|fatal error): (.*)$/.exec(lines[at]!)!;
  const frame = lines
    .map((line) => /^\t(\/[^\n]+\.go):(\d+)/.exec(line))
    .find((found) => found && !/\/(?:src\/runtime|go\/src|pkg\/mod)\//.test(found[1]!));
  return { language: 'go', type, message, ...(frame && { file: fileName(frame[1]!), line: Number(frame[2]) }) };
}

const PYTHON_FRAME = /^\s+File "([^"]+)", line (\d+)/;
const PYTHON_ERROR = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
const PYTHON_LIBRARY = /^<frozen |\/lib\/python|\/site-packages\/|\/dist-packages\//;
const NODE_ERROR = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception)|Error)(?: \[\w+\])?(?:: (.*))?$/;
const JAVA_ERROR = /^(?:Exception in thread "[^"]*" |Caused by: )([\w.$]+)(?:: (.*))?$/;

function linesOf(stderr: string): string[] {
  return stripVTControlCharacters(stderr).split(/\r\n|\n|\r/);
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}
