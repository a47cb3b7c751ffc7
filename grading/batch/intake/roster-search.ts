import type { Person } from './class.js';
import { fold } from './file-name.js';
import { saysGroup } from './group-word.js';
import type { RosterPerson } from './roster.js';

type Asked = Person & { platformId?: string };

/** Finds people of the roster by what a platform says of them: id or login, then e-mail, then name in either order. */
export class Roster {
  readonly #seen = new Set<RosterPerson>();
  readonly #byWord = new Map<string, RosterPerson[]>();

  constructor(readonly people: readonly RosterPerson[]) {
    for (const person of people) {
      const words = new Set([
        ...[person.id, person.login].flatMap((id) => (id ? [`id ${fold(id)}`] : [])),
        ...(person.email ? [`email ${person.email.toLowerCase()}`, `id ${fold(person.email.split('@')[0]!)}`] : []),
        ...nameWords(person.name),
        // As ILIAS, OpenOlat and Stud.IP write it: `Veli_Ali_av11`.
        ...[person.id, person.login, person.email?.split('@')[0]].flatMap((one) =>
          one ? [one, fold(one)].flatMap((login) => nameWords(`${person.name} ${login}`).slice(0, 1)) : [],
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
    const words = [
      ...[id, platformId].flatMap((one) => (one ? [`id ${fold(one)}`] : [])),
      ...(email ? [`email ${email.toLowerCase()}`] : []),
      ...nameWords(name),
      `id ${fold(name)}`,
      ...(outside === undefined || within === undefined ? [] : [`id ${fold(within)}`, ...nameWords(outside)]),
    ];
    for (const word of words) {
      const fitting = this.#byWord.get(word) ?? [];
      if (fitting.length === 1) return fitting[0];
    }
    return undefined;
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
