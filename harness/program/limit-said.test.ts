import { expect, test } from 'vitest';
import { limitSaid } from './limit-said.js';

test.each([
  ['gcc: fatal error: CPU time limit exceeded signal terminated program cc1', 'cpu'],
  ['collect2: fatal error: ld terminated with signal 25 [File size limit exceeded]', 'file-size'],
  ['/usr/bin/ld: final link failed: File too large', 'large-file'],
  [
    'server.c:1:10: fatal error: a.h: Too many open files\n    1 | #include "a.h"\n      |          ^~~~~',
    'open-files',
  ],
  ['error: error reading Server.java; /a/Server.java (Too many open files)', 'open-files'],
  [
    "/tmp/a.s: Fatal error: can't write 62 bytes to section .text of /tmp/a.o: 'No space left on device'",
    'full-folder',
  ],
  [
    'error: couldn\'t create a temp dir: No space left on device (os error 28) at path "/tmp/rustcAbCdEf"',
    'full-folder',
  ],
  ['cc: vfork: Resource temporarily unavailable', 'processes'],
  ['fork/exec /usr/lib/go/compile: resource temporarily unavailable', 'processes'],
  ['error: could not exec the linker `cc`: Resource temporarily unavailable (os error 11)', 'processes'],
  ['java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory', 'processes'],
])('a compiler says in "%s" that it is over its limit', (words, limit) => {
  expect(limitSaid(words)).toBe(limit);
});

test.each([
  [
    'gcc',
    'server.c:15:60: error: expected \u2018;\u2019 before \u2018return\u2019\n   15 |     printf("fork: Resource temporarily unavailable\n      |     ^~~~',
  ],
  ['gcc', 'server.c:7:25: error: \u2018EMFILE\u2019 undeclared (first use in this function)'],
  ['gcc', 'server.c:3:2: error: #error "No space left on device"'],
  [
    'javac',
    'Server.java:5: error: \';\' expected\n    throw new IOException("a: Too many open files") // thread: File too large\n                          ^',
  ],
  ['javac', 'Server.java:5: error: cannot find symbol\n  symbol:   variable ENOSPC'],
  ['go', 'server.go:7:12: undefined: EMFILE'],
  [
    'rustc',
    'error[E0599]: no variant named `StorageFull`\n --> server.rs:3:20\n  |\n3 |   // unable to create native thread\n  |                    ^^^',
  ],
])('what %s shows of a source that speaks of limits is none that it met: %s', (_, words) => {
  expect(limitSaid(words)).toBeUndefined();
});
