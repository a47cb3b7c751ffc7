import { checkSummary, checkText } from '../explain/check-text.js';
import { workflowMessage, workflowProperty } from '../explain/escape-github.js';
import { scoreSentences } from '../explain/score-sentences.js';
import type { CheckResult, Result } from '../result/result.js';
import type { Emitter } from './emitter.js';

/** GitHub shows no more annotations of one kind from one step. */
const PER_KIND = 10;

/**
 * Workflow commands for a step's standard output: an error for each check that failed, a warning for each that could
 * not be graded, the score as a notice. What does not fit under GitHub's limits is counted in the last annotation.
 */
export const githubAnnotations: Emitter = (result) =>
  [
    ...limited('error', result, (check) => check.state === 'fail'),
    ...limited('warning', result, (check) => check.state === 'error'),
    command('notice', `netgrade: ${result.score} of ${result.maxScore}`, scoreSentences(result).join(' ')),
    '',
  ].join('\n');

function limited(kind: 'error' | 'warning', result: Result, concerned: (check: CheckResult) => boolean): string[] {
  const checks = result.checks.filter(concerned);
  const shown = checks.length > PER_KIND ? checks.slice(0, PER_KIND - 1) : checks;
  const commands = shown.map((check) => command(kind, title(check), checkText(check, { rows: 8 })));
  const rest = checks.slice(shown.length);
  if (rest.length > 0)
    commands.push(
      command(kind, `${rest.length} more`, rest.map((check) => `${title(check)}: ${checkSummary(check)}`).join('\n')),
    );
  return commands;
}

function title(check: CheckResult): string {
  return `The ${check.role} ${check.title} (${check.state === 'error' ? '?' : check.points}/${check.maxPoints})`;
}

function command(kind: 'error' | 'warning' | 'notice', heading: string, message: string): string {
  return `::${kind} title=${workflowProperty(heading)}::${workflowMessage(message)}`;
}
