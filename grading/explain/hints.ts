import type { CauseCode, Role } from '../../harness/run/verdict.js';
import type { Transport } from '../../harness/wire/transcript.js';

/** What a hint may depend on. */
export interface HintContext {
  role: Role;
  transport?: Transport | undefined;
}

/** What to look at first after a failure of this kind, in the course's words. An assignment's check may have a better one. */
export function hintFor(code: CauseCode, context: HintContext): string {
  const hint = HINTS[code];
  return typeof hint === 'string' ? hint : hint(context);
}

type Hint = string | ((context: HintContext) => string);

const HINTS: Record<CauseCode, Hint> = {
  'no-program': ({ role }) =>
    role === 'script'
      ? 'Is the program in the folder that you handed in? It must be a source file such as `lookup.py`.'
      : `Is your ${role} in the folder that you handed in? Call the file \`${role}.py\` (or \`${role}\` in your language), or name it in \`netgrade.yml\`.`,
  'does-not-build':
    'Run the program yourself: the same message appears, with file and line. Look at that line and at the one before it.',
  'died-at-start': ({ role, transport }) =>
    ({
      server: `Read the program's last words. The usual suspects before the first request: a wrong argument to \`bind\` (one pair, \`("127.0.0.1", 5550)\`)${transport === 'tcp' ? ' or a missing `listen`' : ''}.`,
      client: `Read the program's last words. The usual suspects: \`${sends(transport)}\` needs bytes (\`text.encode("UTF-8")\`), and the address is one pair, \`("127.0.0.1", 5550)\`.`,
      script:
        "Read the program's last words: the line number says which call failed. A name or port that is not known raises an error; catch it and say so.",
    })[role],
  'missing-module':
    'Only what comes with the language is sure to be there. `import socket` is enough for this course; or put your own module into the folder that you hand in.',
  usage:
    'The program ended asking for arguments. Let it work without them, or take host and port as its arguments in this order; `netgrade.yml` can say how it is started.',
  'never-listened': ({ transport }) =>
    transport === 'tcp'
      ? 'A TCP server calls `bind`, then `listen`, then `accept`. Does your program reach all three, or does it wait for `input()` first?'
      : 'A server calls `bind(("127.0.0.1", 5550))` before `recvfrom`. Does your program reach that line, or does it wait for `input()` first?',
  'never-sent': ({ role, transport }) =>
    role === 'script'
      ? 'Does the program reach the line that looks the name up? Ask the resolver that the system is set up with, and print what it returns.'
      : transport === 'tcp'
        ? "A TCP client calls `connect` with the server's address, then `send`. Does your program reach both, or does it wait for something first?"
        : 'A UDP client sends first: `sendto(data, address)`. Does your program reach that line, or does it wait in `recvfrom` or `input()` first?',
  'wrong-transport': ({ transport }) =>
    transport === 'tcp'
      ? 'TCP is asked here: make the socket with `SOCK_STREAM` and use `connect` or `listen` and `accept`.'
      : 'UDP is asked here: make the socket with `SOCK_DGRAM` and use `sendto` and `recvfrom`, without `connect`, `listen` or `accept`.',
  'no-reply': ({ role, transport }) => {
    if (role === 'script') return 'Does the program print its answer before it ends or waits?';
    return transport === 'tcp'
      ? 'After `recv`, send the answer on the socket that `accept` returned, not on the listening one. Is the answer sent at all, or does `recv` wait for more than one word?'
      : 'After `recvfrom`, send the answer with `sendto(answer, address)`, where `address` is what `recvfrom` returned. For more than one request, `recvfrom` belongs inside the loop.';
  },
  'empty-reply': ({ transport }) =>
    `A reply came, with nothing in it. Print what you give to \`${sends(transport)}\` just before you send it: is it an empty string?`,
  'extra-reply': ({ transport }) =>
    transport === 'tcp'
      ? 'Send one answer for each request. Is there a second `send`, or one inside a loop?'
      : 'Send one datagram for each request. Is there a second `sendto`, or one inside a loop?',
  'misdirected-reply':
    "Send the answer to the address that `recvfrom` returned: `data, address = s.recvfrom(1024)`, then `s.sendto(answer, address)`. A fixed port is somebody else's.",
  mismatch:
    'Compare the line that was expected with the line that was received, from the marked place on. Try the same input by hand and print what your program computes.',
  echo: 'The answer is the request itself. Compute the answer first, and send that variable instead of the one that `recv` or `recvfrom` filled.',
  constant:
    'The same answer came for different requests. Use what was received (or typed) instead of a value written into the program.',
  stale:
    'The answer was computed before the request came. Compute it after `recvfrom` (or `accept`), inside the loop: `datetime.now()` is the time at which it is called.',
  'not-printed': ({ role, transport }) =>
    role === 'script'
      ? 'Print what the look-up returned, with `print(...)`.'
      : `Print what \`${receives(transport)}\` returned, decoded: \`print(data.decode("UTF-8"))\`. Print it before the program waits or ends.`,
  'not-read':
    'The program never asked for its input. Read it with `input()`, one line at a time, and use what was typed.',
  'not-closed':
    'Call `close()` on the connection when the conversation is over; until then the other side waits in `recv`.',
  'not-concurrent':
    'All clients may be connected at the same time. Go back to `accept` after each one, and either finish with one client before you wait for the next, or give each its own `threading.Thread`.',
  crashed: ({ role, transport }) =>
    role === 'script'
      ? "Read the program's last words: they name the line. Catch the error there with `try` and `except`, say what is wrong, and go on."
      : `Read the program's last words: they name the line. What \`${receives(transport)}\` returns may be anything; wrap its use in \`try\` and \`except\`, and go on.`,
  timeout: ({ role, transport }) =>
    role === 'server'
      ? `Where does it wait? Every \`${receives(transport)}\` and every \`input()\` waits until something comes.`
      : `Where does it wait? A \`${role === 'script' ? 'look-up' : receives(transport)}\` or an \`input()\` for which nothing more comes waits for ever. Leave the loop when the work is done.`,
  memory: 'The program asked for very much memory. Does a list or a string grow in a loop that never ends?',
  cpu: 'The program computed without a pause. Is there a loop that neither waits for data nor ends (`while True:` around a `recv` that returns `b""`)?',
  'output-flood':
    'The program printed or sent without end. Is there a `print` or a `send` in a loop that never waits? When `recv` returns `b""`, the other side has closed: leave the loop.',
  'file-size': 'The program wrote a very large file. Is there a `write` in a loop that never ends?',
  processes:
    'The program started very many threads or processes. Start one for each connection, after `accept`, not before it.',
  sockets:
    'The program opened very many sockets. Close each one when its conversation is over; a server needs one for each client.',
  'private-format':
    'Your programs speak a format of their own, so they are graded as a pair. To be graded each by itself, send plain text as the task page shows it.',
};

/** Every kind of failure there is. */
export const CAUSE_CODES = Object.keys(HINTS) as CauseCode[];

const sends = (transport: Transport | undefined): string => (transport === 'tcp' ? 'send' : 'sendto');
const receives = (transport: Transport | undefined): string => (transport === 'tcp' ? 'recv' : 'recvfrom');
