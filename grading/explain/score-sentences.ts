import type { Result } from '../result/result.js';

/**
 * What the score means, in sentences: how many checks passed, and, where the grader itself failed, that the score is
 * provisional. Every report for people ends with them.
 */
export function scoreSentences(result: Result): string[] {
  const count = (state: string) => result.checks.filter((check) => check.state === state).length;
  const all = result.checks.length;
  if (all === 0) return ['No check was run.', ...provisional(result, 0)];
  const passed = count('pass') === all ? `All ${all} checks passed.` : `${count('pass')} of ${all} checks passed.`;
  return [passed, ...provisional(result, count('error'))];
}

function provisional(result: Result, failures: number): string[] {
  if (result.state !== 'provisional') return [];
  const what = failures === 1 ? 'one check' : failures > 1 ? `${failures} checks` : 'a part';
  return [
    `This score is provisional: ${what} could not be graded because the grader or the machine failed. Grade it again.`,
  ];
}
