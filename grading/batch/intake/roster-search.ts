import type { Person } from './class.js';
import { fold } from './file-name.js';
import { saysGroup } from './group-word.js';
import type { RosterPerson } from './roster.js';

type Asked = Person & { platformId?: string };

/** Finds people of the roster by what a platform says of them: id or login, then e-mail, then name in either order; by what a file is called: e-mail, name, number. */
export class Roster {
  readonly #seen = new Set<RosterPerson>();
  readonly #byWord = new Map<string, RosterPerson[]>();

  constructor(readonly people: readonly RosterPerson[]) {
    for (const person of people) {
      const words = new Set([
        ...[person.id, person.login].flatMap((id) => (id ? [`id ${fold(id)}`] : [])),
        ...(person.email ? [`email ${person.email.toLowerCase()}`, `id ${fold(person.email.split('@')[0]!)}`] : []),
        ...spellings(person.name).flatMap(nameWords),
        // As ILIAS, OpenOlat and Stud.IP write it: `Veli_Ali_av11`.
        ...[person.id, person.login, person.email?.split('@')[0]].flatMap((one) =>
          one ? withLogin(person.name, one) : [],
        ),
      ]);
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), person]);
    }
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
  findMembers(names: ReadonlyMap<string, readonly string[]>): Map<string, Person[]> {
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
    // As Sakai and many people write it: `Veli, Ali (av11)`.
    const [, outside, within] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? [];
    const ids = [id, platformId].flatMap((one) => (one ? [`id ${fold(one)}`] : []));
    const names = [
      ...spellings(name).flatMap(nameWords),
      `id ${fold(name)}`,
      ...(outside === undefined || within === undefined ? [] : [`id ${fold(within)}`, ...nameWords(outside)]),
    ];
    const emails = email ? [`email ${email.toLowerCase()}`] : [];
    // What a platform tells is sure; a number in the name of a file may be the platform's own, and another student's by chance.
    return this.#only(platformId === undefined ? [...emails, ...names, ...ids] : [...ids, ...emails, ...names]);
  }

  #only(words: readonly string[]): RosterPerson | undefined {
    return words.map((word) => this.#byWord.get(word) ?? []).find(({ length }) => length === 1)?.[0];
  }

  /** In the roster, and nobody found them. */
  missing(): RosterPerson[] {
    return this.people.filter((person) => !this.#seen.has(person));
  }
}

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
  return [login, fold(login)].flatMap((one) =>
    spellings(name).flatMap((spelled) => nameWords(`${spelled} ${one}`).slice(0, 1)),
  );
}

const IN_ASCII: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A name, and as platforms write it in file names where it has letters that are no ASCII: `Özgür` is `Oezguer`. */
function spellings(name: string): string[] {
  const plain = name.normalize('NFC').toLowerCase();
  const spelled = plain.replace(/[äöüåø]/g, (letter) => IN_ASCII[letter]!);
  return spelled === plain ? [name] : [name, spelled];
}

/** A name as it is, as the set of its words, and run together with the family name first, as Canvas does. */
function nameWords(name: string): string[] {
  const parts = name
    .split(/[\s,._-]+/u)
    .map(fold)
    .filter(Boolean);
  const [last] = parts.slice(-1);
  return [
    `name ${[...parts].sort().join(' ')}`,
    `run ${parts.join('')}`,
    ...(parts.length > 1 ? [`run ${[last, ...parts.slice(0, -1)].join('')}`] : []),
  ];
}
