import type { Unit } from './calendar-names.js';
import { englishMonths, halfNames, isAfternoon, monthPhrases, monthsNamed, unitsNamed, ZONES } from './time-names.js';

/*
 * A text with its names replaced by marks of the same length, so that one expression finds the names of all languages: a mark is a character for
 * the kind of the name and fills for its other characters. They are of Unicode's private use, and nobody's word is made of them.
 */
const FILL = '\ue0ff';
const MONTH = '\ue000';
const AM = '\ue001';
const PM = '\ue002';
/** The units' marks: this and a bit for each unit that the word can mean. */
const UNIT = 0xe040;
const BIT: Record<Unit, number> = { year: 1, month: 2, day: 4, hour: 8, minute: 16, second: 32 };

/** Sources of expressions that find marks. */
export const MONTH_MARK = `${MONTH}${FILL}*`;
export const HALF_MARK = `[${AM}${PM}]${FILL}*`;
export function unitMark(unit: Unit): string {
  const marks = Array.from({ length: 64 }, (_, bits) => bits).filter((bits) => bits & BIT[unit]);
  return `[${marks.map((bits) => String.fromCharCode(UNIT + bits)).join('')}]${FILL}*`;
}

/** A word is no longer than this. */
const LONGEST_WORD = 24;
const WORD = /(?<![\p{L}\p{M}])\p{L}[\p{L}\p{M}'’׳॰]*/gu;

/** With the names of months marked, of English alone or of every language, and those of the halves of the day. */
export function datesMarked(text: string, languages: 'English' | 'all'): string {
  const inCapitals = text.replace(/(?<!\p{L})[AP]M(?=\s?\d{1,2}\s?[:시])/gu, (half) =>
    marked(half, half === 'AM' ? AM : PM),
  );
  if (languages === 'English')
    return wordsMarked(inCapitals, (word) => (englishMonths(word).length > 0 ? MONTH : undefined));
  const phrases = inCapitals.replace(phraseOfMonth(), (name) => marked(name, MONTH));
  const halves = phrases.replace(nameOfHalf(), (name) => marked(name, isAfternoon(name) ? PM : AM));
  return wordsMarked(halves, (word) => (!IS_OTHER.test(word) && monthsNamed(word).length > 0 ? MONTH : undefined));
}

/** With the words for years, months, days, hours, minutes and seconds marked, of English alone or of every language. */
export function unitsMarked(text: string, languages: 'English' | 'all'): string {
  return wordsMarked(text, (word) => {
    const bits = unitsNamed(word, languages).reduce((sum, unit) => sum + BIT[unit], 0);
    return bits === 0 ? undefined : String.fromCharCode(UNIT + bits);
  });
}

/** What is no month beside a time, whatever it means in some language. */
const IS_OTHER = new RegExp(`^(?:[ap]m|sec|min|hour|day|at|on|the|${Object.keys(ZONES).join('|')})$`, 'i');

function wordsMarked(text: string, markOf: (word: string) => string | undefined): string {
  return text.replace(WORD, (word) => {
    const mark = word.length > LONGEST_WORD ? undefined : markOf(word);
    return mark === undefined ? word : marked(word, mark);
  });
}

function marked(name: string, mark: string): string {
  return mark + FILL.repeat(name.length - 1);
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s\\u00a0\\u202f]');
const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}])';
const NO_LETTER_BEHIND = '(?![\\p{L}\\p{M}])';

let monthPhrase: RegExp | undefined;

function phraseOfMonth(): RegExp {
  monthPhrase ??= new RegExp(
    `${NO_LETTER_BEFORE}(?:${monthPhrases().map(escaped).join('|')})${NO_LETTER_BEHIND}`,
    'giu',
  );
  return monthPhrase;
}

let halfName: RegExp | undefined;

/** A half of the day stands beside a clock: `de` is the morning in Hungarian, and in Spanish dates no such thing. */
function nameOfHalf(): RegExp {
  const any = `(?:${halfNames().map(escaped).join('|')})\\.?`;
  const blank = '[\\s\\u00a0\\u202f]?';
  halfName ??= new RegExp(
    `(?<=[:.]\\d\\d${blank})${any}${NO_LETTER_BEHIND}|${NO_LETTER_BEFORE}${any}(?=${blank}\\d{1,2}${blank}[:.時时点點시])`,
    'giu',
  );
  return halfName;
}
