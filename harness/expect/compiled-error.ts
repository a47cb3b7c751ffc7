import { fileName, linesOf } from './error-lines.js';
import type { ProgramError } from './program-error.js';

/** The first error of a C or C++ compiler or linker; else what a running program says of a system call, as `perror` does. */
export function cError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  for (const [at, line] of lines.entries()) {
    const refused = /^(\S+\.\w+):(\d+):\d+: (?:fatal )?error: (.*)$/.exec(line);
    if (refused) {
      const source = /^\s*\d+ \|(.*)$/.exec(lines[at + 1] ?? '')?.[1]?.trim();
      const place = { file: fileName(refused[1]!), line: Number(refused[2]), ...(source && { source }) };
      return { language: 'c', type: 'error', message: refused[3]!, ...place };
    }
    const undefinedName = /undefined reference to [`'](\w+)'/.exec(line)?.[0];
    if (undefinedName) return { language: 'c', type: 'error', message: undefinedName };
  }
  const said = lines.findLast((line) => SYSTEM_WORDS.test(line));
  if (said !== undefined) return { language: 'c', type: 'perror', message: said.trim() };
  const abort = lines.findLast((line) =>
    /stack smashing detected|^(?:free|malloc|realloc)\(\): |double free/.test(line),
  );
  return abort === undefined ? undefined : { language: 'c', type: 'signal', message: abort.trim() };
}

/** What the C library calls the errors of sockets. */
const SYSTEM_WORDS =
  /: (?:Address already in use|Permission denied|Cannot assign requested address|Invalid argument|Bad file descriptor|Bad address|Connection refused|Connection reset by peer|Broken pipe|Transport endpoint is (?:not|already) connected|Address family not supported by protocol|Destination address required|Operation not supported|Socket operation on non-socket|Resource temporarily unavailable|Protocol not supported|Name or service not known|Too many open files|No space left on device|File too large)\b/;

/** A Go program's panic, its compiler's first error, or what `log.Fatal` printed. */
export function goError(stderr: string): ProgramError | undefined {
  const panic = goPanic(stderr);
  if (panic) return panic;
  const lines = linesOf(stderr);
  const refused = lines.flatMap((line) => /^(?:\.\/)?(\S+\.go):(\d+):(?:\d+:)? (.*)$/.exec(line) ?? []);
  if (refused.length > 0) {
    const [, path = '', line = '', message = ''] = refused;
    return { language: 'go', type: 'error', message, file: fileName(path), line: Number(line) };
  }
  const logged = lines.flatMap((line) => /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (.*)$/.exec(line)?.[1] ?? []);
  return logged.length === 0 ? undefined : { language: 'go', type: 'log', message: logged.at(-1)! };
}

/** The panic that ended a Go program. */
export function goPanic(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const at = lines.findLastIndex((line) => /^(?:panic|fatal error): /.test(line));
  if (at < 0 || !lines.some((line) => /^goroutine \d+ /.test(line))) return undefined;
  const [, type = '', message = ''] = /^(panic|fatal error): (.*)$/.exec(lines[at]!)!;
  const frame = lines
    .map((line) => /^\t(\S+\.go):(\d+)/.exec(line))
    .find((found) => found && !/\/(?:src\/runtime|go\/src|pkg\/mod)\//.test(found[1]!));
  return { language: 'go', type, message, ...(frame && { file: fileName(frame[1]!), line: Number(frame[2]) }) };
}

/** A Rust program's panic, the error that its `main` returned, or its compiler's first error. */
export function rustError(stderr: string): ProgramError | undefined {
  const lines = linesOf(stderr);
  const refused = lines.findIndex((line) => /^error(?:\[E\d+\])?: /.test(line));
  if (refused >= 0) {
    const place = /^\s*--> (\S+\.rs):(\d+):\d+$/.exec(lines[refused + 1] ?? '');
    const source = /^\d+\s*\|(.*)$/.exec(lines[refused + 3] ?? '')?.[1]?.trim();
    return {
      language: 'rust',
      type: 'error',
      message: lines[refused]!.replace(/^error(?:\[(E\d+)\])?: /, (_, code) => (code ? `${code}: ` : '')),
      ...(place && { file: fileName(place[1]!), line: Number(place[2]) }),
      ...(source && { source }),
    };
  }
  const at = lines.findLastIndex((line) => PANIC.test(line));
  if (at >= 0) {
    const [, path = '', line = ''] = PANIC.exec(lines[at]!)!;
    return {
      language: 'rust',
      type: 'panic',
      message: (lines[at + 1] ?? '').trim(),
      file: fileName(path),
      line: Number(line),
    };
  }
  const returned = lines.flatMap((line) => /^Error: (.*)$/.exec(line)?.[1] ?? []);
  return returned.length === 0 ? undefined : { language: 'rust', type: 'returned', message: returned[0]! };
}

const PANIC = /^thread '[^']*'(?: \(\d+\))? panicked at (\S+\.rs):(\d+):\d+:$/;

/** What a shell says of the line that it could not run. */
export function shellError(stderr: string): ProgramError | undefined {
  const found = linesOf(stderr)
    .map((line) => /^(\S+): line (\d+): (.*)$/.exec(line))
    .findLast((line) => line !== null);
  if (!found) return undefined;
  return { language: 'shell', type: 'error', message: found[3]!, file: fileName(found[1]!), line: Number(found[2]) };
}
