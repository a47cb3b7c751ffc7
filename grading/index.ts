/**
 * netgrade as a library: declare an assignment of your own, and grade submissions from your own program.
 *
 * ```ts
 * import { grade } from 'netgrade';
 *
 * const result = await grade({ assignment: 'udp-hello', submission: 'ali/' });
 * console.log(`${result.score} of ${result.maxScore}`);
 * ```
 */
import { basename, resolve } from 'node:path';
import type { Role } from '../harness/run/verdict.js';
import type { Grader, GraderOptions, Isolation } from './grade-submission.js';
import type { Result } from './result/result.js';

export * from '../harness/index.js';
export { UsageError } from '../harness/usage-error.js';
export type { Grader, GraderOptions, Isolation } from './grade-submission.js';
export type { CheckResult, Result } from './result/result.js';

/** What to grade, and how. */
export interface GradeOptions {
  /** The assignment's id, such as `udp-hello`. */
  assignment: string;
  /** The folder or file that was handed in. */
  submission: string;
  /** How the submission is called in the result; default: the name of its folder or file. */
  name?: string;
  /** A folder with assignments of your own, each in a folder of its name. */
  assignmentsFolder?: string;
  /** Default `auto`: the best isolation that this machine offers. */
  isolation?: Isolation;
  /** Accept only what `netgrade.yml` or the assignment states. */
  strict?: boolean;
  /** Only this role's checks. */
  role?: Role;
  /** Only this check, and what it needs. */
  only?: string;
  /** The assignment's options, as `--option` sets them. */
  options?: Record<string, boolean>;
  /** Repeats a run: the seed that its result states. */
  seed?: string;
  /** Ends the grading; the promise is then rejected. */
  signal?: AbortSignal;
  /** Sees the result as it grows, check by check. */
  onCheck?: (partial: Result) => void;
}

/**
 * Grades one submission. For several of one assignment, `openGrader` keeps its arenas between them.
 * @throws UsageError for an unknown assignment, role, check or option, an unreadable submission, or isolation that is
 * not to be had; Error when the grader itself failed
 */
export async function grade(options: GradeOptions): Promise<Result> {
  const { submission, name, seed, signal, onCheck, isolation = 'auto', ...rest } = options;
  const grader = await openGrader({ ...rest, isolation, jobs: 1 });
  try {
    const unit = {
      name: name ?? basename(resolve(submission)),
      folder: submission,
      ...(seed === undefined ? {} : { seed }),
    };
    return await grader.grade(unit, signal, onCheck);
  } finally {
    await grader.close();
  }
}

/**
 * Makes ready to grade many submissions for one assignment, `jobs` of them at once. Close it when done.
 * @throws UsageError for an unknown assignment, role, check or option, or where the wanted isolation is not to be had
 */
export async function openGrader(options: GraderOptions): Promise<Grader> {
  // Loaded when asked for: an assignment imports this file inside its arena, where nothing of it is needed.
  const { openGrader: open } = await import('./grade-submission.js');
  return open(options);
}
