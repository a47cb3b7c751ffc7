import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { renderTime } from './render-time.js';
import { timesIn } from './times.js';

/** Monday. */
const MOMENT = Date.UTC(2026, 10, 23, 14, 5, 59);
const near = MOMENT;

describe('timesIn', () => {
  test.each([
    // Python
    ['2026-11-23 14:05:59.123456', 123.456, 0.001],
    ['2026-11-23T14:05:59.123456', 123.456, 0.001],
    ['2026-11-23T14:05:59.123456+00:00', 123.456, 0.001],
    ['datetime.datetime(2026, 11, 23, 14, 5, 59, 123456)', 123.456, 0.001],
    ['datetime.datetime(2026, 11, 23, 14, 5, 59, 56)', 0.056, 0.001],
    ['datetime.datetime(2026, 11, 23, 14, 5, 59)', 0, 1000],
    ["('2026-11-23', '14:05:59')", 0, 1000],
    ['time.struct_time(tm_year=2026, tm_mon=11, tm_mday=23, tm_hour=14, tm_min=5, tm_sec=59, tm_wday=0)', 0, 1000],
    ['1795442759', 0, 1000],
    ['1795442759.123456', 123.456, 0.001],
    ['2026-11-23 14:05:59:123456', 123.456, 0.001],
    ['2026-11-23 14:05:59,123', 123, 1],
    ['11/23/26 14:05:59', 0, 1000],
    ['11/23/26, 14:05:59', 0, 1000],
    ['the Current time is: 2026-11-23 14:05:59.123456', 123.456, 0.001],
    ["b'2026-11-23 14:05:59'", 0, 1000],
    ['2026-11-23 14:5:59', 0, 1000],
    // C, date(1)
    ['Mon Nov 23 14:05:59 2026', 0, 1000],
    ['Mon Nov 23 14:05:59 2026\n', 0, 1000],
    ['Mon Nov 23 14:05:59 UTC 2026', 0, 1000],
    ['Mon Nov 23 02:05:59 PM UTC 2026', 0, 1000],
    ['Mon 23 Nov 2026 02:05:59 PM UTC', 0, 1000],
    ['Mon 23 Nov 14:05:59 UTC 2026', 0, 1000],
    ['Mon Nov 23 17:05:59 +03 2026', 0, 1000],
    ['Mon Nov 23 15:05:59 CET 2026', 0, 1000],
    ['Mon Nov 23 14:05:59 XYZ 2026', 0, 1000],
    ['Nov 23 14:05:59', 0, 1000],
    // RFC 5322, HTTP, RFC 850
    ['Mon, 23 Nov 2026 14:05:59 +0000', 0, 1000],
    ['Mon, 23 Nov 2026 14:05:59 GMT', 0, 1000],
    ['Mon, 23 Nov 2026 16:05:59 +0200', 0, 1000],
    ['Monday, 23-Nov-26 14:05:59 UTC', 0, 1000],
    ['23/Nov/2026:14:05:59 +0000', 0, 1000],
    // Java
    ['2026-11-23T14:05:59.123456789', 123.456789, 1e-6],
    ['2026-11-23T14:05:59.123456789Z', 123.456789, 1e-6],
    ['2026-11-23T15:05:59.123+01:00[Europe/Berlin]', 123, 1],
    ['2026-11-23T14:05:59.5Z[Etc/UTC]', 500, 100],
    ['Nov 23, 2026, 2:05:59 PM', 0, 1000],
    ['Nov 23, 2026 2:05:59 PM', 0, 1000],
    ['23 Nov 2026, 14:05:59', 0, 1000],
    // JavaScript
    ['Mon Nov 23 2026 14:05:59 GMT+0000 (Coordinated Universal Time)', 0, 1000],
    ['Mon Nov 23 2026 15:05:59 GMT+0100 (Central European Standard Time)', 0, 1000],
    ['11/23/2026, 2:05:59 PM', 0, 1000],
    ['11/23/2026, 2:05:59\u202fPM', 0, 1000],
    ['2026-11-23T14:05:59.123Z', 123, 1],
    ['"2026-11-23T14:05:59.123Z"', 123, 1],
    ['1795442759123', 123, 1],
    ['{"time":1795442759123}', 123, 1],
    ['23.11.2026, 14:05:59', 0, 1000],
    ['23/11/2026, 14:05:59', 0, 1000],
    ['2026/11/23 14:05:59', 0, 1000],
    ['Montag, 23. November 2026 um 14:05:59', 0, 1000],
    ['lundi 23 novembre 2026 \u00e0 14:05:59', 0, 1000],
    ['lunes, 23 de noviembre de 2026, 14:05:59', 0, 1000],
    ['segunda-feira, 23 de novembro de 2026 \u00e0s 14:05:59', 0, 1000],
    ['Monday, 23 November 2026 at 14:05:59', 0, 1000],
    ['Monday, November 23, 2026 at 2:05:59 PM', 0, 1000],
    ['2026\u5e7411\u670823\u65e5\u6708\u66dc\u65e5 14\u664205\u520659\u79d2', 0, 1000],
    ['23/11/2026 2:05:59 p.\u00a0m.', 0, 1000],
    // Go
    ['2026-11-23 14:05:59.065447218 +0000 UTC m=+0.000025048', 65.447218, 1e-6],
    ['Nov 23 14:05:59.065545', 65.545, 0.001],
    // by hand
    ['Date: 2026-11-23\r\nTime: 14:05:59\r\n', 0, 1000],
    ['Time: 14:05:59 Date: 23/11/2026', 0, 1000],
    ['14:05:59 23/11/2026', 0, 1000],
    ['14:05:59 Nov 23 2026', 0, 1000],
    ['14:05:59, Mon 23 Nov 2026', 0, 1000],
    ['14:05:59-2026-11-23', 0, 1000],
    ['14:05:59 est le 23/11/2026', 0, 1000],
    ['{"date": "2026-11-23", "time": "14:05:59"}', 0, 1000],
    ["2026-11-23 14:05:59 ('127.0.0.1', 5550)", 0, 1000],
    ['14:05:59 - 23.11.2026', 0, 1000],
    ['23-11-2026 14:05:59', 0, 1000],
    ['23-11-26 14:05:59', 0, 1000],
    ['26-11-23 14:05:59', 0, 1000],
    ['23.11.26 14:05:59', 0, 1000],
    ['Date:23/11/2026Time:14:05:59', 0, 1000],
    ['2026-11-23_14-05-59', 0, 1000],
    ['20261123T140559Z', 0, 1000],
    ['20261123140559', 0, 1000],
    ['20261123 14:05:59', 0, 1000],
    ['23-11-2026 14-05-59', 0, 1000],
    ['23.11.2026 14.05.59', 0, 1000],
    ['November 23rd, 2026 2:05:59 pm', 0, 1000],
    ['23rd of November 2026, 14h05m59s', 0, 1000],
    ['2026-11-23 14h 5m 59s', 0, 1000],
    ['23 Nov 2026 02:05:59PM', 0, 1000],
    ['23NOV2026 14:05:59', 0, 1000],
    ['2026-11-23 14:05:59 PM', 0, 1000],
    ['Today is 2026-11-23 and the time is 14:05:59', 0, 1000],
  ])('%j is the moment', (text, afterMs, precisionMs) => {
    const found = timesIn(text, { near });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ hasDate: true, hasClock: true });
    expect(found[0]!.precisionMs).toBeCloseTo(precisionMs, 9);
    expect(found[0]!.readings.some(({ from }) => Math.abs(from - MOMENT - afterMs) < 0.001)).toBe(true);
  });

  test.each([
    ['23.11.2026 14:05', 60_000],
    ['2026-11-23 14:05', 60_000],
    ['Nov 23, 2026, 2:05 PM', 60_000],
    ['23/11/2026 14h05', 60_000],
    ['23/11/2026 02:05 p.m.', 60_000],
  ])('%j is its minute', (text, precisionMs) => {
    const [found] = timesIn(text, { near });
    expect(found).toMatchObject({ precisionMs, hasDate: true });
    expect(found!.readings.map(({ from }) => from)).toContain(MOMENT - 59_000);
  });

  test.each([
    ['14:05:59', 0],
    ['14:05:59.123456', 123.456],
    ['Time:14:05:59', 0],
    ['02:05:59 PM', 0],
    ['2:05:59 p.m.', 0],
    ['2:05:59\u202fPM', 0],
    ['14:05:59 GMT+0000 (Coordinated Universal Time)', 0],
    ['16:05:59+02:00', 0],
    ['datetime.time(14, 5, 59, 123456)', 123.456],
    ['14h05m59s', 0],
    ['14:5:59', 0],
    ['at14:05:59', 0],
  ])('%j is a time of day', (text, afterMs) => {
    const found = timesIn(text, { near });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ hasDate: false, hasClock: true });
    expect(found[0]!.from).toBeCloseTo((MOMENT % 86_400_000) + afterMs, 3);
  });

  test.each(['2026-11-23', 'November 23, 2026', '23/11/2026', 'datetime.date(2026, 11, 23)'])('%j is a day', (text) => {
    const [found] = timesIn(text, { near });
    expect(found).toMatchObject({ hasDate: true, hasClock: false, precisionMs: 86_400_000 });
    expect(found!.readings[0]!.from).toBe(Date.UTC(2026, 10, 23));
  });

  test.each(
    [
      '',
      'Hello Client',
      '127.0.0.1:5550',
      "('127.0.0.1', 53412)",
      '11',
      '25:61:00',
      '2026-13-45',
      '99.99.9999',
      'version 1.2.3',
      'may I ask 5 things',
      '12345678',
      '31/02/2026x',
    ].filter((text) => text !== '5:3'),
  )('%j shows no time', (text) => {
    expect(timesIn(text, { near })).toEqual([]);
  });

  test('an ambiguous date has both readings, an unambiguous one has one', () => {
    expect(timesIn('03/04/2026 10:00').flatMap(({ readings }) => readings.map(({ from }) => from))).toEqual([
      Date.UTC(2026, 3, 3, 10),
      Date.UTC(2026, 2, 4, 10),
    ]);
    expect(timesIn('03/14/2026 10:00')[0]!.readings).toHaveLength(1);
  });

  test('without a zone it can be the zone of this machine, also in summer', () => {
    const before = process.env.TZ;
    process.env.TZ = 'Europe/Berlin';
    try {
      const read = (text: string) => timesIn(text, { assumeZone: 'local', near })[0]!.from;
      expect(read('2026-11-23 15:05:59')).toBe(MOMENT);
      expect(read('2026-07-01 15:05:59')).toBe(Date.UTC(2026, 6, 1, 13, 5, 59));
      expect(read('2026-11-23T14:05:59Z')).toBe(MOMENT);
      expect(read('15:05:59')).toBe(MOMENT % 86_400_000);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test('several times are told apart', () => {
    const found = timesIn('sent 2026-11-23 14:05:59, received 2026-11-23 14:06:01; it is 15:00', { near });
    expect(found.map(({ text }) => text)).toEqual(['2026-11-23 14:05:59', '2026-11-23 14:06:01', '15:00']);
  });

  test.each(['14:05:59 ', '1', '1.', 'Nov 2', ' ', '2026-11-23 ', ':'])(
    'a flood of %j takes time in proportion at most',
    (part) => {
      expect(growth(16_000, (length) => timesIn(part.repeat(length / part.length)))).toBeLessThan(TWICE_LINEAR);
    },
  );

  test('survives any text', () => {
    const part = fc.constantFrom(
      '2026',
      '-',
      '11',
      '/',
      ':',
      ' ',
      '.',
      'Nov',
      'PM',
      'T',
      'Z',
      '+',
      '99',
      '0',
      ',',
      '\n',
      'h',
    );
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => void timesIn(parts.join(''))));
  });
});

/** Formats that show seconds at least and leave no choice between day and month. */
const FORMATS = [
  '2026-11-23 14:05:59.123456',
  'Mon Nov 23 14:05:59 2026',
  'Mon, 23 Nov 2026 14:05:59 GMT',
  'Monday, 23-Nov-26 14:05:59 UTC',
  '11/23/2026, 2:05:59 PM',
  '23.11.2026 14:05:59',
  'Montag, 23. November 2026 um 14:05:59',
  'lunes, 23 de noviembre de 2026, 14:05:59',
  'Date: 23/11/2026\r\nTime: 02:05:59 p.m.',
  '14:05:59 2026/11/23',
  '2026-11-23T16:05:59+02:00',
  'Mon Nov 23 2026 06:05:59 GMT-0800 (Pacific Standard Time)',
  '1795442759',
  '1795442759123',
  '1795442759.123456',
  '20261123T140559Z',
  'datetime.datetime(2026, 11, 23, 14, 5, 59, 123456)',
  '23/11/26 14h05m59s',
];

describe('renderTime', () => {
  test.each(FORMATS)('writes the sample again: %j', (format) => {
    expect(renderTime(new Date(MOMENT + 123), format, 456)).toBe(format);
  });

  test.each([
    ['Mon Nov 23 14:05:59 2026', 'Sun Feb 01 03:04:05 2032'],
    ['11/23/2026, 2:05:59 PM', '02/01/2032, 3:04:05 AM'],
    ['Montag, 23. November 2026 um 14:05:59', 'Sonntag, 01. Februar 2032 um 03:04:05'],
    ['it is 2026-11-23T16:05:59+02:00!', 'it is 2032-02-01T05:04:05+02:00!'],
    ['MON, 23 NOV 2026 14:05:59 GMT', 'SUN, 01 FEB 2032 03:04:05 GMT'],
    ['at 14:05', 'at 03:04'],
    ['no time at all', 'no time at all'],
  ])('like %j', (sample, expected) => {
    expect(renderTime(new Date(Date.UTC(2032, 1, 1, 3, 4, 5)), sample)).toBe(expected);
  });

  test('is Python\u2019s default without a sample', () => {
    expect(renderTime(new Date(MOMENT + 7))).toBe('2026-11-23 14:05:59.007000');
  });

  test('a sample with both days below 13 is read by the time when it was made', () => {
    const date = new Date(MOMENT);
    expect(renderTime(date, { text: '03/04/2026 10:00:00', madeAt: Date.UTC(2026, 2, 4, 10) })).toBe(
      '11/23/2026 14:05:59',
    );
    expect(renderTime(date, { text: '03/04/2026 10:00:00', madeAt: Date.UTC(2026, 3, 3, 10) })).toBe(
      '23/11/2026 14:05:59',
    );
  });

  test('what it writes is read back as the same instant, in every format', () => {
    const dates = fc.date({ min: new Date('2002-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(...FORMATS), (date, format) => {
        const text = renderTime(date, { text: format, madeAt: MOMENT });
        const found = timesIn(text, { near: date.getTime() });
        const instant = date.getTime();
        expect(found).toHaveLength(1);
        expect(found[0]!.readings.some(({ from, to }) => from <= instant + 0.001 && instant <= to + 0.001)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each(['12:00:00 ', 'Jan 1 '])('a text that is nothing but %j is read as far as any answer goes', (piece) => {
  const found = timesIn(piece.repeat(30_000));
  expect(found.length).toBeGreaterThan(100);
  expect(found.length).toBeLessThan(3_000);
});
