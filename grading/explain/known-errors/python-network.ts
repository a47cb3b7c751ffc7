import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

const CLOSED = /I\/O operation on closed|Bad file descriptor/;

/** What Python says of sockets, look-ups and the terminal. */
export const PYTHON_NETWORK: KnownError[] = [
  {
    type: /^EOFError$/,
    hint: 'The input has ended, and `input()` asks for one more line. Where the work is done, leave the loop; else catch it: `except EOFError: break`.',
  },
  {
    type: /^(?:timeout|TimeoutError)$/,
    message: /^timed out/,
    hint: 'The time of `settimeout` passed and nothing came. Is it long enough, and does the program wait for a message that is sent?',
  },
  {
    type: /^gaierror$/,
    when: ({ role }) => role === 'script',
    hint: 'No such host name was found. Is it spelled right, without `http://`? To go on with the others: `except socket.gaierror:`.',
  },
  {
    type: /^gaierror$/,
    hint: 'No such host name was found. On one computer, `"127.0.0.1"` or `"localhost"` is the address.',
  },
  {
    type: /^herror$/,
    hint: 'This address has no name. Was it found with `gethostbyname` before? To go on: `except socket.herror:`.',
  },
  {
    type: /^OSError$/,
    message: /service\/proto not found|port\/proto not found/,
    hint: 'The system knows no such service or port. Is it spelled right (`"ftp"`, `"http"`; 21, 80)? To go on: `except OSError:`.',
  },
  {
    message: /service\/proto not found|port\/proto not found/,
    said: true,
    hint: 'The system knows no such service or port. Is it spelled right (`"ftp"`, `"http"`; 21, 80)?',
  },
  { type: /^NXDOMAIN$/, hint: 'That domain does not exist. Say so and go on: `except dns.resolver.NXDOMAIN:`.' },
  {
    type: /^NoAnswer$/,
    hint: 'The domain has no record of that type. Ask with `raise_on_no_answer=False`, or `except dns.resolver.NoAnswer:`, and go on.',
  },
  {
    type: /^(?:LifetimeTimeout|Timeout|NoNameservers)$/,
    hint: 'No resolver answered. Say so instead of ending with an error: `except dns.exception.Timeout:`.',
  },
  {
    type: /^(?:EmptyLabel|LabelTooLong)$/,
    hint: 'What was asked for is no domain name. Is it spelled right, without `http://` and spaces?',
  },
  ...SYSTEM,
  {
    message: CLOSED,
    source: /input|print/,
    hint: 'The terminal is closed already. Does the program close something that it still needs?',
  },
  {
    type: /^KeyboardInterrupt$/,
    hint: 'The program was still at this line when it was ended. What does it wait for there?',
  },
  { type: /^RecursionError$/, hint: 'A function calls itself without end. Use a loop, `while True:`, instead.' },
  {
    type: /^FileNotFoundError$/,
    hint: 'A file that the program opens is not there. Hand it in too, and name it without folders.',
  },
];
