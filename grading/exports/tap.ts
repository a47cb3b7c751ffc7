import { checkSummary, checkText } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import type { CheckResult } from '../result/result.js';
import type { Emitter } from './emitter.js';

/** TAP version 14: a test point for each check, what was lost as YAML below it. A check that was not run is `not ok`: its points are lost. */
export const tap: Emitter = (result) => {
  const lines = [
    'TAP version 14',
    `1..${result.checks.length}${result.checks.length === 0 ? ' # SKIP no check was run' : ''}`,
  ];
  result.checks.forEach((check, index) => {
    lines.push(
      `${check.state === 'pass' ? 'ok' : 'not ok'} ${index + 1} - ${description(`${check.role}: ${check.title}`)}`,
    );
    if (check.state !== 'pass') lines.push(...diagnostics(check));
  });
  lines.push(
    `# ${result.score} of ${result.maxScore} points${result.state === 'provisional' ? ', provisional: grade it again' : ''}`,
  );
  return `${lines.join('\n')}\n`;
};

/** A number sign would begin a directive. */
const description = (text: string): string => oneLine(text).replace(/[\\#]/g, '\\$&');

/**
 * Blanks before every line, so that nothing a program printed begins a test point; and only the YAML that older readers
 * have too: values quoted in one line, and one literal block, without empty lines or a line that could end the document.
 */
function diagnostics(check: CheckResult): string[] {
  const lines = checkText(check)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [
    '  ---',
    `  message: ${JSON.stringify(checkSummary(check))}`,
    `  severity: ${check.state}`,
    `  points: ${JSON.stringify(`${check.points} of ${check.maxPoints}`)}`,
    ...(check.cause ? [`  cause: ${JSON.stringify(check.cause.code)}`] : []),
    '  details: |',
    ...lines.map(
      (line, index) => `    ${(index === 0 ? line.trimStart() : line).replace(/^(\s*)(\.{3}|-{3})\s*$/, '$1"$2"')}`,
    ),
    '  ...',
  ];
}
