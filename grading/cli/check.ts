import { basename, resolve } from 'node:path';
import { type Grader, openGrader } from '../grade-submission.js';
import type { Result } from '../result/result.js';
import type { CheckArguments } from './check-command.js';
import { outputsOf, printReport } from './check-outputs.js';
import { readOptions } from './common-options.js';
import { progressLine } from './progress-line.js';
import { STOPPED, stopOnInterrupt } from './stop-on-interrupt.js';

/** `netgrade check`: one submission. Sets the exit code: 0 full marks, 1 points lost, 2 provisional, 130 stopped by Ctrl-C. */
export async function check(args: CheckArguments): Promise<void> {
  const outputs = await outputsOf(args);
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
  const interrupt = stopOnInterrupt();
  const unit = { name: nameOf(args.path), folder: args.path, ...(args.seed ? { seed: args.seed } : {}) };
  try {
    if (args.watch || args.open) {
      const { checkLive } = await import('./check-live.js');
      await checkLive({
        grader,
        unit,
        outputs,
        stop: interrupt.signal,
        open: args.open,
        verbose: args.verbose,
        asked: askedFor(args),
        ignored: [args.report, args.output],
      });
      return;
    }
    const grading = once(grader, unit, outputs, interrupt.signal);
    // What the report needs is loaded while the programs run.
    if (outputs.stdout === 'report') void import('./report-text.js');
    const result = await grading;
    // Printed first: it is not lost where the disk takes no more.
    if (outputs.stdout === 'report') await printReport(result, { verbose: args.verbose, asked: askedFor(args) });
    await outputs.finished(result);
    process.exitCode = exitCodeOf(result);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    process.stderr.write('Stopped.\n');
    process.exitCode = STOPPED;
  } finally {
    await grader.close();
    interrupt.end();
  }
}

async function once(
  grader: Grader,
  unit: { name: string; folder: string },
  outputs: Awaited<ReturnType<typeof outputsOf>>,
  stop: AbortSignal,
): Promise<Result> {
  const progress = progressLine();
  let partials = Promise.resolve();
  let done = 0;
  try {
    const result = await grader.grade(unit, stop, (partial) => {
      progress.say(`${++done} of ${partial.checks.length} checks`);
      partials = partials.then(() => outputs.partial(partial));
    });
    await partials;
    return result;
  } finally {
    progress.end();
  }
}

export function exitCodeOf(result: Result): number {
  if (result.state === 'provisional') return 2;
  return result.score < result.maxScore ? 1 : 0;
}

/** What decides the result, in the words of the command line. */
function askedFor({ path, role, only, isolation, strict, option, assignments }: CheckArguments): string[] {
  return [
    ...(path === '.' ? [] : [path]),
    ...(role ? ['--role', role] : []),
    ...(only ? ['--only', only] : []),
    ...(isolation === 'auto' ? [] : ['--isolation', isolation]),
    ...(strict ? ['--strict'] : []),
    ...option.flatMap((one) => ['--option', one]),
    ...(assignments ? ['--assignments', assignments] : []),
  ];
}

/** A submission is called as its folder or file is, wherever it lies. */
function nameOf(path: string): string {
  return basename(resolve(path)) || 'submission';
}
