import type { CheckContext, Random } from '../../harness/index.js';

/** What we answered; the number and the character are not the word's own. */
export interface Answer {
  text: string;
  count: number;
  first: string;
}

/** An answer to one word is a line. One that is longer, or a longer word, is answered in plain words: a line can hold a word often. */
const LONGEST_SAMPLE = 4_096;
const LONGEST_WORD = 1_024;

/** Letters that are no word by themselves. */
const LETTERS = [...'bdfhkmqvwxz'];

/** A number that no word has as its length and a character that this word does not begin with, written as its own server writes answers. */
export function answerFor({ random, learned }: CheckContext, word: string): Answer {
  const count = madeUpCount(random);
  const said = word.toLowerCase();
  const foreign = LETTERS.filter((letter) => !said.includes(letter));
  // A sentence may hold them all; it begins with one of them at most.
  const first = random.pick(foreign.length > 0 ? foreign : LETTERS.filter((letter) => !said.startsWith(letter)));
  const sample = learned.get('answer') as { text: string; word: string } | undefined;
  const isUsual = sample && sample.text.length <= LONGEST_SAMPLE && word.length <= LONGEST_WORD;
  const text = isUsual ? likeOwnServer(sample, { word, count, first }) : `${count} ${first}`;
  return { text, count, first };
}

/** Longer than words are, and no byte's number, in decimal or in hexadecimal digits: a program may show those as well. */
export function madeUpCount(random: Random): number {
  return random.int(301, 998);
}

/** Puts another number, character and word into an answer of the submission's own server. */
function likeOwnServer(
  sample: { text: string; word: string },
  now: { word: string; count: number; first: string },
): string {
  const initial = [...sample.word][0]!;
  return sample.text
    .split(sample.word)
    .map((part) =>
      part
        .replace(new RegExp(`(?<!\\d)${[...sample.word].length}(?!\\d)`, 'g'), String(now.count))
        .replace(
          new RegExp(`(?<![\\p{L}\\p{N}])${initial}(?!\\p{L})|(?<!\\p{L})${initial}(?![\\p{L}\\p{N}])`, 'giu'),
          now.first,
        ),
    )
    .join(now.word);
}
