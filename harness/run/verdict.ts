import type { ProgramError } from '../expect/program-error.js';
import type { Language } from '../program/languages.js';
import type { Role } from '../program/roles.js';
import type { Bytes } from '../wire/bytes.js';
import type { TranscriptEvent } from '../wire/transcript.js';
import type { Slip } from './slips.js';

export type { Role };

/** `core` is what the lecture or the homework asks, `robust` what a good engineer adds, `bonus` comes on top of the 100. */
export type CheckKind = 'core' | 'robust' | 'bonus';

/**
 * Why a check failed, as data. A report shows `summary` to `lastWords`; `code` and the fields below them choose the hint.
 * Words for people are made from it in one place (`grading/explain`), never parsed back.
 */
export interface Cause {
  code: CauseCode;
  /** One sentence, complete by itself: "The server sent no reply within 2 s." */
  summary: string;
  /** What our peer or terminal sent. */
  sent?: Bytes;
  /** What would have been right, in words or literally. */
  expected?: string;
  /** What came instead. */
  received?: Bytes;
  /** Offset of the first byte of `received` that differs from `expected`, where both are literal. */
  differsAt?: number;
  /** The end of what the program wrote to standard error, without the runtime's own frames. */
  lastWords?: string;
  /** What the program is written in: a hint speaks of its calls. */
  language?: Language;
  /** The error that the program, or its compiler, reported last. */
  error?: ProgramError;
  /** Where a limit kept the program from being used at all: while it was compiled, or before it did anything that was awaited. */
  step?: 'build' | 'start';
  /** What stands in its source and often leads to this failure. */
  slips?: Slip[];
}

/** The kinds of failure. A new kind is added here and given its hint in `grading/explain`. */
export type CauseCode =
  | 'no-program' // the submission has no program for this role
  | 'does-not-build' // the compiler or parser refused it
  | 'died-at-start' // ended before it listened, sent or printed
  | 'missing-module' // asks for a library that is not there
  | 'usage' // ended asking for arguments that we could not guess
  | 'never-listened'
  | 'never-sent'
  | 'wrong-transport' // TCP where UDP is asked, or the other way round
  | 'no-reply'
  | 'empty-reply'
  | 'extra-reply'
  | 'misdirected-reply' // answered, but not to the asker
  | 'mismatch' // an answer came and is wrong
  | 'incomplete' // a part of what was asked is missing
  | 'echo' // the answer is what was sent
  | 'constant' // the same answer whatever is asked
  | 'stale' // an answer from before it was asked
  | 'not-printed' // received, but not shown on the terminal
  | 'not-read' // never asked for its input
  | 'not-closed' // left the connection open
  | 'not-concurrent' // serves only some of the clients
  | 'crashed' // ended with an error while it was spoken to
  | 'timeout' // still running at the deadline
  | 'memory'
  | 'cpu'
  | 'output-flood'
  | 'file-size'
  | 'processes'
  | 'sockets'
  | 'open-files' // had as many open as it may
  | 'full-folder' // filled the place that it may write to
  | 'file-count' // made as many files as may be there
  | 'private-format'; // speaks a format that our peer does not know

/**
 * A check's outcome. Only a `fail` costs points. `skip` names the check or circumstance that made it impossible;
 * its points are lost too when that was the student's doing (a failed `needs`). `error` is the grader's or the
 * machine's own failure: it never costs points and makes the score provisional.
 */
export type Verdict =
  | { state: 'pass'; note?: string }
  | { state: 'fail'; cause: Cause }
  | { state: 'skip'; because: string }
  | { state: 'error'; message: string };

/** One check of one submission, as the arena hands it back. */
export interface CheckOutcome {
  id: string;
  role: Role;
  verdict: Verdict;
  durationMs: number;
  transcript: TranscriptEvent[];
}
