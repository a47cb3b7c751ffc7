import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapedText, visibleRuns } from './visible-text.js';

test.each([
  ['plain text', 'plain text'],
  ['a\r\nb\tc', 'a\\r\\nb\\tc'],
  ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
  ['invoice\u202egnp.exe', 'invoice\\u202egnp.exe'],
  ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ['zero\u200bwidth', 'zero\\u200bwidth'],
  ['\u200cat the edge\u200d', '\\u200cat the edge\\u200d'],
  ['C:\\temp\\new', 'C:\\\\temp\\\\new'],
  ['\u{e0041}tag', '\\u{e0041}tag'],
  ['a\u3164b\u2800c\ufe0fd', 'a\\u3164b\\u2800c\\ufe0fd'],
  ['\u0085\u007f\u0000', '\\x85\\x7f\\0'],
])('%j is shown as %s', (text, shown) => {
  expect(escapedText(text)).toBe(shown);
});

test('joiners inside words and emoji stay, for people write with them', () => {
  expect(escapedText('می\u200cخواهم 👩\u200d💻 ❤\ufe0f')).toBe('می\u200cخواهم 👩\u200d💻 ❤\ufe0f');
});

test('whatever a program prints, nothing that acts on a terminal or hides is left', () => {
  const nasty = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom('\u001b', '\u202e', '\u200d', '\n', '\u2066'),
    ),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      expect(escapedText(text).replace(/[\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});

test('what is plain comes back unchanged and in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(visibleRuns(text)).toEqual(text === '' ? [] : [{ text, escaped: false }]);
    }),
  );
});

test('a terminal keeps its line feeds and tabs, and nothing else of the kind', () => {
  expect(visibleRuns('a\n\tb\r\n', 'kept')).toEqual([
    { text: 'a\n\tb', escaped: false },
    { text: '\\r', escaped: true },
    { text: '\n', escaped: false },
  ]);
});
