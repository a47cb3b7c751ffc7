import { type Needs, sameTimeShown, tellsTime } from '../expect/tells-time.js';
import { timesIn } from '../expect/times.js';
import type { ClientProgram } from './client-program.js';
import { diagnose } from './diagnose.js';
import { failure } from './failure.js';

/** How far a told time may be from the moment of asking: the course's programs answer at once, clocks are the same; two seconds forgive rounding and a busy machine. */
const TIME_TOLERANCE_MS = 2_000;
/**
 * How far a time that was read at the request may be outside the span from asking to answer: the kernel's coarse clock is up to 4 ms
 * behind, some runtimes round to 10 ms. A stale reading is made older than this on purpose.
 */
const FRESH_TOLERANCE_MS = 60;

export interface ToldTime {
  text: string;
  askedAtEpochMs: number;
  answeredAtEpochMs: number;
}

/**
 * The text tells the time at which it was asked for: `needs` says what of it. Returns the precision of the rendering in milliseconds.
 * @throws CheckFailure
 */
export function expectCurrentTime(
  told: ToldTime,
  options: { needs: Needs; fresh?: boolean; sent: Uint8Array | string },
): number {
  const shown = {
    sent: options.sent,
    received: told.text,
    expected: new Date(told.askedAtEpochMs).toISOString().replace('T', ' ').replace('Z', ' (UTC)'),
  };
  const answer = tellsTime(told.text, {
    earliest: told.askedAtEpochMs,
    latest: told.answeredAtEpochMs,
    needs: options.needs,
    toleranceMs: options.fresh ? FRESH_TOLERANCE_MS : TIME_TOLERANCE_MS,
  });
  if (answer.ok) return timesIn(answer.found)[0]?.precisionMs ?? 1000;
  switch (answer.because) {
    case 'no-time':
      throw failure(
        told.text.trim() === '' ? 'empty-reply' : 'mismatch',
        'The reply holds no time that could be understood.',
        shown,
      );
    case 'no-date':
      throw failure('incomplete', 'The reply holds no date that could be understood.', shown);
    case 'off': {
      const off = words(answer.offByMs);
      // Told beside the time that was right: it is another in every run, and what a gradebook says of a program must not be.
      const withOff = { ...shown, expected: `${shown.expected}; "${answer.found}" is ${off}` };
      if (options.fresh)
        throw failure(
          'stale',
          'The time in the reply is not that of the request: the clock was not read when the request came.',
          withOff,
        );
      if (options.needs === 'date') throw failure('mismatch', "The date in the reply is not today's.", withOff);
      throw failure(
        'mismatch',
        `The time in the reply is ${isSameInEveryRun(answer.offByMs) ? off : 'not the current time'}.`,
        withOff,
      );
    }
  }
}

/** How long to wait so that a clock read before the wait is seen to be stale in a rendering of this precision. */
export function staleAfterMs(precisionMs: number): number {
  return Math.min(precisionMs, 1000) + FRESH_TOLERANCE_MS + 60;
}

/**
 * The client's terminal shows the time that our peer told it, as text or in any rendering of its own. `asText` refuses `b'…'`, `complete` a
 * rendering that leaves the seconds out.
 * @throws CheckFailure
 */
export async function expectTimePrinted(
  client: ClientProgram,
  sent: { text: string; timeMs: number },
  options: { since: number; asText?: boolean; complete?: boolean },
): Promise<void> {
  const printed = () => client.program.shownSince(options.since);
  const state = () => {
    const shown = sameTimeShown(printed(), sent.text, sent.timeMs);
    const partly =
      shown.state === 'shown' && shown.as === 'rendered' && (timesIn(shown.found)[0]?.precisionMs ?? 0) > 1000;
    return options.complete && partly ? ({ state: 'partly' } as const) : shown;
  };
  const enough = () =>
    state().state === 'shown' ||
    (!options.asText && state().state === 'as-bytes-literal' && !/<Buffer /.test(printed()));
  if (await client.prints(enough)) return;
  const seen = state();
  const shown = { sent: sent.text, expected: sent.text, received: printed() };
  if (seen.state === 'as-bytes-literal')
    throw failure('mismatch', "The client printed the raw bytes (b'…') and not the text.", shown);
  if (seen.state === 'partly')
    throw failure('mismatch', 'The client printed only a part of the time that it received.', shown);
  if (seen.state === 'other-time')
    throw failure('mismatch', 'The client printed another time than the one that it received.', shown);
  throw diagnose(
    client.program,
    'client',
    {
      code: 'not-printed',
      summary:
        printed().trim() === ''
          ? 'The client printed nothing after the time came.'
          : 'The client did not print the time that it received.',
    },
    shown,
  );
}

/** Another time zone, or another day or year from which is counted. */
function isSameInEveryRun(offByMs: number): boolean {
  const amount = Math.abs(offByMs);
  const unit = amount < 86_400_000 ? 3_600_000 : 86_400_000;
  const rest = amount % unit;
  return amount > unit / 2 && Math.min(rest, unit - rest) < 5_000;
}

function words(offByMs: number): string {
  const amount = Math.abs(offByMs);
  const direction = offByMs < 0 ? 'behind' : 'ahead';
  const hours = Math.round(amount / 1_800_000) / 2;
  if (hours >= 0.5 && hours <= 14 && Math.abs(amount - hours * 3_600_000) < 5_000)
    return `${hours} ${hours === 1 ? 'hour' : 'hours'} ${direction}`;
  if (amount >= 172_800_000) return `${Math.round(amount / 86_400_000)} days ${direction}`;
  if (amount >= 7_200_000) return `${Math.round(amount / 3_600_000)} hours ${direction}`;
  if (amount >= 120_000) return `${Math.round(amount / 60_000)} minutes ${direction}`;
  return `${(amount / 1000).toFixed(amount < 10_000 ? 1 : 0)} s ${direction}`;
}
