import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

/** What Node says. */
export const JAVASCRIPT: KnownError[] = [
  {
    type: /^SyntaxError$/,
    message: /JSON/,
    hint: 'What came is no JSON. Print it: the task page shows what is sent as plain text.',
  },
  {
    evaluated: true,
    type: /^SyntaxError$/,
    hint: '`eval` was given a text that it cannot compute. Put it into `try` and `catch` and send a sentence back instead.',
  },
  {
    type: /^SyntaxError$/,
    message: /^Invalid or unexpected token/,
    source: /[“”‘’„]/,
    hint: 'Curly quotes were copied from a slide or a word processor. Type them anew as straight ones: `"`.',
  },
  {
    type: /^SyntaxError$/,
    message: /^missing \) after argument list/,
    hint: 'A `)` or a comma is missing in this call. Count the brackets: a handler ends with `});`.',
  },
  {
    type: /^SyntaxError$/,
    message: /^Unexpected end of input/,
    hint: 'A closing `}` or `)` is missing. Count them: a handler ends with `});`.',
  },
  {
    type: /^SyntaxError$/,
    message: /^Cannot use import statement outside a module/,
    hint: '`import` works in files that end with `.mjs`. Rename the file, or write `const dgram = require("dgram")`.',
  },
  {
    type: /^SyntaxError$/,
    message: /^Identifier '(\w+)' has already been declared/,
    hint: '`$1` is declared twice. The second time, leave `let` or `const` out, or choose another name.',
  },
  { type: /^SyntaxError$/, message: /^await is only valid/, hint: '`await` belongs into a function marked `async`.' },
  {
    type: /^(?:SyntaxError|error)$/,
    rather: ['code-fence'],
    hint: 'JavaScript cannot read this line. Look at it and at the one before: a missing bracket, quote or comma?',
  },
  {
    type: /^ReferenceError$/,
    message: /^require is not defined/,
    hint: '`require` does not work in a file that ends with `.mjs`. Call it `.js`, or write `import dgram from "node:dgram"`.',
  },
  {
    type: /^ReferenceError$/,
    message: /^(dgram|net|dns|readline|fs|os) is not defined/,
    hint: '`$1` is used and was never loaded. Is `const $1 = require("$1")` missing at the top?',
  },
  {
    type: /^ReferenceError$/,
    message: /^(\w+) is not defined/,
    hint: 'There is no `$1`. Is it spelled as where it is declared (capital letters count), and declared outside of another function?',
  },
  {
    type: /^ReferenceError$/,
    message: /^Cannot access '(\w+)' before initialization/,
    hint: '`$1` is used above the line that declares it. Move that line up.',
  },
  {
    type: /^TypeError$/,
    message:
      /argument must be (?:of type string|an instance of Buffer|one of type)|"(?:msg|buffer|chunk|string|data)" argument/,
    hint: 'A socket sends a text or a Buffer, and this is something else. Make text of it: `String(answer)`.',
  },
  {
    message: /"port" argument|Port should be|options\.port/,
    hint: 'A port is a number from 1 to 65535. Is it there, and is it a number: `Number(text)`? To answer: `rinfo.port`.',
  },
  {
    type: /^TypeError$/,
    message: /^(\S+) is not a function/,
    hint: '`$1` is no function. Is it spelled right? What arrives is a Buffer: `data.toString()` makes text of it first.',
  },
  {
    type: /^TypeError$/,
    message: /^Cannot read properties of (undefined|null)/,
    hint: 'The value before the dot is $1. Print it: did the message have as many parts as are taken, and is every handler given its arguments?',
  },
  {
    type: /^TypeError$/,
    message: /^Assignment to constant variable/,
    hint: 'A `const` keeps its value. Declare it with `let`.',
  },
  {
    type: /^RangeError$/,
    message: /Maximum call stack/,
    hint: 'A function calls itself without end. Is it called inside its own handler?',
  },
  ...SYSTEM,
];
