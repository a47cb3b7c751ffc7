import { describe, expect, it } from 'vitest';
import { offersIn } from './offers.js';

/** The lines on offer, those behind a bar by which one leaves. */
function offered(text: string): string {
  const offers = offersIn(text);
  const lines = (leaves: boolean) =>
    offers
      .filter((offer) => offer.leaves === leaves)
      .map(({ line }) => line)
      .join(' ');
  return lines(true) === '' ? lines(false) : `${lines(false)} | ${lines(true)}`;
}

describe('offersIn', () => {
  it.each([
    ['--- HESAP MAKİNESİ ---\n[1] Yeni işlem\n[2] Çıkış\nSeçiminiz: ', '1 | 2'],
    ['1) اطلب الوقت\n2) خروج\nاختر رقما: ', '1 | 2'],
    ['1 - Hesapla\n0 - Çıkış\n> ', '1 | 0'],
    ['Press 1 for the time, 0 to exit: ', '1 | 0'],
    ['Press t for the time, q to leave: ', 't | q'],
    ['Enter request (time/date/quit): ', 'time date | quit'],
    ['Commands (time, date or quit): ', 'time date | quit'],
    ['Uhrzeit abfragen? [j/n] ', 'j n'],
    ['Czy chcesz liczyć? (tak/nie) ', 'tak nie'],
    ["Type 'go' to begin: ", 'go'],
    ['[N]ew calculation or [Q]uit? ', 'N | Q'],
    ['Type START to begin: ', 'START'],
    ['time - ask for the time\nbye - leave\ncommand> ', 'time | bye'],
    ['* time\n* date\n> ', 'time date'],
    ['время или дата? ', 'время дата'],
  ])('finds in %j: %s', (text, lines) => {
    expect(offered(text)).toBe(lines);
  });

  it.each([
    'Enter your message: ',
    'Bitte gib deinen Namen ein: ',
    'İşlem (örn. 5 + 6): ',
    'Expression: ',
    'Server says: hello\n> ',
    'The current time is: Mon Nov 23 14:05:59 2026\nAgain? ',
    '',
  ])('finds nothing in %j', (text) => {
    expect(offered(text)).toBe('');
  });

  it('names no more than a user would try', () => {
    expect(offersIn(Array.from({ length: 90 }, (_, at) => `${at}) x`).join('\n')).length).toBe(12);
  });
});
