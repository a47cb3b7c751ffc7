import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReencoding } from './re-encoding.js';

const WORDS = ['banana', 'kiwi', 'rhubarb', 'tamarillo'];

const each = (change: (byte: number, at: number) => number) => (message: Buffer) => Buffer.from(message.map(change));
const plain = (message: Buffer) => message;
const reversed = (message: Buffer) => Buffer.from(message).reverse();
const hex = (message: Buffer) => Buffer.from(message.toString('hex'));
const base64 = (message: Buffer) => Buffer.from(message.toString('base64'));
const within = (message: Buffer) => Buffer.concat([Buffer.from('{"value": "'), message, Buffer.from('"}')]);

const exchangesOf = (texts: string[], request: (text: Buffer) => Buffer, answer: (text: Buffer) => Buffer) =>
  texts.map((text) => ({ sent: request(Buffer.from(text)), answered: answer(Buffer.from(text)) }));

describe('isReencoding', () => {
  test.each<[string, (text: Buffer) => Buffer, (text: Buffer) => Buffer]>([
    ['an echo', plain, plain],
    ['xor with another constant', each((byte) => byte ^ 0xaa), each((byte) => byte ^ 0xff)],
    ['a constant added', each((byte) => byte + 3), plain],
    ['a key that goes on with the place', each((byte, at) => byte ^ (17 * at)), plain],
    ['a shift that goes on with the place', plain, each((byte, at) => byte + 5 * at)],
    ['capital letters', plain, each((byte) => byte & 0xdf)],
    ['backwards', plain, reversed],
    ['hexadecimal digits', hex, each((byte) => byte ^ 0x55)],
    ['Base64', plain, base64],
    ['compressed', (text) => deflateSync(text), plain],
    ['compressed, in Base64', plain, (text) => base64(deflateSync(text))],
    ['constant bytes around it', within, each((byte) => byte ^ 0xaa)],
  ])('knows the request in the answer: %s', (_, request, answer) => {
    expect(isReencoding(exchangesOf(WORDS, request, answer))).toBe(true);
  });

  test.each<[string, string[], (text: Buffer) => Buffer]>([
    ['length and beginning', WORDS, (text) => Buffer.from(`${text.length} ${text.toString()[0]}`)],
    ['the word said again', WORDS, (text) => Buffer.from(`${text}: ${text.length} ${text.toString()[0]}`)],
    ['answers as long as the words', ['cat', 'dog', 'sun', 'sky'], (text) => Buffer.from(`3 ${text.toString()[0]}`)],
    [
      'fixed places filled with zeros',
      WORDS,
      (text) => Buffer.concat([Buffer.from([text.length, text[0]!]), Buffer.alloc(text.length - 2)]),
    ],
  ])('an answer that was computed is none: %s', (_, words, answer) => {
    for (const coat of [plain, hex, base64, each((byte) => byte ^ 0xaa), (text: Buffer) => deflateSync(text)]) {
      const coated = (text: Buffer) => coat(answer(text));
      expect(isReencoding(exchangesOf(words, plain, coated))).toBe(false);
      expect(isReencoding(exchangesOf(words, coat, coated))).toBe(false);
    }
  });

  test('a sum of two bytes is none', () => {
    const numbers = [
      [5, 6],
      [4, 6],
      [7, 6],
      [5, 7],
      [5, 4],
    ];
    const exchanges = numbers.map(([a, b]) => ({ sent: Buffer.from([a!, b!]), answered: Buffer.from([0, a! + b!]) }));
    expect(isReencoding(exchanges)).toBe(false);
  });

  test('nothing is said of too few exchanges', () => {
    expect(isReencoding([])).toBe(false);
    expect(
      isReencoding(
        exchangesOf(
          ['banana'],
          each((byte) => byte ^ 0xaa),
          plain,
        ),
      ),
    ).toBe(false);
  });

  test('survives any messages', () => {
    const message = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
    const exchanges = fc.array(fc.record({ sent: message, answered: message }), { maxLength: 4 });
    fc.assert(fc.property(exchanges, (any) => void isReencoding(any)));
  });
});
