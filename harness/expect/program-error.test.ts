import { expect, test } from 'vitest';
import type { Language } from '../program/languages.js';
import { type ProgramError, programError } from './program-error.js';

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
      source: 'import dns.resolver',
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
    {
      language: 'python',
      type: 'SyntaxError',
      message: "'(' was never closed",
      file: 'b.py',
      line: 1,
      source: 'print("a"',
    },
  ],
  [
    'a file that is not UTF-8, which has no place of its own',
    "SyntaxError: Non-UTF-8 code starting with '\\xff' in file /home/s/b.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n",
    {
      language: 'python',
      type: 'SyntaxError',
      message:
        "Non-UTF-8 code starting with '\\xff' in file b.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
      file: 'b.py',
      line: 1,
    },
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
      source: 'socket.create_connection(("127.0.0.1",1))',
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
    {
      language: 'python',
      type: 'gaierror',
      message: '[Errno -2] x',
      file: 'a.py',
      line: 7,
      source: 'raise socket.gaierror(-2, "x")',
    },
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
    {
      language: 'node',
      type: 'SyntaxError',
      message: "Unexpected token ';'",
      file: 'b.cjs',
      line: 1,
      source: 'let x = ;',
    },
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
    {
      language: 'java',
      type: 'error',
      message: "';' expected",
      file: 'B.java',
      line: 1,
      source: 'public class B{ int x = 1 }',
    },
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

test.each<[string, Language, string, Partial<ProgramError> | undefined]>([
  [
    'a C compiler',
    'c',
    "server.c: In function 'main':\nserver.c:5:12: error: expected ';' before 'bind'\n    5 |   int x = 1\n      |            ^\n",
    { type: 'error', message: "expected ';' before 'bind'", file: 'server.c', line: 5, source: 'int x = 1' },
  ],
  [
    'a C linker',
    'c',
    "/usr/bin/ld: /tmp/x.o: in function `main':\nserver.c:9: undefined reference to `sendTo'\ncollect2: error: ld returned 1 exit status\n",
    { type: 'error', message: "undefined reference to `sendTo'" },
  ],
  [
    'what perror says',
    'c',
    'bind: Address already in use\n',
    { type: 'perror', message: 'bind: Address already in use' },
  ],
  ['what a C program says of itself', 'c', 'bind failed\n', undefined],
  [
    'a Go compiler',
    'go',
    '# command-line-arguments\n./server.go:4:2: "fmt" imported and not used\n',
    { type: 'error', message: '"fmt" imported and not used', file: 'server.go', line: 4 },
  ],
  [
    'what log.Fatal says',
    'go',
    '2026/01/02 10:00:00 listen udp 127.0.0.1:5550: bind: address already in use\n',
    { type: 'log', message: 'listen udp 127.0.0.1:5550: bind: address already in use' },
  ],
  [
    'a Rust compiler',
    'rust',
    'error[E0382]: borrow of moved value: `line`\n --> server.rs:5:20\n  |\n5 |     println!("{}", line);\n',
    {
      type: 'error',
      message: 'E0382: borrow of moved value: `line`',
      file: 'server.rs',
      line: 5,
      source: 'println!("{}", line);',
    },
  ],
  [
    'a Rust panic',
    'rust',
    '\nthread \'main\' (7) panicked at server.rs:3:55:\ncalled `Result::unwrap()` on an `Err` value: Os { code: 98, kind: AddrInUse, message: "Address already in use" }\nnote: run with `RUST_BACKTRACE=1`\n',
    {
      type: 'panic',
      message:
        'called `Result::unwrap()` on an `Err` value: Os { code: 98, kind: AddrInUse, message: "Address already in use" }',
      file: 'server.rs',
      line: 3,
    },
  ],
  [
    'what a Rust main returned',
    'rust',
    'Error: Os { code: 98, kind: AddrInUse, message: "Address already in use" }\n',
    { type: 'returned', message: 'Os { code: 98, kind: AddrInUse, message: "Address already in use" }' },
  ],
  [
    'a shell',
    'shell',
    'server.sh: line 3: nc: command not found\n',
    { type: 'error', message: 'nc: command not found', file: 'server.sh', line: 3 },
  ],
  [
    'the translator of TypeScript',
    'typescript',
    '✘ [ERROR] Expected ";" but found "x"\n\n    server.ts:3:5:\n      3 │ let x x\n',
    { type: 'error', message: 'Expected ";" but found "x"', file: 'server.ts', line: 3 },
  ],
  [
    'a Node error whose paths and version a report leaves out',
    'node',
    'server.js:4\n  data.foo();\n       ^\n\nTypeError: data.foo is not a function\n    at Socket.<anonymous> (server.js:4:8)\n',
    { type: 'TypeError', message: 'data.foo is not a function', file: 'server.js', line: 4, source: 'data.foo();' },
  ],
])('reads %s when it knows the language', (_name, language, stderr, expected) => {
  const found = programError(stderr, language);
  if (expected) expect(found).toEqual({ language: language === 'typescript' ? 'node' : language, ...expected });
  else expect(found).toBeUndefined();
});

test.each([
  '2026/01/02 10:00:00 waiting for clients\n',
  'bind: Address already in use\n',
  'Error: no arguments\n',
  'x.sh: line 3: nc: command not found\n',
])('takes %j for no error while the language is not known', (stderr) => {
  expect(programError(stderr)).toBeUndefined();
});
