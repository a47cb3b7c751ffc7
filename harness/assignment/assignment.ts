import type { CheckContext } from '../run/check-context.js';
import type { Random } from '../run/random.js';
import type { CauseCode, CheckKind, Role } from '../run/verdict.js';
import type { Transport } from '../wire/transcript.js';

/** One thing that a program must do. Its id is its key: a kebab-case verb phrase, true when passed. */
export interface Check<Id extends string = string> {
  /** Finishes the sentence "the program …". */
  title: string;
  /** A positive integer. Core and robust points of an assignment add up to 100. */
  points: number;
  /** Default `core`. */
  kind?: CheckKind;
  /** Where the rule comes from: a slide of the lecture, an RFC and section, the homework's sentence. */
  rule: string;
  /** The checks, listed before this one, without which this one makes no sense. */
  needs?: NoInfer<Id> | NoInfer<Id>[];
  /** Not shown to students. */
  hidden?: boolean;
  /**
   * Hints of this check's own, in place of the usual one for the cause. `{receive}` and the like stand for the calls of the program's
   * language (`grading/explain/calls.ts`). One for `crashed` goes before what is known of the program's error.
   */
  hints?: Partial<Record<CauseCode, string>>;
  /**
   * Speaks with fresh programs and judges what was seen.
   * Returns a sentence for the report where a pass has something to say.
   * @throws CheckFailure (by `failure(…)` and the expectations) when the program does not do it; anything else thrown is the grader's own error.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a check that has nothing to say need not say so.
  run(context: CheckContext): Promise<string | undefined | void>;
}

/** The checks of one role, in the order in which they run. */
export interface RoleChecks {
  checks: Record<string, Check>;
}

/** What an instructor may set: `--option name=value`. */
export interface AssignmentOption {
  description: string;
  default: boolean;
}

/** An assignment: its data and its checks, each fact once. Report, score and student's page are made from it. */
export interface Assignment {
  /** As the student sees it. */
  title: string;
  /** Where the lecture teaches it. */
  lecture: string;
  /** What the programs speak; `dns` and `none` are for scripts that look things up. */
  transport: Transport | 'dns' | 'names';
  /** What is typed when a program asks for anything but a host or a port. */
  typed?: (random: Random) => string[];
  options?: Record<string, AssignmentOption>;
  roles: Partial<Record<Role, RoleChecks>>;
}

/** Keeps the ids of one role's checks known to the compiler, so that an unknown `needs` does not compile. */
export function checks<Id extends string>(table: { [K in Id]: Check<Id> }): RoleChecks {
  return { checks: table as Record<string, Check> };
}
