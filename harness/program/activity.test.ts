import { expect, test } from 'vitest';
import { waitOf } from './activity.js';

const readOf = (descriptor: string): string =>
  (process.arch === 'arm64' ? '63' : '0').concat(` ${descriptor} 0x7f3e 0x64`);
const waits = (call: string, state: string) =>
  waitOf({ call, status: `Name:\tpython3\nUmask:\t0022\nState:\t${state}\nTgid:\t7\n`, timedFutex: false });

test.each([
  ['standard input', '0x0', 'S (sleeping)', 'input'],
  ['a socket or a pipe', '0x4', 'S (sleeping)', 'endless'],
  ['a file on a disk that is slow', '0x4', 'D (disk sleep)', 'busy'],
])('who reads %s is told from the others', (_, descriptor, state, wait) => {
  expect(waits(readOf(descriptor), state)).toBe(wait);
});
