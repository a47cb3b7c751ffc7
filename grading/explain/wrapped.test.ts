import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../../harness/test/growth.js';
import { wrapped } from './wrapped.js';

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['  one two', 7, ['  one', '  two']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a abcdefghij', 4, ['a', 'abcd', 'efgh', 'ij']],
  ['漢字漢字', 5, ['漢字', '漢字']],
])('%j in %i columns', (line, width, lines) => {
  expect(wrapped(line, width)).toEqual(lines);
});

test('nothing is lost and nothing is wider than the page', () => {
  const words = fc.array(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !/\s/u.test(word)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 60 }), (line, width) => {
      const lines = wrapped(line.join(' '), width);
      expect(lines.join('').replaceAll(' ', '')).toBe(line.join(''));
      // A character that is wider than the page has a line to itself.
      for (const one of lines) expect(stringWidth(one)).toBeLessThanOrEqual(Math.max(width, 4));
    }),
  );
});

test('a word of 60,000 signs, such as the message of an exception, is cut, and takes time in proportion at most', () => {
  const lines = wrapped('␛'.repeat(60_000), 80);
  expect(growth(15_000, (length) => wrapped('␛'.repeat(length), 80))).toBeLessThan(TWICE_LINEAR);
  expect(lines).toHaveLength(51);
  expect(lines.at(-1)).toBe('…');
});
