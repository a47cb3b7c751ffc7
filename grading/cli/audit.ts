import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AssignmentPlace, findAssignment, listAssignments } from '../../harness/assignment/load-assignment.js';
import { UsageError } from '../../harness/usage-error.js';
import { type Audit, auditAssignment } from '../audit/audit-assignment.js';
import { killMatrix } from '../audit/kill-matrix.js';
import { problemWords } from '../audit/problems.js';
import { usualJobs } from '../usual-jobs.js';
import type { AuditArguments } from './audit-command.js';
import { hasColor } from './has-color.js';
import { progressLine } from './progress-line.js';
import { STOPPED, stopOnInterrupt } from './stop-on-interrupt.js';

/** `netgrade audit`. Exit code 0 when every assignment passes, 1 when one does not, 2 when a program could not be judged. */
export async function audit(args: AuditArguments): Promise<void> {
  const jobs = args.jobs ?? usualJobs();
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError('--jobs: give a whole number from 1 on.');
  const places = await placesOf(args);
  const interrupt = stopOnInterrupt();
  const audits: Audit[] = [];
  const progress = progressLine();
  try {
    for (const [index, place] of places.entries()) {
      const audited = await auditAssignment(place, args.assignments, {
        jobs,
        isolation: args.isolation,
        update: args.update,
        signal: interrupt.signal,
        onProgress: (done, all) => progress.say(`${place.id}: ${done} of ${all} programs`),
      });
      progress.end();
      audits.push(audited);
      if (!args.json) print(audited, index > 0);
    }
    if (args.json) process.stdout.write(`${JSON.stringify(document(audits), undefined, 2)}\n`);
    else if (audits.length > 1) process.stdout.write(`\n${conclusion(audits)}\n`);
    process.exitCode = exitCodeOf(audits);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    process.exitCode = STOPPED;
  } finally {
    progress.end();
    interrupt.end();
  }
}

async function placesOf({ id, assignments }: AuditArguments): Promise<AssignmentPlace[]> {
  if (id !== undefined) return [await findAssignment(id, assignments)];
  const places = (await listAssignments(assignments)).filter((place) =>
    existsSync(join(place.folder, 'submissions', 'index.yml')),
  );
  if (places.length === 0)
    throw new UsageError('No assignment has a submissions/index.yml: there is nothing to audit with.');
  return places;
}

function print(audited: Audit, more: boolean): void {
  const width = Math.max(60, process.stdout.columns ?? 100);
  const text = killMatrix(audited, { color: hasColor(), width });
  process.stdout.write(`${more ? '\n' : ''}${text}\n`);
}

function conclusion(audits: Audit[]): string {
  const failing = audits.filter(({ problems }) => problems.length > 0).map(({ id }) => id);
  return failing.length === 0
    ? `All ${audits.length} assignments pass the audit.`
    : `${failing.length} of ${audits.length} assignments do not pass: ${failing.join(', ')}.`;
}

function document(audits: Audit[]) {
  return {
    schema: 'netgrade/audit/v1',
    passed: exitCodeOf(audits) === 0,
    assignments: audits.map((audited) => ({
      ...audited,
      passed: audited.problems.length === 0,
      checks: audited.checks.map((one) => ({
        ...one,
        failedBy: audited.programs.filter(({ failed }) => failed.includes(one.check)).map(({ name }) => name),
      })),
      problems: audited.problems.map((problem) => ({ ...problem, sentence: problemWords(problem) })),
    })),
  };
}

function exitCodeOf(audits: Audit[]): number {
  const problems = audits.flatMap((audited) => audited.problems);
  return problems.length === 0 ? 0 : problems.every((problem) => problem.kind === 'not-judged') ? 2 : 1;
}
