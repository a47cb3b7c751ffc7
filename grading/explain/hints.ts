import type { Slip } from '../../harness/run/slips.js';
import type { Cause, CauseCode } from '../../harness/run/verdict.js';
import type { CheckResult } from '../result/result.js';
import { withCalls } from './calls.js';
import { errorsOf, KNOWN_ERRORS } from './known-errors/index.js';
import { rowFor, rowSaid, wordsOf } from './known-errors/known-error.js';
import { seenHint } from './seen-hints.js';
import { PERHAPS, SLIP_HINTS } from './slip-hints.js';
import { BUILD_LIMIT_HINT, type HintContext, USUAL_HINTS } from './usual-hints.js';

/** What a check knows beside the failure itself. */
export interface CheckContext extends HintContext {
  /** The hints of the check's own. */
  own?: Partial<Record<CauseCode, string>> | undefined;
  /** What crossed the wire and the terminal. */
  transcript?: CheckResult['transcript'];
}

/**
 * What to look at first after a failure, in the course's words and the program's language. The surest is told: the error that the
 * program reported; what it printed or sent that tells its own story; a slip in its source; the check's own hint; the usual one.
 */
export function hintFor(cause: Cause, context: CheckContext): string {
  if (cause.step === 'build') return BUILD_LIMIT_HINT;
  const hint = ownOfCrash(cause, context) ??
    errorHint(cause, context) ??
    seenOrSlip(cause, context) ?? { words: usual(cause.code, context) };
  const words = withCalls(hint.words, cause.language, context.transport);
  return hint.place ? `${hint.place}: ${words}` : words;
}

/** Every kind of failure there is. */
export const CAUSE_CODES = Object.keys(USUAL_HINTS) as CauseCode[];

interface Found {
  words: string;
  /** What stands before them: the line, or the file where it is about the whole of it. */
  place?: string | undefined;
}

/** A check that has a hint for programs that end knows what it sent them to end. */
function ownOfCrash({ code, error }: Cause, context: CheckContext): Found | undefined {
  const words = code === 'crashed' ? context.own?.crashed : undefined;
  return words === undefined ? undefined : { words, place: placeOf(error) };
}

/** For the error that ended the program, or that its compiler found. */
function errorHint({ error, slips = [], language }: Cause, context: CheckContext): Found | undefined {
  if (!error) return undefined;
  const own = KNOWN_ERRORS[error.language];
  const rows = errorsOf(language) === own ? own : [...own, ...errorsOf(language)];
  const row = rowFor(rows, error, context);
  if (!row) return undefined;
  const slip = slips.find(({ code }) => row.rather?.includes(code));
  if (slip) return slipHint(slip, context);
  return {
    words: wordsOf(row, error.message, context),
    place: placeOf(error),
  };
}

function seenOrSlip(cause: Cause, context: CheckContext): Found | undefined {
  const seen = seenHint(cause);
  if (seen) return { words: textOf(seen, context) };
  const sure = cause.slips?.find(({ code }) => !PERHAPS.has(code));
  if (sure) return slipHint(sure, context);
  const said = rowSaid(errorsOf(cause.language), printed(cause, context), context);
  if (said) return { words: `It says "${said[1]}". ${wordsOf(said[0], said[1], context)}` };
  const slip = context.own?.[cause.code] === undefined ? cause.slips?.[0] : undefined;
  return slip && slipHint(slip, context);
}

function slipHint({ code, file, line }: Slip, context: CheckContext): Found {
  return { words: textOf(SLIP_HINTS[code], context), place: line === undefined ? `\`${file}\`` : `Line ${line}` };
}

/** Failures in which something did not come: a program that caught an error may have printed why. */
const MISSING = new Set<CauseCode>([
  'never-listened',
  'never-sent',
  'no-reply',
  'empty-reply',
  'not-printed',
  'not-concurrent',
]);

function usual(code: CauseCode, context: CheckContext): string {
  return context.own?.[code] ?? textOf(USUAL_HINTS[code], context);
}

/** Where a caught error may be told: in what was received, and, where something did not come, in the end of what was printed. */
function printed({ code, received }: Cause, { role, transcript = [] }: CheckContext): string {
  const lines = (MISSING.has(code) ? transcript : []).flatMap((event) =>
    (event.type === 'stdout' || event.type === 'stderr') && (role === 'script' || event.party.startsWith(role))
      ? [event.data.text]
      : [],
  );
  return `${lines.join('').slice(-4000)}\n${received?.text.slice(0, 4000) ?? ''}`;
}

function textOf(hint: string | ((context: HintContext) => string), context: HintContext): string {
  return typeof hint === 'string' ? hint : hint(context);
}

function placeOf(error: Cause['error']): string | undefined {
  return error?.line === undefined ? undefined : `Line ${error.line}`;
}
