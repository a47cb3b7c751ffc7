import { sameSet } from './index-file.js';

/** How one program fared, and what was to be expected of it. `lost` and its kin hold checks as `role/id`. */
export interface Fared {
  name: string;
  expected: 'reference' | 'right' | 'wrong';
  about: string;
  role?: 'server' | 'client' | 'script' | 'both';
  loses?: string[];
  score: number;
  maxScore: number;
  failed: string[];
  skipped: string[];
  /** Checks that could not be judged, with the reason. */
  errors: { check: string; because: string }[];
}

export interface AuditedCheck {
  /** `role/id`. */
  check: string;
  kind: 'core' | 'robust' | 'bonus';
}

/** What an audit finds wrong, with the programs or the assignment's checks. Each makes it fail. */
export type Problem =
  | { kind: 'unfair'; program: string; checks: string[] }
  | { kind: 'weak'; check: string }
  | { kind: 'harmless'; program: string }
  | { kind: 'changed'; program: string; more: string[]; fewer: string[] }
  | { kind: 'other-role'; program: string; role: string; checks: string[] }
  | { kind: 'not-judged'; program: string; check: string; because: string }
  | { kind: 'unlisted'; program: string }
  | { kind: 'unknown-check'; program: string; check: string };

/** Judges an assignment by how its own programs fared. */
export function problemsOf(
  checks: readonly AuditedCheck[],
  programs: readonly Fared[],
  unlisted: readonly string[] = [],
): Problem[] {
  const known = new Set(checks.map(({ check }) => check));
  const failedBySome = new Set(programs.filter(({ expected }) => expected === 'wrong').flatMap(({ failed }) => failed));
  return [
    ...unlisted.map((program): Problem => ({ kind: 'unlisted', program })),
    ...programs.flatMap((program) => [...unknownChecks(program, known), ...judged(withoutBonus(program, checks))]),
    ...checks
      .filter(({ check, kind }) => kind !== 'bonus' && !failedBySome.has(check))
      .map(({ check }): Problem => ({ kind: 'weak', check })),
  ];
}

/** How a program fared at what counts: nobody loses anything by missing a bonus. */
export function withoutBonus(program: Fared, checks: readonly AuditedCheck[]): Fared {
  const bonus = new Set(checks.filter(({ kind }) => kind === 'bonus').map(({ check }) => check));
  const counts = (check: string): boolean => !bonus.has(check);
  return { ...program, failed: program.failed.filter(counts), skipped: program.skipped.filter(counts) };
}

/** What `index.yml` says of a program: a wrong one fails checks; a right one may miss some that cannot be run with it. */
export function lossesOf({ expected, failed, skipped }: Fared): string[] {
  return expected === 'wrong' ? failed : [...failed, ...skipped];
}

function unknownChecks({ name, loses = [] }: Fared, known: ReadonlySet<string>): Problem[] {
  return loses.filter((check) => !known.has(check)).map((check) => ({ kind: 'unknown-check', program: name, check }));
}

function judged(program: Fared): Problem[] {
  const { name, expected, role, loses, failed, skipped, errors } = program;
  // What could not be judged says nothing about the rest either: a check may have been passed over for it.
  if (errors.length > 0) return errors.map((error) => ({ kind: 'not-judged', program: name, ...error }));
  const problems: Problem[] = [];
  const lost = [...failed, ...skipped];
  if (expected !== 'wrong') {
    const unexplained = lost.filter((check) => !(loses ?? []).includes(check));
    if (unexplained.length > 0) problems.push({ kind: 'unfair', program: name, checks: unexplained });
  } else if (failed.length === 0) problems.push({ kind: 'harmless', program: name });
  if (loses !== undefined) {
    const seen = lossesOf(program);
    if (!sameSet(loses, seen)) {
      const more = expected === 'wrong' ? seen.filter((check) => !loses.includes(check)) : [];
      const fewer = loses.filter((check) => !seen.includes(check));
      if (more.length + fewer.length > 0) problems.push({ kind: 'changed', program: name, more, fewer });
    }
  } else if (expected === 'wrong' && role !== undefined && role !== 'both') {
    const others = failed.filter((check) => !check.startsWith(`${role}/`));
    if (others.length > 0) problems.push({ kind: 'other-role', program: name, role, checks: others });
  }
  return problems;
}

/** A problem in one sentence, with what it means. */
export function problemWords(problem: Problem): string {
  switch (problem.kind) {
    case 'unfair':
      return `Unfair: the right program "${problem.program}" loses ${list(problem.checks)}.`;
    case 'weak':
      return `Weak: no wrong program fails ${problem.check}. Add one that does, or remove the check.`;
    case 'harmless':
      return `Not caught: the wrong program "${problem.program}" fails nothing.`;
    case 'changed':
      return `Scoring changed: "${problem.program}" ${[
        ...(problem.more.length > 0 ? [`fails ${list(problem.more)}, which index.yml does not say`] : []),
        ...(problem.fewer.length > 0 ? [`no longer fails ${list(problem.fewer)}`] : []),
      ].join(', and ')}. Where that is meant, run the audit with --update.`;
    case 'other-role':
      return `Wrong place: the mistake of "${problem.program}" is in its ${problem.role}, but it fails ${list(problem.checks)}.`;
    case 'not-judged':
      return `Not judged: ${problem.check} of "${problem.program}": ${problem.because}`;
    case 'unlisted':
      return `Not in index.yml: the folder "${problem.program}".`;
    case 'unknown-check':
      return `index.yml: "${problem.program}" names the check ${problem.check}, which the assignment does not have.`;
  }
}

const list = (items: readonly string[]): string => items.join(', ');
