import { openGrader } from '../grade-submission.js';
import { terminalReport } from '../explain/terminal-report.js';
import type { Result } from '../result/result.js';
import type { CheckArguments } from './check-command.js';
import { readOptions } from './common-options.js';

/** `netgrade check`: one submission. Sets the exit code: 0 full marks, 1 points lost, 2 provisional. */
export async function check(args: CheckArguments): Promise<void> {
  const grader = await openGrader({
    assignment: args.id,
    jobs: 1,
    isolation: args.isolation,
    strict: args.strict,
    options: readOptions(args.option),
    ...(args.assignments ? { assignmentsFolder: args.assignments } : {}),
    ...(args.role ? { role: args.role } : {}),
    ...(args.only ? { only: args.only } : {}),
  });
  try {
    const name = nameOf(args.path);
    const result = await grader.grade({ name, folder: args.path, ...(args.seed ? { seed: args.seed } : {}) });
    await show(result, args);
    process.exitCode = exitCodeOf(result);
  } finally {
    await grader.close();
  }
}

export function exitCodeOf(result: Result): number {
  if (result.state === 'provisional') return 2;
  return result.score < result.maxScore ? 1 : 0;
}

async function show(result: Result, args: CheckArguments): Promise<void> {
  if (args.json) {
    process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  process.stdout.write(terminalReport(result, { color: process.stdout.isTTY, width: Math.min(100, process.stdout.columns ?? 80), verbose: args.verbose }));
}

function nameOf(path: string): string {
  return path;
}
