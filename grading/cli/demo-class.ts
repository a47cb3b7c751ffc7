import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { hasNamespaces } from '../../harness/arena/arena-command.js';
import { findAssignment } from '../../harness/assignment/load-assignment.js';
import { UsageError } from '../../harness/usage-error.js';
import { checkSummary } from '../explain/check-text.js';
import { wrapped } from '../explain/wrapped.js';
import { openGrader } from '../grade-submission.js';
import type { Result } from '../result/result.js';
import { usualJobs } from '../usual-jobs.js';
import type { DemoArguments } from './demo-command.js';
import { hasColor } from './has-color.js';
import { progressLine } from './progress-line.js';
import { STOPPED, stopOnInterrupt } from './stop-on-interrupt.js';

/** A small class: for each assignment the lecture's own programs or another right pair, and mistakes that students make. */
const CLASS: Record<string, string[]> = {
  'udp-hello': ['lecture', 'echo-server', 'tcp-in-disguise'],
  'udp-chat': ['lecture', 'message-never-shown'],
  'udp-time': ['lecture', 'clock-read-once'],
  'udp-calculator': ['eval-lecture-style', 'constant-eleven', 'zero-division-dies'],
  'tcp-time': ['lecture', 'missing-import'],
  'tcp-words': ['threads-in-client', 'only-length', 'two-then-exit'],
  'name-lookups': ['lecture', 'hard-coded'],
  'dns-records': ['node-promises', 'socket-only'],
};

interface Sample {
  id: string;
  name: string;
  folder: string;
}

/**
 * `netgrade demo`: grades the sample class, prints each score as it is known and why points were lost. Its job is to show: exit code 0
 * when everything that this machine can grade was graded, however few points it got; 2 when something else went wrong.
 */
export async function demoClass({ isolation }: DemoArguments): Promise<void> {
  const samples = await samplesOf();
  if (samples.length === 0)
    throw new UsageError(
      'The sample submissions are not part of this installation. "netgrade demo udp-hello" works without them.',
    );
  const interrupt = stopOnInterrupt();
  const progress = progressLine();
  const begun = performance.now();
  const paint = pc.createColors(hasColor());
  try {
    process.stdout.write(`${samples.length} sample submissions, graded as a class would be.\n`);
    let done = 0;
    const all: Result[] = [];
    const beyond: string[] = [];
    for (const [id, group] of byAssignment(samples)) {
      const results = await gradeGroup(id, group, {
        isolation,
        signal: interrupt.signal,
        onDone: () => progress.say(`${id}: ${++done} of ${samples.length} graded`),
      });
      progress.end();
      if (results === 'beyond this machine') {
        beyond.push(id);
        continue;
      }
      const title = `${paint.bold(id)}  ${paint.dim(results[0]?.assignmentTitle ?? '')}`;
      process.stdout.write(`\n${title}\n${results.map((result) => row(result, paint)).join('\n')}\n`);
      all.push(...results);
    }
    if (beyond.length > 0) {
      const why = `Not graded here: ${beyond.join(' and ')}. They take Linux namespaces, for a resolver of their own; "netgrade doctor" names the command that brings them.`;
      process.stdout.write(`\n${wrapped(why, widthOf()).join('\n')}\n`);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    process.stdout.write(
      `\n${all.length} submissions in ${seconds} s. Next: ${paint.cyan('netgrade list')}, then ${paint.cyan('netgrade check <id> <folder>')} on your own.\n`,
    );
    process.exitCode = all.every((result) => result.state === 'graded') ? 0 : 2;
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    process.exitCode = STOPPED;
  } finally {
    progress.end();
    interrupt.end();
  }
}

async function samplesOf(): Promise<Sample[]> {
  const found: Sample[] = [];
  for (const [id, names] of Object.entries(CLASS)) {
    const place = await findAssignment(id).catch(() => undefined);
    for (const name of names) {
      const folder = place && join(place.folder, 'submissions', name);
      if (folder && existsSync(folder)) found.push({ id, name, folder });
    }
  }
  return found;
}

const byAssignment = (samples: Sample[]): [id: string, samples: Sample[]][] =>
  [...new Set(samples.map(({ id }) => id))].map((id) => [id, samples.filter((sample) => sample.id === id)]);

async function gradeGroup(
  id: string,
  samples: Sample[],
  { isolation, signal, onDone }: { isolation: DemoArguments['isolation']; signal: AbortSignal; onDone: () => void },
): Promise<Result[] | 'beyond this machine'> {
  const grader = await openGrader({ assignment: id, jobs: usualJobs(), isolation });
  try {
    if (grader.needsArena && !hasNamespaces(grader.isolation.rung)) return 'beyond this machine';
    return await Promise.all(
      samples.map(async ({ name, folder }) => {
        const result = await grader.grade({ name, folder }, signal);
        onDone();
        return result;
      }),
    );
  } finally {
    await grader.close();
  }
}

const widthOf = (): number => Math.max(60, Math.min(100, process.stdout.columns ?? 80));

/** A score, and below it each failure; what was skipped because of one is not told again. */
function row(result: Result, paint: ReturnType<typeof pc.createColors>): string {
  const full = result.score === result.maxScore;
  const tone = result.state === 'provisional' ? paint.yellow : full ? paint.green : paint.red;
  const lost = result.checks.filter(({ state, kind }) => state === 'error' || (state === 'fail' && kind !== 'bonus'));
  const width = widthOf() - 7;
  const told = [...new Set(lost.map(checkSummary))];
  const reasons = told.slice(0, 2).flatMap((reason) => wrapped(reason, width));
  const more = told.length > 2 ? [`and ${told.length - 2} more`] : [];
  const lines = [...reasons, ...more].map((line) => `       ${paint.dim(line)}`);
  return [
    `  ${tone((result.state === 'provisional' ? '?' : String(result.score)).padStart(3))}  ${result.submission.name}`,
    ...lines,
  ].join('\n');
}
