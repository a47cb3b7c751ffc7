import type { World } from '../arena/world.js';
import type { Assignment, Check } from '../assignment/assignment.js';
import { needsOf } from '../assignment/define-assignment.js';
import type { Submission } from '../program/submission.js';
import { Manifest } from './manifest.js';
import { Random } from './random.js';
import { runCheck } from './run-check.js';
import { Session } from './session.js';
import type { CauseCode, CheckOutcome, Role, Verdict } from './verdict.js';

/** What is to be graded, as plain data. */
export interface Unit {
  submission: Submission;
  seed: string;
  strict: boolean;
  options: Record<string, boolean>;
  /** Only this role's checks. */
  role?: Role;
  /** Only this check, and what it needs. */
  only?: string;
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

/** Grades one submission in one world: every check of every role, in order. */
export async function gradeUnit(
  unit: Unit,
  assignment: Assignment,
  world: World,
  onCheck: (outcome: CheckOutcome) => void = () => undefined,
): Promise<UnitOutcome> {
  const manifest = await Manifest.read(unit.submission.files);
  const workFolder = await world.makeWorkFolder(
    unit.submission.folder,
    unit.submission.files.map((file) => file.path),
  );
  const toldPort = new Random(unit.seed).fork('told port').port();
  const session = new Session({ ...unit, assignment, world, manifest, workFolder, toldPort });
  const checks: CheckOutcome[] = [];
  for (const role of ROLE_ORDER) {
    if (unit.role !== undefined && unit.role !== role) continue;
    const table = assignment.roles[role]?.checks ?? {};
    const wanted = unit.only === undefined ? undefined : withNeeds(unit.only, table);
    // Building is no check's time. What does not build says so in the first check that needs it.
    for (const file of session.cast[role]) await session.commandOf(file).catch(() => undefined);
    for (const [id, check] of Object.entries(table)) {
      if (wanted && !wanted.has(id)) continue;
      const outcome = skipped(session, role, id, check, checks) ?? (await runCheck(session, role, id, check));
      const { verdict } = outcome;
      if (
        verdict.state === 'fail' &&
        UNUSABLE.has(verdict.cause.code) &&
        session.conventions[role].args === undefined
      ) {
        session.conventions[role].broken ??= verdict.cause.summary;
      }
      checks.push(outcome);
      onCheck(outcome);
    }
  }
  const conventions: Record<string, string[]> = {};
  for (const role of ROLE_ORDER) {
    const files = session.cast[role].map((file) => file.path);
    if (assignment.roles[role] && files.length > 0)
      conventions[role] = [`Found in ${files.join(', ')}.`, ...session.conventions[role].sentences];
  }
  return { checks, conventions, notes: [...unit.submission.notes, ...shadowNotes(unit.submission)] };
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
