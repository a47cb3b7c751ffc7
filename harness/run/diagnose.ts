import { endWords } from '../arena/exit-status.js';
import { DEFAULT_LIMITS } from '../arena/world.js';
import { type ProgramError, programError } from '../expect/program-error.js';
import type { Program } from '../program/program.js';
import { type CheckFailure, failure } from './failure.js';
import type { CauseCode } from './verdict.js';

/** What a report shows of an exchange that went wrong. */
export interface Shown {
  sent?: Uint8Array | string;
  expected?: string;
  received?: Uint8Array | string;
}

const LIMIT = DEFAULT_LIMITS;
const inMB = (bytes: number): string => `${bytes / 1024 ** 2} MB`;
const BREACH: Record<string, [CauseCode, string]> = {
  memory: ['memory', `used more than ${inMB(LIMIT.memoryBytes)} of memory and was ended`],
  processes: ['processes', `started more than ${LIMIT.processes} processes or threads and was ended`],
  sockets: ['sockets', `opened more than ${LIMIT.sockets} sockets and was ended`],
  cpu: ['cpu', `used more than ${LIMIT.cpuSeconds} s of processor time and was ended`],
  output: ['output-flood', `printed more than ${inMB(LIMIT.outputBytes)} and was ended`],
  'file-size': ['file-size', `wrote a file larger than ${inMB(LIMIT.fileBytes)} and was ended`],
};

/**
 * Why a program did not do what was awaited, from how it is now: over a limit, ended with an error, ended; `otherwise` where it still runs
 * or ended well. `name` stands in the sentence behind "The".
 */
export function diagnose(
  program: Program,
  name: string,
  otherwise: { code: CauseCode; summary: string; atStart?: boolean },
  shown: Shown = {},
): CheckFailure {
  const { exit, language, stderr } = program;
  const reported = programError(stderr, language);
  const details = { ...shown, lastWords: program.lastWords, ...(language && { language }) };
  if (exit?.breach) {
    const [code, words] = BREACH[exit.breach]!;
    // What ends a program for a file's size is a signal, which its own exit code can look like.
    const or = exit.signal !== null && exit.code !== null ? `, or ended with exit code ${exit.code}` : '';
    return failure(code, `The ${name} ${words}${or}.`, details);
  }
  const died = exit !== undefined && (exit.code !== 0 || exit.signal !== null);
  const ended = otherwise.atStart ? 'died-at-start' : 'crashed';
  if (exit && reported && (died || !SAID.has(reported.type))) {
    const withError = { ...details, error: reported };
    const missing = /^(?:No module named|Cannot find (?:module|package)) ['"]?([^'"\s]+)/.exec(reported.message)?.[1];
    if (missing)
      return failure('missing-module', `The ${name} needs the module "${missing}", which is not there.`, withError);
    if (/^(SyntaxError|IndentationError|TabError)$/.test(reported.type) && !reported.evaluated)
      return failure('does-not-build', `The ${name} does not parse: ${sentence(reported)}`, withError);
    if (reported.type !== 'signal')
      return failure(ended, `The ${name} ended with an error: ${sentence(reported)}`, withError);
  }
  if (died) {
    const { signal } = exit;
    const summary = `The ${name} ended with ${endWords(exit)}${otherwise.atStart ? ' right after its start' : ''}.`;
    // A signal has no language of its own: it means the same to all.
    const error = reported ?? (signal && ({ language: 'c', type: 'signal', message: signal } as const));
    return failure(ended, summary, { ...details, ...(error && { error }) });
  }
  return failure(otherwise.code, otherwise.summary, {
    ...details,
    ...(reported && (IN_A_THREAD.test(stderr) || endsWith(stderr, reported)) && { error: reported }),
  });
}

/** Errors that a program printed in its own words; whether they ended it only its exit tells. */
const SAID = new Set(['perror', 'log', 'returned', 'error', 'signal']);

/** How runtimes begin the account of an error that ended one thread, or the serving of one client, and not the program. */
const IN_A_THREAD =
  /^Exception in thread |^Exception occurred during processing of request|^Task exception was never retrieved/m;

/** The last that it wrote is the error: the program is about to end of it, or has printed it just now. */
function endsWith(stderr: string, { type, message }: ProgramError): boolean {
  const last = stderr.trimEnd().split(/\r?\n/).at(-1)!;
  return !SAID.has(type) && last.includes(type) && last.endsWith(message);
}

function sentence({ type, message, file, line }: ProgramError): string {
  const where = file ? ` (${file}${line === undefined ? '' : `, line ${line}`})` : '';
  const words = SAID.has(type) ? message : `${type}${message ? `: ${message}` : ''}`;
  return `${words}${where}.`;
}
