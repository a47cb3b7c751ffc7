import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../harness/wire/bytes.js';
import { explain } from './explain.js';
import { attacks } from './test/results.js';

const differing = (expected: string, received: Uint8Array | string) => {
  const right = Buffer.from(expected);
  const raw = Buffer.from(received);
  let differsAt = 0;
  while (differsAt < raw.length && raw[differsAt] === right[differsAt]) differsAt += 1;
  return { code: 'mismatch', summary: 'It differs.', expected, received: bytesOf(raw), differsAt };
};

describe('the caret stands under the first difference', () => {
  it.each([
    ['a wrong digit', '5 + 6 = 11', '5 + 6 = 12'],
    ['a message that ends too early', '3.5', '3'],
    ['a message that goes on', '11', '11.0'],
    ['an empty message', '11', ''],
    ['a missing newline', '11\n', '11'],
    ['wide characters before it', '文字: 2', '文字: 3'],
    ['two letters of which only the second byte differs', 'é', 'è'],
    ['a control character', '11', '1\u001b[2J1'],
    ['a difference far behind the edge', `${'0123456789'.repeat(40)}x`, `${'0123456789'.repeat(40)}y`],
  ])('%s', (_, expected, received) => {
    const lines = explain(differing(expected, received), { width: 60 }).split('\n');
    const [, right = '', got = '', caret = ''] = lines;
    const column = caret.indexOf('^');
    expect(stringWidth(caret.slice(0, column))).toBe(column);
    const upTo = (line: string) => {
      let text = '';
      for (const { segment } of new Intl.Segmenter().segment(line)) {
        if (stringWidth(text + segment) > column) break;
        text += segment;
      }
      return text.slice(12);
    };
    expect(upTo(got)).toBe(upTo(right));
    expect(got.slice(12 + upTo(got).length)).not.toBe(right.slice(12 + upTo(right).length));
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  });

  it.each([
    ['bytes that are no text', 'abc', Buffer.from([0x61, 0xff, 0x63]), '61 ff 63', '   ^^'],
    ['a space that is none', '5 6', '5\u00a06', '35 c2 a0 36', '   ^^'],
    ['a composed letter', 'é', 'e\u0301', '65 cc 81', '^^'],
    ['a trailing space', '11', '11 ', '31 31 20', '      ^^'],
  ])('in hexadecimal, where the eye cannot see it: %s', (_, expected, received, hex, caret) => {
    const lines = explain(differing(expected, received)).split('\n');
    expect(lines[2]).toBe(`received    ${hex}`);
    expect(lines[3]).toBe(`            ${caret}`);
  });

  it('says the difference in words', () => {
    expect(explain(differing('a\n', 'a'))).toContain('differs at byte 1: expected 0a (newline), but it ended');
    expect(explain(differing('a', 'ab'))).toContain('differs at byte 1: expected the end, received 62 (b)');
    expect(explain(differing('a', 'b'))).toContain('differs at byte 0: expected 61 (a), received 62 (b)');
  });
});

it('shows an empty datagram as such', () => {
  expect(explain({ code: 'empty-reply', summary: 'The reply is empty.', received: { text: '' } })).toContain(
    'received    (nothing)',
  );
});

it('keeps the last lines of an error, where its message stands, and says how many went before', () => {
  const lastWords = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const words = explain({ code: 'crashed', summary: 'It ended.', lastWords }, { rows: 3 });
  expect(words).toBe(
    'It ended.\nlast words  … 37 lines before\n            line 37\n            line 38\n            line 39',
  );
});

it('stays inside its width, and hides nothing, whatever a program printed', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...attacks));
  fc.assert(
    fc.property(text, text, fc.boolean(), fc.integer({ min: 40, max: 120 }), (expected, received, literal, width) => {
      const cause = literal
        ? differing(expected, received)
        : {
            code: 'mismatch',
            summary: received,
            sent: { text: expected },
            expected,
            received: { text: received },
            lastWords: received,
          };
      for (const line of explain(cause, { width }).split('\n')) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(line.replace(/[\u200c\u200d]/g, '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }),
  );
});
