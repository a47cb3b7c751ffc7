import type { KnownError } from './known-error.js';

/** Deaths without words of the program's own. */
export const SIGNALS: KnownError[] = [
  {
    type: /^signal$/,
    message: /SIGSEGV|SIGBUS/,
    rather: ['length-unset'],
    hint: 'It used memory that is not its own (segmentation fault): a pointer without a value, text longer than its array, or an argument that was not given (`argv[1]`).',
  },
  {
    type: /^signal$/,
    message: /SIGFPE/,
    hint: 'It divided a whole number by zero. Ask before it, `if (b == 0)`, and send a sentence back instead.',
  },
  {
    type: /^signal$/,
    message: /stack smashing/,
    hint: 'Something longer was written into an array than it holds. Receive at most `sizeof(buffer) - 1` bytes.',
  },
  {
    type: /^signal$/,
    message: /SIGABRT|free\(\)|double free|malloc|realloc/,
    hint: 'It was stopped because its memory was damaged or an `assert` failed: text longer than its array, or memory freed twice?',
  },
  {
    type: /^signal$/,
    message: /SIGPIPE/,
    hint: 'It wrote to a connection that the other side has closed. Wait for the answer before you close; leave the loop when {receive} gives nothing.',
  },
  {
    type: /^signal$/,
    message: /SIGSYS/,
    hint: 'It called something that is closed to programs under test. This task needs only sockets and the terminal.',
  },
  {
    type: /^signal$/,
    message: /SIGKILL/,
    hint: 'It was ended from outside. Did it use very much memory or start very many processes?',
  },
];
