import { join } from 'node:path';
import type { AssignmentPlace } from '../../harness/assignment/load-assignment.js';
import { loadAssignment } from '../../harness/assignment/load-assignment.js';
import { checksOf, rolesIn } from '../assignment-facts.js';
import { type Grader, type Isolation, openGrader } from '../grade-submission.js';
import type { Result } from '../result/result.js';
import { readSamples, type Sample, updateSamples } from './index-file.js';
import { type AuditedCheck, type Fared, lossesOf, type Problem, problemsOf, withoutBonus } from './problems.js';
import { referenceFolder } from './reference.js';

/** What an audit of one assignment brought. */
export interface Audit {
  id: string;
  title: string;
  checks: AuditedCheck[];
  programs: Fared[];
  problems: Problem[];
  /** Programs whose losses were written into `index.yml`. */
  updated: string[];
  durationMs: number;
}

interface AuditOptions {
  jobs: number;
  isolation: Isolation;
  update: boolean;
  signal: AbortSignal;
  /** Called when a program has been graded. */
  onProgress?: (done: number, all: number) => void;
}

/** Grades every program that belongs to an assignment and judges the assignment by that. */
export async function auditAssignment(
  place: AssignmentPlace,
  assignmentsFolder: string | undefined,
  options: AuditOptions,
): Promise<Audit> {
  const begun = performance.now();
  const assignment = await loadAssignment(place);
  const folder = join(place.folder, 'submissions');
  const { samples, unlisted } = await readSamples(folder);
  const checks = rolesIn(assignment).flatMap((role) =>
    checksOf(assignment, role).map(([id, { kind = 'core' }]): AuditedCheck => ({ check: `${role}/${id}`, kind })),
  );
  const grader = await openGrader({
    assignment: place.id,
    jobs: options.jobs,
    isolation: options.isolation,
    ...(assignmentsFolder === undefined ? {} : { assignmentsFolder }),
  });
  try {
    const programs = await gradeAll(grader, [...(await ownReference(place)), ...samples], options);
    const counted = programs.map((program) => withoutBonus(program, checks));
    const updated = options.update ? await updateSamples(folder, seenIn(counted)) : [];
    const judged = programs.map((program, index) =>
      updated.includes(program.name) ? { ...program, loses: lossesOf(counted[index]!) } : program,
    );
    return {
      id: place.id,
      title: assignment.title,
      checks,
      programs: judged,
      problems: problemsOf(checks, judged, unlisted),
      updated,
      durationMs: Math.round(performance.now() - begun),
    };
  } finally {
    await grader.close();
  }
}

type Audited = Omit<Sample, 'expected'> & { expected: Fared['expected'] };

async function ownReference(place: AssignmentPlace): Promise<Audited[]> {
  const folder = await referenceFolder(place);
  return folder === undefined
    ? []
    : [{ name: 'reference', folder, expected: 'reference', about: 'the reference programs' }];
}

async function gradeAll(grader: Grader, programs: Audited[], { signal, onProgress }: AuditOptions): Promise<Fared[]> {
  let done = 0;
  return Promise.all(
    programs.map(async ({ folder, ...program }) => {
      const fared = { ...program, ...(await faredOf(grader, program.name, folder, signal)) };
      onProgress?.(++done, programs.length);
      return fared;
    }),
  );
}

type Outcome = Pick<Fared, 'score' | 'maxScore' | 'failed' | 'skipped' | 'errors'>;

async function faredOf(grader: Grader, name: string, folder: string, signal: AbortSignal): Promise<Outcome> {
  try {
    return outcomeOf(await grader.grade({ name, folder, seed: name }, signal));
  } catch (error) {
    if (signal.aborted) throw error;
    const because = error instanceof Error ? error.message : String(error);
    return { score: 0, maxScore: grader.maxScore, failed: [], skipped: [], errors: [{ check: 'the whole', because }] };
  }
}

function outcomeOf({ score, maxScore, checks }: Result): Outcome {
  const keys = (state: string) =>
    checks.filter((check) => check.state === state).map((check) => `${check.role}/${check.id}`);
  const errors = checks
    .filter((check) => check.state === 'error')
    .map((check) => ({ check: `${check.role}/${check.id}`, because: check.explanation ?? 'the grader failed' }));
  return { score, maxScore, failed: keys('fail'), skipped: keys('skip'), errors };
}

/** Only a right program that loses nothing by failing, and programs that were judged, are written down. */
function seenIn(programs: readonly Fared[]): Map<string, string[]> {
  const sure = programs.filter(
    ({ expected, errors, failed }) =>
      errors.length === 0 && (expected === 'wrong' || (expected === 'right' && failed.length === 0)),
  );
  return new Map(sure.map((program) => [program.name, lossesOf(program)]));
}
