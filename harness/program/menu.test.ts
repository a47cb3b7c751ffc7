import { describe, expect, it } from 'vitest';
import { MenuUser, yesToAgain } from './menu.js';

/** Everything that a user types at a program that shows the same text again and again. */
function walk(text: string, rounds: number): string[] {
  const user = new MenuUser(rounds);
  const lines: string[] = [];
  for (let next = user.choose(text); next?.line !== undefined; next = user.choose(text)) lines.push(next.line);
  return lines;
}

describe('MenuUser', () => {
  it.each([
    ['1) IP adresi bul\n2) Port bul\n0) Çıkış\nSeçiminiz: ', 2, '1 2 1 2 0'],
    ['1) Isim\n2) Port\n0) Cikis\nSeciminiz: ', 1, '1 2 0'],
    ['[1] address\n[2] name\n[9] Quit\n> ', 1, '1 2 9'],
    ['a. address\nb. name\nq. leave\n> ', 1, 'a b q'],
    ['0. back to where you came from\n1. address\n2. name\n> ', 2, '1 2 1 2 0'],
    ['1- address\n2- name\n3- farvel\n> ', 2, '1 2 1 2 3 3'],
    ['1) address 2) name 3) port 0) exit: ', 1, '1 2 3 0'],
  ])('goes through %j', (text, rounds, lines) => {
    expect(walk(text, rounds).join(' ')).toBe(lines);
  });

  it('knows a menu again that is shown once', () => {
    const user = new MenuUser(1);
    expect(user.choose('1) address\n2) name\n0) exit\nchoice: ')).toEqual({ line: '1' });
    expect(user.choose('host: ')).toBeUndefined();
    expect(user.choose('192.0.2.1\nyour choice: ')).toEqual({ line: '2' });
  });

  it.each(['Host: ', 'A: 192.0.2.1\nA: 192.0.2.7\nDomain: ', '1. 192.0.2.1\n2. 192.0.2.7\nDomain: ', ''])(
    'takes %j for no menu',
    (text) => {
      expect(new MenuUser(1).choose(text)).toBeUndefined();
    },
  );
});

describe('MenuUser.leave', () => {
  it.each([
    ['Domain (q to quit): ', 'q'],
    ["Enter a host or 'exit': ", 'exit'],
    ['Host, or type quit to end: ', 'quit'],
    ['Domain: ', undefined],
    ['Enter the domain name: ', undefined],
    ['Domain (e.g. example.com): ', undefined],
  ])('reads in %j what to type', (prompt, line) => {
    expect(new MenuUser(1).leave(prompt)).toBe(line);
  });

  it('ends the input of a program that does not leave then', () => {
    const user = new MenuUser(1);
    expect([user.leave('Host (q to quit): '), user.leave('Host (q to quit): ')]).toEqual(['q', undefined]);
  });
});

describe('MenuUser.leave, where another prompt says how', () => {
  const DOMAIN = 'Domain (or quit): ';
  const TYPE = 'Type (A, MX): ';

  it('goes on to that prompt', () => {
    const user = new MenuUser(1);
    expect(user.choose(DOMAIN)).toBeUndefined();
    expect(user.choose(TYPE)).toBeUndefined();
    expect(user.leave(TYPE, 'A')).toBe('A');
    expect(user.choose(DOMAIN)).toEqual({ line: 'quit' });
  });

  it('goes no further where that prompt does not come', () => {
    const user = new MenuUser(1);
    user.choose(DOMAIN);
    expect([user.leave(TYPE, 'A'), user.leave(TYPE, 'A')]).toEqual(['A', undefined]);
  });

  it('ends the input where no prompt says it', () => {
    const user = new MenuUser(1);
    user.choose(TYPE);
    expect(user.leave(TYPE, 'A')).toBeUndefined();
  });
});

describe('yesToAgain', () => {
  it.each([
    ['Another one? (y/n) ', 'y'],
    ['Devam? (E/H) ', 'E'],
    ['Again? ', 'y'],
    ['Host: ', undefined],
  ])('answers %j', (prompt, line) => {
    expect(yesToAgain(prompt)).toBe(line);
  });
});
