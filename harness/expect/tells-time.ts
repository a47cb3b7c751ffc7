import { shows } from './text.js';
import { distance, type FoundTime, type Interval, placed, type TimeOptions, timesIn } from './times.js';

interface TimeWindow extends Pick<TimeOptions, 'assumeZone'> {
  /** When the clock may have been read, in milliseconds since 1970. */
  earliest: number;
  latest: number;
  /** What must be right. */
  needs: Needs;
  /** How far outside the window is still right. */
  toleranceMs: number;
}

/**
 * `time`: the time of day, and the date where there is one. `clock`: the time of day alone, whatever date stands beside it. `date`: the date
 * alone. A number of seconds since 1970 is one thing and must be right for each of them.
 */
export type Needs = 'time' | 'clock' | 'date';

type TimeAnswer =
  | { ok: true; found: string }
  | { ok: false; because: 'no-time'; found?: string }
  | { ok: false; because: 'no-date'; found?: string }
  /** `offByMs` is negative where the time shown is too early; whole hours speak of a time zone. */
  | { ok: false; because: 'off'; offByMs: number; found: string };

const DAY = 86_400_000;
/** A time must be shown to the minute at least. */
const COARSEST_MS = 60_000;
/** A list of all the minutes of a day tells no time: what comes behind the first few is not looked at. */
const MOST_TIMES = 8;

/** Whether a text tells a time within a window. Of several times the one nearest to the window counts. */
export function tellsTime(text: string, window: TimeWindow): TimeAnswer {
  const { needs } = window;
  const all = timesIn(text, { near: window.earliest, assumeZone: window.assumeZone ?? 'UTC' });
  const isEnough = (time: FoundTime) =>
    needs === 'date' ? time.hasDate : time.hasClock && time.precisionMs <= COARSEST_MS;
  const found = all.filter(isEnough).slice(0, MOST_TIMES);
  if (found.length === 0)
    return { ok: false, because: needs === 'date' ? 'no-date' : 'no-time', ...(all[0] && { found: all[0].text }) };
  const allowed = { from: window.earliest - window.toleranceMs, to: window.latest + window.toleranceMs };
  const right = found.find(
    (time) => offBy(narrowed(needs === 'date' ? time : inBothHalves(time), needs), allowed) === 0,
  );
  if (right) return { ok: true, found: right.text };
  const asked = { from: window.earliest, to: window.latest };
  const nearest = found
    .map((time) => ({ time, offByMs: offBy(narrowed(time, needs), asked) }))
    .reduce((a, b) => (Math.abs(b.offByMs) < Math.abs(a.offByMs) ? b : a));
  return { ok: false, because: 'off', offByMs: nearest.offByMs, found: nearest.time.text };
}

/**
 * A time with both halves of the day as its readings where its clock goes to twelve and does not say which half is meant. In the morning nobody can
 * tell such a clock from one that goes to twenty-four, and what a program gets must not depend on when it is graded.
 */
function inBothHalves(time: FoundTime): FoundTime {
  const fields = time.pieces.map((piece) => piece.fields);
  const hour = Number(fields.find((one) => one.hour)?.hour?.text);
  if (!(hour >= 1 && hour <= 12) || fields.some(({ meridiem, epoch }) => meridiem || epoch)) return time;
  const shift = hour === 12 ? -DAY / 2 : DAY / 2;
  const others = time.readings.map(({ from, to }) => ({ from: from + shift, to: to + shift }));
  return { ...time, readings: [...time.readings, ...others] };
}

/** A found time as nothing but its time of day, or its date. */
function narrowed(time: FoundTime, needs: Needs): Pick<FoundTime, 'hasDate' | 'readings'> {
  const isCount = time.pieces.some((piece) => piece.fields.epoch);
  if (needs === 'time' || isCount || !time.hasDate) return time;
  const midnight = (at: number) => Math.floor((at + time.offsetMs) / DAY) * DAY - time.offsetMs;
  if (needs === 'date') {
    const days = time.readings.map(({ from }) => ({ from: midnight(from), to: midnight(from) + DAY }));
    return { hasDate: true, readings: days };
  }
  const clocks = time.readings.map(({ from, to }) => {
    const sinceMidnight = ((from % DAY) + DAY) % DAY;
    return { from: sinceMidnight, to: sinceMidnight + (to - from) };
  });
  return { hasDate: false, readings: clocks };
}

type TimeShown =
  | { state: 'shown'; as: 'verbatim' | 'rendered'; found: string }
  | { state: 'as-bytes-literal' }
  | { state: 'other-time'; found: string; offByMs: number }
  | { state: 'absent' };

/**
 * Whether a client's terminal output shows the time that our peer sent it: the text as it was sent, or the same time in
 * any rendering, to the minute at least. A rendering with a date must be that day; one without a date need only be that time
 * of day, for a client may well show the time alone.
 */
export function sameTimeShown(
  output: string,
  sentText: string,
  sentTime: number,
  options: TimeOptions = {},
): TimeShown {
  const shown = shows(output, sentText);
  if (shown === 'shown') return { state: 'shown', as: 'verbatim', found: sentText.trim() };
  if (shown === 'as-bytes-literal') return { state: 'as-bytes-literal' };
  const settings = { ...options, near: sentTime };
  // What was sent may be coarser than the instant itself; what is shown cannot be finer than what was sent.
  const sent = timesIn(sentText, settings).find((time) => time.hasClock && offBy(time, instant(sentTime)) === 0);
  const meant = sent
    ? placed(sent, sentTime).find((one) => distance(one, instant(sentTime)) === 0)!
    : instant(sentTime);
  const found = timesIn(output, settings).filter((time) => time.hasClock && time.precisionMs <= COARSEST_MS);
  const same = found.find((time) => offBy(time, meant) === 0);
  if (same) return { state: 'shown', as: 'rendered', found: same.text };
  const other = found.at(-1);
  return other ? { state: 'other-time', found: other.text, offByMs: offBy(other, meant) } : { state: 'absent' };
}

function offBy(time: Pick<FoundTime, 'hasDate' | 'readings'>, allowed: Interval): number {
  return placed(time, allowed.from)
    .map((interval) => distance(interval, allowed))
    .reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
}

function instant(at: number): Interval {
  return { from: at, to: at };
}
