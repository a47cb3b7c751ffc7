import { nameWords, spellings } from './name-keys.js';

/** The names in the roster, in whatever order their words are written. */
export class KnownNames {
  readonly #names: ReadonlySet<string>;
  readonly #mostWords: number;

  constructor(names: readonly string[]) {
    this.#names = new Set(names.flatMap(spellings).map(sortedWords));
    this.#mostWords = Math.max(0, ...[...this.#names].map((name) => name.split(' ').length));
  }

  has(name: string): boolean {
    return this.#names.has(sortedWords(name));
  }

  /**
   * Which of the words, from one to before the other, are somebody's whole name: the longest. A single word may be anything. Whoever is called
   * Go or Son has it for a name, and not for a language or a version.
   */
  among(words: readonly string[]): { from: number; to: number } | undefined {
    for (let length = Math.min(this.#mostWords, words.length); length > 1; length -= 1) {
      for (let from = 0; from + length <= words.length; from += 1) {
        const to = from + length;
        if (this.has(words.slice(from, to).join(' '))) return { from, to };
      }
    }
    return undefined;
  }
}

function sortedWords(name: string): string {
  return nameWords(name).sort().join(' ');
}
