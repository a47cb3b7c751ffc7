import { checkSummary } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import type { CheckResult } from '../result/result.js';
import type { Person, Student } from './intake/class.js';
import type { StoredResult } from './result-store.js';

/** What a gradebook keeps of one submission: small, so that a class of thousands fits into memory. */
export interface Row extends Person {
  key: string;
  platformId?: string;
  /** The name under which it was handed in, before a roster gave a better one. */
  knownAs: string;
  members: Person[];
  late: boolean;
  state: 'graded' | 'regrade' | 'missing' | 'not-graded';
  /** Whether there is a report for people to read: none where nothing came of the grading. */
  hasReport: boolean;
  /** Present when graded, and only then: a provisional score is not a score. */
  score?: number;
  maxScore: number;
  checks: readonly Readonly<RowCheck>[];
  /** For the instructor: every lost point, in one line each. */
  reasons: string[];
  /** For the student: the same without what is hidden from them. */
  feedback: string[];
  /** Why it must be graded again. */
  why?: string;
  notes: string[];
  sourceHash?: string;
  /** The rung of isolation on which its programs ran. */
  isolation?: string;
}

/** Shared by all rows that fared alike. */
export interface RowCheck {
  /** `role/id`. */
  id: string;
  title: string;
  state: CheckResult['state'];
  points: number;
  maxPoints: number;
  cause?: string;
}

/** Makes the rows of one class; what recurs in many rows is kept once. */
export class RowMaker {
  readonly #reasons = new Map<string, string>();
  readonly #checks = new Map<string, RowCheck>();
  constructor(readonly maxScore: number) {}

  /** The row of a student. It depends on the stored result alone, never on the run that made it. */
  row(student: Student, stored: StoredResult | undefined): Row {
    const { key, name, id, platformId, email, members, late } = student;
    const base = {
      key,
      name,
      knownAs: student.knownAs,
      ...(id === undefined ? {} : { id }),
      ...(platformId === undefined ? {} : { platformId }),
      ...(email === undefined ? {} : { email }),
      members,
      late,
      maxScore: this.maxScore,
      checks: [] as RowCheck[],
      reasons: [] as string[],
      feedback: [] as string[],
      notes: notesOf(student),
      hasReport: stored?.outcome.result !== undefined,
      ...(stored?.outcome.result === undefined ? {} : { isolation: stored.outcome.result.isolation }),
      ...(stored?.sourceHash === undefined ? {} : { sourceHash: stored.sourceHash }),
    };
    if (!stored) return { ...base, state: 'not-graded' };
    if (stored.outcome.state === 'regrade') {
      return { ...base, state: 'regrade', why: oneLine(stored.outcome.why), reasons: [oneLine(stored.outcome.why)] };
    }
    const { result } = stored.outcome;
    const lost = result.checks.filter((check) => check.state !== 'pass' && check.kind !== 'bonus');
    const reasons = lost.map((check) => {
      const said = reason(check);
      return once(this.#reasons, said, said);
    });
    return {
      ...base,
      state: 'graded',
      score: result.score,
      maxScore: result.maxScore,
      checks: result.checks.map((check) => this.#check(check)),
      reasons,
      feedback: lost.map((check, at) =>
        check.hidden ? `${check.role}: a hidden check (${check.points} of ${check.maxPoints}).` : reasons[at]!,
      ),
    };
  }

  /** The row of somebody in the roster who handed nothing in. */
  missing(person: Person): Row {
    return {
      ...person,
      key: '',
      knownAs: person.name,
      members: [],
      late: false,
      state: 'missing',
      hasReport: false,
      maxScore: this.maxScore,
      checks: [],
      reasons: ['Nothing was handed in.'],
      feedback: [],
      notes: [],
    };
  }

  #check({ role, id, title, state, points, maxPoints, cause }: CheckResult): RowCheck {
    const check: RowCheck = {
      id: `${role}/${id}`,
      title: oneLine(title),
      state,
      points,
      maxPoints,
      ...(cause === undefined ? {} : { cause: cause.code }),
    };
    return once(this.#checks, JSON.stringify(check), check);
  }
}

/** The first value that was given for a key. */
function once<T>(known: Map<string, T>, key: string, value: T): T {
  const first = known.get(key);
  if (first !== undefined) return first;
  known.set(key, value);
  return value;
}

const LONGEST_REASON = 300;

function reason(check: CheckResult): string {
  const said = checkSummary(check);
  const short = said.length > LONGEST_REASON ? `${said.slice(0, LONGEST_REASON - 1)}…` : said;
  return `${check.role}: ${oneLine(check.title)} (${check.points} of ${check.maxPoints}). ${short}`;
}

function notesOf({ notes, versions }: Student): string[] {
  const others = versions.filter((version) => !version.graded).map(({ name }) => name);
  if (others.length === 0) return notes;
  const graded = versions.find((version) => version.graded)?.name;
  const isNewest = versions[0]!.graded;
  return [...notes, `Graded: ${graded}. ${isNewest ? 'Older, not' : 'Not'} graded: ${others.join(', ')}.`];
}
