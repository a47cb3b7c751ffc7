import type { KnownError } from './known-error.js';

/** Deaths without words of the program's own. */
export const SIGNALS: KnownError[] = [
  {
    type: /^signal$/,
    message: /SIGSEGV|SIGBUS/,
    rather: ['length-unset'],
    hint: 'Did it use memory that is not its own (segmentation fault): a pointer without a value, text longer than its array, an argument that was not given (`argv[1]`)?',
  },
  {
    type: /^signal$/,
    message: /SIGFPE/,
    hint: 'Did it divide a whole number by zero? Ask before it, `if (b == 0)`, and send a sentence back instead.',
  },
  {
    type: /^signal$/,
    message: /stack smashing/,
    hint: 'Something longer was written into an array than it holds. Receive at most `sizeof(buffer) - 1` bytes.',
  },
  {
    type: /^signal$/,
    message: /SIGABRT|free\(\)|double free|malloc|realloc/,
    hint: 'Was its memory damaged, by text longer than its array or by memory freed twice, or did an `assert` fail?',
  },
  {
    type: /^signal$/,
    message: /SIGPIPE/,
    hint: 'Did it write to a connection that the other side has closed? Wait for the answer before you close; leave the loop when {receive} gives nothing.',
  },
  {
    type: /^signal$/,
    message: /SIGSYS/,
    hint: 'Did it call something that is closed to programs under test? This task needs only sockets and the terminal.',
  },
  {
    type: /^signal$/,
    message: /SIGKILL/,
    hint: 'This signal comes from outside. Did it use very much memory or start very many processes?',
  },
];
