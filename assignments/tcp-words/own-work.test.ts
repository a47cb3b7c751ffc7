import { describe, expect, test } from 'vitest';
import { withOtherWord } from './own-work.js';

const made = (write: (word: string) => Buffer | string) => {
  const request = (word: string) => Buffer.from(write(word) as string);
  return withOtherWord({ base: request('tomoka'), alike: request('tiguve'), other: request('becisu') });
};

describe('withOtherWord', () => {
  test.each<[string, (word: string) => Buffer | string]>([
    ['before', (word) => `${word[0]} is the first of "${word}"`],
    ['behind', (word) => `{"word": "${word}", "first": "${word[0]}"}`],
  ])('leaves what comes along %s the word', (_, write) => {
    const expected = write('becisu')
      .toString()
      .replace(/^b|b(?="\})/, 't');
    expect(made(write)?.toString()).toBe(expected);
  });

  test.each<[string, (word: string) => Buffer | string]>([
    ['plain', (word) => word],
    ['backwards', (word) => [...word].reverse().join('')],
    ['a letter and a zero byte', (word) => Buffer.from(word, 'utf16le')],
    ['a list of letters', (word) => JSON.stringify([...word])],
    ['with its length', (word) => Buffer.concat([Buffer.from([0, word.length]), Buffer.from(word)])],
  ])('finds nothing beside a word alone: %s', (_, write) => {
    expect(made(write)).toBeUndefined();
  });

  test('says nothing of requests that are not equally long or do not differ', () => {
    expect(made((word) => word.padEnd(word.charCodeAt(0)))).toBeUndefined();
    expect(made(() => 'hello')).toBeUndefined();
  });
});
