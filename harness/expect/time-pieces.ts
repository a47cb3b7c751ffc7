import { fromPersian, isPersianYear } from './persian-days.js';
import { datesMarked, unitsMarked } from './time-marks.js';
import { englishMonths, monthsNamed } from './time-names.js';
import { PATTERNS } from './time-patterns.js';

/** The parts of a written date or time. `a` and `b` are day and month in either order. */
export type Field =
  | 'year'
  | 'month'
  | 'monthName'
  | 'day'
  | 'a'
  | 'b'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'meridiem'
  | 'offset'
  | 'zone'
  | 'epoch';

/** Where a field stands in the text and what is written there. */
export interface Span {
  at: number;
  end: number;
  text: string;
}

/** A part of a text that is a date, a time of day or both. */
export interface Piece {
  at: number;
  end: number;
  fields: Partial<Record<Field, Span>>;
}

export interface CalendarDay {
  /** Absent where the text gives none (`Nov 23`). */
  year?: number;
  month: number;
  day: number;
  /** Which of several readings of `03/04/26` it is; absent where the text leaves no choice. */
  order?: 'dmy' | 'mdy' | 'ymd';
}

export interface Pieces {
  /** A whole time each. */
  whole: Piece[];
  dates: Piece[];
  clocks: Piece[];
  /** Two readings of the same characters, of which only one can be meant: each is a time of its own. */
  either: Piece[];
}

/** The dates, the times of day, and what is both, in a text; none overlaps another but for those of `either`. */
export function piecesIn(text: string): Pieces {
  const inEnglish = read(text, 'English');
  const { whole, dates, clocks, either } = inEnglish;
  const isComplete = either.length === 0 && (whole.length > 0 || (dates.length > 0 && clocks.length > 0));
  const needsOthers = isComplete ? clocks.some((clock) => mayHaveHalf(clock, text)) : /\p{L}/u.test(text);
  return needsOthers ? read(text, 'all') : inEnglish;
}

/** Whether a word stands beside a clock that goes to twelve: other languages have their own for the halves of the day. */
function mayHaveHalf({ at, end, fields }: Piece, text: string): boolean {
  if (fields.meridiem || Number(fields.hour?.text) > 12) return false;
  return /^\s?\p{L}/u.test(text.slice(end, end + 2)) || /\p{L}\.?\s?$/u.test(text.slice(Math.max(0, at - 3), at));
}

function read(text: string, languages: 'English' | 'all'): Pieces {
  let left = datesMarked(text, languages);
  const taken: Piece[] = [];
  const take = (patterns: RegExp[]): Piece[] =>
    patterns.flatMap((pattern) => {
      const pieces = [...left.matchAll(pattern)].map((match) => pieceOf(match, text)).filter(isPossible);
      for (const piece of pieces) left = blanked(left, piece);
      taken.push(...pieces);
      return pieces;
    });
  const whole = take(PATTERNS.whole);
  const dates = take(PATTERNS.dates);
  const clocks = take(PATTERNS.clocks);
  if (whole.length > 0 || (dates.length > 0 && clocks.length > 0)) return { whole, dates, clocks, either: [] };
  const beforeNamed = left;
  left = taken.reduce(blanked, unitsMarked(text, languages));
  const before = taken.length;
  if (dates.length === 0) dates.push(...take(PATTERNS.namedDates));
  if (clocks.length === 0) clocks.push(...take(PATTERNS.namedClocks));
  if (clocks.length > 0) return { whole, dates, clocks, either: [] };
  left = taken.slice(before).reduce(blanked, beforeNamed);
  return withDotted(text, dates, take(PATTERNS.dottedClocks));
}

function blanked(text: string, { at, end }: Piece): string {
  return text.slice(0, at) + '\0'.repeat(end - at) + text.slice(end);
}

/** `05.11.26` and `05.11.06`: what has points can be a date or a clock, as what stands beside it leaves the choice. */
function withDotted(text: string, dates: Piece[], clocks: Piece[]): Pieces {
  const open = clocks.length > 0 ? [] : dates.filter((piece) => canBeClock(piece, text)).slice(0, 2);
  const [first, second] = open;
  const others = dates.filter((piece) => !open.includes(piece));
  if (!first) return { whole: [], dates, clocks, either: [] };
  if (others.length > 0) return { whole: [], dates: others, clocks: [asClock(first)], either: [] };
  const either = second ? [joined(first, asClock(second)), joined(asClock(first), second)] : [first, asClock(first)];
  return { whole: [], dates: [], clocks: [], either };
}

function canBeClock({ at, end, fields }: Piece, text: string): boolean {
  const isDotted = /^\d{1,2}\.\d{2}\.\d{2}$/.test(text.slice(at, end));
  return isDotted && isPossible(asClock({ at, end, fields }));
}

function asClock({ at, end, fields: { a, b, year } }: Piece): Piece {
  return { at, end, fields: { ...(a && { hour: a }), ...(b && { minute: b }), ...(year && { second: year }) } };
}

function joined(one: Piece, other: Piece): Piece {
  const [at, end] = [Math.min(one.at, other.at), Math.max(one.end, other.end)];
  return { at, end, fields: { ...one.fields, ...other.fields } };
}

/** The days that a piece's date can mean: the day first, then the month first, then the year first. */
export function daysOf({ fields }: Piece): CalendarDay[] {
  const number = (field: Field) => (fields[field] ? Number(fields[field].text) : undefined);
  const year = fields.year ? { year: fullYear(fields.year.text) } : {};
  const month = number('month');
  const months = fields.monthName ? monthsNamed(fields.monthName.text) : month === undefined ? [] : [month];
  const [a, b] = [number('a'), number('b')];
  const days = months.map((one): CalendarDay => ({ ...year, month: one, day: number('day')! }));
  if (a !== undefined && b !== undefined) {
    days.push({ ...year, month: b, day: a, order: 'dmy' });
    if (a !== b) days.push({ ...year, month: a, day: b, order: 'mdy' });
    if (fields.year?.text.length === 2 && fields.a!.text.length === 2) {
      days.push({ year: 2000 + a, month: b, day: Number(fields.year.text), order: 'ymd' });
    }
  }
  return days.map(inOurCalendar).filter(exists);
}

function inOurCalendar(written: CalendarDay): CalendarDay {
  const { year, month, day } = written;
  const date = year !== undefined && isPersianYear(year) ? fromPersian({ year, month, day }) : undefined;
  if (!date) return written;
  return { ...written, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Thailand counts from 543 years earlier. */
function fullYear(text: string): number {
  if (text.length === 2) return 2000 + Number(text);
  return Number(text) >= FIRST_BUDDHIST_YEAR ? Number(text) - BUDDHIST_AHEAD : Number(text);
}

const BUDDHIST_AHEAD = 543;
const FIRST_BUDDHIST_YEAR = 1900 + BUDDHIST_AHEAD;

function exists({ year = 2000, month, day }: CalendarDay): boolean {
  if (year < 1900 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isPossible(piece: Piece): boolean {
  const { fields } = piece;
  const below = (field: Field, limit: number) => fields[field] === undefined || Number(fields[field].text) < limit;
  const hasDate = fields.month || fields.monthName || fields.a;
  if ((fields.monthName && !fields.year && isHardlyMonth(fields)) || (hasDate && daysOf(piece).length === 0))
    return false;
  return below('hour', 24) && below('minute', 60) && below('second', 61);
}

/** Without a year, a word of another language is a month where it is long enough and has its day before it: `sen 3` and `5 set` are prose. */
function isHardlyMonth({ monthName, day }: Piece['fields']): boolean {
  const isEnglish = englishMonths(monthName!.text).length > 0;
  return !isEnglish && (monthName!.text.length < 4 || day!.at > monthName!.at);
}

function pieceOf(match: RegExpExecArray, written: string): Piece {
  const fields: Piece['fields'] = {};
  for (const [name, span] of Object.entries(match.indices!.groups ?? {})) {
    if (span === undefined || span[0] === span[1] || name === 'sep') continue;
    const [at, end] = span;
    const text = written.slice(at, end);
    // Python's repr gives microseconds without leading zeros.
    fields[name.replace('micros', 'fraction').replace(/\d$/, '') as Field] = {
      at,
      end,
      text: name === 'micros' ? text.padStart(6, '0') : text,
    };
  }
  return { at: match.index, end: match.index + match[0].length, fields };
}
