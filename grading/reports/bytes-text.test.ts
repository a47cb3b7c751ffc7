import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesText } from './bytes-text.js';
import { payloadView } from './event-words.js';
import type { LadderEvent } from './ladder.js';
import { strayByte } from './stray-byte.js';
import { escapedText } from './visible-text.js';

test('a letter in another encoding is shown by its value, amid the letters around it', () => {
  expect(escapedText(bytesText(Buffer.from('mañana', 'latin1')))).toBe('ma\\xf1ana');
  expect(escapedText(bytesText(Buffer.from('ü')))).toBe('ü');
  expect(escapedText(bytesText(Buffer.from([0xc3])))).toBe('\\xc3');
  expect(escapedText(bytesText(Buffer.from([0xed, 0xa0, 0x80])))).toBe('\\xed\\xa0\\x80');
});

test('whatever the bytes, none is lost', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      (raw) => {
        const back = [...bytesText(raw)].map((character) => {
          const stray = strayByte(character);
          return stray === undefined ? Buffer.from(character) : Buffer.of(stray);
        });
        expect(Buffer.concat(back).toString('hex')).toBe(Buffer.from(raw).toString('hex'));
      },
    ),
  );
});

test.each([
  ['mañana, señor', 'text'],
  ['\u0001\u00ff\u00fe\u0010', 'hex'],
  ['\u00e9\u00e8\u00e0', 'hex'],
])('%j in Latin-1 is shown as %s', (words, as) => {
  const raw = Buffer.from(words, 'latin1');
  const end = { party: 'client', address: '127.0.0.1', port: 1 };
  const data = { text: raw.toString(), base64: raw.toString('base64') };
  const event: LadderEvent = { atMs: 0, type: 'datagram', from: end, to: { ...end, party: 'peer' }, data };
  expect(payloadView(event as Extract<LadderEvent, { type: 'datagram' }>).as).toBe(as);
});
