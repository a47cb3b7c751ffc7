import { createHash, randomBytes } from 'node:crypto';
import { hasNamespaces } from '../harness/arena/arena-command.js';
import { chooseRung, probeLadder } from '../harness/arena/ladder.js';
import type { Rung } from '../harness/arena/world.js';
import type { Assignment, Check } from '../harness/assignment/assignment.js';
import { assignmentHash } from '../harness/assignment/assignment-hash.js';
import { findAssignment, loadAssignment } from '../harness/assignment/load-assignment.js';
import { readSubmission } from '../harness/program/submission.js';
import { SUBMISSION_WITHIN_MS } from '../harness/run/bounds.js';
import type { UnitOutcome } from '../harness/run/grade-unit.js';
import type { CheckOutcome, Role } from '../harness/run/verdict.js';
import { UsageError } from '../harness/usage-error.js';
import { hintFor } from './explain/hints.js';
import type { CheckResult, Result } from './result/result.js';
import { pointsOf, scoreOf } from './score.js';
import { toolName } from './tool-name.js';

/** Why a check of an unfinished result was skipped. */
export const NOT_YET = 'It has not run yet.';

export type Isolation = 'auto' | 'namespaces' | 'none';

export interface GraderOptions {
  assignment: string;
  /** An instructor's own assignments. */
  assignmentsFolder?: string;
  /** How many submissions at once. */
  jobs: number;
  isolation: Isolation;
  strict?: boolean;
  /** Only this role's checks. */
  role?: Role;
  /** Only this check and what it needs. */
  only?: string;
  /** The assignment's options that an instructor set. */
  options?: Record<string, boolean>;
  /** How long one submission may take; what is left of its checks then is lost. Default: `SUBMISSION_WITHIN_MS`. */
  withinMs?: number;
}

/** Grades submissions for one assignment. */
export interface Grader {
  assignmentHash: string;
  maxScore: number;
  title: string;
  /** The checks that a submission goes through, in order. */
  checks: Pick<CheckResult, 'id' | 'role' | 'title' | 'maxPoints' | 'kind'>[];
  isolation: { rung: Rung; missing: string[] };
  /** Its checks need names and a resolver of their own, which only an arena has: elsewhere none of them can be judged. */
  needsArena: boolean;
  /** Without a `seed` every run sends something else. `onCheck` sees the result as it grows, check by check. @throws UsageError when the submission cannot be read */
  grade(
    unit: { name: string; folder: string; seed?: string },
    signal?: AbortSignal,
    onCheck?: (partial: Result) => void,
  ): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Makes ready to grade: loads the assignment, chooses the best rung of isolation that this machine offers.
 * @throws UsageError for an unknown assignment, role, check or option, or where the wanted isolation is not to be had
 */
export async function openGrader(options: GraderOptions): Promise<Grader> {
  const place = await findAssignment(options.assignment, options.assignmentsFolder);
  // The machine is tried by a process of its own; what takes long to load is loaded meanwhile.
  const [capabilities, { ArenaPool }, assignment, hash] = await Promise.all([
    probeLadder(),
    import('../harness/run/arena-pool.js'),
    loadAssignment(place),
    assignmentHash(place),
  ]);
  refuseUnknown(assignment, place.id, options);
  const isolation = chooseRung(options.isolation, capabilities);
  const pool = new ArenaPool({
    rung: isolation.rung,
    size: hasNamespaces(isolation.rung) ? options.jobs : 1,
  });
  const roles = rolesOf(assignment, options.role);
  const maxScore = roles
    .flatMap((role) => Object.values<Check>(assignment.roles[role]!.checks))
    .reduce((sum, check) => sum + (check.kind === 'bonus' ? 0 : check.points), 0);
  return {
    assignmentHash: createHash('sha256')
      .update(`${hash} ${toolName} ${JSON.stringify([options.strict, options.role, options.only, options.options])}`)
      .digest('hex')
      .slice(0, 16),
    maxScore,
    title: assignment.title,
    checks: roles.flatMap((role) =>
      Object.entries<Check>(assignment.roles[role]!.checks).map(([id, check]) => ({
        id,
        role,
        title: check.title,
        maxPoints: check.points,
        kind: check.kind ?? 'core',
      })),
    ),
    isolation,
    needsArena: assignment.transport === 'dns' || assignment.transport === 'names',
    async grade(unit, signal, onCheck) {
      let startedAt = new Date();
      let begun = performance.now();
      const read = await readSubmission(unit.folder);
      const submission = { ...read, name: unit.name };
      const seed = unit.seed ?? randomBytes(6).toString('hex');
      const partial: CheckOutcome[] = [];
      const result = (outcome: UnitOutcome): Result => ({
        schema: 'netgrade/result/v1',
        tool: toolName,
        assignment: place.id,
        assignmentTitle: assignment.title,
        submission: { name: unit.name, files: submission.files.map((file) => file.path) },
        seed,
        isolation: isolation.rung,
        isolationMissing: isolation.missing,
        startedAt: startedAt.toISOString(),
        durationMs: Math.round(performance.now() - begun),
        ...scoreOf(assignment, outcome.checks),
        conventions: outcome.conventions,
        notes: outcome.notes,
        checks: outcome.checks.map((check) => checkResult(assignment, check)),
      });
      const outcome = await pool.run(
        {
          submission,
          seed,
          strict: options.strict ?? false,
          options: options.options ?? {},
          withinMs: options.withinMs ?? SUBMISSION_WITHIN_MS,
          ...(options.role ? { role: options.role } : {}),
          ...(options.only ? { only: options.only } : {}),
        },
        place,
        {
          ...(signal ? { signal } : {}),
          // Time in the queue is not this submission's.
          onStart: () => {
            startedAt = new Date();
            begun = performance.now();
          },
          // Told only to who listens: each check's exchange would cross from the arena twice.
          ...(onCheck && {
            onCheck: (check) => {
              // A check may be judged anew, where the grader broke down in one behind it.
              const before = partial.findIndex(({ role, id }) => role === check.role && id === check.id);
              partial.splice(before < 0 ? partial.length : before, before < 0 ? 0 : 1, check);
              onCheck(
                result({ checks: [...partial, ...notYetRun(assignment, roles, partial)], conventions: {}, notes: [] }),
              );
            },
          }),
        },
      );
      return result(outcome);
    },
    close: () => pool.close(),
  };
}

function checkResult(assignment: Assignment, outcome: CheckOutcome): CheckResult {
  const { id, role, verdict } = outcome;
  const check = assignment.roles[role]!.checks[id]!;
  const { points } = pointsOf(assignment, outcome);
  return {
    id,
    role,
    title: check.title,
    rule: check.rule,
    state: verdict.state,
    points: verdict.state === 'pass' ? points : 0,
    maxPoints: points,
    kind: check.kind ?? 'core',
    ...(check.hidden ? { hidden: true } : {}),
    ...detailsOf(assignment, outcome, check.hints),
    durationMs: outcome.durationMs,
    ...(outcome.transcript.length > 0 ? { transcript: outcome.transcript } : {}),
  };
}

function detailsOf(
  assignment: Assignment,
  { role, verdict, transcript }: CheckOutcome,
  own: Check['hints'],
): Partial<CheckResult> {
  switch (verdict.state) {
    case 'pass':
      return verdict.note === undefined ? {} : { explanation: verdict.note };
    case 'fail': {
      const transport =
        assignment.transport === 'udp' || assignment.transport === 'tcp' ? { transport: assignment.transport } : {};
      return {
        cause: verdict.cause,
        explanation: verdict.cause.summary,
        hint: hintFor(verdict.cause, { role, ...transport, own, transcript }),
      };
    }
    case 'skip':
      // Every report says "not run" itself.
      return { explanation: verdict.because.replace(/^Not run[:.] /, '') };
    case 'error':
      return { explanation: verdict.message };
  }
}

function notYetRun(assignment: Assignment, roles: Role[], done: CheckOutcome[]): CheckOutcome[] {
  return roles.flatMap((role) =>
    Object.keys(assignment.roles[role]!.checks)
      .filter((id) => !done.some((outcome) => outcome.id === id && outcome.role === role))
      .map(
        (id): CheckOutcome => ({
          id,
          role,
          verdict: { state: 'skip', because: NOT_YET },
          durationMs: 0,
          transcript: [],
        }),
      ),
  );
}

function rolesOf(assignment: Assignment, only?: Role): Role[] {
  return (Object.keys(assignment.roles) as Role[]).filter((role) => only === undefined || role === only);
}

function refuseUnknown(assignment: Assignment, id: string, options: GraderOptions): void {
  const roles = rolesOf(assignment);
  if (options.role && !roles.includes(options.role))
    throw new UsageError(`"${id}" has no ${options.role}. It has: ${roles.join(', ')}.`);
  const ids = [
    ...new Set(rolesOf(assignment, options.role).flatMap((role) => Object.keys(assignment.roles[role]!.checks))),
  ];
  if (options.only && !ids.includes(options.only))
    throw new UsageError(`"${id}" has no check "${options.only}". It has: ${ids.join(', ')}.`);
  const known = Object.keys(assignment.options ?? {});
  const unknown = Object.keys(options.options ?? {}).find((name) => !known.includes(name));
  if (unknown)
    throw new UsageError(
      `"${id}" has no option "${unknown}".${known.length > 0 ? ` It has: ${known.join(', ')}.` : ''}`,
    );
}
