import { answersWord, failure } from '../../harness/index.js';
import type { Exchange } from './server-exchange.js';

/** What an answer says of its word. */
export type Part = 'count' | 'first';

export function answeredOnes(exchanges: Exchange[]): Exchange[] {
  return exchanges.filter(({ answer }) => answer !== '');
}

/** The exchanges whose answers are right. One list of numbers holds several counts: the right ones stand at the same place. */
export function rightOnes(exchanges: Exchange[], part: Part): Exchange[] {
  const right = exchanges
    .map((one) => ({ one, judged: answersWord(one.answer, one.word) }))
    .filter(({ judged }) => judged[part]);
  if (part === 'first') return right.map(({ one }) => one);
  const places = [...new Set(right.flatMap(({ judged }) => judged.countAt))];
  const byPlace = places.map((place) => right.filter(({ judged }) => judged.countAt.includes(place)));
  return byPlace.reduce((most, some) => (some.length > most.length ? some : most), []).map(({ one }) => one);
}

export function expectedOf(word: string): string {
  return `${[...word].length} ${[...word][0]}`;
}

/** @throws CheckFailure when the answer does not give this part of its word */
export function expectPart({ word, answer }: Exchange, part: Part): void {
  const judged = answersWord(answer, word);
  if (judged[part]) return;
  const letters = [...word];
  const shown = { sent: word, received: answer, expected: part === 'count' ? String(letters.length) : letters[0]! };
  if (answer.trim() === word) throw failure('echo', 'The server sent the word back.', shown);
  const summary =
    part === 'count'
      ? `The number in the answer is ${COUNTED[judged.as] ?? `not the number of characters in the word (${letters.length})`}.`
      : judged.firstAs === 'nothing'
        ? 'The answer does not give the first character.'
        : `The answer gives ${FIRST[judged.firstAs] ?? 'another character'} for the first character.`;
  throw failure('mismatch', summary, shown);
}

const COUNTED: Record<string, string> = {
  bytes: 'the number of bytes, not of characters',
  'code units': 'the number of UTF-16 code units, not of characters',
  'with line end': 'one too many: the newline was counted',
  nothing: 'missing',
};

const FIRST: Record<string, string> = {
  'byte value': "the character's number",
  'whole word': 'the whole word',
};
