import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { answersWord } from './words.js';

describe('answersWord', () => {
  test.each([
    '5 a',
    '5a',
    'a5',
    'a 5',
    '5,a',
    '5\na\n',
    "(5, 'a')",
    "['a', 5]",
    '(5, "a")',
    '5 A',
    'apple 5 a',
    'apple5a',
    'apple-5-a',
    'Length: 5, first character: a',
    'First character: a, length: 5',
    'The word apple has 5 characters and starts with a',
    'The word apple has 5 characters and starts with a.',
    "The length of 'apple' is 5 and the first letter is 'a'",
    'The first letter of the word apple is a and it has 5 letters',
    'first letter a and length 5',
    'a is the first letter, and there are 5 characters',
    'It has 5 characters, a is the first one',
    '{"length": 5, "first": "a"}',
    '{"word":"apple","count":5,"first_char":"a"}',
    "{'length': 5, 'first': 'a'}",
    'Word: apple | Count: 5 | First: a',
    'c=a n=5',
    'n=5 c=a',
    "Client ('127.0.0.1', 53412): 5 a",
    'Client 3: apple has 5 characters, first character a',
    '[14:05:59] 5 a',
    "5 b'a'",
    'Number of characters: 5\r\nBeginning character: a\r\n',
    'letras: 5, primera letra: a',
    'L\u00e4nge: 5, erster Buchstabe: a',
    "It's 5 long and it starts with: a",
    '5\\na',
    'This is a word with 5 letters and it begins with an a',
    'length = 5 ; beginning char = a',
    'The number of characters in apple is 5 and the beginning character is a',
    'Word length:5First char:a',
    "Your string has 5 chars and begins with 'a'",
    'Number of characters: 5 - Beginning: A',
    'I received apple: 5 chars, starts with a',
    'Client A says 5 a',
    'OK 5 a',
    'apple: 5 (a)',
    '# of chars = 5, 1st char = a',
    'number of letters is : 5 \n the first letter is : a',
    "The word 'apple' consists of 5 characters. The first is 'a'.",
    '4 clients connected, 5 a',
    'First Character of apple is a & its length is 5',
    's = 5, f = a',
    'Hello! apple ==> 5, a. Bye',
    '5|a',
    '5/a',
    '5_a',
    '<5><a>',
    'a\t5',
    'length of word is 5 characters\nbeginning character is a',
    'Total: 5 | Initial: a',
  ])('%j answers apple', (reply) => {
    expect(answersWord(reply, 'apple')).toMatchObject({ count: true, as: 'characters', first: true });
  });

  test.each([
    ['5', true, false, 'nothing'],
    ['apple', false, false, 'whole word'],
    ['', false, false, 'nothing'],
    ['5 apple', true, false, 'whole word'],
    ['Your word apple has 5 characters', true, false, 'whole word'],
    ['a word of 5 characters', true, false, 'nothing'],
    ['This is a word with 5 characters', true, false, 'nothing'],
    ['a word of 5 characters starting with b', true, false, 'another character'],
    ['b is the first letter of a 5 letter word', true, false, 'another character'],
    ['The first letter of a word with 5 characters is b', true, false, 'another character'],
    ["It's 5 long", true, false, 'nothing'],
    ["(5, 'e')", true, false, 'another character'],
    ['5 e', true, false, 'another character'],
    ['5 97', true, false, 'byte value'],
    ['4 a', false, true, 'character'],
    ['15 a', false, true, 'character'],
    ['5.5 a', false, true, 'character'],
    ["('127.0.0.5', 5) a", false, true, 'character'],
    ['a = 5', true, false, 'nothing'],
  ])('%j for apple: count %s, first %s (%s)', (reply, count, first, firstAs) => {
    expect(answersWord(reply, 'apple')).toMatchObject({ count, first, firstAs });
  });

  test('the number beside its name decides, whatever else is counted', () => {
    expect(answersWord('Client 5: length 4, first a', 'apple').count).toBe(false);
    expect(answersWord('1 2 3 4 5 6 7 8 a', 'apple').count).toBe(false);
    expect(answersWord('length 1, length 2, length 3, length 4, length 5', 'apple').count).toBe(false);
    expect(answersWord('4 5 a', 'apple').countAt).toEqual([1]);
    expect(answersWord('Word 3 of 4: apple, 5 characters, first a', 'apple').count).toBe(true);
  });

  test.each([
    ['6 a', 'apple', '', false, 'with line end'],
    ['6 a', 'apple', '\n', true, 'with line end'],
    ['5 a', 'apple', '\n', true, 'characters'],
    ['7 a', 'apple', '\r\n', true, 'with line end'],
    ['6 a', 'apple', '\r\n', false, 'something else'],
    ['5 \u00e9', '\u00e9clat', '', true, 'characters'],
    ['6 \u00e9', '\u00e9cl\u00e9', '', false, 'bytes'],
    ['10 \u0434', '\u0434\u043e\u0440\u043e\u0433', '', false, 'bytes'],
    ['6 \ud83d\ude80', '\ud83d\ude80ab', '', false, 'bytes'],
    ['4 \ud83d\ude80', '\ud83d\ude80ab', '\r\n', false, 'code units'],
  ] as const)('%j for %s with line end %j: %s, %s', (reply, word, lineEnd, count, as) => {
    expect(answersWord(reply, word, lineEnd)).toMatchObject({ count, as });
  });

  test.each([
    ['5 e\u0301', '\u00e9clat'],
    ['6 e', 'e\u0301clat'], // in code points
    ['5 \u00e9', 'e\u0301clat'], // as a reader counts
    ['5 \u00c9', '\u00e9clat'],
    ["(3, '\u65e5')", '\u65e5\u672c\u8a9e'],
    ['4 \u0645', '\u0645\u062f\u0631\u0633'],
    ["(3, '\ud83d\ude80')", '\ud83d\ude80ab'],
  ])('%j gives the first character of %s', (reply, word) => {
    expect(answersWord(reply, word)).toMatchObject({ count: true, first: true });
  });

  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéñжш');
  const words = fc.array(letters, { minLength: 2, maxLength: 12 }).map((parts) => parts.join(''));
  const phrasings: ((count: number, first: string, word: string) => string)[] = [
    (n, c) => `${n} ${c}`,
    (n, c) => `${n}${c}`,
    (n, c) => `(${n}, '${c}')`,
    (n, c) => `Length: ${n}, first character: ${c}`,
    (n, c) => JSON.stringify({ length: n, first: c }),
    (n, c, word) => `The word ${word} has ${n} characters and starts with ${c}`,
    (n, c) => `a word of ${n} characters starting with ${c}`,
    (n, c, word) => `'${word}' has ${n} letters. Its first letter is '${c}'.`,
  ];

  test('right answers are right and wrong ones wrong, in every phrasing', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...phrasings),
        letters,
        fc.integer({ min: 1, max: 3 }),
        (word, say, other, off) => {
          const first = word[0]!;
          expect(answersWord(say(word.length, first, word), word)).toMatchObject({ count: true, first: true });
          expect(answersWord(say(word.length + off + 2, first, word), word).as).not.toBe('characters');
          if (other !== first) {
            expect(answersWord(say(word.length, other, word), word)).toMatchObject({ count: true, first: false });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the word said again is never its first character', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('', 'You sent: ', 'Word: ', '"'), (word, before) => {
        expect(answersWord(`${before}${word}${before === '"' ? '"' : ''}`, word)).toMatchObject({
          count: false,
          first: false,
        });
      }),
    );
  });

  test('survives any reply', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (reply) => void answersWord(reply, 'apple')),
    );
    const flood = (pieces: number) => answersWord("length of ' first a1 ".repeat(pieces), 'apple');
    expect(growth(3000, flood)).toBeLessThan(TWICE_LINEAR);
  });
});

test.each(['`', '\\"', '0', "b'\\", 'a:a:'])(
  'a reply that is nothing but %j is read as far as any answer goes',
  (piece) => {
    expect(answersWord(`5 a ${piece.repeat(100_000)}`, 'apple').count).toBe(true);
  },
);
