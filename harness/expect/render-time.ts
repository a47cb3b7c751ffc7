import { halfLike, monthLike, weekdayLike } from './time-names.js';
import type { CalendarDay, Field, Span } from './time-pieces.js';
import { distance, type FoundTime, inLatinDigits, placed, timesIn } from './times.js';

export interface Sample {
  /** A text with a time in it. */
  text: string;
  /** When the sample was made, in milliseconds since 1970: tells the 3rd of April from the 4th of March. */
  madeAt?: number;
}

/**
 * Writes an instant like a sample: the date and time in it are replaced, all else stays (words, zone, number of digits). Without a
 * sample it is Python's `str(datetime.now())` in UTC: `2026-11-23 14:05:59.123456`. A sample that shows no time comes back as it is.
 *
 * @param micros microseconds of the instant's millisecond, 0 to 999, for renderings that show them
 */
export function renderTime(date: Date, like: Sample | string = DEFAULT_SAMPLE, micros = 0): string {
  const given = typeof like === 'string' ? { text: like } : like;
  const sample = { ...given, text: inLatinDigits(given.text) };
  const near = sample.madeAt ?? date.getTime();
  const found = withoutDoubt(timesIn(sample.text, { near }), near);
  const changes = found.flatMap((one) => changesOf(one, sample, date, micros));
  let text = sample.text;
  for (const { at, end, by } of changes.sort((a, b) => b.at - a.at)) text = text.slice(0, at) + by + text.slice(end);
  return text;
}

const DEFAULT_SAMPLE = '2026-11-23 14:05:59.123456';

/** Of readings of the same characters the one that fits the time when the sample was made. */
function withoutDoubt(found: FoundTime[], near: number): FoundTime[] {
  const made = { from: near, to: near };
  const off = (one: FoundTime) => Math.min(...placed(one, near).map((reading) => Math.abs(distance(reading, made))));
  const end = ({ pieces }: FoundTime) => Math.max(...pieces.map((piece) => piece.end));
  const best = found.toSorted((a, b) => off(a) - off(b));
  return best.filter((one, index) => !best.slice(0, index).some((other) => other.at < end(one) && one.at < end(other)));
}

interface Change {
  at: number;
  end: number;
  by: string;
}

function changesOf(found: FoundTime, sample: Sample, date: Date, micros: number): Change[] {
  const order = chosenDay(found, sample.madeAt)?.order;
  // The zone's words stay, so the time is written in that zone.
  const shifted = new Date(date.getTime() + found.offsetMs);
  const twelve = found.pieces.some(({ fields }) => fields.meridiem && Number(fields.hour?.text) <= 12);
  const changes = found.pieces.flatMap(({ fields }) =>
    Object.entries(fields).map(([name, span]) => {
      const field = roleOf(name as Field, order);
      return {
        at: span.at,
        end: span.end,
        by: written(field, span, { date: shifted, micros, twelve, around: sample.text }),
      };
    }),
  );
  return [...changes, ...weekdayChange(found, sample.text, shifted)];
}

/** The reading of an ambiguous date that fits the time when the sample was made; else the first. */
function chosenDay(found: FoundTime, madeAt: number | undefined): CalendarDay | undefined {
  if (madeAt === undefined || !found.hasDate) return found.days[0];
  const made = { from: madeAt, to: madeAt };
  const distances = found.readings.map((reading) => Math.abs(distance(reading, made)));
  return found.days[distances.indexOf(Math.min(...distances))];
}

/** What a number stands for in `03/04/26`. */
function roleOf(field: Field, order: CalendarDay['order'] | undefined): Field {
  if (order === undefined) return field;
  const [a, b, year] = ORDERS[order];
  return { a, b, year }[field as 'a' | 'b' | 'year'] ?? field;
}

const ORDERS = {
  dmy: ['day', 'month', 'year'],
  mdy: ['month', 'day', 'year'],
  ymd: ['year', 'month', 'day'],
} as const satisfies Record<string, [Field, Field, Field]>;

interface Writing {
  /** Its UTC fields are what is to be written. */
  date: Date;
  micros: number;
  /** Whether the hours go to twelve. */
  twelve: boolean;
  around: string;
}

function written(field: Field, { text, at, end }: Span, { date, micros, twelve, around }: Writing): string {
  const padded = (value: number) => String(value).padStart(text.length, '0');
  const nanos = `${BigInt(date.getTime()) * 1_000_000n + BigInt(micros) * 1000n}`;
  switch (field) {
    case 'year':
      return String(date.getUTCFullYear()).slice(-text.length);
    case 'month':
      return padded(date.getUTCMonth() + 1);
    case 'monthName':
      return monthLike(text, date.getUTCMonth() + 1, around);
    case 'day':
      return padded(date.getUTCDate());
    case 'hour':
      return padded(twelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
    case 'minute':
      return padded(date.getUTCMinutes());
    case 'second':
      return padded(date.getUTCSeconds());
    case 'fraction': {
      const digits = nanos.slice(-9).slice(0, text.length);
      // Python's repr writes microseconds as a plain number.
      return text.length === end - at ? digits : String(Number(digits));
    }
    case 'meridiem':
      return halfLike(text, date.getUTCHours());
    case 'epoch': {
      const [whole = '', fraction] = text.split('.');
      const behind =
        fraction === undefined
          ? ''
          : `.${nanos.slice(whole.length).padEnd(fraction.length, '0').slice(0, fraction.length)}`;
      return nanos.slice(0, whole.length) + behind;
    }
    default:
      return text;
  }
}

/** The name of the weekday before or behind the date, if there is one. */
function weekdayChange(found: FoundTime, text: string, date: Date): Change[] {
  const piece = found.pieces.find(({ fields }) => fields.day || fields.a);
  if (!piece) return [];
  const before = /([\p{L}-]+)(\.?,?\s*)$/u.exec(text.slice(Math.max(0, piece.at - 25), piece.at));
  const behind = /^([\s,(]{1,3})([\p{L}-]{3,})/u.exec(text.slice(piece.end, piece.end + 25));
  const places = [
    before && { name: before[1]!, at: piece.at - before[0].length },
    behind && { name: behind[2]!, at: piece.end + behind[1]!.length },
  ];
  return places.flatMap((place) => {
    if (!place) return [];
    const by = weekdayLike(place.name, date.getUTCDay());
    return by === undefined ? [] : [{ at: place.at, end: place.at + place.name.length, by }];
  });
}
