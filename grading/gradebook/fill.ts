import type { Person } from '../batch/intake/class.js';
import { fold } from '../batch/intake/file-name.js';
import { mayBeHis, nameKeys, sameName } from '../batch/intake/name-keys.js';
import type { Row } from '../batch/row.js';

/** A platform's sheet with the scores in it, and everything that a person should know before uploading it. */
export interface Filled {
  csv: string;
  /** The columns and the scale, in sentences. */
  notes: string[];
  filled: number;
  /** A score replaced another one. */
  changed: { name: string; from: string; to: string }[];
  /** In the sheet and in the class, and yet not written: provisional, locked, excused, two that fit. */
  notWritten: { name: string; why: string }[];
  /** Graded, but nobody in the sheet fits. */
  unmatched: { name: string; why: string }[];
}

/** Why most are `unmatched`. */
export const NOT_IN_SHEET = 'nobody in the sheet has this name or number';

/** What a line of a platform's sheet says about a person. */
interface SheetPerson {
  platformId?: string;
  names: string[];
  ids: string[];
  email?: string;
  group?: string;
}

interface Match {
  row: Row;
  person: Person;
}

/** Entries by the words that they can be found by: a class of thousands is not gone through for every line of a sheet. */
class Index {
  readonly #found = new Map<string, Set<Match>>();

  add(entry: Match, keys: readonly string[]): void {
    for (const key of keys) {
      const known = this.#found.get(key);
      if (known) known.add(entry);
      else this.#found.set(key, new Set([entry]));
    }
  }

  /** The one entry that has any of the keys; undefined where none has, or several have. */
  only(keys: readonly string[]): Match | undefined {
    const [first, ...others] = this.all(keys);
    return others.length === 0 ? first : undefined;
  }

  all(keys: readonly string[]): Set<Match> {
    return new Set(keys.flatMap((key) => [...(this.#found.get(key) ?? [])]));
  }
}

/** Finds the class's rows for the lines of a sheet. Only what is certain is matched: a wrong mark is worse than none. */
export class Matcher {
  readonly #entries: Match[];
  readonly #numbers = new Index();
  readonly #idsAndEmails = new Index();
  readonly #names = new Index();
  readonly #groups = new Index();
  readonly #matched = new Set<Match>();
  readonly #conflicts = new Map<Match, string>();

  /** `trustPlatformId`: the class was downloaded from the same platform as the sheet. */
  constructor(
    rows: readonly Row[],
    readonly trustPlatformId: boolean,
  ) {
    this.#entries = rows.flatMap((row) =>
      (row.members.length > 0 ? row.members : [row]).map((person) => ({ row, person })),
    );
    for (const entry of this.#entries) {
      const { row, person } = entry;
      const isAlone = row.members.length === 0;
      if (isAlone && row.platformId !== undefined) this.#numbers.add(entry, [row.platformId]);
      this.#idsAndEmails.add(entry, idKeys(person.id === undefined ? [] : [person.id], person.email));
      this.#names.add(entry, [...nameKeys(person.name), ...(isAlone ? nameKeys(row.knownAs) : [])]);
      this.#groups.add(entry, nameKeys(row.knownAs));
    }
  }

  /**
   * The row for each line of the sheet. Numbers, ids and addresses come first: a name is believed only where nobody else
   * in the sheet has it and who has it was not found by something better.
   */
  match(lines: readonly SheetPerson[]): (Match | undefined)[] {
    const certain = lines.map((line) => this.#byNumber(line) ?? this.#byIdOrEmail(line));
    const taken = new Set(certain.filter((match) => match !== undefined));
    const named = lines.map(({ names }, at) => (certain[at] ? undefined : this.#names.only(names.flatMap(nameKeys))));
    const bearers = new Map<Match, number>();
    for (const match of named) if (match) bearers.set(match, (bearers.get(match) ?? 0) + 1);
    return lines.map(({ group }, at) => {
      const byName = named[at];
      if (byName && bearers.get(byName)! > 1 && !taken.has(byName)) {
        this.#conflicts.set(byName, 'several people in the sheet have this name, and no number tells which it is');
      }
      const isTheOnlyOne = byName !== undefined && !taken.has(byName) && bearers.get(byName) === 1;
      const match =
        certain[at] ??
        (isTheOnlyOne ? byName : undefined) ??
        (group === undefined ? undefined : this.#groups.only(nameKeys(group)));
      if (match) this.#matched.add(match);
      else this.#noteSeveral(lines[at]!);
      return match;
    });
  }

  /** As of somebody who took part in two groups. */
  #noteSeveral({ ids, email }: SheetPerson): void {
    const found = this.#idsAndEmails.all(idKeys(ids, email));
    if (found.size < 2) return;
    for (const entry of found)
      this.#conflicts.set(
        entry,
        'there are several scores for the same line of the sheet, and which counts is yours to say',
      );
  }

  /** Rows with a score for which no line was found. */
  unmatched(): { name: string; why: string }[] {
    return this.#entries
      .filter((entry) => entry.row.state !== 'missing' && !this.#matched.has(entry))
      .map((entry) => ({
        name: entry.person.name,
        why: this.#conflicts.get(entry) ?? NOT_IN_SHEET,
      }));
  }

  /** A number alone is not believed where the sheet has another name beside it: group and participant numbers overlap. */
  #byNumber(line: SheetPerson): Match | undefined {
    if (!this.trustPlatformId || line.platformId === undefined) return undefined;
    const match = this.#numbers.only([line.platformId]);
    if (!match) return undefined;
    return this.#unlessAnothers(match, line.platformId, line, sameName);
  }

  /** A short number may be another's by chance: the one of some platform, where the sheet has that of a student. */
  #byIdOrEmail(line: SheetPerson): Match | undefined {
    const match = this.#idsAndEmails.only(idKeys(line.ids, line.email));
    const { id, email } = match?.person ?? {};
    if (!match || id === undefined || (email !== undefined && email.toLowerCase() === line.email?.toLowerCase()))
      return match;
    return this.#unlessAnothers(match, id, line, (name, other) => mayBeHis(id, name, other));
  }

  /** Undefined where the sheet has a name beside the number that cannot be his. */
  #unlessAnothers(
    match: Match,
    number: string,
    { names }: SheetPerson,
    mayBe: (name: string, other: string) => boolean,
  ): Match | undefined {
    const named = names.filter((name) => name.trim() !== '' && !isAnonymous(name));
    const known = [match.person.name, match.row.knownAs].filter((name) => !isAnonymous(name));
    if (named.length === 0 || known.length === 0) return match;
    if (named.some((name) => known.some((other) => mayBe(name, other)))) return match;
    this.#conflicts.set(match, `number ${number} is "${named[0]}" in the sheet`);
    return undefined;
  }
}

function idKeys(ids: readonly string[], email: string | undefined): string[] {
  const folded = ids.map(fold).filter((id) => id !== '');
  return [...folded.map((id) => `id ${id}`), ...(email === undefined ? [] : [`email ${email.toLowerCase()}`])];
}

/** "Participant 12": what a platform says instead of a name. */
function isAnonymous(name: string): boolean {
  return /^[\p{L}/]+\s*\d+$/u.test(name.trim());
}

/** A score on the sheet's own scale, with at most two decimals. */
export function scaled(score: number, from: number, to: number): number {
  return Math.round(((score * to) / from) * 100) / 100;
}
