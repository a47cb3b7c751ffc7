import { expect, test } from 'vitest';
import type { Exit } from '../arena/world.js';
import { endedBadly } from './ended-badly.js';

const TRACEBACK = 'Traceback (most recent call last):\n  File "server.py", line 4, in <module>\nNameError: name "x"\n';
const DEADLOCK =
  'fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [select (no cases)]:\nmain.main()\n';
const exit = (code: number | null, more: Partial<Exit> = {}): Exit => ({ code, signal: null, ...more });

test.each<[string, Exit | undefined, string, boolean]>([
  ['still runs', undefined, TRACEBACK, false],
  ['ended', exit(0), '', false],
  ['ended and left a trace of its steps', exit(0), 'sent 1\nsent 2\n', false],
  ['ended with what its last call returned', exit(13), '', false],
  ['ended with a code and words', exit(1), 'recvfrom: Bad file descriptor\n', true],
  ['ended with a traceback', exit(1), TRACEBACK, true],
  ['ended well but for a thread of it', exit(0), TRACEBACK, true],
  ['ended as a deadlock', exit(2), DEADLOCK, true],
  ['ended by a signal', exit(null, { signal: 'SIGSEGV' }), '', true],
  ['ended by a signal, or with its code', exit(139, { signal: 'SIGSEGV' }), '', true],
  ['ended over a limit', exit(0, { breach: 'memory' }), '', true],
])('a program that %s', (_, ended, stderr, bad) => {
  expect(endedBadly({ exit: ended, stderr })).toBe(bad);
});
