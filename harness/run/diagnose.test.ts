import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Breach, Exit, RunningProgram } from '../arena/world.js';
import type { Language } from '../program/languages.js';
import { Program } from '../program/program.js';
import { Transcript } from '../wire/transcript.js';
import { diagnose } from './diagnose.js';
import { CheckFailure, failure } from './failure.js';

const TRACEBACK =
  'Traceback (most recent call last):\n  File "/home/s/server.py", line 4, in <module>\n    s.send("hi")\n';

/** A program that has written this to standard error, and has ended so, or has not. */
async function program(stderr: string, exit?: Exit, language?: Language): Promise<Program> {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const running: RunningProgram = {
    pid: 0,
    ...streams,
    exited: exit ? Promise.resolve(exit) : new Promise(() => undefined),
    processIds: () => [],
    ownProcessIds: () => [],
    breach: undefined,
    openFiles: () => 0,
    largestFile: () => 0,
    space: () => ({ bytes: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY, isScant: () => false }),
    signal() {},
    dispose: async () => undefined,
  };
  const program = new Program('server', running, new Transcript(), language);
  streams.stderr.end(stderr);
  streams.stdout.end();
  await program.drained();
  return program;
}

const otherwise = { code: 'no-reply' as const, summary: 'The server sent no reply.' };
const failed: Exit = { code: 1, signal: null };

async function told(stderr: string, exit?: Exit, atStart = false): Promise<[string, string]> {
  const { cause } = diagnose(await program(stderr, exit), 'server', { ...otherwise, atStart });
  return [cause.code, cause.summary];
}

test.each<[Breach, string, string]>([
  ['memory', 'memory', 'The server used more than 512 MB of memory and was ended.'],
  ['processes', 'processes', 'The server started more than 64 processes or threads and was ended.'],
  ['cpu', 'cpu', 'The server used more than 10 s of processor time and was ended.'],
  ['output', 'output-flood', 'The server printed more than 8 MB and was ended.'],
  [
    'all-open-files',
    'open-files',
    'The server had more than 6144 files and sockets open in all its processes together and was ended.',
  ],
  ['sockets', 'sockets', 'The server opened more than 1024 sockets and was ended.'],
  ['file-size', 'file-size', 'The server wrote a file larger than 16 MB and was ended.'],
])('a program that went over its limit of %s is told so, whatever else it said', async (breach, code, words) => {
  expect(await told(`${TRACEBACK}MemoryError\n`, { code: null, signal: 'SIGKILL', breach })).toEqual([code, words]);
});

describe('a program that ended with an error', () => {
  test.each<[string, string, string, string]>([
    [
      'for want of a Python module',
      `${TRACEBACK}ModuleNotFoundError: No module named 'dns'\n`,
      'missing-module',
      'The server needs the module "dns", which is not there.',
    ],
    [
      'for want of a Node package',
      "node:internal/modules/esm/resolve:873\n  throw new ERR_MODULE_NOT_FOUND();\n        ^\n\nError [ERR_MODULE_NOT_FOUND]: Cannot find package 'ws' imported from /home/s/server.mjs\n    at packageResolve (node:internal/modules/esm/resolve:873:9)\n\nNode.js v20.19.0\n",
      'missing-module',
      'The server needs the module "ws", which is not there.',
    ],
    [
      'because it does not parse',
      '  File "/home/s/server.py", line 2\n    print("hi"\n         ^\nSyntaxError: \'(\' was never closed\n',
      'does-not-build',
      "The server does not parse: SyntaxError: '(' was never closed (server.py, line 2).",
    ],
    [
      'because it is indented wrongly',
      '  File "/home/s/server.py", line 3\n    x = 1\nIndentationError: unexpected indent\n',
      'does-not-build',
      'The server does not parse: IndentationError: unexpected indent (server.py, line 3).',
    ],
    [
      'of its own',
      `${TRACEBACK}TypeError: a bytes-like object is required, not 'str'\n`,
      'crashed',
      "The server ended with an error: TypeError: a bytes-like object is required, not 'str' (server.py, line 4).",
    ],
    [
      'without a message',
      `${TRACEBACK}KeyboardInterrupt\n`,
      'crashed',
      'The server ended with an error: KeyboardInterrupt (server.py, line 4).',
    ],
  ])('%s is told the error', async (_, stderr, code, words) => {
    expect(await told(stderr, failed)).toEqual([code, words]);
  });

  test('before it did anything died at its start', async () => {
    expect((await told(`${TRACEBACK}OSError: [Errno 13] Permission denied\n`, failed, true))[0]).toBe('died-at-start');
  });
});

test.each<[Exit, boolean, string, string]>([
  [failed, false, 'crashed', 'The server ended with exit code 1.'],
  [failed, true, 'died-at-start', 'The server ended with exit code 1 right after its start.'],
  [{ code: null, signal: 'SIGSEGV' }, false, 'crashed', 'The server ended with signal SIGSEGV.'],
  [{ code: 0, signal: null }, false, 'no-reply', 'The server sent no reply.'],
  [{ code: 0, signal: null }, true, 'no-reply', 'The server sent no reply.'],
])('a program that ended with %j (at its start: %j) without a word', async (exit, atStart, code, words) => {
  expect(await told('', exit, atStart)).toEqual([code, words]);
});

test('an error that a program survived is not why it failed', async () => {
  expect(await told(`${TRACEBACK}ValueError: caught\n`)).toEqual(['no-reply', 'The server sent no reply.']);
  expect(await told(`${TRACEBACK}ValueError: caught\n`, failed)).not.toEqual(['no-reply', 'The server sent no reply.']);
});

test('a failure is its cause: what was sent and received travels as bytes, and what was not stays away', () => {
  const error = failure('mismatch', 'It differs.', {
    sent: 'ask',
    received: Buffer.from([0xff]),
    expected: '11',
    lastWords: '',
  });
  expect(error).toBeInstanceOf(CheckFailure);
  expect(error.message).toBe('It differs.');
  expect(error.cause).toEqual({
    code: 'mismatch',
    summary: 'It differs.',
    sent: { text: 'ask' },
    received: { text: '\ufffd', base64: '/w==' },
    expected: '11',
  });
});

test('the end of what a program wrote to standard error stands in its failure', async () => {
  const { cause } = diagnose(await program('careful\n'), 'server', otherwise, { sent: 'ask', received: 'ans' });
  expect(cause).toMatchObject({ lastWords: 'careful', sent: { text: 'ask' }, received: { text: 'ans' } });
});

test('an error that ended only a thread is told, while the program goes on', async () => {
  const stderr = `Exception in thread Thread-1 (serve):\n${TRACEBACK}TypeError: a bytes-like object is required, not 'str'\n`;
  const { cause } = diagnose(await program(stderr), 'server', otherwise);
  expect(cause).toMatchObject({ code: 'no-reply', error: { type: 'TypeError', file: 'server.py', line: 4 } });
});

test('an error that is the last thing said is told, one that was passed over is not', async () => {
  const last = diagnose(await program(`${TRACEBACK}ValueError: now\n`), 'server', otherwise).cause;
  expect(last).toMatchObject({ code: 'no-reply', error: { type: 'ValueError' } });
  const over = diagnose(await program(`${TRACEBACK}ValueError: caught\nwaiting\n`), 'server', otherwise).cause;
  expect(over.error).toBeUndefined();
});

test('what ended a program is in its failure as data', async () => {
  const { cause } = diagnose(await program(`${TRACEBACK}TypeError: no\n`, failed), 'server', otherwise);
  expect(cause.error).toEqual({
    language: 'python',
    type: 'TypeError',
    message: 'no',
    file: 'server.py',
    line: 4,
    source: 's.send("hi")',
  });
});

test.each<[Exit, string, string]>([
  [{ code: null, signal: 'SIGSEGV' }, 'SIGSEGV', 'The server ended with signal SIGSEGV.'],
  [{ code: 139, signal: 'SIGSEGV' }, 'SIGSEGV', 'The server ended with signal SIGSEGV (or exit code 139).'],
  [{ code: 137, signal: 'SIGKILL' }, 'SIGKILL', 'The server ended with signal SIGKILL (or exit code 137).'],
])('a program that ended with %j ended with the signal %s', async (exit, signal, words) => {
  const { cause } = diagnose(await program('', exit), 'server', otherwise);
  expect(cause).toMatchObject({ summary: words, error: { type: 'signal', message: signal } });
});

test('an end that looks like that of a file too large is said to be one or the other', async () => {
  expect(await told('', { code: 153, signal: 'SIGXFSZ', breach: 'file-size' })).toEqual([
    'file-size',
    'The server wrote a file larger than 16 MB and was ended, or ended with exit code 153.',
  ]);
});

test('an error in text that the program gave to eval is no fault of its own text', async () => {
  const stderr = `${TRACEBACK.replace('s.send("hi")', 'print(eval(data))')}  File "<string>", line 1\n    5 +\n       ^\nSyntaxError: invalid syntax\n`;
  const { cause } = diagnose(await program(stderr, failed), 'server', otherwise);
  expect(cause).toMatchObject({ code: 'crashed', error: { type: 'SyntaxError', evaluated: true, line: 4 } });
});

test.each([
  ['eval(text)', "Unexpected identifier 'besaf'", ''],
  ['JSON.parse(text)', `Unexpected token 'v', "viput besaf" is not valid JSON`, '    at JSON.parse (<anonymous>)\n'],
  ['new Function(text)', "Unexpected identifier 'besaf'", '    at new Function (<anonymous>)\n'],
])('an error in text that a Node program gave to %s is no fault of its own text', async (_, message, frame) => {
  const stderr = `<anonymous_script>:1\nviput besaf\n      ^^^^^\n\nSyntaxError: ${message}\n${frame}    at Socket.<anonymous> (/home/s/server.js:7:9)\n    at Socket.emit (node:events:519:28)\n\nNode.js v20.19.0\n`;
  const { cause } = diagnose(await program(stderr, failed, 'node'), 'server', otherwise);
  expect(cause).toMatchObject({ code: 'crashed', error: { type: 'SyntaxError', evaluated: true, line: 7 } });
});

test('a Node program that does not parse is told so', async () => {
  const stderr = `/home/s/server.js:2\nviput besaf\n      ^^^^^\n\nSyntaxError: Unexpected identifier 'besaf'\n    at wrapSafe (node:internal/modules/cjs/loader:1464:18)\n    at Module._compile (node:internal/modules/cjs/loader:1495:20)\n\nNode.js v20.19.0\n`;
  const { cause } = diagnose(await program(stderr, failed, 'node'), 'server', otherwise);
  expect(cause).toMatchObject({ code: 'does-not-build', error: { type: 'SyntaxError', line: 2 } });
});

test.each<[Language, string, Exit, string, string]>([
  [
    'c',
    'bind: Address already in use\n',
    failed,
    'crashed',
    'The server ended with an error: bind: Address already in use.',
  ],
  ['go', '2026/01/02 10:00:00 no\n', failed, 'crashed', 'The server ended with an error: no.'],
  ['c', 'setsockopt: Invalid argument\n', { code: 0, signal: null }, 'no-reply', 'The server sent no reply.'],
  ['go', '2026/01/02 10:00:00 waiting\n', { code: 0, signal: null }, 'no-reply', 'The server sent no reply.'],
])(
  'what a program in %s says of itself, %j, counts as its error when it ended with one',
  async (language, stderr, exit, code, words) => {
    const { cause } = diagnose(await program(stderr, exit, language), 'server', otherwise);
    expect([cause.code, cause.summary, cause.language]).toEqual([code, words, language]);
  },
);
