import type { KnownError } from './known-error.js';
import { SIGNALS } from './signals.js';
import { SYSTEM } from './system.js';

/** What C and C++ compilers say, and the system through `perror`. */
export const C: KnownError[] = [
  {
    type: /^error$/,
    message: /^stray |^extended character|^missing terminating|universal character/,
    source: /[“”‘’„]/,
    hint: 'Curly quotes were copied from a slide or a word processor. Type them anew as straight ones: `"`.',
  },
  {
    type: /^error$/,
    message: /^missing terminating/,
    hint: 'A text that opens with a quote here is never closed. Put `"` at its end.',
  },
  {
    type: /^error$/,
    message: /^stray /,
    rather: ['code-fence'],
    hint: 'A character was copied along that C does not know. Delete it and type the line anew.',
  },
  {
    type: /^error$/,
    message: /^expected|^unterminated/,
    rather: ['code-fence'],
    hint: 'The compiler cannot read this line. Is a `;`, bracket or quote missing here or at the end of the line before?',
  },
  {
    type: /^error$/,
    message: /winsock|^windows\.h|io\.h: No such file/i,
    hint: 'This is Windows only. Use `<sys/socket.h>`, `<netinet/in.h>`, `<arpa/inet.h>` and `<unistd.h>`, which the course machines have.',
  },
  {
    type: /^error$/,
    message: /^(\S+): No such file or directory/,
    hint: 'The header $1 is not there. Is it spelled right? A header of your own goes into the folder that you hand in.',
  },
  {
    type: /^error$/,
    message: /^['‘](\w+)['’] undeclared|^['‘](\w+)['’] was not declared|implicit declaration of function ['‘](\w+)/,
    hint: 'The compiler does not know a name here. Is it spelled right, declared before, and is its `#include` at the top?',
  },
  {
    type: /^error$/,
    message: /storage size of|incomplete type/,
    hint: 'The structure is not known here. Is `#include <netinet/in.h>` (or the one that declares it) missing at the top?',
  },
  {
    type: /^error$/,
    message: /^undefined reference to [`'](main)'/,
    hint: 'There is no `main` in this program. Is it there, and spelled in small letters?',
  },
  {
    type: /^error$/,
    message: /^undefined reference to [`'](\w+)'/,
    hint: 'There is no function `$1`. Is it spelled right (small letters), and is the file that defines it handed in?',
  },
  {
    type: /^error$/,
    message: /^too (?:few|many) arguments to function ['‘](\w+)/,
    hint: '`$1` is called with too few or too many arguments. `man $1` shows which it takes.',
  },
  {
    type: /^error$/,
    message: /^redefinition of|^conflicting types/,
    hint: 'This is defined twice. Is one `main` or one variable enough?',
  },
  ...SIGNALS,
  ...SYSTEM,
];
