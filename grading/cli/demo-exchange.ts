import pc from 'picocolors';
import { findAssignment } from '../../harness/assignment/load-assignment.js';
import { UsageError } from '../../harness/usage-error.js';
import { referenceFolder } from '../audit/reference.js';
import { checkText } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import { openGrader } from '../grade-submission.js';
import { textLadder } from '../reports/text-ladder.js';
import type { CheckResult, Result } from '../result/result.js';
import { exitCodeOf } from './check.js';
import { sameAssignments } from './common-options.js';
import type { DemoArguments } from './demo-command.js';
import { hasColor } from './has-color.js';
import { progressLine } from './progress-line.js';

/** `netgrade demo <id>`: the reference programs, and what crossed the wire while each check spoke with them. */
export async function demoExchange(id: string, { all, isolation, assignments }: DemoArguments): Promise<void> {
  const place = await findAssignment(id, assignments);
  const folder = await referenceFolder(place);
  if (!folder) throw new UsageError(`"${place.id}" has no reference programs to show.`);
  const grader = await openGrader({
    assignment: place.id,
    jobs: 1,
    isolation,
    ...(assignments ? { assignmentsFolder: assignments } : {}),
  });
  const progress = progressLine();
  let done = 0;
  try {
    const result = await grader.grade({ name: 'reference', folder }, undefined, ({ checks }) =>
      progress.say(`${++done} of ${checks.length} checks`),
    );
    progress.end();
    process.stdout.write(`${page(result, all, sameAssignments(assignments))}\n`);
    process.exitCode = exitCodeOf(result);
  } finally {
    progress.end();
    await grader.close();
  }
}

function page(result: Result, all: boolean, more: string): string {
  const paint = pc.createColors(hasColor());
  const width = Math.max(60, Math.min(100, process.stdout.columns ?? 80));
  const shown = all ? result.checks : firstOfEachRole(result.checks);
  const parts = shown.map((check) => {
    const mark = check.state === 'pass' ? paint.green('✓') : paint.red('✗');
    const heading = `${mark} ${paint.bold(`The ${check.role} ${oneLine(check.title)}`)}`;
    const why = check.state === 'pass' ? [] : [checkText(check, { width })];
    return [heading, ...why, textLadder(check.transcript ?? [], { width, color: hasColor() })].join('\n');
  });
  const rest = result.checks.length - shown.length;
  return [
    `${paint.bold(result.assignmentTitle)}  the reference programs: ${result.score} of ${result.maxScore}`,
    '',
    parts.join('\n\n'),
    '',
    ...(rest > 0
      ? [`${rest} more ${rest === 1 ? 'check' : 'checks'}: netgrade demo ${result.assignment} --all${more}`]
      : []),
    `Try it by hand: netgrade peer ${result.assignment} --role ${result.checks[0]?.role === 'script' ? 'script' : 'server'}${more}`,
  ].join('\n');
}

/** The first check of a role that saw something, passed if there is one. */
function firstOfEachRole(checks: CheckResult[]): CheckResult[] {
  const seen = checks.filter((check) => (check.transcript ?? []).length > 0);
  return [...new Set(seen.map(({ role }) => role))].map((role) => {
    const own = seen.filter((check) => check.role === role);
    return own.find(({ state }) => state === 'pass') ?? own[0]!;
  });
}
