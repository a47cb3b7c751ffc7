import type { Assignment } from '../harness/assignment/assignment.js';
import type { CheckOutcome, Role } from '../harness/run/verdict.js';

export interface Score {
  score: number;
  maxScore: number;
  /** `provisional` when a check could not be judged: the grader's own failure, to be graded again. */
  state: 'graded' | 'provisional';
}

/**
 * Adds up points. A bonus comes on top but never above the maximum: gradebooks refuse more. An `error` costs nothing: its points
 * count as reached, and the score is provisional.
 */
export function scoreOf(assignment: Assignment, outcomes: CheckOutcome[]): Score {
  let score = 0;
  let maxScore = 0;
  let state: Score['state'] = 'graded';
  for (const outcome of outcomes) {
    const { points, bonus } = pointsOf(assignment, outcome);
    if (!bonus) maxScore += points;
    if (outcome.verdict.state === 'pass') score += points;
    if (outcome.verdict.state === 'error') {
      state = 'provisional';
      if (!bonus) score += points;
    }
  }
  return { score: Math.min(score, maxScore), maxScore, state };
}

/** What a check is worth. */
export function pointsOf(
  assignment: Assignment,
  { role, id }: { role: Role; id: string },
): { points: number; bonus: boolean } {
  const check = assignment.roles[role]?.checks[id];
  return { points: check?.points ?? 0, bonus: check?.kind === 'bonus' };
}
