import { endWords } from '../arena/exit-status.js';
import { DEFAULT_LIMITS } from '../arena/world.js';
import { type ProgramError, programError } from '../expect/program-error.js';
import type { Program } from '../program/program.js';
import { CheckFailure, failure } from './failure.js';
import { LIMIT_WORDS } from './limit-words.js';
import { shortageOf } from './shortage.js';
import type { CauseCode } from './verdict.js';

/** What a report shows of an exchange that went wrong. */
export interface Shown {
  sent?: Uint8Array | string;
  expected?: string;
  received?: Uint8Array | string;
}

/**
 * Why a program did not do what was awaited, from how it is now: over a limit, out of something, ended with an error, ended; `otherwise`
 * where it still runs or ended well. `name` stands in the sentence behind "The".
 * @throws MachineLacks where it is the machine's disk that is full
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
    const { code, did } = LIMIT_WORDS[exit.breach];
    // What ends a program for a file's size is a signal, which its own exit code can look like.
    const or = exit.signal !== null && exit.code !== null ? `, or ended with exit code ${exit.code}` : '';
    return failure(code, `The ${name} ${did(DEFAULT_LIMITS)}${or}.`, details);
  }
  const died = exit !== undefined && (exit.code !== 0 || exit.signal !== null);
  const ended = otherwise.atStart ? 'died-at-start' : 'crashed';
  const told = IN_A_THREAD.test(stderr) || (reported && endsWith(stderr, reported)) ? reported : undefined;
  const failedOf = exit ? reported : told;
  const shortage = died || DID_NOT_COME.has(otherwise.code) ? shortageOf(program, failedOf?.message) : undefined;
  if (shortage) {
    const { code, did } = LIMIT_WORDS[shortage];
    const why = failedOf ? `: ${sentence(failedOf)}` : '.';
    return failure(code, `The ${name} ${did(DEFAULT_LIMITS)}${why}`, {
      ...details,
      ...(failedOf && { error: failedOf }),
      ...(otherwise.atStart && { step: 'start' }),
    });
  }
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
    ...(told && { error: told }),
  });
}

/**
 * As `diagnose`, for a failure that was not made of one program: where something did not come, the programs that still run are looked at for
 * what they have no more of.
 * @throws MachineLacks where it is the machine's disk that is full
 */
export function orShortage(found: CheckFailure, programs: { name: string; program: Program }[]): CheckFailure {
  if (!DID_NOT_COME_LATER.has(found.cause.code)) return found;
  for (const { name, program } of programs) {
    const shortage = program.exit ? undefined : shortageOf(program, found.cause.error?.message);
    if (!shortage) continue;
    const { code, did } = LIMIT_WORDS[shortage];
    return new CheckFailure({ ...found.cause, code, summary: `The ${name} ${did(DEFAULT_LIMITS)}.` });
  }
  return found;
}

/** Failures in which something was awaited and did not come: a program that could open or write nothing more may be silent about it. */
const DID_NOT_COME_LATER = new Set<CauseCode>([
  'no-reply',
  'empty-reply',
  'not-printed',
  'not-read',
  'not-closed',
  'not-concurrent',
  'timeout',
]);
const DID_NOT_COME = new Set<CauseCode>(['never-listened', 'never-sent', 'crashed', ...DID_NOT_COME_LATER]);

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
