import { lstat, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { hasNamespaces } from '../../harness/arena/arena-command.js';
import { UsageError } from '../../harness/usage-error.js';
import { asCannotSave } from '../batch/cannot-save.js';
import type { Class, Layout } from '../batch/intake/class.js';
import { readClass } from '../batch/intake/read-class.js';
import { claimOutDir, UNPACKED } from '../batch/out-dir.js';
import { progressDisplay } from '../batch/progress.js';
import { RESULTS_FOLDER } from '../batch/results-folder.js';
import { type ClassRun, gradeClass, PROGRAMS_SHARE } from '../batch/run-class.js';
import { keepHeapSteady } from '../batch/steady-heap.js';
import { summary } from '../batch/summary.js';
import { versionsUsed } from '../batch/versions-used.js';
import { writeClass } from '../batch/write-class.js';
import { writeClassPage } from '../batch/write-class-page.js';
import { type Grader, openGrader } from '../grade-submission.js';
import type { ClassFacts } from '../reports/class-page.js';
import { toolName } from '../tool-name.js';
import { usualJobs } from '../usual-jobs.js';
import { readOptions } from './common-options.js';
import { filler, readTemplate, writeFilled } from './fill-sheet.js';
import { goOnWithoutReader } from './gone-reader.js';
import type { GradeArguments } from './grade-command.js';
import { type Interrupt, KILLED_BY_INTERRUPT, onInterrupt } from './interrupt.js';
import { writeReport } from './write-report.js';

const NEEDS_REGRADING = 2;

/** More arenas at once than this would wait for each other on any machine. */
const MOST_JOBS = 256;

/** Longer nobody waits for one submission; and from 24 days on a timer of Node's would end at once. */
const A_DAY_S = 86_400;

/** `netgrade grade`: a class. Sets the exit code: 0 when every submission was graded, 2 when any must be graded again. */
export async function grade(args: GradeArguments): Promise<void> {
  const jobs = args.jobs ?? usualJobs();
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs: give a whole number from 1 to ${MOST_JOBS}.`);
  if (!(args.deadline >= 1 && args.deadline <= A_DAY_S))
    throw new UsageError(`--deadline: give a number of seconds from 1 to ${A_DAY_S}, which is a day.`);
  const template = args.template === undefined ? undefined : await readTemplate(args.template);
  await lstat(args.submissions).catch(() => {
    throw new UsageError(`There is no file or folder "${args.submissions}". Give the folder or archive of the class.`);
  });
  keepHeapSteady();
  // Before anything is unpacked: an unknown assignment is said at once, and leaves nothing behind.
  const grader = await openGrader({
    assignment: args.id,
    jobs,
    isolation: args.isolation,
    strict: args.strict,
    options: readOptions(args.option),
    withinMs: args.deadline * 1000 * PROGRAMS_SHARE,
    ...(args.assignments === undefined ? {} : { assignmentsFolder: args.assignments }),
  });
  goOnWithoutReader();
  const outDir = resolve(args.out ?? defaultOut(args));
  let letGo: (() => Promise<void>) | undefined;
  try {
    letGo = await claimOutDir(outDir, args.submissions);
    await gradeInto(outDir, { args, grader, jobs, template });
  } catch (error) {
    throw asCannotSave(error, outDir, `Nothing that was saved in "${outDir}" is lost.`);
  } finally {
    await grader.close();
    await letGo?.();
  }
}

async function gradeInto(
  outDir: string,
  given: { args: GradeArguments; grader: Grader; jobs: number; template: Uint8Array | undefined },
): Promise<void> {
  const { args, grader, jobs, template } = given;
  const interrupt = onInterrupt();
  const startedAt = new Date();
  const begun = performance.now();
  try {
    const members = await readClass(args.submissions, {
      stop: interrupt.stop,
      workFolder: join(outDir, UNPACKED),
      ignored: [outDir],
      layout: args.layout as Layout | 'auto',
      ...(args.roster === undefined ? {} : { roster: args.roster }),
    });
    await refuseAnotherClass(outDir, members);
    announce(members, grader);
    const fill = filler(args, members, grader, template);
    const run = await runClass(args, { members, outDir, jobs, grader, interrupt });
    if (interrupt.abort.aborted) return;
    await writeClass(outDir, run.rows, members);
    await writeClassPage(outDir, run.rows, {
      assignment: { id: args.id, title: grader.title },
      checks: grader.checks,
      facts: {
        ...(await factsOf(grader, members, args.seed)),
        startedAt: startedAt.toISOString(),
        durationMs: Math.round(performance.now() - begun),
      },
    });
    const sheet = fill && (await writeFilled(fill(run.rows), join(outDir, `gradebook-${args.gradebook}.csv`)));
    tell(`\n${summary(run.rows, members)}\n`);
    if (sheet !== undefined) tell(`\n${sheet}\n`);
    close(run, { args, outDir, others: (await resultFilesIn(outDir)).filter(ofOthers(run.rows)) });
  } catch (error) {
    // Stopped while the class was unpacked: nothing was graded yet.
    if (error !== interrupt.stop.reason || !interrupt.stop.aborted) throw error;
    process.exitCode = KILLED_BY_INTERRUPT;
    process.stderr.write(
      'Stopped while the class was being read. The same command begins again, with what is saved.\n',
    );
  } finally {
    interrupt.end();
  }
}

async function runClass(
  args: GradeArguments,
  given: { members: Class; outDir: string; jobs: number; grader: Grader; interrupt: Interrupt },
): Promise<ClassRun> {
  const { members, outDir, jobs, grader, interrupt } = given;
  const display = progressDisplay(process.stderr);
  const inArenas = hasNamespaces(grader.isolation.rung);
  try {
    return await gradeClass({
      class: members,
      outDir,
      // Where submissions share the machine's ports a second one would only wait, with its deadline running.
      jobs: inArenas ? jobs : 1,
      inArenas,
      assignment: { id: args.id, hash: grader.assignmentHash, maxScore: grader.maxScore },
      deadlineMs: args.deadline * 1000,
      ...(args.seed === undefined ? {} : { seed: args.seed }),
      grade: (unit, signal) => grader.grade(unit, signal),
      report: writeReport,
      resume: args.resume,
      regrade: args.regrade,
      stop: interrupt.stop,
      abort: interrupt.abort,
      onProgress: display.update,
    });
  } finally {
    display.end();
  }
}

async function factsOf(
  grader: Grader,
  members: Class,
  seed: string | undefined,
): Promise<Omit<ClassFacts, 'startedAt' | 'durationMs'>> {
  const { layout, notUnderstood, students } = members;
  return {
    tool: toolName,
    seed: `derived from ${seed === undefined ? 'all that was handed in' : `--seed ${seed}`}; each result states its own`,
    isolation: grader.isolation.rung,
    isolationMissing: grader.isolation.missing,
    versions: await versionsUsed(students.flatMap(({ files }) => files)),
    notes: [
      `Layout: ${layout.name}. ${layout.why}`,
      ...(notUnderstood.length > 0
        ? [
            notUnderstood.length === 1
              ? 'One file was not understood; summary.txt names it.'
              : `${notUnderstood.length} files were not understood; summary.txt lists them.`,
          ]
        : []),
    ],
  };
}

function announce({ layout, students, notUnderstood, missing }: Class, { isolation }: Grader): void {
  const parts = [`${students.length} ${students.length === 1 ? 'submission' : 'submissions'}`];
  if (missing.length > 0) parts.push(`${missing.length} missing`);
  if (notUnderstood.length > 0) parts.push(`${notUnderstood.length} not understood`);
  const lacking = isolation.missing.map((sentence) => `Not protected on this machine: ${sentence}\n`);
  tell(`Layout: ${layout.name}. ${layout.why}\n${parts.join(', ')}.\n${lacking.join('')}`);
}

/**
 * The gradebook of a class is not replaced by that of one in which nobody is the same.
 * @throws UsageError
 */
async function refuseAnotherClass(outDir: string, { students }: Class): Promise<void> {
  const all = await resultFilesIn(outDir);
  const others = all.filter(ofOthers(students));
  if (others.length === 0 || others.length < all.length) return;
  throw new UsageError(
    `"${outDir}" holds the results of another class: ${others.length === 1 ? 'its one result is' : `its ${others.length} results are`} ` +
      `for people who are not in this one, such as results/${others[0]}. Give another --out, or remove that folder.`,
  );
}

/** The names of all the files of results, sorted. */
async function resultFilesIn(outDir: string): Promise<string[]> {
  const found = await readdir(join(outDir, RESULTS_FOLDER)).catch((): string[] => []);
  return found.filter((name) => name.endsWith('.json')).sort();
}

/** True for the file of a result that is of nobody in this class: who has left it, or another class. */
function ofOthers(members: readonly { key: string }[]): (name: string) => boolean {
  const own = new Set(members.map(({ key }) => `${key}.json`));
  return (name) => !own.has(name);
}

function close(
  run: ClassRun,
  { args, outDir, others }: { args: GradeArguments; outDir: string; others: string[] },
): void {
  const again = run.rows.filter((row) => row.state === 'regrade');
  const left = run.rows.filter((row) => row.state === 'not-graded').length;
  tell(`\nResults: ${outDir} (index.html, gradebook.csv, results.jsonl, summary.txt, a folder for each student)\n`);
  if (others.length > 0) {
    const those = others.length === 1 ? 'a result' : `${others.length} results`;
    tell(
      `There ${others.length === 1 ? 'is' : 'are'} also ${those} of earlier runs for people who are not in this class, such as results/${others[0]}; the gradebook is of this ` +
        'class alone. For another class give another --out.\n',
    );
  }
  if (left > 0) {
    tell(`Stopped with ${left} to go. The same command goes on where it stopped.\n`);
  } else if (again.length > 0) {
    const just = again.length === 1 ? 'that one' : 'just those';
    tell(
      `${again.length} must be graded again, for the reasons above: once those are put right, the same command grades ${just}.\n`,
    );
  }
  process.exitCode = again.length > 0 || left > 0 ? NEEDS_REGRADING : 0;
  if (args.regrade && left > 0) tell('Leave out --regrade then: what this run has graded counts.\n');
}

function defaultOut({ id, submissions }: GradeArguments): string {
  const name = basename(resolve(submissions)).replace(/\.(zip|tar|tgz|tar\.gz)$/i, '');
  return `${name}-${id}-graded`;
}

function tell(text: string): void {
  process.stdout.write(text);
}
