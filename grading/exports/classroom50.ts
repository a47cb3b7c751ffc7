import { checkSummary, checkText } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import type { Result } from '../result/result.js';
import type { EmitOptions, Emitter } from './emitter.js';

/**
 * Classroom 50's `result.json` (`classroom50/result/v1`). Who and what was graded stands in the runner's environment;
 * the runner refuses a document that names another classroom or assignment, or a score above the maximum.
 * Owner, type and times are the runner's to say; it writes its own over ours.
 */
export const classroom50: Emitter = (result, options) =>
  `${JSON.stringify(classroom50Result(result, options), undefined, 2)}\n`;

/** The same as an object. */
function classroom50Result(result: Result, { env = {} }: EmitOptions) {
  const commit = env.COMMIT_URL ?? '';
  return {
    schema: 'classroom50/result/v1',
    classroom: env.CLASSROOM ?? '',
    assignment: env.ASSIGNMENT ?? result.assignment,
    assignment_type: env.ASSIGNMENT_TYPE || 'individual',
    owner: env.OWNER || env.USERNAME || result.submission.name,
    submission: env.SUBMISSION_TAG ?? '',
    commit,
    release: env.RELEASE_URL ?? '',
    review: env.REVIEW_URL || commit,
    datetime: utc(result.startedAt),
    graded_at: utc(result.startedAt),
    score: result.score,
    'max-score': result.maxScore,
    tests: result.checks.map((check) => ({
      'test-name': `The ${check.role} ${oneLine(check.title)}`,
      passed: check.state === 'pass',
      score: check.points,
      'max-score': check.maxPoints,
      id: check.id,
      state: check.state,
      ...(check.state === 'pass' ? {} : { summary: checkSummary(check), output: checkText(check) }),
    })),
  };
}

/** The time in whole seconds, as the runner writes it. */
const utc = (time: string): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
