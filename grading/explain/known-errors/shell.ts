import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

/** What shells say. */
export const SHELL: KnownError[] = [
  {
    message: /^(\S+): command not found/,
    hint: 'There is no command `$1` here. Is it spelled right? Bash itself can open connections: `/dev/udp/127.0.0.1/5550`.',
  },
  { message: /unexpected end of file|unexpected EOF/, hint: 'A quote, `fi` or `done` is missing at the end.' },
  { message: /syntax error/, hint: 'The shell cannot read this line. Is a quote, `then` or `do` missing before it?' },
  ...SYSTEM,
];
