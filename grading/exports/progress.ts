import type { Result } from '../result/result.js';

/** Points of the checks that have not run yet, in a result that was emitted while the grading went on; 0 at its end. */
export function pendingPoints(result: Result): number {
  const seen = result.checks.filter((check) => check.kind !== 'bonus').reduce((sum, check) => sum + check.maxPoints, 0);
  return Math.max(0, result.maxScore - seen);
}

/** The score for platforms that take no more than the maximum; a bonus cannot lift it further there. */
export function cappedScore(result: Result): number {
  return Math.min(result.score, result.maxScore);
}
