import { expect, test } from 'vitest';
import { waitOf } from './activity.js';

const readOf = (descriptor: string): string =>
  (process.arch === 'arm64' ? '63' : '0').concat(` ${descriptor} 0x7f3e 0x64`);
const OPENS = process.arch === 'arm64' ? '56 0x0 0x7f3e' : '257 0x0 0x7f3e';
const waits = (call: string, state: string) =>
  waitOf({ call, status: `Name:\tpython3\nUmask:\t0022\nState:\t${state}\nTgid:\t7\n` });

test.each([
  ['standard input', '0x0', 'S (sleeping)', 'input'],
  ['a socket or a pipe', '0x4', 'S (sleeping)', 'endless'],
  ['a file on a disk that is slow', '0x4', 'D (disk sleep)', 'busy'],
])('who reads %s is told from the others', (_, descriptor, state, wait) => {
  expect(waits(readOf(descriptor), state)).toBe(wait);
});

test.each([
  ['waits', 'a compiler', 'S (sleeping)', true, 'endless'],
  ['is busy', 'a compiler at a slow disk', 'D (disk sleep)', true, 'busy'],
  ['is busy', 'a program', 'S (sleeping)', false, 'busy'],
])('who opens a file %s, as %s', (_, __, state, opening, wait) => {
  expect(waitOf({ call: OPENS, status: `State:\t${state}\n`, opening })).toBe(wait);
});
