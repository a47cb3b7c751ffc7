import { shows } from './text.js';
import { distance, type FoundTime, type Interval, placed, type TimeOptions, timesIn } from './times.js';

export interface TimeWindow extends Pick<TimeOptions, 'assumeZone'> {
  /** When the clock may have been read, in milliseconds since 1970. */
  earliest: number;
  latest: number;
  /** Whether a time of day without a date is too little. */
  needsDate: boolean;
  /** How far outside the window is still right. */
  toleranceMs: number;
}

export type TimeAnswer =
  | { ok: true; found: string }
  | { ok: false; because: 'no-time'; found?: string }
  | { ok: false; because: 'no-date'; found: string }
  /** `offByMs` is negative where the time shown is too early; whole hours speak of a time zone. */
  | { ok: false; because: 'off'; offByMs: number; found: string };

/** A time must be shown to the minute at least. */
const COARSEST_MS = 60_000;
/** A list of all the minutes of a day tells no time: what comes behind the first few is not looked at. */
const MOST_TIMES = 8;

/** Whether a text tells a time within a window. Of several times the one nearest to the window counts. */
export function tellsTime(text: string, window: TimeWindow): TimeAnswer {
  const all = timesIn(text, { near: window.earliest, assumeZone: window.assumeZone ?? 'UTC' });
  const found = all.filter((time) => time.hasClock && time.precisionMs <= COARSEST_MS).slice(0, MOST_TIMES);
  if (found.length === 0) return { ok: false, because: 'no-time', ...(all[0] && { found: all[0].text }) };
  const allowed = { from: window.earliest - window.toleranceMs, to: window.latest + window.toleranceMs };
  const right = found.filter((time) => offBy(time, allowed) === 0);
  const enough = right.find((time) => time.hasDate || !window.needsDate);
  if (enough) return { ok: true, found: enough.text };
  if (right[0]) return { ok: false, because: 'no-date', found: right[0].text };
  const asked = { from: window.earliest, to: window.latest };
  const nearest = found
    .map((time) => ({ time, offByMs: offBy(time, asked) }))
    .reduce((a, b) => (Math.abs(b.offByMs) < Math.abs(a.offByMs) ? b : a));
  return { ok: false, because: 'off', offByMs: nearest.offByMs, found: nearest.time.text };
}

export type TimeShown =
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

function offBy(time: FoundTime, allowed: Interval): number {
  return placed(time, allowed.from)
    .map((interval) => distance(interval, allowed))
    .reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
}

function instant(at: number): Interval {
  return { from: at, to: at };
}
