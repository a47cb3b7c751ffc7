import { isAfternoon, ZONES } from './time-names.js';
import { type CalendarDay, daysOf, type Piece, piecesIn } from './time-pieces.js';

/** A stretch of time that a rendering can mean, in milliseconds since 1970 (UTC), fractions allowed; `to` is its end. */
export interface Interval {
  from: number;
  to: number;
}

/** A date, a time of day, or both, found in a text. `from` and `to` are its first reading. */
export interface FoundTime extends Interval {
  /** Where false, `from` and `to` count from midnight UTC. */
  hasDate: boolean;
  /** Where false, it is a date alone and means a whole day. */
  hasClock: boolean;
  /** How long a stretch the rendering means: 1000 for whole seconds, 60,000 for minutes. */
  precisionMs: number;
  /** Every reading: `03/04/2026` is the 3rd of April, then the 4th of March. */
  readings: Interval[];
  text: string;
  at: number;
  /** How far its zone, stated or assumed, is ahead of UTC. */
  offsetMs: number;
  /** The pieces it was read from, the date's first, and the days that they can mean, as `readings`. */
  pieces: Piece[];
  days: CalendarDay[];
}

export interface TimeOptions {
  /** The zone of a time that names none: UTC, or the one that this process runs in. Default UTC. */
  assumeZone?: 'UTC' | 'local';
  /** An instant near the one that is meant: it gives the year where the text gives none. Default now. */
  near?: number;
}

const DAY = 86_400_000;
/** What is read of a text. Reading takes the square of its length where it is made for that; no honest answer is a tenth as long. */
const LONGEST_TEXT = 16_384;
/** Text between a date and the time that belongs to it: `Date: 23/11/2026\r\nThe time is: 14:05`. */
const LARGEST_GAP = 60;

/**
 * Finds dates and times in every usual rendering: ISO 8601, ctime, RFC 5322 and HTTP dates, the defaults of Python, Java, JavaScript,
 * Go and C, day or month or year first, names of months in many languages, 12 hours or 24, seconds (milli-, micro-,
 * nanoseconds) since 1970. A date and a time of day near each other are one time, in either order.
 */
export function timesIn(text: string, { assumeZone = 'UTC', near = Date.now() }: TimeOptions = {}): FoundTime[] {
  const plain = inLatinDigits(text.slice(0, LONGEST_TEXT));
  if (!/\d/.test(plain)) return [];
  const { whole, dates, clocks, either } = piecesIn(plain);
  return [...[...whole, ...either].map((piece) => [piece]), ...pair(dates, clocks)]
    .map((pieces) => foundTime(plain, pieces, assumeZone, near))
    .sort((a, b) => a.at - b.at);
}

/**
 * The text with the digits of other scripts as Latin ones, Arabic comma and am/pm, too,, and without direction marks, as `toLocaleString('ar')` writes
 * them. What is found in a text is found in this form of it; most texts are unchanged.
 */
export function inLatinDigits(text: string): string {
  if (!/[\u0590-\uffff]/.test(text)) return text;
  return text
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/(?!\d)\p{Nd}/gu, valueOfDigit)
    .replace(/\u060c/g, ',')
    .replace(/(?<=\d[\s\u00a0\u202f]?)\u0635(?!\p{L})/gu, 'AM')
    .replace(/(?<=\d[\s\u00a0\u202f]?)\u0645(?!\p{L})/gu, 'PM');
}

/** Unicode's digits stand in tens, each from its zero on. */
function valueOfDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const isDigit = (before: number) => /\p{Nd}/u.test(String.fromCodePoint(code - before));
  // Two scripts' tens can stand side by side; then the first one's zero is ten before.
  let behindFirst = 0;
  while (isDigit(behindFirst + 1)) behindFirst++;
  return String(behindFirst % 10);
}

/** The intervals that a found time can mean; one without a date is placed on the days around an instant. */
export function placed(found: Pick<FoundTime, 'hasDate' | 'readings'>, near: number): Interval[] {
  if (found.hasDate) return found.readings;
  const midnight = Math.floor(near / DAY) * DAY;
  return [-1, 0, 1].flatMap((days) =>
    found.readings.map(({ from, to }) => ({ from: from + midnight + days * DAY, to: to + midnight + days * DAY })),
  );
}

/** How far an interval lies outside another: 0 where they touch, negative where it is earlier. */
export function distance(shown: Interval, allowed: Interval): number {
  if (shown.to < allowed.from) return shown.to - allowed.from;
  return shown.from > allowed.to ? shown.from - allowed.to : 0;
}

/** Pairs dates with times of day, the nearest first; what has no partner stands alone. */
function pair(dates: Piece[], clocks: Piece[]): Piece[][] {
  const gap = (a: Piece, b: Piece) => (a.at < b.at ? b.at - a.end : a.at - b.end + 0.5);
  const near = dates.flatMap((date) =>
    clocks.map((clock) => ({ date, clock, gap: gap(date, clock) })).filter((two) => two.gap <= LARGEST_GAP),
  );
  const taken = new Set<Piece>();
  const pairs: Piece[][] = [];
  for (const { date, clock } of near.sort((a, b) => a.gap - b.gap)) {
    if (taken.has(date) || taken.has(clock)) continue;
    taken.add(date).add(clock);
    pairs.push([date, clock]);
  }
  return [...pairs, ...[...dates, ...clocks].filter((piece) => !taken.has(piece)).map((piece) => [piece])];
}

function foundTime(text: string, pieces: Piece[], assumeZone: 'UTC' | 'local', near: number): FoundTime {
  const fields = Object.assign({}, ...pieces.map((piece) => piece.fields)) as Piece['fields'];
  const at = Math.min(...pieces.map((piece) => piece.at));
  const end = Math.max(...pieces.map((piece) => piece.end));
  const stated = statedOffset(fields);
  const offsetMs = stated ?? (assumeZone === 'local' ? localOffset(near) : 0);
  const days = daysOf({ at, end, fields });
  const common = { text: text.slice(at, end).trim(), at, pieces, offsetMs, days };
  if (fields.epoch) {
    const { from, precisionMs } = epochTime(fields.epoch.text);
    const only = { from, to: from + precisionMs };
    return { ...only, hasDate: true, hasClock: true, precisionMs, readings: [only], ...common };
  }
  const clock = clockOf(fields);
  const precisionMs = clock?.precisionMs ?? DAY;
  const sinceMidnight = clock?.sinceMidnightMs ?? 0;
  const starts = days.map((day) => startOf(day, stated, assumeZone, near) + sinceMidnight);
  if (days.length === 0) starts.push((sinceMidnight - offsetMs + 2 * DAY) % DAY);
  const readings = starts.map((from) => ({ from, to: from + precisionMs }));
  return { ...readings[0]!, hasDate: days.length > 0, hasClock: clock !== undefined, precisionMs, readings, ...common };
}

/** 10 digits are seconds, 13 milliseconds, 16 microseconds, 19 nanoseconds since 1970. */
function epochTime(text: string): { from: number; precisionMs: number } {
  const [whole = '', fraction = ''] = text.split('.');
  const unitMs = 10 ** (13 - whole.length);
  return { from: Number(`${whole}.${fraction}`) * unitMs, precisionMs: unitMs * 10 ** -fraction.length };
}

function clockOf(fields: Piece['fields']): { sinceMidnightMs: number; precisionMs: number } | undefined {
  if (!fields.hour || !fields.minute) return undefined;
  const number = (text: string | undefined) => Number(text ?? 0);
  let hour = number(fields.hour.text);
  // `14:05 PM` is a 24-hour time with an ornament.
  if (fields.meridiem && hour <= 12) hour = (hour % 12) + (isAfternoon(fields.meridiem.text) ? 12 : 0);
  const seconds = (hour * 60 + number(fields.minute.text)) * 60 + number(fields.second?.text);
  const fraction = fields.fraction?.text ?? '';
  return {
    sinceMidnightMs: seconds * 1000 + number(`0.${fraction}0`) * 1000,
    precisionMs: fields.second ? 1000 * 10 ** -fraction.length : 60_000,
  };
}

function startOf(day: CalendarDay, offset: number | undefined, assumeZone: 'UTC' | 'local', near: number): number {
  const year = day.year ?? new Date(near).getUTCFullYear();
  if (offset === undefined && assumeZone === 'local') return new Date(year, day.month - 1, day.day).getTime();
  return Date.UTC(year, day.month - 1, day.day) - (offset ?? 0);
}

/** Milliseconds east of UTC that the text states. */
function statedOffset({ offset, zone }: Piece['fields']): number | undefined {
  if (offset) {
    const [, sign, hours, minutes] = /^(.)(\d{1,2}):?(\d{2})?$/.exec(offset.text)!;
    return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  }
  const minutes = zone && ZONES[zone.text];
  return minutes === undefined ? undefined : minutes * 60_000;
}

function localOffset(near: number): number {
  return -new Date(near).getTimezoneOffset() * 60_000;
}
