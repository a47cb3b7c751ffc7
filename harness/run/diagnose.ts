import { programError } from '../expect/program-error.js';
import type { Program } from '../program/program.js';
import { type CheckFailure, failure } from './failure.js';
import type { CauseCode } from './verdict.js';

/** What a report shows of an exchange that went wrong. */
export interface Shown {
  sent?: Uint8Array | string;
  expected?: string;
  received?: Uint8Array | string;
}

const BREACH: Record<string, [CauseCode, string]> = {
  memory: ['memory', 'used more than 512 MB of memory and was ended'],
  processes: ['processes', 'started more than 64 processes and was ended'],
  sockets: ['sockets', 'opened more than 1024 sockets and was ended'],
  cpu: ['cpu', 'used more than 10 s of processor time and was ended'],
  output: ['output-flood', 'printed more than 8 MB and was ended'],
  'file-size': ['file-size', 'wrote a file larger than 16 MB and was ended'],
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
  const details = { ...shown, lastWords: program.lastWords };
  const { exit } = program;
  if (exit?.breach) {
    const [code, words] = BREACH[exit.breach]!;
    return failure(code, `The ${name} ${words}.`, details);
  }
  const error = programError(program.stderr);
  if (exit && error) {
    const missing = /^(?:No module named|Cannot find (?:module|package)) ['"]?([^'"\s]+)/.exec(error.message)?.[1];
    if (missing)
      return failure('missing-module', `The ${name} needs the module "${missing}", which is not there.`, details);
    if (/^(SyntaxError|IndentationError|TabError)$/.test(error.type)) {
      return failure('does-not-build', `The ${name} does not parse: ${sentence(error)}`, details);
    }
    return failure(
      otherwise.atStart ? 'died-at-start' : 'crashed',
      `The ${name} ended with an error: ${sentence(error)}`,
      details,
    );
  }
  if (exit && (exit.code !== 0 || exit.signal)) {
    const how = exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
    return failure(
      otherwise.atStart ? 'died-at-start' : 'crashed',
      `The ${name} ended with ${how}${otherwise.atStart ? ' right after its start' : ''}.`,
      details,
    );
  }
  return failure(otherwise.code, otherwise.summary, details);
}

function sentence(error: {
  type: string;
  message: string;
  file?: string | undefined;
  line?: number | undefined;
}): string {
  const where = error.file ? ` (${error.file}${error.line === undefined ? '' : `, line ${error.line}`})` : '';
  return `${error.type}${error.message ? `: ${error.message}` : ''}${where}.`;
}
