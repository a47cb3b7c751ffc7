import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { endWords, exitOf } from './exit-status.js';
import type { Exit } from './world.js';

test.each<[code: number | null, signal: NodeJS.Signals | null, exit: Exit, words: string]>([
  [0, null, { code: 0, signal: null }, 'exit code 0'],
  [1, null, { code: 1, signal: null }, 'exit code 1'],
  [128, null, { code: 128, signal: null }, 'exit code 128'],
  [null, 'SIGSEGV', { code: null, signal: 'SIGSEGV' }, 'signal SIGSEGV'],
  [139, null, { code: 139, signal: 'SIGSEGV' }, 'signal SIGSEGV (or exit code 139)'],
  [137, null, { code: 137, signal: 'SIGKILL' }, 'signal SIGKILL (or exit code 137)'],
  [255, null, { code: 255, signal: null }, 'exit code 255'],
])('what ended with the code %j or the signal %j', (code, signal, exit, words) => {
  expect(exitOf(code, signal)).toEqual(exit);
  expect(endWords(exit)).toBe(words);
});

test.each(['SIGCHLD', 'SIGCONT', 'SIGSTOP', 'SIGTSTP', 'SIGURG', 'SIGWINCH'] as const)(
  'the code that could stand for %s is a program’s own: nobody dies of that signal',
  (signal) => {
    const code = 128 + constants.signals[signal];
    expect(exitOf(code, null)).toEqual({ code, signal: null });
  },
);
