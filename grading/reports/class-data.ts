import { checkKey } from './check-key.js';
import type { ClassCheck, ClassFacts, ClassPageInput } from './class-page.js';
import { safeHref } from './links.js';

/** The class as it is embedded in its page: each word once, each student one short line. */
export interface PackedClass {
  assignment: { id: string; title: string };
  checks: ClassCheck[];
  facts: ClassFacts;
  causes: string[];
  /** Why submissions are to be graded again; many may share one reason. */
  reasons: string[];
  rows: PackedRow[];
}

/** `states` has one letter for each check: p(ass), f(ail), s(kip), e(rror), or - where it was not run. */
export interface PackedRow {
  name: string;
  score: number;
  max: number;
  state: 'g' | 'p' | 'm';
  /** The place of the reason for which it is to be graded again. */
  reason?: number;
  late?: string;
  page?: string;
  states: string;
  points: number[];
  /** For failed checks, in order: the place of the check and the place of its cause. */
  why: [check: number, cause: number][];
}

/** Packs the class. A check that a row names but the class does not know is ignored. */
export function packedClass(input: ClassPageInput): PackedClass {
  const causes = new Words();
  const reasons = new Words();
  const keys = input.checks.map(checkKey);
  const rows = Array.from(input.rows, (row): PackedRow => {
    const outcomes = keys.map((key) => row.checks[key]);
    return {
      name: row.name,
      score: row.score,
      max: row.maxScore,
      state: row.state[0] as PackedRow['state'],
      ...(row.why !== undefined && { reason: reasons.placeOf(row.why) }),
      ...(row.late !== undefined && { late: row.late }),
      ...(row.page !== undefined && { page: safeHref(row.page) }),
      states: outcomes.map((outcome) => outcome?.state[0] ?? '-').join(''),
      points: outcomes.map((outcome) => outcome?.points ?? 0),
      why: outcomes.flatMap((outcome, at): PackedRow['why'] =>
        outcome?.cause === undefined ? [] : [[at, causes.placeOf(outcome.cause)]],
      ),
    };
  });
  return {
    assignment: input.assignment,
    checks: [...input.checks],
    facts: input.facts,
    causes: causes.list,
    reasons: reasons.list,
    rows,
  };
}

/** Words that recur, each kept once. */
class Words {
  readonly #places = new Map<string, number>();

  placeOf(word: string): number {
    if (!this.#places.has(word)) this.#places.set(word, this.#places.size);
    return this.#places.get(word)!;
  }

  get list(): string[] {
    return [...this.#places.keys()];
  }
}
