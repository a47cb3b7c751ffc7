import type { Random } from '../../harness/index.js';

/** Words whose characters are one code point each in every normal form that people type, and more bytes than characters. */
export const FOREIGN = [
  'größe',
  'schönheit',
  'привет',
  'мир',
  'κόσμος',
  'سلام',
  'مدرسة',
  '日本語',
  '你好世界',
  'çiçek',
  'naïveté',
  'señorita',
];

/** Four words of four lengths and four beginnings, none of the length `not`, so that no answer fits two words. */
export function distinctWords(random: Random, not?: number): string[] {
  const lengths = random.shuffle([4, 5, 6, 7, 8, 9].filter((length) => length !== not)).slice(0, 4);
  const words: string[] = [];
  for (const length of lengths) {
    let word = wordWithRepeat(random, length);
    while (words.some((other) => other[0] === word[0])) word = wordWithRepeat(random, length);
    words.push(word);
  }
  return words;
}

/** Words beside one another. */
export interface Relatives {
  base: string;
  /** As many letters and the same beginning, but no other letter where `base` has it. */
  alike: string;
  /** As many letters, and none of them where `base` or `alike` has it. */
  other: string;
  /** `base` and three letters more: they come as a group in Base64 as well. */
  longer: string;
}

export function relatives(random: Random): Relatives {
  const base = random.word(6);
  const differing = (...from: string[]): string => {
    for (;;) {
      const word = random.word(6);
      if ([...word].every((letter, at) => from.every((one) => one[at] !== letter))) return word;
    }
  };
  const alike = base[0] + differing(base).slice(1);
  return { base, alike, other: differing(base, alike), longer: base + random.word(3) };
}

/** A letter comes twice, so that counting different letters is not counting characters. */
function wordWithRepeat(random: Random, length: number): string {
  const letters = [...random.word(length)];
  letters[3] = letters[1]!;
  return letters.join('');
}
