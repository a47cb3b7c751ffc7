import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastLines } from './last-lines.js';

test('a Node error keeps its own words and frames only', () => {
  const stderr = [
    'node:internal/modules/cjs/loader:1210',
    '  throw err;',
    '  ^',
    '',
    "Error: Cannot find module 'nope'",
    'Require stack:',
    '- /home/student/hand-in/a.cjs',
    '    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)',
    '    at Object.<anonymous> (/home/student/server.cjs:1:11)',
    '    at node:internal/main/run_main_module:28:49',
    '',
    'Node.js v20.20.2',
    '',
  ].join('\n');
  expect(lastLines(stderr)).toBe(
    [
      "Error: Cannot find module 'nope'",
      'Require stack:',
      '- a.cjs',
      '    at Object.<anonymous> (server.cjs:1:11)',
    ].join('\n'),
  );
});

test.each([
  ['  File "/home/my folder/server.py", line 3, in <module>', '  File "server.py", line 3, in <module>'],
  ['  File "C:\\Users\\me\\server.py", line 3', '  File "server.py", line 3'],
  ['\tat java.base/java.net.Socket.connect(Socket.java:633)\n\tat A.main(A.java:1)', '\tat A.main(A.java:1)'],
  ['see http://example.com/a/b and /etc/services', 'see http://example.com/a/b and /etc/services'],
  ['\x1b[31mred\x1b[0m\r\n', 'red'],
  ['<socket object at 0x7f3a2b9c4d60>', '<socket object at 0x…>'],
  ['file:///srv/x/a.mjs:3', 'a.mjs:3'],
  ['5 /6 /2', '5 /6 /2'],
  ['', ''],
])('%j becomes %j', (stderr, expected) => {
  expect(lastLines(stderr)).toBe(expected);
});

test('a traceback shows the lines of the program, not those of the library that it called', () => {
  const library = ['  File "/usr/lib/python3.11/site-packages/dns/resolver.py", line 15, in f', '    g()', '    ^^^'];
  const error = 'dns.resolver.NoAnswer: The DNS response does not contain an answer';
  const own = ['Traceback (most recent call last):', '  File "/home/me/look.py", line 5, in <module>', '    f()'];
  expect(lastLines([...own, ...library, ...library, error].join('\n'))).toBe(
    ['Traceback (most recent call last):', '  File "look.py", line 5, in <module>', '    f()', error].join('\n'),
  );
  expect(lastLines([own[0], ...library, error].join('\n'))).toContain('resolver.py');
});

test('keeps the last lines, and 4 KiB of them', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `line ${i}`);
  expect(lastLines(lines.join('\n')).split('\n')).toEqual(lines.slice(-32));
  expect(lastLines(lines.join('\n'), 2)).toBe('line 98\nline 99');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 3000, maxLength: 9000 }), (stderr) => {
      expect(Buffer.byteLength(lastLines(stderr))).toBeLessThanOrEqual(4096);
    }),
    { numRuns: 20 },
  );
});
