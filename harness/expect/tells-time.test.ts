import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTime } from './render-time.js';
import { sameTimeShown, tellsTime } from './tells-time.js';

const MOMENT = Date.UTC(2026, 10, 23, 14, 5, 59, 300);
const window = { earliest: MOMENT, latest: MOMENT + 200, needs: 'time' as const, toleranceMs: 2000 };
const HOUR = 3_600_000;

describe('tellsTime', () => {
  test.each([
    '2026-11-23 14:05:59.412345',
    '2026-11-23 14:05:58',
    '23/11/2026 14:05',
    'Mon Nov 23 14:06:01 2026',
    'Hello client! The date is 23.11.2026 and the time is 02:06:00 PM.',
    '2020-01-01 00:00:00 until 2026-11-23 14:05:59',
  ])('%j is right', (text) => {
    expect(tellsTime(text, window)).toMatchObject({ ok: true });
  });

  test.each([
    ['hello', { because: 'no-time' }],
    ['2026-11-23', { because: 'no-time', found: '2026-11-23' }],
    ['2026-11-23 15:05:59.300', { because: 'off', offByMs: HOUR - 200 }],
    ['2026-11-23 02:05:59.300 AM', { because: 'off', offByMs: -12 * HOUR + 0.001 }],
    ['2026-11-23 03:05:59', { because: 'off' }],
    ['2026-11-22 02:05:59', { because: 'off' }],
    ['2026-11-22 14:05:59', { because: 'off' }],
    ['14:06:09', { because: 'off' }],
    ['1970-01-01 00:00:00', { because: 'off' }],
  ])('%j is not: %j', (text, expected) => {
    const answer = tellsTime(text, window) as { because: string; offByMs?: number; found?: string };
    const { offByMs, ...rest } = expected as { because: string; offByMs?: number };
    expect(answer).toMatchObject({ ok: false, ...rest });
    if (offByMs !== undefined) expect(Math.abs(answer.offByMs! - offByMs)).toBeLessThan(2);
  });

  test.each([
    ['2026-11-23 14:05:59', true, true],
    ['2026-11-24 14:05:59', true, false],
    ['2025-11-23 02:05:59 PM', true, false],
    ['2026-11-23 14:11:59', false, true],
    ['23/11/2026', false, true],
    ['14:05:59', true, false],
    ['2026-11-24 01:05:59 +11:00', true, true],
    ['2026-11-23 01:05:59 +11:00', true, false],
    [String(MOMENT / 1000), true, true],
    // Seconds since 1900: the time of day would come out right.
    [String(Math.floor(MOMENT / 1000) + 2_208_988_800), false, false],
  ])('of %j the time of day alone is right: %s, the date alone: %s', (text, clock, date) => {
    expect(tellsTime(text, { ...window, needs: 'clock' }).ok).toBe(clock);
    expect(tellsTime(text, { ...window, needs: 'date' }).ok).toBe(date);
  });

  test.each([
    [14, '02:05:59'],
    [14, '2026-11-23 02:05:59'],
    [2, '02:05:59'],
    [12, '12:05:59'],
    [0, '2026-11-23 12:05:59'],
  ])('a clock that goes to twelve and does not say which half is right at any hour: at %i, %j', (hour, text) => {
    const moment = Date.UTC(2026, 10, 23, hour, 5, 59, 300);
    expect(tellsTime(text, { ...window, earliest: moment, latest: moment + 200 })).toMatchObject({ ok: true });
  });

  test('a clock that goes to twenty-four may not be twelve hours ahead', () => {
    const moment = Date.UTC(2026, 10, 23, 2, 5, 59, 300);
    const answer = tellsTime('14:05:59', { ...window, earliest: moment, latest: moment + 200 });
    expect(answer).toMatchObject({ ok: false, because: 'off' });
  });

  test('a time of day alone is enough, also across midnight', () => {
    expect(tellsTime('14:05:59', window)).toMatchObject({ ok: true });
    const midnight = Date.UTC(2026, 10, 24);
    const around = { earliest: midnight - 100, latest: midnight + 100, needs: 'time' as const, toleranceMs: 1000 };
    expect(tellsTime('23:59:59', around)).toMatchObject({ ok: true });
    expect(tellsTime('00:00:00', around)).toMatchObject({ ok: true });
    expect(tellsTime('11:00:00', around)).toMatchObject({ ok: false, because: 'off' });
  });

  test('a list of every minute of the day tells no time', () => {
    const minutes = Array.from({ length: 1440 }, (_, i) => `${Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}`);
    expect(tellsTime(minutes.join('\n'), window).ok).toBe(false);
  });

  test('every instant in the window is right and every one well outside is off by what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (offset) => {
        const text = renderTime(new Date(MOMENT + offset));
        const answer = tellsTime(text, { ...window, toleranceMs: 0 });
        if (offset >= 1 && offset <= 200) expect(answer.ok).toBe(true);
        if (offset > 201) expect(answer).toMatchObject({ because: 'off', offByMs: offset - 200 });
      }),
    );
  });
});

describe('sameTimeShown', () => {
  const sentTime = Date.UTC(2031, 1, 3, 4, 5, 6, 789);
  const sentText = '2031-02-03 04:05:06.789000';

  test.each([
    ['the Current time is: 2031-02-03 04:05:06.789000\n', 'verbatim'],
    ['2031-02-03\n04:05:06.789000', 'verbatim'],
    ['03/02/2031 04:05:06', 'rendered'],
    ['Mon Feb  3 04:05:06 2031', 'rendered'],
    ['4:05 AM', 'rendered'],
    ['My time: 14:00:00\nServer time: 04:05:06', 'rendered'],
  ])('%j shows it %s', (output, as) => {
    expect(sameTimeShown(output, sentText, sentTime)).toMatchObject({ state: 'shown', as });
  });

  test.each([
    ["the Current time is: b'2031-02-03 04:05:06.789000'", 'as-bytes-literal'],
    ['2031-02-04 04:05:06', 'other-time'],
    ['2026-11-23 14:05:59', 'other-time'],
    ['04:05:07', 'other-time'],
    ['2031-02-03', 'absent'],
    ['nothing', 'absent'],
    ['', 'absent'],
  ])('%j: %s', (output, state) => {
    expect(sameTimeShown(output, sentText, sentTime).state).toBe(state);
  });

  test('what was sent in whole seconds may be shown as the beginning of that second', () => {
    expect(sameTimeShown('2031-02-03 04:05:06.000000', 'Mon Feb  3 04:05:06 2031', sentTime).state).toBe('shown');
  });
});
