import { HALF_MARK, MONTH_MARK, unitMark } from './time-marks.js';
import { ZONES } from './time-names.js';

/*
 * Sources of expressions for dates and times. Their groups are the fields of `time-pieces.ts`; a digit behind a group's name only tells it from another
 * of the same field. They are for texts whose names are marked (`time-marks.ts`).
 */
const SPACE = '[\\s\\u00a0\\u202f]';
const MONTH = `(?<monthName>${MONTH_MARK})\\.?(?!\\p{L})`;
const ALONE = '(?<!\\d|\\d[-/.:])';
const FRACTION = '(?:[.:](?=\\d)(?<fraction>\\d{1,9})|,(?=\\d{3}(?:\\d{3}){0,2}(?!\\d))(?<fraction2>\\d{3,9}))';
/** Not the German `am 23.11.`. */
const MERIDIEM = `(?:${SPACE}*(?!am\\s+(?:\\p{L}+,?\\s+){0,2}\\d{1,2}\\.)(?<meridiem>[ap]\\.?${SPACE}?m\\.?(?!\\p{L})|${HALF_MARK}))?`;
const MERIDIEM_BEFORE = `(?:(?<meridiem2>${HALF_MARK})${SPACE}*)?`;
const OFFSET =
  '(?:UTC|GMT)?\\s?(?<offset>[+\\u2212-][01]\\d:?[0-5]\\d)(?::\\d{2})?(?!\\d)|(?:UTC|GMT)(?<offset2>[+\\u2212-]\\d{1,2})(?!\\d)';
const ZONE = `(?:${SPACE}*(?:${OFFSET}|\\(?(?<zone>${Object.keys(ZONES).join('|')})(?![\\p{L}\\d])\\)?))?`;
/** Between a time and its year even a zone that we do not know is a zone. */
const ZONE_BEFORE_YEAR = `(?:${ZONE}|\\s+(?<offset3>[+-]\\d{2})|\\s+[A-Z]{2,5})`;
const HOUR_FIRST = '(?<![\\d.]|(?<!\\d)\\d{1,3}:)';
const CLOCK = `(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?!\\d)${FRACTION}?)?(?!\\d|:\\d)${MERIDIEM}`;
/** Between the parts of a date that names its month: `2026 г. ноября`, `23 de noviembre`, `23rd of November`, `2026(e)ko`. */
const BETWEEN =
  "(?:[\\s\\u00a0./'’()-]|(?:de|del|of|the|gada|roku|года|году|годині?|року|оны|ko|ren|den|ta|พ\\.ศ\\.)(?!\\p{L})|\\p{L}[.)])";
const ORDINAL = '(?:st|nd|rd|th|\\.|º|ª|er|re|ère|-?(?:го|е|a|е))?';
/** Between the parts of a day or clock whose numbers are named: `1 Uhr, 21 Minuten und 4 Sekunden`. */
const AND = '[\\s,;.]{0,3}(?:\\p{L}{1,6}\\s)?';
const IS = '["\']?\\s{0,3}[:=]\\s{0,3}["\']?';
const NEXT = '["\']?[\\s,;|]{1,5}["\']?';
const [YEARS, MONTHS, DAYS, HOURS, MINUTES, SECONDS] = (
  ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
).map(unitMark) as [string, string, string, string, string, string];

/** Both at once: whole formats, and numbers that count from 1970. */
const WHOLE = [
  `datetime\\.datetime\\((?<year>\\d{4}), ?(?<month>\\d{1,2}), ?(?<day>\\d{1,2}), ?(?<hour>\\d{1,2}), ?(?<minute>\\d{1,2})(?:, ?(?<second>\\d{1,2})(?:, ?(?<micros>\\d{1,6}))?)?`,
  'tm_year=(?<year>\\d{4}), ?tm_mon=(?<month>\\d{1,2}), ?tm_mday=(?<day>\\d{1,2}), ?tm_hour=(?<hour>\\d{1,2}), ?tm_min=(?<minute>\\d{1,2}), ?tm_sec=(?<second>\\d{1,2})',
  // ctime, date(1), Java's Date: the year behind the time
  `${MONTH}\\s+(?<day>\\d{1,2})\\s+${CLOCK}${ZONE_BEFORE_YEAR}\\s+(?<year>\\d{4})(?![\\d:])`,
  `${ALONE}(?<day>\\d{1,2})\\s+${MONTH}\\s+${CLOCK}${ZONE_BEFORE_YEAR}\\s+(?<year>\\d{4})(?![\\d:])`,
  // ISO 8601's basic format
  '(?<!\\d)(?<year>(?:19|20)\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)[T _-]?(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)(?<second>[0-6]\\d)(?<zone>Z?)(?!\\d)',
  `(?<year>\\d{4})[-_](?<month>\\d{2})[-_](?<day>\\d{2})[ T_-](?<hour>\\d{2})(?<sep>[._-])(?<minute>\\d{2})\\k<sep>(?<second>\\d{2})(?!\\d)`,
  `${ALONE}(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<year>\\d{4})[ T_,-]{1,2}(?<hour>\\d{2})(?<sep>[._-])(?<minute>\\d{2})\\k<sep>(?<second>\\d{2})(?!\\d)`,
  '(?<![\\p{L}\\d./-])(?<epoch>\\d{10}(?:\\.\\d{1,9})?|\\d{13}(?:\\.\\d{1,6})?|\\d{16}|\\d{19})(?![\\d\\p{L}:/-]|\\.\\d)',
];

const DATES = [
  'datetime\\.date\\((?<year>\\d{4}), ?(?<month>\\d{1,2}), ?(?<day>\\d{1,2})',
  `(?<!\\d|\\d[/.:]|(?<!:)\\d\\d-)(?<year>\\d{4})(?<sep>[-/.])\\s?(?<month>\\d{1,2})\\k<sep>\\s?(?<day>\\d{1,2})(?!\\d)`,
  '(?<!\\d)(?<year>(?:19|20)\\d{2})(?<month>[01]\\d)(?<day>[0-3]\\d)(?=[T\\s_-]+\\d{1,2}:\\d)',
  `${ALONE}(?<a>\\d{1,2})(?<sep>[-/.])\\s?(?<b>\\d{1,2})\\k<sep>\\s?(?<year>\\d{4}|\\d{2})(?!\\d|\\k<sep>\\d)`,
  `${ALONE}(?<day>\\d{1,2})${ORDINAL}(?:${BETWEEN}|,){0,9}${MONTH}(?:${BETWEEN}|,){0,12}(?<year>\\d{4})(?!\\d)`,
  // With a day of one digit the year is the first.
  `${ALONE}(?<year>\\d{2})(?:(?<sep>[-/])(?<month>\\d{1,2})\\k<sep>|\\. (?<month2>\\d{1,2})\\. )(?<day>\\d)(?!\\d|\\k<sep>\\d)`,
  `${ALONE}(?<year>\\d{4})(?:${BETWEEN}|,){0,12}${MONTH}${BETWEEN}{0,9}(?<day>\\d{1,2})(?!\\d|:\\d)`,
  `${ALONE}(?<year>\\d{4})(?:${BETWEEN}|,){1,12}(?<day>\\d{1,2})${BETWEEN}{0,9}${MONTH}`,
  `${ALONE}(?<day>\\d{1,2})${ORDINAL}(?:[\\s/-]+(?:de |of )?|(?=${MONTH_MARK}))${MONTH}(?:[\\s/-]*(?<year>\\d{2}(?![\\d:.h])))?`,
  `${MONTH}[\\s/-]+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:(?:${BETWEEN}|,){1,12}(?<year>\\d{4})(?!\\d))?`,
  '(?<!\\d)(?<year>\\d{4})\\s?(?:[年년]|оны)\\s?(?<month>\\d{1,2})\\s?(?:[月월]|-р\\sсарын)\\s?(?<day>\\d{1,2})(?:\\s?[日號号일]|(?!\\d))',
  `${ALONE}(?<day>\\d{1,2})\\s(?:(?:tháng|thg|thang|th)\\s?(?<month>\\d{1,2}),?|(?<month2>\\d{1,2})[月월])\\s(?:năm\\s|nam\\s)?(?<year>\\d{4})(?!\\d)`,
  '(?<!\\d)(?<month>\\d{1,2})[月월]\\s(?<day>\\d{1,2}),?\\s(?<year>\\d{4})(?!\\d)',
];

const CLOCKS = [
  'datetime\\.time\\((?<hour>\\d{1,2}), ?(?<minute>\\d{1,2})(?:, ?(?<second>\\d{1,2})(?:, ?(?<micros>\\d{1,6}))?)?',
  `${MERIDIEM_BEFORE}${HOUR_FIRST}${CLOCK}${ZONE}`,
  `(?<![\\d.:])(?<hour>\\d{1,2})\\s?h(?:rs?|ours?)?[\\s,:]*(?<minute>\\d{1,2})(?:\\s?m(?:in(?:utes?)?)?(?![\\p{L}])|m(?=\\d)|(?![\\p{L}\\d]))(?:[\\s,:]*(?:(?:and|und|et|y|e|и|ve)\\s)?(?<second>\\d{1,2})\\s?s(?:ec(?:onds?)?)?(?!\\p{L}))?${MERIDIEM}`,
  `${MERIDIEM_BEFORE}(?<!\\d)(?<hour>\\d{1,2})\\s?[時时点點시]\\s?(?<minute>\\d{1,2})\\s?[分분](?:\\s?(?<second>\\d{1,2})\\s?[秒초])?`,
];

/** Where the numbers are named, before them or behind. */
const NAMED_DATES = [
  `${YEARS}${IS}(?<year>\\d{4})${NEXT}${MONTHS}${IS}(?<month>\\d{1,2})${NEXT}${DAYS}${IS}(?<day>\\d{1,2})(?!\\d)`,
  `${DAYS}${IS}(?<day>\\d{1,2})${NEXT}${MONTHS}${IS}(?<month>\\d{1,2})${NEXT}${YEARS}${IS}(?<year>\\d{4})(?!\\d)`,
  `${MONTHS}${IS}(?<month>\\d{1,2})${NEXT}${DAYS}${IS}(?<day>\\d{1,2})${NEXT}${YEARS}${IS}(?<year>\\d{4})(?!\\d)`,
];
const NAMED_CLOCKS = [
  `${HOURS}${IS}(?<hour>\\d{1,2})${NEXT}${MINUTES}${IS}(?<minute>\\d{1,2})(?:${NEXT}${SECONDS}${IS}(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?(?!\\d)`,
  `(?<!\\d${SPACE}?)${HOURS}\\s(?<hour>\\d{1,2})${AND}${MINUTES}\\s(?<minute>\\d{1,2})(?:${AND}${SECONDS}\\s(?<second>\\d{1,2}))?(?!\\d)`,
  `(?<![\\d.:])(?<hour>\\d{1,2})${SPACE}?${HOURS}${AND}(?<minute>\\d{1,2})${SPACE}?${MINUTES}(?:${AND}(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?${SPACE}?${SECONDS})?`,
  `(?<![\\d.:])(?<hour>\\d{1,2})${SPACE}?${HOURS}\\s(?<minute>\\d{2})(?![\\d.:])`,
];

/** With points, which a date can have, too: only where a clock is missing. */
const DOTTED_CLOCKS = [
  `${MERIDIEM_BEFORE}(?<![\\d.,:/-]|\\d\\s)(?<hour>\\d{1,2})\\.(?<minute>\\d{2})\\.(?<second>\\d{2})(?:[.,](?<fraction>\\d{3,9}))?(?!\\d|\\.\\d)${MERIDIEM}${ZONE}`,
  // Without seconds it is behind its date, or a word (`kl.`, `klo`, `Uhr`) says what it is.
  `(?<=\\0${SPACE}?[,/]?${SPACE}?(?:\\p{L}{1,6}\\.?\\s)?)(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?!\\d|\\.\\d)${MERIDIEM}${ZONE}`,
  `(?<=(?<!\\p{L})(?:kl\\.?|klo|pukul|pkl\\.?|kello)\\s)(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?!\\d|\\.\\d)${ZONE}`,
  '(?<![\\d.,:/-])(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?=\\sUhr)',
];

const compiled = (sources: string[]) => sources.map((source) => new RegExp(source, 'dgiu'));
/** In the order in which they are looked for: what one has taken is not there for the next. */
export const PATTERNS = {
  whole: compiled(WHOLE),
  dates: compiled(DATES),
  namedDates: compiled(NAMED_DATES),
  clocks: compiled(CLOCKS),
  namedClocks: compiled(NAMED_CLOCKS),
  dottedClocks: compiled(DOTTED_CLOCKS),
};
