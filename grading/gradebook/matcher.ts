import type { Person } from '../batch/intake/class.js';
import { fold } from '../batch/intake/file-name.js';
import { grouped } from '../batch/intake/layouts/layout.js';
import { sameName, wordsKey } from '../batch/intake/name-keys.js';
import type { RosterPerson } from '../batch/intake/roster.js';
import { Roster } from '../batch/intake/roster-search.js';
import type { Row } from '../batch/row.js';

/** What a line of a platform's sheet says about a person; what it says nothing of may be ''. */
export interface SheetLine {
  platformId?: string;
  name: string;
  id?: string;
  login?: string;
  email?: string;
  group?: string;
}

/** A score, and one of those who get it. */
interface Match {
  row: Row;
  person: Person;
  isAlone: boolean;
}

/** Why most are `unmatched`. */
export const NOT_IN_SHEET = 'nobody in the sheet has this name or number';
const SEVERAL_SCORES = 'there are several scores for the same line of the sheet, and which counts is yours to say';
const SEVERAL_PEOPLE = 'several people in the sheet have this name, and no number tells which it is';
const TAKEN = 'who has this name in the sheet is somebody else, by the number';

/** Finds the class's rows for the lines of a sheet. Only what is certain is matched: a wrong mark is worse than none. */
export class Matcher {
  readonly #entries: Match[];
  readonly #matched = new Set<Match>();
  readonly #conflicts = new Map<Match, string>();

  /** `trustPlatformId`: the class was downloaded from the same platform as the sheet. */
  constructor(
    rows: readonly Row[],
    readonly trustPlatformId: boolean,
  ) {
    this.#entries = rows
      .filter(({ state }) => state !== 'missing')
      .flatMap((row): Match[] =>
        row.members.length > 0
          ? row.members.map((person) => ({ row, person, isAlone: false }))
          : [{ row, person: row, isAlone: true }],
      );
  }

  /**
   * The row for each line of the sheet, found as the people of a roster are. Of several rows for one line that counts of which more than
   * the name fits, where it is the only one.
   */
  match(lines: readonly SheetLine[]): (Match | undefined)[] {
    const byLine = new Map<SheetLine, Match>();
    for (const [line, claims] of grouped([...this.#found(lines)], ([, one]) => one)) {
      const claimants = claims.map(([entry]) => entry);
      const sure = claimants.filter((entry) => this.#isSure(entry, line));
      const chosen = claimants.length === 1 ? claimants : sure;
      if (chosen.length === 1) byLine.set(line, chosen[0]!);
      for (const entry of claimants) this.#conflicts.set(entry, chosen.length === 1 ? TAKEN : SEVERAL_SCORES);
    }
    // Who is called as a group is, and has a line elsewhere, is a person and not that group.
    const ownGroup = new Map([...byLine].map(([line, one]) => [one, line.group ?? '']));
    const groups = grouped(this.#entries, ({ row }) => wordsKey(row.knownAs));
    return lines.map((line) => {
      const ofGroup = line.group ? (groups.get(wordsKey(line.group)) ?? []) : [];
      const [group, ...more] = ofGroup.filter((one) => (ownGroup.get(one) ?? line.group) === line.group);
      const match = byLine.get(line) ?? (more.length === 0 ? group : undefined);
      if (match) this.#matched.add(match);
      return match;
    });
  }

  /** Rows with a score for which no line was found. */
  unmatched(): { name: string; why: string }[] {
    return this.#entries
      .filter((entry) => !this.#matched.has(entry))
      .map((entry) => ({ name: entry.person.name, why: this.#conflicts.get(entry) ?? NOT_IN_SHEET }));
  }

  /** The line of each entry, as far as there is one that fits. */
  #found(lines: readonly SheetLine[]): Map<Match, SheetLine> {
    const lineOf = new Map(lines.map((line) => [asPerson(line), line]));
    const roster = new Roster([...lineOf.keys()]);
    const byNumber = grouped(lines, ({ platformId }) => platformId ?? '');
    const byId = grouped(
      lines.flatMap((line) => [line.id, line.login].flatMap((id) => (id ? [{ id: fold(id), line }] : []))),
      ({ id }) => id,
    );
    const found = new Map<Match, SheetLine>();
    for (const entry of this.#entries) {
      const { name, id, email } = entry.person;
      const numbered = entry.isAlone && entry.row.platformId ? byNumber.get(entry.row.platformId) : undefined;
      const asked = {
        ...(id === undefined ? {} : { id }),
        ...(email === undefined ? {} : { email }),
        ...(entry.isAlone ? loginOf(entry.row) : {}),
      };
      const people = namesOf(entry).flatMap((called) => roster.find({ ...asked, name: called }) ?? []);
      const line = this.#byNumber(entry, numbered) ?? (people[0] && lineOf.get(people[0]));
      const anothers = byId.get(fold(id ?? ''));
      if (line) found.set(entry, line);
      else if (roster.calledSo(name).length > 1) this.#conflicts.set(entry, SEVERAL_PEOPLE);
      else if (anothers?.length === 1) this.#conflicts.set(entry, isAnothers(id!, anothers[0]!.line.name));
    }
    const left = this.#entries.filter((entry) => entry.isAlone && !found.has(entry));
    const among = roster.findAmongWords(
      left.map(({ row }) => row.knownAs),
      this.#entries.map(({ row }) => row.knownAs),
    );
    for (const entry of left) {
      const person = among.get(entry.row.knownAs);
      if (person) found.set(entry, lineOf.get(person)!);
    }
    return found;
  }

  /** A number alone is not believed where the sheet has another name beside it: group and participant numbers overlap. */
  #byNumber(entry: Match, lines: readonly SheetLine[] = []): SheetLine | undefined {
    const [line] = lines;
    if (!this.trustPlatformId || !line || lines.length > 1) return undefined;
    const known = namesOf(entry).filter((one) => !isAnonymous(one));
    const isNamed = line.name.trim() !== '' && !isAnonymous(line.name) && known.length > 0;
    if (!isNamed || known.some((other) => sameName(line.name, other))) return line;
    this.#conflicts.set(entry, isAnothers(line.platformId!, line.name));
    return undefined;
  }

  /** Whether more than a name says that a line is somebody's. */
  #isSure({ person, row, isAlone }: Match, { id, login, email, platformId }: SheetLine): boolean {
    const same = (one: string | undefined, other: string | undefined): boolean =>
      one !== undefined && other !== undefined && fold(one) !== '' && fold(one) === fold(other);
    return (
      (email !== undefined && person.email?.toLowerCase() === email.toLowerCase()) ||
      same(person.id, id) ||
      same(person.id, login) ||
      (this.trustPlatformId && isAlone && same(row.platformId, platformId))
    );
  }
}

function asPerson({ name, id, login, email }: SheetLine): RosterPerson {
  return { name, ...(id ? { id } : {}), ...(login ? { login } : {}), ...(email ? { email } : {}) };
}

/** What a platform has that knows people by their logins alone. */
function loginOf({ platformId, knownAs }: Row): { platformId?: string } {
  return platformId === undefined || platformId !== knownAs ? {} : { platformId };
}

/** What somebody is called, now and as it was handed in. */
function namesOf({ person, row, isAlone }: Match): string[] {
  return isAlone ? [...new Set([person.name, row.knownAs])] : [person.name];
}

function isAnothers(number: string, name: string): string {
  return `number ${number} is "${name}" in the sheet`;
}

/** "Participant 12": what a platform says instead of a name. */
function isAnonymous(name: string): boolean {
  return /^[\p{L}/]+\s*\d+$/u.test(name.trim());
}
