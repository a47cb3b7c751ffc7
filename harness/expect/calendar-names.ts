/** What dates and times are made of in one language, as Unicode's data (CLDR) has it, in small letters. Each is asked for when it is first used. */
export class LanguageNames {
  readonly #language: string;
  /** `gregory`, but for the Persian months. */
  readonly #calendar: string;
  #months?: string[][];
  #weekdays?: string[][];
  #halves?: string[][];
  #units?: Record<Unit, string[]>;

  constructor(language: string, calendar = 'gregory') {
    this.#language = language;
    this.#calendar = calendar;
  }

  /** Each list is a way of writing the twelve months: in full or short, within a date or alone. */
  get months(): string[][] {
    const days = this.#calendar === 'persian' ? PERSIAN_MONTHS : MONTHS;
    this.#months ??= WIDTHS.flatMap((month) => [
      this.#parts({ year: 'numeric', month, day: 'numeric' }, days).map(monthIn),
      this.#parts({ month }, days).map(monthIn),
    ]).filter((list) => list.every((name) => name !== '' && !/\d/.test(name)));
    return this.#months;
  }

  /** From Sunday on, as `Date.getUTCDay` counts. */
  get weekdays(): string[][] {
    this.#weekdays ??= WIDTHS.map((weekday) => this.#parts({ weekday }, WEEK).map((one) => textOf(one, 'weekday')));
    return this.#weekdays;
  }

  /** The name of the half of the day that each of the 24 hours is in, or of a smaller part of it. */
  get halves(): string[][] {
    const ways = [{ hour: 'numeric' }, { timeStyle: 'short' }, { hour: 'numeric', dayPeriod: 'short' }] as const;
    this.#halves ??= ways.map((way) =>
      this.#parts({ ...way, hour12: true }, HOURS).map((one) => textOf(one, 'dayPeriod')),
    );
    return this.#halves;
  }

  /** Folded words for years to seconds, as they stand behind a number or are called. */
  get units(): Record<Unit, string[]> {
    this.#units ??= this.#unitNames();
    return this.#units;
  }

  #parts(options: Intl.DateTimeFormatOptions, times: number[]): Parts[] {
    const how = { ...options, timeZone: 'UTC', calendar: this.#calendar, numberingSystem: 'latn' };
    const formatter = new Intl.DateTimeFormat(this.#language, how);
    return times.map((time) => formatter.formatToParts(time));
  }

  #unitNames(): Record<Unit, string[]> {
    const language = this.#language;
    const called = new Intl.DisplayNames(language, { type: 'dateTimeField' });
    const clocks = [{ timeStyle: 'long' }, { hour: 'numeric' }] as const;
    const written = clocks.flatMap((options) => this.#parts(options, [0]));
    const namesOf = (unit: Unit): string[] => {
      // As a heading alone.
      if (unit === 'year' || unit === 'month' || unit === 'day') return [folded(called.of(unit) ?? '')];
      const counted = (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) => {
        const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, numberingSystem: 'latn' });
        return [0, 1, 2, 5].map((amount) => format.formatToParts(amount));
      });
      const behindNumbers = counted.flat().filter(({ type }) => type === 'unit');
      const onClocks = written.flatMap((parts) => parts.flatMap((part, at) => wordBehind(part, parts[at + 1], unit)));
      const all = [...behindNumbers.map(({ value }) => value), ...onClocks, called.of(unit) ?? ''].map(folded);
      return [...new Set(all)].filter((name) => /^[\p{L}\p{M}]+$/u.test(name));
    };
    return Object.fromEntries(UNITS.map((unit) => [unit, namesOf(unit)])) as Record<Unit, string[]>;
  }
}

export const UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * The languages whose names are read. Not all that Unicode knows: that takes seconds to ask for, and the more there are, the more of other
 * words would be months.
 */
export const LANGUAGES = [
  ...['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'tr', 'pl', 'ru', 'uk', 'cs', 'sk', 'sv', 'da', 'nb', 'nn', 'is', 'fi'],
  ...['et', 'lv', 'lt', 'hu', 'ro', 'bg', 'sr', 'sr-Latn', 'hr', 'bs', 'sl', 'mk', 'sq', 'el', 'be', 'ca', 'eu', 'gl'],
  ...['ga', 'cy', 'lb', 'mt', 'ar', 'ar-SY', 'fa', 'he', 'ur', 'ps', 'hi', 'bn', 'pa', 'mr', 'gu', 'ta', 'te'],
  ...['kn', 'ml', 'ne', 'si', 'th', 'lo', 'km', 'my', 'vi', 'id', 'ms', 'fil', 'jv', 'ko', 'ja', 'zh', 'zh-TW'],
  ...['az', 'kk', 'uz', 'ky', 'tk', 'tg', 'mn', 'ka', 'hy', 'sw', 'af', 'am', 'so', 'ha', 'zu', 'eo'],
  'de-AT',
];

export const ENGLISH = new LanguageNames('en');
/** English is the first. */
export const ALL_NAMES = [
  ...LANGUAGES.map((language) => (language === 'en' ? ENGLISH : new LanguageNames(language))),
  new LanguageNames('fa', 'persian'),
  new LanguageNames('ps', 'persian'),
];

/**
 * A name without what people leave out where their keyboard does not have it: case, accents, the point behind an abbreviation. `ı` is
 * an i, for a Turkish `KASIM` is written in small letters by those who know no Turkish; Hindi writes नवम्बर and नवंबर.
 */
export function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200c-\u200f]/g, '')
    .replace(/ı/g, 'i')
    .replace(/[मन]्(?=[बपत])/g, 'ं')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.’'׳॰ঃ:]+$/g, '');
}

type Parts = Intl.DateTimeFormatPart[];

const WIDTHS = ['long', 'short'] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 9));
/** The first of them begins in March. */
const PERSIAN_MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month + 3, 9));
/** From a Sunday on. */
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 1, 1 + day));
const HOURS = Array.from({ length: 24 }, (_, hour) => Date.UTC(2026, 0, 1, hour));

function textOf(parts: Parts, type: Intl.DateTimeFormatPartTypes): string {
  const values = parts.filter((part) => part.type === type).map(({ value }) => value.toLowerCase());
  return values.join('').replace(/\.$/, '');
}

/** The month with what stands to it without a blank: `בנובמבר`, `d’octubre`, `сарын`. */
function monthIn(parts: Parts): string {
  const at = parts.findIndex(({ type }) => type === 'month');
  if (at < 0) return '';
  const literal = (index: number) => (parts[index]?.type === 'literal' ? parts[index].value : '');
  const before = /(?<=^|\s)\p{L}+['’]?$/u.exec(literal(at - 1))?.[0] ?? '';
  const behind = /^\p{L}+/u.exec(literal(at + 1))?.[0] ?? '';
  const name = parts[at]!.value.toLowerCase().replace(/^de |\.$/g, '');
  return `${before}${name}${behind}`;
}

/** `Uhr`, where it stands behind the hour. */
function wordBehind(part: Intl.DateTimeFormatPart, next: Intl.DateTimeFormatPart | undefined, unit: Unit): string[] {
  return part.type === unit && next?.type === 'literal' ? (/\p{L}[\p{L}\p{M}]*/u.exec(next.value) ?? []) : [];
}
