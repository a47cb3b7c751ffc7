import type { World } from '../arena/world.js';
import type { Assignment, Check } from '../assignment/assignment.js';
import { needsOf } from '../assignment/define-assignment.js';
import type { Submission } from '../program/submission.js';
import { UsageError } from '../usage-error.js';
import { MachineLacks } from './failure.js';
import { Manifest } from './manifest.js';
import { Random } from './random.js';
import { runCheck } from './run-check.js';
import { Session } from './session.js';
import type { Cause, CauseCode, CheckOutcome, Role, Verdict } from './verdict.js';

/** What is to be graded, as plain data. */
export interface Unit {
  submission: Submission;
  seed: string;
  strict: boolean;
  options: Record<string, boolean>;
  /** How long all of it may take. What is left when that is over is lost: only its own programs can use up so much. */
  withinMs: number;
  /** Only this role's checks. */
  role?: Role;
  /** Only this check, and what it needs. */
  only?: string;
  /** Checks that are not to be run again because the grader itself broke down in them, and its words then. */
  unjudged?: (CheckName & { message: string })[];
}

/** One check among all of an assignment. */
export interface CheckName {
  role: Role;
  id: string;
}

/** Whoever wants to know how far grading is. */
export interface Listener {
  /** A check is about to be run. */
  begun?(check: CheckName): void;
  judged?(outcome: CheckOutcome): void;
}

/** What grading a submission brought, before scoring. */
export interface UnitOutcome {
  checks: CheckOutcome[];
  conventions: Record<string, string[]>;
  notes: string[];
}

/** Failures that say that a role's program cannot be used at all: its other checks would only repeat them. */
const UNUSABLE = new Set<CauseCode>([
  'no-program',
  'does-not-build',
  'died-at-start',
  'missing-module',
  'usage',
  'never-listened',
  'never-sent',
  'wrong-transport',
]);

const ROLE_ORDER: Role[] = ['server', 'client', 'script'];

function isUnusable({ code, step }: Cause): boolean {
  return step !== undefined || UNUSABLE.has(code);
}

/** Grades one submission in one world: every check of every role, in order. */
export async function gradeUnit(
  unit: Unit,
  assignment: Assignment,
  world: World,
  listener: Listener = {},
): Promise<UnitOutcome> {
  const checks: CheckOutcome[] = [];
  const add = (outcome: CheckOutcome): void => {
    checks.push(outcome);
    listener.judged?.(outcome);
  };
  const session = await openSession(unit, assignment, world);
  if (session instanceof UsageError) {
    for (const { role, id } of wantedChecks(unit, assignment)) add(refused(role, id, session.message, checks));
    return { checks, conventions: {}, notes: unit.submission.notes };
  }
  let built: Role | undefined;
  for (const { role, id, check } of wantedChecks(unit, assignment)) {
    listener.begun?.({ role, id });
    // Building is no check's time. What does not build says so in the first check that needs it.
    if (built !== role) {
      for (const file of session.cast[role])
        if (session.timeLeftMs > 0) await session.commandOf(role, file).catch(() => undefined);
      built = role;
    }
    const outcome =
      unjudged(unit, role, id) ??
      skipped(session, role, id, check, checks) ??
      (await runCheck(session, role, id, check));
    const { verdict } = outcome;
    const convention = session.conventions[role];
    if (verdict.state === 'fail' && isUnusable(verdict.cause) && convention.args === undefined)
      convention.broken ??= verdict.cause.summary;
    add(outcome);
  }
  const conventions: Record<string, string[]> = {};
  for (const role of ROLE_ORDER) {
    const files = session.cast[role].map((file) => file.path);
    if (assignment.roles[role] && files.length > 0)
      conventions[role] = [`Found in ${files.join(', ')}.`, ...session.conventions[role].sentences];
  }
  return { checks, conventions, notes: [...unit.submission.notes, ...shadowNotes(unit.submission)] };
}

/** Everything that the checks share; the reason in words where the submission's own manifest contradicts it. */
async function openSession(unit: Unit, assignment: Assignment, world: World): Promise<Session | UsageError> {
  const { submission, seed } = unit;
  try {
    const manifest = await Manifest.read(submission.files);
    const toldPort = new Random(seed).fork('told port').port();
    return new Session({ ...unit, assignment, world, manifest, toldPort });
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The checks that are asked for, in their order. */
function wantedChecks(unit: Unit, assignment: Assignment): { role: Role; id: string; check: Check }[] {
  return ROLE_ORDER.filter((role) => unit.role === undefined || unit.role === role).flatMap((role) => {
    const table = assignment.roles[role]?.checks ?? {};
    const wanted = unit.only === undefined ? undefined : withNeeds(unit.only, table);
    return Object.entries(table).flatMap(([id, check]) => (wanted && !wanted.has(id) ? [] : [{ role, id, check }]));
  });
}

/** A check of a submission whose manifest is wrong: each role is told once. */
function refused(role: Role, id: string, why: string, done: CheckOutcome[]): CheckOutcome {
  const verdict: Verdict = done.some((outcome) => outcome.role === role)
    ? { state: 'skip', because: `Not run. ${why}` }
    : { state: 'fail', cause: { code: 'no-program', summary: why } };
  return { id, role, verdict, durationMs: 0, transcript: [] };
}

function unjudged(unit: Unit, role: Role, id: string): CheckOutcome | undefined {
  const found = unit.unjudged?.find((check) => check.role === role && check.id === id);
  if (!found) return undefined;
  return { id, role, verdict: { state: 'error', message: found.message }, durationMs: 0, transcript: [] };
}

/** Why a check is not run at all, as its outcome. */
function skipped(
  session: Session,
  role: Role,
  id: string,
  check: Check,
  done: CheckOutcome[],
): CheckOutcome | undefined {
  const outcome = (verdict: Verdict): CheckOutcome => ({ id, role, verdict, durationMs: 0, transcript: [] });
  const { broken } = session.conventions[role];
  if (broken !== undefined) return outcome({ state: 'skip', because: `Not run. ${broken}` });
  if (session.timeLeftMs === 0) {
    const why = session.timeIsOver();
    if (why instanceof MachineLacks) return outcome({ state: 'error', message: `Not run. ${why.message}` });
    const seconds = Math.round(session.withinMs / 1000);
    return outcome({ state: 'skip', because: `Not run: the ${seconds} s that a submission has were used up before.` });
  }
  for (const need of needsOf(check)) {
    const state = done.find((other) => other.id === need && other.role === role)?.verdict.state;
    if (state === 'error') return outcome({ state: 'error', message: `Not run: "${need}" could not be judged.` });
    if (state !== 'pass') return outcome({ state: 'skip', because: `Not run: "${need}" did not pass.` });
  }
  return undefined;
}

function withNeeds(id: string, table: Record<string, Check>): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const check = table[name];
    if (!check || found.has(name)) return;
    found.add(name);
    for (const need of needsOf(check)) add(need);
  };
  add(id);
  return found;
}

/** Files whose names hide a library from every program beside them. */
const SHADOWED: Record<string, string> = {
  dns: 'dnspython',
  socket: "Python's socket module",
  select: "Python's select module",
  threading: "Python's threading module",
  random: "Python's random module",
  time: "Python's time module",
  json: "Python's json module",
  datetime: "Python's datetime module",
  string: "Python's string module",
  queue: "Python's queue module",
};

function shadowNotes(submission: Submission): string[] {
  return submission.files.flatMap(({ path }) => {
    const name = /^(?:.*\/)?(\w+)\.py$/.exec(path)?.[1];
    const hidden = name === undefined ? undefined : SHADOWED[name];
    return hidden ? [`${path} hides ${hidden}: "import ${name}" finds your own file instead. Rename it.`] : [];
  });
}
