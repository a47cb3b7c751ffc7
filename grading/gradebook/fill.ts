import type { Person } from '../batch/intake/class.js';
import { fold } from '../batch/intake/file-name.js';
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

/** Finds the class's rows for the lines of a sheet. Only what is certain is matched: a wrong mark is worse than none. */
export class Matcher {
  readonly #entries: Match[];
  readonly #matched = new Set<Match>();
  readonly #conflicts = new Map<Row, string>();

  /** `trustPlatformId`: the class was downloaded from the same platform as the sheet. */
  constructor(
    rows: readonly Row[],
    readonly trustPlatformId: boolean,
  ) {
    this.#entries = rows.flatMap((row) =>
      (row.members.length > 0 ? row.members : [row]).map((person) => ({ row, person })),
    );
  }

  find(line: SheetPerson): Match | undefined {
    const found = this.#byId(line) ?? this.#only(({ person }) => matchesWords(person, line)) ?? this.#byName(line);
    const match = found ?? this.#byGroup(line);
    if (match) this.#matched.add(match);
    return match;
  }

  /** Rows with a score for which no line was found. */
  unmatched(): { name: string; why: string }[] {
    return this.#entries
      .filter((entry) => entry.row.state !== 'missing' && !this.#matched.has(entry))
      .map(({ row, person }) => ({
        name: person.name,
        why: this.#conflicts.get(row) ?? 'nobody in the sheet has this name or number',
      }));
  }

  /** A number alone is not believed where the sheet has another name beside it: group and participant numbers overlap. */
  #byId(line: SheetPerson): Match | undefined {
    if (!this.trustPlatformId || line.platformId === undefined) return undefined;
    const match = this.#only(({ row }) => row.platformId === line.platformId && row.members.length === 0);
    if (!match) return undefined;
    const named = line.names.filter((name) => name.trim() !== '' && !isAnonymous(name));
    const known = [match.person.name, match.row.knownAs].filter((name) => !isAnonymous(name));
    if (named.length === 0 || known.length === 0) return match;
    if (named.some((name) => known.some((other) => sameName(name, other)))) return match;
    this.#conflicts.set(match.row, `number ${line.platformId} is "${named[0]}" in the sheet`);
    return undefined;
  }

  #byName(line: SheetPerson): Match | undefined {
    return this.#only(({ row, person }) =>
      line.names.some(
        (name) => sameName(name, person.name) || (row.members.length === 0 && sameName(name, row.knownAs)),
      ),
    );
  }

  #byGroup({ group }: SheetPerson): Match | undefined {
    return group === undefined ? undefined : this.#only(({ row }) => sameName(group, row.knownAs));
  }

  #only(fits: (entry: Match) => boolean): Match | undefined {
    const found = this.#entries.filter(fits);
    return found.length === 1 ? found[0] : undefined;
  }
}

function matchesWords(person: Person, line: SheetPerson): boolean {
  const email = person.email?.toLowerCase();
  if (email !== undefined && email === line.email?.toLowerCase()) return true;
  return person.id !== undefined && line.ids.some((id) => fold(id) !== '' && fold(id) === fold(person.id!));
}

/** "Participant 12": what a platform says instead of a name. */
function isAnonymous(name: string): boolean {
  return /^[\p{L}/]+\s*\d+$/u.test(name.trim());
}

/** The same words in any order, or run together as Canvas writes them. */
function sameName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || other.length === 0) return false;
  if ([...one].sort().join(' ') === [...other].sort().join(' ')) return true;
  const runs = (words: string[]): string[] => [words.join(''), [...words.slice(-1), ...words.slice(0, -1)].join('')];
  return runs(one).some((run) => runs(other).includes(run));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[\s,._-]+/u)
    .map(fold)
    .filter(Boolean);
}

/** A score on the sheet's own scale, with at most two decimals. */
export function scaled(score: number, from: number, to: number): number {
  return Math.round(((score * to) / from) * 100) / 100;
}
