import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './calendar-names.js';
import { renderTime } from './render-time.js';
import { tellsTime } from './tells-time.js';
import { timesIn } from './times.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
/** Friday. */
const MOMENT = Date.UTC(2026, 10, 27, 1, 21, 4);

/** Those of a country with its own way of writing, too. */
const LOCALES = [
  ...LANGUAGES,
  ...[
    'en-GB',
    'en-CA',
    'en-IN',
    'en-AU',
    'en-ZA',
    'fr-CA',
    'fr-CH',
    'de-CH',
    'es-MX',
    'es-US',
    'pt-PT',
    'ar-EG',
    'ar-SA',
  ],
  ...['nl-BE', 'sv-FI', 'zh-HK', 'fa-IR', 'bn-IN', 'ur-IN', 'sr-Latn-RS', 'it-CH', 'ro-MD'],
];
const STYLES = ['full', 'long', 'medium', 'short'] as const;
/** What cannot be read, and why. */
const UNREAD: Record<string, readonly (typeof STYLES)[number][]> = {
  // The year in two digits, and 543 ahead: 69 for 2026.
  th: ['short'],
  // `12:21:04 Am Uilíoch Lárnach`: the time zone begins like half past midnight.
  ga: ['full'],
};
const WRITTEN = LOCALES.flatMap((locale) =>
  STYLES.filter((style) => !UNREAD[locale]?.includes(style)).map((style) => ({ locale, style })),
);
const ways = fc.constantFrom(...WRITTEN);
/** Behind the twelfth of a month nobody takes the day for the month. */
const moments = fc
  .tuple(
    fc.integer({ min: 0, max: 119 }),
    fc.integer({ min: 13, max: 28 }),
    fc.integer({ min: 0, max: DAY / SECOND - 1 }),
  )
  .map(([month, day, second]) => Date.UTC(2022, month, day) + second * SECOND);

function written(at: number, { locale, style }: (typeof WRITTEN)[number]): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeStyle: style, timeZone: 'UTC' }).format(at);
}

function isTold(text: string, at: number, needs: 'time' | 'date' = 'time'): boolean {
  return tellsTime(text, { earliest: at, latest: at, needs, toleranceMs: 999 }).ok;
}

describe('what Intl.DateTimeFormat writes', () => {
  test.each(WRITTEN)('in $locale, $style, is read as the date and the time that it is', (way) => {
    for (let month = 0; month < 12; month++) {
      const at = Date.UTC(2026, month, 9 + month, 2 * month + 1, 5 * month, 59 - month);
      const text = written(at, way);
      expect(isTold(text, at), text).toBe(true);
      expect(isTold(text, at, 'date'), text).toBe(true);
    }
  });

  test('is so at any moment, in any language', () => {
    fc.assert(
      fc.property(moments, ways, (at, way) => isTold(written(at, way), at) && isTold(written(at, way), at, 'date')),
      { numRuns: 1_000 },
    );
  });

  test('is not another moment: an hour off, yesterday, another month or year', () => {
    const others = fc.constantFrom(HOUR, -HOUR, DAY, -DAY, 3 * DAY, 60 * DAY, -60 * DAY, 365 * DAY, 90 * SECOND);
    fc.assert(
      fc.property(moments, ways, others, (at, way, off) => !isTold(written(at, way), at + off)),
      { numRuns: 1_000 },
    );
  });

  test('is not the month before or after, but where two languages call different months alike', () => {
    fc.assert(
      fc.property(moments, ways, fc.constantFrom(-1, 1), (at, way, by) => {
        const text = written(at, way);
        const month = new Date(at);
        month.setUTCMonth(month.getUTCMonth() + by);
        const isAmbiguous = timesIn(text, { near: at }).some(({ days }) => days.length > 1);
        return isAmbiguous || !isTold(text, month.getTime());
      }),
      { numRuns: 1_000 },
    );
  });

  test('is a sample that another time is written like, to the second', () => {
    const like = fc.constantFrom(...WRITTEN.filter(({ style }) => style !== 'short'));
    fc.assert(
      fc.property(moments, moments, like, (at, other, way) => {
        const text = renderTime(new Date(other), { text: written(at, way), madeAt: at });
        return isTold(text, other);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('as students write it by hand', () => {
  test.each([
    'Tarih: 27 Kasım 2026 Saat: 01:21:04',
    '27 KASIM 2026 CUMA 01:21:04',
    '27 Kasim 2026 01.21.04',
    '27 Kas 2026 Cum 01:21:04',
    '27-Kas-2026 01:21:04',
    'Yıl: 2026 Ay: 11 Gün: 27 Saat: 1 Dakika: 21 Saniye: 4',
    '27 kasım 2026, saat 1, dakika 21, saniye 4',
    'Пт 27 ноя 2026 01:21:04',
    '27 ноября 2026 года, 1 час 21 минута 4 секунды',
    '27 listopada 2026 roku, godz. 01:21:04',
    '27.listopadu 2026 1:21:04',
    '27 листопада 2026 року 01:21:04',
    '٢٧ نوفمبر ٢٠٢٦ ٠١:٢١:٠٤',
    '۶ آذر ۱۴۰۵ ساعت ۰۱:۲۱:۰۴',
    '27 नवम्बर 2026 01:21:04',
    '27 Νοεμβριου 2026 01:21:04',
    '2026. nov. 27., péntek 01:21:04',
    'pe 27. marras 2026 01.21.04',
    'fre 27 nov 2026 kl. 01.21.04',
    'ngày 27 tháng 11 năm 2026, 1 giờ 21 phút 4 giây',
    '2026년 11월 27일 1시 21분 4초',
    '2026년 11월 27일 금요일 오전 1:21:04',
    '27 11월 2026 01:21:04',
    '2026年11月27日 1时21分4秒',
    '2026年11月27日 1時21分04秒です',
    '1時21分4秒 2026年11月27日',
    '27 พ.ย. 2569 01:21:04',
    '27.11.26 01.21.04',
    '27/11/2026 01.21.04',
    '01.21.04 27.11.26',
    '01:21:04 27.11.26',
    '1 Uhr, 21 Minuten und 4 Sekunden am 27.11.2026',
    '1:21:04 am 27.11.2026',
    '1 hour, 21 minutes and 4 seconds on November 27, 2026',
    '27 de novembro de 2026 às 1h21min04s',
    '27/11/2026 à 1 h 21 min 4 s',
    '2026-11-27 01h21m04s',
    'Year: 2026\nMonth: 11\nDay: 27\nHour: 1\nMinute: 21\nSecond: 4',
    'Jahr: 2026\nMonat: 11\nTag: 27\nStunde: 1\nMinute: 21\nSekunde: 4',
    'Date: 27/11/2026\nHour: 1\nMinute: 21\nSecond: 4',
    '{"year": 2026, "month": 11, "day": 27, "hour": 1, "minute": 21, "second": 4}',
    '2026-Nov-27 01:21:04',
  ])('%j is date and time', (text) => {
    expect(isTold(text, MOMENT), JSON.stringify(timesIn(text, { near: MOMENT }))).toBe(true);
    expect(isTold(text, MOMENT, 'date')).toBe(true);
    for (const off of [HOUR, DAY, -DAY, 10 * SECOND]) expect(isTold(text, MOMENT + off)).toBe(false);
  });

  /** As strftime writes them where it is told a language. */
  test.each([
    'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
    'янв фев мар апр мая июн июл авг сен окт ноя дек',
    'січ лют бер кві тра чер лип сер вер жов лис гру',
    'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    'led úno bře dub kvě čen čec srp zář říj lis pro',
    'sij velj ožu tra svi lip srp kol ruj lis stu pro',
    'Ιαν Φεβ Μάρ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ',
    'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
    'jan febr márc ápr máj jún júl aug szept okt nov dec',
    'jan feb mrt apr mei jun jul aug sep okt nov dec',
    'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
    'gen feb mar apr mag giu lug ago set ott nov dic',
    'Th1 Th2 Th3 Th4 Th5 Th6 Th7 Th8 Th9 Th10 Th11 Th12',
    '1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월',
  ])('%j are the months', (names) => {
    names.split(' ').forEach((name, month) => {
      const at = Date.UTC(2026, month, 27, 1, 21, 4);
      expect(isTold(`27 ${name} 2026 01:21:04`, at), name).toBe(true);
      expect(isTold(`27 ${name} 2026 01:21:04`, at + 365 * DAY), name).toBe(false);
    });
  });

  test('a date and a clock that both have points, in the order that fits', () => {
    const at = Date.UTC(2026, 10, 5, 10, 11, 12);
    expect(isTold('05.11.26 10.11.12', at)).toBe(true);
    expect(isTold('10.11.12 05.11.26', at)).toBe(true);
    expect(isTold('10.11.12', at)).toBe(true);
    expect(isTold('05.11.26', at, 'date')).toBe(true);
    expect(isTold('05.11.26 11.11.12', at)).toBe(false);
    expect(isTold('05.10.26 10.11.12', at)).toBe(false);
    expect(isTold('11.11.12', at)).toBe(false);
    expect(isTold('05.11.26', at)).toBe(false);
  });

  test.each([
    ['%m stands for the minutes', '2026-11-27 01:11:04'],
    ['%M stands for the month', '2026-21-27 01:21:04'],
    ['an hour off', '27 Kasım 2026 02:21:04'],
    ['yesterday', '26 ноября 2026 01:21:04'],
    ['the month counted from 0', '27.10.2026 1:21:04'],
    ['the month counted from 0, by its name', '27 Ekim 2026 01:21:04'],
    ['another half of the day', '2026년 11월 27일 오후 1시 21분 4초'],
    ['hour and minute swapped', '2026년 11월 27일 21시 1분 4초'],
    ['another year', '27 listopada 2025 01:21:04'],
    ['a number named otherwise', 'Hour: 11\nMinute: 21\nSecond: 4\nDay: 27'],
  ])('a wrong clock stays wrong: %s', (_, text) => {
    expect(isTold(text, MOMENT) && isTold(text, MOMENT, 'date')).toBe(false);
  });

  test.each([
    'may I ask 5 things',
    'sept personnes 14',
    'sen 3 kişi 14',
    'ocak 5 tane',
    'ara 12 kere',
    'set 5 flags, 3 out',
    'maj 5',
    '5 set',
    'Client 1 connected',
    '5 min ago',
    '5 sec left',
    '21 days, 4 hours',
    'port 5550 hour',
    'it took 12.34 s',
    '10.0.0.1',
    'version 3.11.7',
  ])('%j is prose', (text) => {
    expect(timesIn(text, { near: MOMENT })).toEqual([]);
  });
});
