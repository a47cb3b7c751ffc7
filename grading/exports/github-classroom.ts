import { checkText } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import type { CheckResult, Result } from '../result/result.js';
import type { Emitter } from './emitter.js';

/**
 * GitHub Classroom's own result (the service ended in August 2026; its reporter action still works in repositories that
 * use it). The reporter shows one score in the log and sends another to the classroom; they agree only where every
 * runner has one all-or-nothing test. So each check is a runner, and the document is lines for `$GITHUB_ENV`: for each
 * runner its result in base64, and all their names for the reporter's input `runners`.
 */
export const githubClassroom: Emitter = (result) => {
  const runners = classroomRunners(result);
  const lines = runners.map(({ runner, result: encoded }) => `${runner.toUpperCase()}_RESULTS=${encoded}`);
  return `${[...lines, `NETGRADE_RUNNERS=${runners.map(({ runner }) => runner).join(',')}`].join('\n')}\n`;
};

/** One runner for each check, in the order of the checks. */
function classroomRunners(result: Result): { runner: string; result: string }[] {
  return result.checks.map((check, index) => ({
    runner: `check${index + 1}`,
    result: Buffer.from(JSON.stringify(runnerResult(check))).toString('base64'),
  }));
}

function runnerResult(check: CheckResult) {
  const status = check.state === 'pass' ? 'pass' : check.state === 'error' ? 'error' : 'fail';
  return {
    version: 1,
    status,
    max_score: check.maxPoints,
    tests: [
      {
        name: `The ${check.role} ${oneLine(check.title)}`,
        status,
        score: check.points,
        message: status === 'pass' ? '' : checkText(check),
        test_code: checkText(check),
        filename: '',
        line_no: 0,
        duration: Math.round(check.durationMs),
      },
    ],
  };
}
