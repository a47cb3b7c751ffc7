import type { CheckResult } from '../result/result.js';
import { oneLine, visibleLines, withoutPaths } from './escape.js';
import { explain } from './explain.js';

/**
 * What a report says under a check's title, as plain text: the explained failure and its hint, why it was not run, or
 * what broke. Empty for a check that passed without a remark.
 */
export function checkText(check: CheckResult, { width = 76, rows = 12 } = {}): string {
  const said = check.explanation === undefined ? undefined : visibleLines(withoutPaths(check.explanation)).join('\n');
  switch (check.state) {
    case 'pass':
      return said ?? '';
    case 'skip':
      return `Not run: ${said ?? 'a check that it needs did not pass.'}`;
    case 'error':
      return `Not graded, and not your fault: ${said ?? 'the grader failed.'}`;
    case 'fail': {
      const failure = check.cause ? explain(check.cause, { width, rows }) : (said ?? 'No reason was recorded.');
      return check.hint ? `${failure}\nHint: ${oneLine(check.hint)}` : failure;
    }
  }
}

/** The same in one line: the first sentence of the explanation. */
export function checkSummary(check: CheckResult): string {
  return check.cause ? oneLine(withoutPaths(check.cause.summary)) : oneLine(checkText(check));
}
