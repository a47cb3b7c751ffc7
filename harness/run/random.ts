import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Seeded randomness: the same seed gives the same words, numbers and ports, so that a run can be repeated. */
export class Random {
  readonly #generator: RandomGenerator;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
    this.#generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32LE(0));
  }

  /** A generator of its own for a part of the work: what one check draws does not shift what the next one sees. */
  fork(name: string): Random {
    return new Random(`${this.#seed}/${name}`);
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.map(() => left.splice(this.int(0, left.length - 1), 1)[0]!);
  }

  /** A pronounceable word in lower case that no program can know beforehand. */
  word(letters = this.int(5, 9)): string {
    let word = '';
    while (word.length < letters) word += this.pick(word.length % 2 === 0 ? CONSONANTS : VOWELS);
    return word;
  }

  /** A few words, as a person would greet. */
  phrase(words = 3): string {
    return Array.from({ length: words }, () => this.word()).join(' ');
  }

  /** A date and time between 2031 and 2038, to the microsecond, in epoch milliseconds: certainly not now. */
  otherTimeMs(): number {
    return Date.UTC(
      this.int(2031, 2037),
      this.int(0, 11),
      this.int(13, 28),
      this.int(13, 22),
      this.int(10, 59),
      this.int(10, 59),
      this.int(100, 999),
    );
  }

  /** A port that courses do not use and the kernel does not hand out in an arena. */
  port(): number {
    return this.int(20_000, 29_999);
  }
}

const CONSONANTS = [...'bdfgklmnprstvz'];
const VOWELS = [...'aeiou'];
