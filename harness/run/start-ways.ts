import {
  type Argument,
  argumentsOf,
  argumentsWith,
  asksForArguments,
  isRoleArgument,
  tookForNumber,
  USUAL_ARGUMENTS,
} from '../program/arguments.js';
import type { Program } from '../program/program.js';
import { roleWordsIn } from '../program/role-words.js';
import type { ProgramFile } from '../program/roles.js';
import { stemOf } from '../program/uses.js';
import type { CheckFailure } from './failure.js';
import { TOLD_HOST } from './launch.js';
import type { Session } from './session.js';

/** More than any start tells of a program that was not told its role. */
const MOST_TOLD = 10;

/**
 * The ways of starting a program, one after the other: the one that is known to work; else as it is, then what its own words or its source
 * say about arguments, then the usual orders.
 */
export class StartWays {
  readonly #ways: Argument[][];
  readonly #session: Session;
  readonly #role: 'server' | 'client';
  readonly #file: ProgramFile;
  #at = 0;
  #why: CheckFailure | undefined;
  #rank = 0;

  constructor(session: Session, role: 'server' | 'client', file: ProgramFile) {
    const known = session.conventions[role].args;
    this.#ways = [known ?? []];
    this.#session = session;
    this.#role = role;
    this.#file = file;
  }

  get args(): Argument[] {
    return this.#ways[this.#at]!;
  }

  /** Goes on where a start did reach us but took its arguments for something else: to the waiting ways, else to one with a message alone. */
  skip(): void {
    if (this.#at === this.#ways.length - 1) this.#ways.push(['message']);
    this.#at++;
  }

  /** Goes on to the next way after a start that failed; false when nothing hints at one, or none is left. */
  advance(program: Program, message = ''): boolean {
    const session = this.#session;
    if (session.conventions[this.#role].args || session.strict || session.manifest.argsOf(this.#role)) return false;
    const asks = this.asksForArguments(program);
    const words = this.#roleWords();
    const misread =
      this.#at > 0 &&
      program.exit !== undefined &&
      tookForNumber(program.output, [TOLD_HOST, this.#role, message].filter(Boolean));
    if (!asks && !misread && words.length === 0) return false;
    if (this.#at === 0) {
      const stem = stemOf(this.#file.path);
      const stated = argumentsOf(program.output, this.#role, stem);
      const usual = USUAL_ARGUMENTS.filter((kinds) => this.#role === 'client' || kinds[0] !== 'message');
      const more = [...(stated ? [stated] : []), ...argumentsWith(words), ...(asks ? usual : [])];
      for (const way of more) if (!this.#ways.some((known) => String(known) === String(way))) this.#ways.push(way);
    }
    if (this.#at + 1 >= this.#ways.length) return false;
    this.#at++;
    return true;
  }

  asksForArguments(program: Program): boolean {
    return program.exit !== undefined && asksForArguments(program.output);
  }

  /**
   * What to tell after a start that failed: where a program is to be told its role, of a start in which it was; else of the one that
   * `tells` the most; of several alike the first.
   */
  failed(why: CheckFailure, tells = 0): CheckFailure {
    const told = this.#isBoth && this.args.some((kind) => kind === 'role' || isRoleArgument(kind, this.#role));
    const rank = tells + (told ? MOST_TOLD : 0);
    if (this.#why === undefined || rank > this.#rank) {
      this.#why = why;
      this.#rank = rank;
    }
    return this.#why;
  }

  /** Where one program is both: the words that may tell it which it shall be, from the file that starts it, else from its parts. */
  #roleWords(): string[] {
    if (!this.#isBoth) return [];
    const words = this.#session.sourcesOf(this.#file).map((source) => roleWordsIn(source, this.#role));
    return words.find((found) => found.length > 0) ?? [];
  }

  /** Whether one file is both programs. */
  get #isBoth(): boolean {
    const { server, client } = this.#session.cast;
    return [server, client].every((files) => files.some(({ path }) => path === this.#file.path));
  }
}
