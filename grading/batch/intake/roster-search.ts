import type { Person } from './class.js';
import { fold } from './file-name.js';
import { saysGroup } from './group-word.js';
import { mayBeCount, mayBeHis, nameKeys, spellings, wordsKey } from './name-keys.js';
import type { RosterPerson } from './roster.js';

type Asked = Person & { platformId?: string };

/**
 * Finds people of the roster by what a platform says of them, or the name of a file: by e-mail; by number or login, where he may be called
 * so; else by name, in either order.
 */
export class Roster {
  readonly #seen = new Set<RosterPerson>();
  readonly #byWord = new Map<string, RosterPerson[]>();
  /** Whether the platform's numbers are those of the roster, such as where that is its own gradebook. */
  #hasItsNumbers = false;

  constructor(readonly people: readonly RosterPerson[]) {
    for (const person of people) {
      const words = new Set([
        ...[person.id, person.login].flatMap((id) => (id ? [`id ${fold(id)}`] : [])),
        ...(person.email ? [`email ${person.email.toLowerCase()}`, `id ${fold(person.email.split('@')[0]!)}`] : []),
        exactly(person.name),
        ...nameKeys(person.name),
        // As ILIAS, OpenOlat and Stud.IP write it: `Veli_Ali_av11`.
        ...[person.id, person.login, person.email?.split('@')[0]].flatMap((one) =>
          one ? withLogin(person.name, one) : [],
        ),
      ]);
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), person]);
    }
  }

  /** Learns from those with a name like nobody else's whether the platform's numbers are those of the roster. */
  compareNumbers(all: readonly Asked[]): void {
    const isTheirs = all.flatMap(({ name, platformId }) => {
      const [only, ...more] = platformId === undefined ? [] : this.calledSo(name);
      return only && more.length === 0 ? [this.#byWord.get(`id ${fold(platformId!)}`)?.includes(only) === true] : [];
    });
    const theirs = isTheirs.filter(Boolean).length;
    this.#hasItsNumbers = theirs >= LEAST_ALIKE && theirs * 2 > isTheirs.length;
  }

  /** The one person meant, who then counts as having handed in; undefined when nobody or several fit. */
  find(asked: Asked): RosterPerson | undefined {
    const found = this.#lookUp(asked);
    if (found) this.#seen.add(found);
    return found;
  }

  /**
   * The members of groups, by the group. Asked for when all others are found: nobody becomes a member of two groups, nor of one beside
   * what he handed in himself, whatever a folder is called.
   */
  findMembers(names: ReadonlyMap<string, readonly string[]>): Map<string, RosterPerson[]> {
    const found = new Map(
      [...names].map(([group, members]) => {
        const people = members.flatMap((name) => this.#lookUp({ name }) ?? []);
        return [group, [...new Set(people)].filter((one) => !this.#seen.has(one))];
      }),
    );
    const times = (person: RosterPerson): number => [...found.values()].filter((some) => some.includes(person)).length;
    const sure = new Map([...found].map(([group, people]) => [group, people.filter((one) => times(one) === 1)]));
    for (const person of [...sure.values()].flat()) this.#seen.add(person);
    return sure;
  }

  /**
   * People whose names or logins stand among words that are nobody's (`3. Ali Veli`, `Group A-Ali Veli`, `hw1-av11`), by the name under
   * which they were sought. Asked for when all others are found: nobody is found twice, nor where two names would be of one person.
   */
  findAmongWords(names: readonly string[], all: readonly string[]): Map<string, RosterPerson> {
    const common = commonWords(all);
    const found = new Map<string, RosterPerson>();
    for (const name of new Set(names)) {
      if (names.indexOf(name) !== names.lastIndexOf(name)) continue;
      const person = shorterNames(name, common)
        .map((shorter) => this.#lookUp({ name: shorter }))
        .find((one) => one !== undefined && !this.#seen.has(one));
      if (person) found.set(name, person);
    }
    const times = (person: RosterPerson): number => [...found.values()].filter((one) => one === person).length;
    const sure = new Map([...found].filter(([, person]) => times(person) === 1));
    for (const person of sure.values()) this.#seen.add(person);
    return sure;
  }

  #lookUp({ name, id, platformId, email }: Asked): RosterPerson | undefined {
    const byEmail = email ? this.#only(`email ${email.toLowerCase()}`) : undefined;
    if (byEmail) return byEmail;
    // Where a platform knows somebody by a login alone, that may be another one's name.
    const byLogin = platformId === name && !/^\d+$/.test(name) ? this.#only(`id ${fold(name)}`) : undefined;
    if (byLogin) return byLogin;
    const named = this.calledSo(name);
    const counts = platformId !== undefined && mayBeCount(platformId) && !this.#hasItsNumbers;
    const numbers = [id, counts ? undefined : platformId].flatMap((one) => (one ? [one] : []));
    for (const number of numbers) {
      const found = this.#only(`id ${fold(number)}`);
      if (found && (named.includes(found) || (named.length === 0 && this.#isPlausible(found, number, name))))
        return found;
    }
    return named.length === 1 ? named[0] : undefined;
  }

  /** Everybody who may be called so, by the most exact reading that fits anybody. */
  calledSo(name: string): RosterPerson[] {
    // As Sakai and many people write it: `Veli, Ali (av11)`.
    const [, outside = name, within = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
    const readings = [
      // `Ali Can (2)` is rather a copy than the second of a list.
      /^\d{1,3}$/.test(within) ? [] : [`id ${fold(within)}`],
      // Without marks it may be how a platform writes a name that has some.
      /\P{ASCII}/u.test(outside) ? [exactly(outside)] : [],
      [...new Set([name, outside])].flatMap(nameKeys),
      [`id ${fold(name)}`],
    ];
    const fitting = readings.map((words) => words.flatMap((word) => this.#byWord.get(word) ?? []));
    return [...new Set(fitting.find(({ length }) => length > 0))];
  }

  /** Whether a number that fits somebody is his, though he is called otherwise. */
  #isPlausible(person: RosterPerson, number: string, name: string): boolean {
    const words = wordsOf(name).filter((word) => word !== fold(number));
    const isAnothers = words.length > 1 && words.some((word) => (this.#only(`id ${word}`) ?? person) !== person);
    return !isAnothers && mayBeHis(number, name, person.name);
  }

  #only(word: string): RosterPerson | undefined {
    const fitting = this.#byWord.get(word) ?? [];
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** In the roster, and nobody found them. */
  missing(): RosterPerson[] {
    return this.people.filter((person) => !this.#seen.has(person));
  }
}

/** One may be so by chance. */
const LEAST_ALIKE = 2;

const OF_SECTIONS = /^(section|sube|lab)\d*$/;

/** The name without numbers and the words for groups; and without what most names of the class have in common. */
function shorterNames(name: string, common: ReadonlySet<string>): string[] {
  const words = wordsOf(name);
  const isPart = (word = ''): boolean => saysGroup(word) || OF_SECTIONS.test(word);
  const own = words.filter((word, at) => {
    const isItsLetter = word.length === 1 && isPart(words[at - 1]);
    return !/^\d+$/.test(word) && !isPart(word) && !isItsLetter;
  });
  return [own, own.filter((word) => !common.has(word))]
    .filter(({ length }) => length > 0)
    .map((some) => some.join(' '));
}

/** Fewer names may have a family name in common. */
const LEAST_NAMES = 3;

function commonWords(names: readonly string[]): Set<string> {
  const times = new Map<string, number>();
  for (const name of names) for (const word of new Set(wordsOf(name))) times.set(word, (times.get(word) ?? 0) + 1);
  const isCommon = (count: number): boolean => count >= LEAST_NAMES && count * 2 > names.length;
  return new Set([...times].flatMap(([word, count]) => (isCommon(count) ? [word] : [])));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[\s,._()[\]-]+/u)
    .map(fold)
    .filter(Boolean);
}

function withLogin(name: string, login: string): string[] {
  return [login, fold(login)].flatMap((one) => spellings(name).map((spelled) => wordsKey(`${spelled} ${one}`)));
}

/** The words of a name with their marks, in any order. */
function exactly(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,]+/u);
  return `exactly ${words.filter(Boolean).sort().join(' ')}`;
}
