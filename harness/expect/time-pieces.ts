import { MONTH_NAMES, monthNamed, ZONES } from './time-names.js';

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

const SPACE = '[\\s\\u00a0\\u202f]';
const MONTH = `(?<monthName>${MONTH_NAMES})\\.?(?!\\p{L})`;
const ALONE = '(?<!\\d|\\d[-/.:])';
const FRACTION = '(?:[.:](?=\\d)(?<fraction>\\d{1,9})|,(?=\\d{3}(?:\\d{3}){0,2}(?!\\d))(?<fraction2>\\d{3,9}))';
const MERIDIEM = `(?:${SPACE}*(?<meridiem>[ap]\\.?${SPACE}?m\\.?)(?!\\p{L}))?`;
const OFFSET =
  '(?:UTC|GMT)?\\s?(?<offset>[+\\u2212-][01]\\d:?[0-5]\\d)(?::\\d{2})?(?!\\d)|(?:UTC|GMT)(?<offset2>[+\\u2212-]\\d{1,2})(?!\\d)';
const ZONE = `(?:${SPACE}*(?:${OFFSET}|\\(?(?<zone>${Object.keys(ZONES).join('|')})(?![\\p{L}\\d])\\)?))?`;
/** Between a time and its year even a zone that we do not know is a zone. */
const ZONE_BEFORE_YEAR = `(?:${ZONE}|\\s+(?<offset3>[+-]\\d{2})|\\s+[A-Z]{2,5})`;
const CLOCK = `(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?!\\d)${FRACTION}?)?(?!\\d|:\\d)${MERIDIEM}`;
const HOUR_FIRST = '(?<![\\d.]|(?<!\\d)\\d{1,3}:)';

/** Both at once: whole formats, and numbers that count from 1970. */
const WHOLE = [
  `datetime\\.datetime\\((?<year>\\d{4}), ?(?<month>\\d{1,2}), ?(?<day>\\d{1,2}), ?(?<hour>\\d{1,2}), ?(?<minute>\\d{1,2})(?:, ?(?<second>\\d{1,2})(?:, ?(?<micros>\\d{1,6}))?)?`,
  'tm_year=(?<year>\\d{4}), ?tm_mon=(?<month>\\d{1,2}), ?tm_mday=(?<day>\\d{1,2}), ?tm_hour=(?<hour>\\d{1,2}), ?tm_min=(?<minute>\\d{1,2}), ?tm_sec=(?<second>\\d{1,2})',
  // ctime, date(1), Java's Date: the year behind the time
  `(?<!\\p{L})${MONTH}\\s+(?<day>\\d{1,2})\\s+${CLOCK}${ZONE_BEFORE_YEAR}\\s+(?<year>\\d{4})(?![\\d:])`,
  `${ALONE}(?<day>\\d{1,2})\\s+${MONTH}\\s+${CLOCK}${ZONE_BEFORE_YEAR}\\s+(?<year>\\d{4})(?![\\d:])`,
  // ISO 8601's basic format
  '(?<!\\d)(?<year>(?:19|20)\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)[T _-]?(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)(?<second>[0-6]\\d)(?<zone>Z?)(?!\\d)',
  '(?<year>\\d{4})年\\s?(?<month>\\d{1,2})月\\s?(?<day>\\d{1,2})日\\P{N}{0,6}(?<hour>\\d{1,2})[時时点]\\s?(?<minute>\\d{1,2})分(?:\\s?(?<second>\\d{1,2})秒)?',
  `(?<year>\\d{4})[-_](?<month>\\d{2})[-_](?<day>\\d{2})[ T_-](?<hour>\\d{2})(?<sep>[._-])(?<minute>\\d{2})\\k<sep>(?<second>\\d{2})(?!\\d)`,
  `${ALONE}(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<year>\\d{4})[ T_,-]{1,2}(?<hour>\\d{2})(?<sep>[._-])(?<minute>\\d{2})\\k<sep>(?<second>\\d{2})(?!\\d)`,
  '(?<![\\p{L}\\d./-])(?<epoch>\\d{10}(?:\\.\\d{1,9})?|\\d{13}(?:\\.\\d{1,6})?|\\d{16}|\\d{19})(?![\\d\\p{L}:/-]|\\.\\d)',
];

const DATES = [
  'datetime\\.date\\((?<year>\\d{4}), ?(?<month>\\d{1,2}), ?(?<day>\\d{1,2})',
  `(?<!\\d|\\d[/.:]|(?<!:)\\d\\d-)(?<year>\\d{4})(?<sep>[-/.])\\s?(?<month>\\d{1,2})\\k<sep>\\s?(?<day>\\d{1,2})(?!\\d)`,
  '(?<!\\d)(?<year>(?:19|20)\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)(?=[T\\s_-]+\\d{1,2}:\\d)',
  `${ALONE}(?<a>\\d{1,2})(?<sep>[-/.])\\s?(?<b>\\d{1,2})\\k<sep>\\s?(?<year>\\d{4}|\\d{2})(?!\\d|\\k<sep>\\d)`,
  `${ALONE}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?(?:[\\s/-]+(?:de |of )?|(?=\\p{L}))${MONTH}(?:,?[\\s/-]*(?:de |del |of )?(?<year>\\d{4}(?!\\d)|\\d{2}(?![\\d:.h])))?`,
  `(?<!\\p{L})${MONTH}[\\s/-]+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:[\\s,/-]+(?<year>\\d{4})(?![\\d]))?`,
  '(?<year>\\d{4})年\\s?(?<month>\\d{1,2})月\\s?(?<day>\\d{1,2})日',
];

const CLOCKS = [
  'datetime\\.time\\((?<hour>\\d{1,2}), ?(?<minute>\\d{1,2})(?:, ?(?<second>\\d{1,2})(?:, ?(?<micros>\\d{1,6}))?)?',
  `${HOUR_FIRST}${CLOCK}${ZONE}`,
  `(?<![\\d.:])(?<hour>\\d{1,2})\\s?h(?:rs?|ours?)?[\\s,:]*(?<minute>\\d{1,2})(?:\\s?m(?:in(?:utes?)?)?(?![\\p{L}])|m(?=\\d)|(?![\\p{L}\\d]))(?:[\\s,:]*(?<second>\\d{1,2})\\s?s(?:ec(?:onds?)?)?(?!\\p{L}))?${MERIDIEM}`,
  '(?<hour>\\d{1,2})[時时点]\\s?(?<minute>\\d{1,2})分(?:\\s?(?<second>\\d{1,2})秒)?',
];

const compiled = (sources: string[]) => sources.map((source) => new RegExp(source, 'dgiu'));
const PATTERNS = { whole: compiled(WHOLE), dates: compiled(DATES), clocks: compiled(CLOCKS) };

/** The dates, the times of day, and what is both, in a text; none overlaps another. */
export function piecesIn(text: string): { whole: Piece[]; dates: Piece[]; clocks: Piece[] } {
  let left = text;
  const take = (patterns: RegExp[]): Piece[] =>
    patterns.flatMap((pattern) => {
      const pieces = [...left.matchAll(pattern)].map(pieceOf).filter(isPossible);
      for (const { at, end } of pieces) left = left.slice(0, at) + '\0'.repeat(end - at) + left.slice(end);
      return pieces;
    });
  return { whole: take(PATTERNS.whole), dates: take(PATTERNS.dates), clocks: take(PATTERNS.clocks) };
}

/** The days that a piece's date can mean: the day first, then the month first, then the year first. */
export function daysOf({ fields }: Piece): CalendarDay[] {
  const number = (field: Field) => (fields[field] ? Number(fields[field].text) : undefined);
  const full =
    fields.year && (fields.year.text.length === 2 ? 2000 + Number(fields.year.text) : Number(fields.year.text));
  const year = full === undefined ? {} : { year: full };
  const month = fields.monthName ? monthNamed(fields.monthName.text) : number('month');
  const [a, b] = [number('a'), number('b')];
  const days: CalendarDay[] = [];
  if (month !== undefined) days.push({ ...year, month, day: number('day')! });
  if (a !== undefined && b !== undefined) {
    days.push({ ...year, month: b, day: a, order: 'dmy' });
    if (a !== b) days.push({ ...year, month: a, day: b, order: 'mdy' });
    if (fields.year?.text.length === 2 && fields.a!.text.length === 2) {
      days.push({ year: 2000 + a, month: b, day: Number(fields.year.text), order: 'ymd' });
    }
  }
  return days.filter(exists);
}

function exists({ year = 2000, month, day }: CalendarDay): boolean {
  if (year < 1900 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isPossible(piece: Piece): boolean {
  const { fields } = piece;
  const below = (field: Field, limit: number) => fields[field] === undefined || Number(fields[field].text) < limit;
  const hasDate = fields.month || fields.monthName || fields.a;
  return below('hour', 24) && below('minute', 60) && below('second', 61) && (!hasDate || daysOf(piece).length > 0);
}

function pieceOf(match: RegExpExecArray): Piece {
  const fields: Piece['fields'] = {};
  for (const [name, span] of Object.entries(match.indices!.groups ?? {})) {
    if (span === undefined || span[0] === span[1] || name === 'sep') continue;
    const [at, end] = span;
    const text = match[0].slice(at - match.index, end - match.index);
    // Python's repr gives microseconds without leading zeros.
    fields[name.replace('micros', 'fraction').replace(/\d$/, '') as Field] = {
      at,
      end,
      text: name === 'micros' ? text.padStart(6, '0') : text,
    };
  }
  return { at: match.index, end: match.index + match[0].length, fields };
}
