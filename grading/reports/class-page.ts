import type { CheckResult, Result } from '../result/result.js';
import { checkKey } from './check-key.js';
import { packedClass } from './class-data.js';
import { htmlPieces } from './html-document.js';
import { bundleText, pageRenderer } from './page-bundle.js';

export { checkKey } from './check-key.js';

/** A check as the class page names it. */
export type ClassCheck = Pick<CheckResult, 'id' | 'role' | 'title' | 'maxPoints' | 'kind'>;

/** How one student fared at one check. `cause` is the cause's code where it failed. */
export interface ClassOutcome {
  state: CheckResult['state'];
  points: number;
  cause?: string;
}

/** One student, small enough that two thousand of them are one quick page. */
export interface ClassRow {
  /** The submission's name. */
  name: string;
  /** Counts only where `state` is `graded`: a provisional score is not a score. */
  score: number;
  maxScore: number;
  /** `provisional`: the grader failed somewhere, to be graded again. `missing`: nothing was handed in. */
  state: 'graded' | 'provisional' | 'missing';
  /** Why it is to be graded again, in a sentence. */
  why?: string;
  /** How late it was handed in, in words ("2 days"); absent when on time. */
  late?: string;
  /** By `checkKey`. A check that is not there was not run. */
  checks: Record<string, ClassOutcome>;
  /** The student's page, relative to the class page, percent-encoded. */
  page?: string;
}

/** What is to be known about the run. */
export interface ClassFacts {
  tool: string;
  seed: string;
  isolation: string;
  isolationMissing: readonly string[];
  /** Names and versions of what the programs ran on: `{ python: '3.11.2', java: '17.0.9' }`. */
  versions: Readonly<Record<string, string>>;
  startedAt: string;
  durationMs: number;
  /** Anything else worth a line. */
  notes?: readonly string[];
}

/** What the class page shows. */
export interface ClassPageInput {
  assignment: { id: string; title: string };
  /** Gone through once, so that they may be made one by one. */
  rows: Iterable<ClassRow>;
  checks: readonly ClassCheck[];
  facts: ClassFacts;
}

/**
 * Makes the class page: one HTML file with plots, shared causes and a table that sorts and searches, at 2,000 students too.
 * It comes in pieces, each made when it is asked for.
 */
export async function classPage(input: ClassPageInput): Promise<Iterable<string>> {
  const { renderClass } = await pageRenderer('render-class.mjs');
  const packed = packedClass(input);
  const { length } = packed.rows;
  return htmlPieces({
    title: `${input.assignment.title} · ${length} ${length === 1 ? 'submission' : 'submissions'}`,
    styles: bundleText('class.css'),
    script: bundleText('class.js'),
    body: renderClass(packed),
    data: packed,
  });
}

/** The row of a result. */
export function classRowOf(result: Result, more: { page?: string; late?: string } = {}): ClassRow {
  const outcome = (check: CheckResult): ClassOutcome => ({
    state: check.state,
    points: check.points,
    ...(check.cause !== undefined && { cause: check.cause.code }),
  });
  return {
    name: result.submission.name,
    score: result.score,
    maxScore: result.maxScore,
    state: result.state,
    checks: Object.fromEntries(result.checks.map((check) => [checkKey(check), outcome(check)])),
    ...more,
  };
}

/** The checks of a result, as the class page needs them once for all rows. */
export function classChecksOf(result: Pick<Result, 'checks'>): ClassCheck[] {
  return result.checks.map(({ id, role, title, maxPoints, kind }) => ({ id, role, title, maxPoints, kind }));
}
