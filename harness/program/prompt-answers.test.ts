import { describe, expect, it } from 'vitest';
import { PromptAnswers, type Wanted } from './prompt-answers.js';

/** A program in a few words: from what was typed to what it asks next, `true` once it speaks, or what it fails of. */
type Asked = (typed: string[]) => string | true | Wanted;

/** Starts a program until it speaks or nothing is left to try; everything that was typed in each start, `word` where nothing is known. */
function starts(asks: Asked, answers = new PromptAnswers(10_000)): string[] {
  const runs: string[] = [];
  for (;;) {
    answers.begin();
    const typed: string[] = [];
    let next = asks(typed);
    while (typeof next === 'string' && !(answers.comesAgain(next) && !answers.found)) {
      const line = answers.at(next) ?? 'word';
      answers.note(next, line);
      typed.push(line);
      next = typed.length > 5 ? {} : asks(typed);
    }
    runs.push(typed.join(' '));
    if (next === true) {
      answers.found = true;
      return runs;
    }
    if (!answers.next(typeof next === 'string' ? {} : next)) return runs;
  }
}

const MENU = '1) help\n2) time\n3) quit\nchoice: ';

describe('PromptAnswers', () => {
  it('tries what a menu offers, one after the other, and not the way out', () => {
    expect(starts((typed) => (typed[0] === '2' ? true : MENU))).toEqual(['word', '1', '2']);
    expect(starts(() => MENU)).toEqual(['word', '1', '2']);
  });

  it('knows a menu again that is not shown again', () => {
    const asks: Asked = (typed) => (typed.includes('2') ? true : typed.length === 0 ? MENU : 'wrong\nchoice: ');
    expect(starts(asks)).toEqual(['word', '1', '2']);
  });

  it('tries a later prompt again behind each answer to an earlier one', () => {
    const asks: Asked = ([room, color]) =>
      room === undefined ? 'room (a/b): ' : color === undefined ? 'color (c/d): ' : room + color === 'bd' ? true : {};
    expect(starts(asks)).toEqual(['word word', 'word c', 'word d', 'a word', 'a c', 'a d', 'b word', 'b c', 'b d']);
  });

  it('types host and port where their lack is what ends the program', () => {
    const asks: Asked = ([host, port]) => {
      if (host === undefined) return 'Kiszolgáló: ';
      if (port === undefined) return 'Kapu: ';
      return port !== '5550' ? { port: '5550' } : host === 'here' ? true : { host: 'here' };
    };
    expect(starts(asks).at(-1)).toBe('here 5550');
  });

  it('leaves a program alone that offers nothing', () => {
    const answers = new PromptAnswers(10_000);
    expect(starts((typed) => (typed.length > 0 ? {} : 'Name: '), answers)).toEqual(['word']);
    answers.fail({});
    expect(answers.hadChoice).toBe(false);
  });

  it('gives up after so many tries, and when its time is over', () => {
    const endless: Asked = (typed) => `level ${typed.length} (a/b/c/d): `;
    expect(starts((typed) => (typed.length > 3 ? {} : endless(typed))).length).toBe(25);
    expect(starts((typed) => (typed.length > 3 ? {} : endless(typed)), new PromptAnswers(0))).toHaveLength(1);
  });

  it('reads how to leave again', () => {
    const answers = new PromptAnswers(10_000);
    starts((typed) => (typed[0] === '2' ? true : MENU), answers);
    expect(answers.wayOutAt(MENU)).toBe('3');
    expect(answers.lines).toEqual(['2']);
  });
});
