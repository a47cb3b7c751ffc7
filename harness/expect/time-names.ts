import { ALL_NAMES, ENGLISH, folded, type LanguageNames, UNITS, type Unit } from './calendar-names.js';

/** The least of a month's name that is still it, where no other month of the language begins so: `янв`, `oca`, `sty`, as strftime writes them. */
const LEAST_LETTERS = 3;

/** What strftime or Java writes, folded, and is neither a name of Unicode's nor the beginning of one. */
const CONTRACTED = { mrz: 3, cen: 6, cec: 7, अक्तूबर: 10 };

/** The months (1 to 12) that a name can mean in English. */
export function englishMonths(name: string): number[] {
  return englishNames().get(folded(name)) ?? [];
}

/**
 * The months (1 to 12) that a name can mean: in English, else in the languages that have the whole name, else in those of which one month
 * begins so. More than one where languages differ (`listopad`); none where more than two do.
 */
export function monthsNamed(name: string): number[] {
  const asked = folded(name);
  const months = englishNames().get(asked) ?? allNames().get(asked) ?? beginnings().get(asked) ?? [];
  return months.length > 2 ? [] : months;
}

/** The months' names that are more than one word, or have points in them: in small letters, the longest first. */
export const monthPhrases = once((): string[] =>
  inAnyOrder(ALL_NAMES.flatMap(({ months }) => months.flat()).filter((name) => !/^[\p{L}\p{M}]+['’׳॰]?$/u.test(name))),
);

/** The names of halves of the day, as far as each is wholly before noon or after it: in small letters, the longest first. */
export const halfNames = once((): string[] => inAnyOrder([...halves().keys()]));

/** Whether `PM`, `μ.μ.` or `下午` means the hours from noon on. */
export function isAfternoon(half: string): boolean {
  return ENGLISH_HALF.test(half) ? /^p/i.test(half) : halves().get(small(half)) === 'pm';
}

/** The units that a word stands for in English or in any language. */
export function unitsNamed(word: string, languages: 'English' | 'all'): Unit[] {
  const words = languages === 'English' ? englishUnits() : allUnits();
  return words.get(folded(word)) ?? [];
}

/**
 * The name of another month, in the length and case of a sample. Where several languages write the sample alike (`November`),
 * a weekday's name in the text around it chooses; else the first in the list of languages.
 */
export function monthLike(sample: string, month: number, around: string): string {
  const spoken = new Set((around.match(/[\p{L}\p{M}-]{3,}/gu) ?? []).map(folded));
  const speaks = ({ weekdays }: LanguageNames) =>
    weekdays.some((names) => names.some((name) => spoken.has(folded(name))));
  const likeIn = (languages: LanguageNames[], like: typeof isLike) => {
    const tables = [...languages.filter(speaks), ...languages].flatMap(({ months }) => months);
    return nameLike(tables, sample, month - 1, like);
  };
  return likeIn(ALL_NAMES, isLike) ?? likeIn(ALL_NAMES, isBegunBy) ?? sample;
}

/** The name of another weekday (0 is Sunday) like a sample, or `undefined` where the sample is no weekday. */
export function weekdayLike(sample: string, weekday: number): string | undefined {
  return nameLike(
    ALL_NAMES.flatMap(({ weekdays }) => weekdays),
    sample,
    weekday,
  );
}

/** The half of the day in which an hour lies, in the language and case of a sample. */
export function halfLike(sample: string, hour: number): string {
  if (ENGLISH_HALF.test(sample)) {
    const letter = hour < 12 ? 'a' : 'p';
    return (sample[0] === sample[0]!.toUpperCase() ? letter.toUpperCase() : letter) + sample.slice(1);
  }
  const names = ALL_NAMES.flatMap((language) => language.halves);
  return nameLike(names, sample, hour) ?? sample;
}

const ENGLISH_HALF = /^[ap]\.?[\s\u00a0\u202f]?m\.?$/i;

function nameLike(tables: string[][], sample: string, index: number, like = isLike): string | undefined {
  const name = tables.find((names) => names.some((one) => like(one, sample)))?.[index];
  if (name === undefined) return undefined;
  if (sample.length > 1 && sample === sample.toUpperCase()) return name.toUpperCase();
  return sample[0] === sample[0]!.toUpperCase() ? name[0]!.toUpperCase() + name.slice(1) : name;
}

function isLike(name: string, sample: string): boolean {
  return name === sample.toLowerCase() || folded(name) === folded(sample);
}

function isBegunBy(name: string, sample: string): boolean {
  return folded(sample).length >= LEAST_LETTERS && folded(name).startsWith(folded(sample));
}

function small(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/\.$/, '');
}

const englishNames = once(() => monthsOf([ENGLISH]));
const allNames = once(() => monthsOf(ALL_NAMES));

/** Which months the names of some languages mean. */
function monthsOf(languages: LanguageNames[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const names of languages.flatMap(({ months }) => months))
    for (const [index, name] of names.entries()) add(found, folded(name), index + 1);
  return found;
}

const beginnings = once((): Map<string, number[]> => {
  const found = new Map(Object.entries(CONTRACTED).map(([name, month]) => [name, [month]]));
  for (const { months } of ALL_NAMES) {
    const own = new Map<string, number[]>();
    for (const names of months)
      names.forEach((name, index) => {
        const letters = folded(name);
        for (let length = LEAST_LETTERS; length < letters.length; length++)
          add(own, letters.slice(0, length), index + 1);
      });
    for (const [letters, meant] of own) if (meant.length === 1) add(found, letters, meant[0]!);
  }
  return found;
});

const halves = once((): Map<string, 'am' | 'pm' | 'either'> => {
  const found = new Map<string, 'am' | 'pm' | 'either'>();
  for (const names of ALL_NAMES.flatMap((language) => language.halves))
    names.forEach((name, hour) => {
      const half = hour < 12 ? 'am' : 'pm';
      const before = found.get(small(name));
      found.set(small(name), before === undefined || before === half ? half : 'either');
    });
  for (const [name, half] of found) if (half === 'either' || name === '' || ENGLISH_HALF.test(name)) found.delete(name);
  return found;
});

const englishUnits = once(() => unitsOf([ENGLISH]));
const allUnits = once(() => unitsOf(ALL_NAMES));

function unitsOf(languages: LanguageNames[]): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const { units } of languages) for (const unit of UNITS) for (const name of units[unit]) add(found, name, unit);
  return found;
}

function add<T>(map: Map<string, T[]>, name: string, meant: T): void {
  const before = map.get(name) ?? [];
  if (!before.includes(meant)) map.set(name, [...before, meant]);
}

/** Without doubles, the longest first, as alternatives of an expression must be. */
function inAnyOrder(names: string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Minutes east of UTC of the usual abbreviations. */
export const ZONES: Record<string, number> = {
  ...{ Z: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180, IST: 330 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, JST: 540 },
};
