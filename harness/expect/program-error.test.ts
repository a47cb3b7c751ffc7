import { expect, test } from 'vitest';
import { programError } from './program-error.js';

test.each([
  [
    'a missing Python module',
    `Traceback (most recent call last):
  File "/home/s/a.py", line 1, in <module>
    import dns.resolver
ModuleNotFoundError: No module named 'dns'
`,
    {
      language: 'python',
      type: 'ModuleNotFoundError',
      message: "No module named 'dns'",
      file: 'a.py',
      line: 1,
      missingModule: 'dns',
    },
  ],
  [
    'a Python SyntaxError, which has no traceback',
    `  File "/home/s/b.py", line 1
    print("a"
         ^
SyntaxError: '(' was never closed
`,
    { language: 'python', type: 'SyntaxError', message: "'(' was never closed", file: 'b.py', line: 1 },
  ],
  [
    'an error inside the Python library: the line of the submission that led there',
    `Traceback (most recent call last):
  File "/home/s/g.py", line 2, in <module>
    socket.create_connection(("127.0.0.1",1))
  File "/opt/python/lib/python3.11/socket.py", line 851, in create_connection
    raise exceptions[0]
ConnectionRefusedError: [Errno 111] Connection refused
`,
    {
      language: 'python',
      type: 'ConnectionRefusedError',
      message: '[Errno 111] Connection refused',
      file: 'g.py',
      line: 2,
    },
  ],
  [
    'the last of chained Python errors',
    `Traceback (most recent call last):
  File "/home/s/a.py", line 2, in f
    1/0
ZeroDivisionError: division by zero

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/s/a.py", line 7, in <module>
    raise socket.gaierror(-2, "x")
socket.gaierror: [Errno -2] x
`,
    { language: 'python', type: 'gaierror', message: '[Errno -2] x', file: 'a.py', line: 7 },
  ],
  [
    'a Python error without a message',
    'Traceback (most recent call last):\n  File "/s/a.py", line 3, in <module>\nKeyboardInterrupt\n',
    { language: 'python', type: 'KeyboardInterrupt', message: '', file: 'a.py', line: 3 },
  ],
  [
    'a missing Node module',
    `node:internal/modules/cjs/loader:1210
  throw err;
  ^

Error: Cannot find module 'nope'
Require stack:
- /home/s/a.cjs
    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
    at Object.<anonymous> (/home/s/a.cjs:4:11)

Node.js v20.20.2`,
    {
      language: 'node',
      type: 'Error',
      message: "Cannot find module 'nope'",
      file: 'a.cjs',
      line: 4,
      missingModule: 'nope',
    },
  ],
  [
    'a Node SyntaxError',
    `/home/s/b.cjs:1
let x = ;
        ^

SyntaxError: Unexpected token ';'
    at wrapSafe (node:internal/modules/cjs/loader:1464:18)

Node.js v20.20.2`,
    { language: 'node', type: 'SyntaxError', message: "Unexpected token ';'", file: 'b.cjs', line: 1 },
  ],
  [
    'a Java exception',
    `Exception in thread "main" java.net.ConnectException: Connection refused
	at java.base/sun.nio.ch.Net.connect0(Native Method)
	at Server.main(Server.java:12)
`,
    { language: 'java', type: 'ConnectException', message: 'Connection refused', file: 'Server.java', line: 12 },
  ],
  [
    'a Java compile error',
    "B.java:1: error: ';' expected\npublic class B{ int x = 1 }\n   ^\n1 error\nerror: compilation failed",
    { language: 'java', type: 'error', message: "';' expected", file: 'B.java', line: 1 },
  ],
  [
    'a Go panic',
    'panic: runtime error: index out of range [3] with length 0\n\ngoroutine 1 [running]:\nmain.main()\n\t/s/a.go:2 +0x9\nexit status 2\n',
    {
      language: 'go',
      type: 'panic',
      message: 'runtime error: index out of range [3] with length 0',
      file: 'a.go',
      line: 2,
    },
  ],
])('reads %s', (_name, stderr, expected) => {
  expect(programError(stderr)).toEqual(expected);
});

test.each(['', 'Server started\nError: bad request\n', 'Traceback (most recent call last):\n', 'Hello'])(
  'reads no error into %j',
  (stderr) => {
    expect(programError(stderr)).toBeUndefined();
  },
);
