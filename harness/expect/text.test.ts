import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference, shows } from './text.js';

describe('shows', () => {
  test.each([
    ['Hello Client\n', 'Hello Client'],
    ["Hello Client ('127.0.0.1', 5550)\n", 'Hello Client'],
    ['1\r\n2\r\nHello Client\r\n', 'Hello Client'],
    ['the reply: \x1b[32mHello\x1b[0m Client', 'Hello Client'],
    ['Hello\nClient', 'Hello Client'],
    ['first line\nsecond line\n', 'first line\r\nsecond line'],
    ['a somewhat longer rep\nly, broken by its terminal', 'a somewhat longer reply, broken'],
    ["('caf\u00e9 au lait', 3)", 'cafe\u0301 au lait'],
    ['"caf\\u00e9 au lait"', 'caf\u00e9 au lait'],
    ["'it\\'s here'", "it's here"],
    ["'first\\nsecond'", 'first second'],
    ['(5)', '5'],
    ['Answer:11', '11'],
    ["b'x1' as text: x1", 'x1'],
    ["b'Hello Client'", "b'Hello Client'"],
    ['anything', ''],
  ])('%j shows %j', (output, text) => {
    expect(shows(output, text)).toBe('shown');
  });

  test.each([
    ["b'caf\\xc3\\xa9'", 'caf\u00e9'],
    ["b'Hello Client'\n", 'Hello Client'],
    ["(b'Hello Client', ('127.0.0.1', 5550))", 'Hello Client'],
    ['Received: b"it\'s here"', "it's here"],
    ["bytearray(b'one\\r\\ntwo')", 'one two'],
    ['<Buffer 48 65 6c 6c 6f>', 'Hello'],
    [`<Buffer ${'61 '.repeat(50)}... 10 more bytes>`, 'a'.repeat(60)],
  ])('%j shows %j only as bytes', (output, text) => {
    expect(shows(output, text)).toBe('as-bytes-literal');
  });

  test.each([
    ['2011', '11'],
    ['Hello', 'Hello Client'],
    ['', 'Hello'],
    ['HELLO CLIENT', 'Hello Client'],
    ["b'Hello'", 'Goodbye'],
    ['<Buffer 48 65>', 'Hello'],
    ['caf\u00c3\u00a9', 'caf\u00e9'],
  ])('%j does not show %j', (output, text) => {
    expect(shows(output, text)).toBe('absent');
  });

  test('shows any text that is printed as it is, between any others', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\p{C}"'\\<]/u.test(text));
    fc.assert(
      fc.property(word, word, (text, other) => {
        expect(shows(`${other}\n${text}\r\n${other}`, text)).toBe('shown');
      }),
    );
  });

  test('survives any output', () => {
    const fragment = fc.constantFrom(
      "b'",
      "'",
      '"',
      '\\',
      '\\x',
      '\\u12',
      '\\U00110000',
      '\\ud800',
      'a',
      '\n',
      '<Buffer 4',
      '>',
    );
    fc.assert(fc.property(fc.array(fragment), (parts) => void shows(parts.join(''), 'some text')));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => void shows(a, b)));
  });
});

describe('firstDifference', () => {
  test('is where the shorter one ends', () => {
    expect(firstDifference(Buffer.from('abc'), Buffer.from('abcd'))).toBe(3);
    expect(firstDifference(Buffer.from('abc'), Buffer.from('abc'))).toBeUndefined();
    expect(firstDifference(Buffer.from(''), Buffer.from('a'))).toBe(0);
  });

  test('everything before it is the same, and it is not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.uint8Array({ maxLength: 8 }), (start, a, b) => {
        const left = Buffer.concat([start, a]);
        const right = Buffer.concat([start, b]);
        const at = firstDifference(left, right);
        if (at === undefined) return void expect(left.equals(right)).toBe(true);
        expect(left.subarray(0, at).equals(right.subarray(0, at))).toBe(true);
        expect(left[at]).not.toBe(right[at]);
      }),
    );
  });
});
