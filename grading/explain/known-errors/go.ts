import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

/** What Go and its compiler say. */
export const GO: KnownError[] = [
  {
    type: /^error$/,
    message: /^"([\w/]+)" imported and not used/,
    hint: 'Go refuses an import that is not used. Delete `"$1"` from the imports.',
  },
  {
    type: /^error$/,
    message: /^declared and not used: (\w+)|^(\w+) declared (?:and|but) not used/,
    hint: 'Go refuses a variable that is not used. Use it, or write `_` in its place.',
  },
  {
    type: /^error$/,
    message: /^undefined: (fmt|net|os|bufio|strings|strconv|time|log|io)\b/,
    hint: '`$1` is used and not imported. Add `"$1"` to the imports.',
  },
  {
    type: /^error$/,
    message: /^undefined: (\S+)/,
    hint: 'Go does not know `$1`. Is it spelled right (capital letters count), declared, and imported?',
  },
  {
    type: /^error$/,
    message: /^cannot use .* \(.*string.*\) as \[\]byte/,
    hint: 'A connection sends bytes, and this is text. Make bytes of it: `[]byte(text)`.',
  },
  {
    type: /^error$/,
    message: /^cannot use .* \(.*\[\]byte.*\) as string/,
    hint: 'This is bytes, not text. Make text of it: `string(buffer[:n])`.',
  },
  {
    type: /^error$/,
    message: /^cannot use|mismatched types|^invalid operation/,
    hint: 'A value of one type stands where another is wanted. From text to a number: `strconv.Atoi`; back: `strconv.Itoa`.',
  },
  {
    type: /^error$/,
    message: /^assignment mismatch|multiple-value/,
    hint: 'The call returns more or fewer values than there are names. Most return a value and an error: `n, err := …`.',
  },
  {
    type: /^error$/,
    message: /^no new variables on left side/,
    hint: '`:=` declares a new name, and there is none here. Write `=`.',
  },
  {
    type: /^error$/,
    message: /^missing return/,
    hint: 'There is a way through this function without a `return`. Add one at its end.',
  },
  {
    type: /^error$/,
    message: /invalid character U\+201[89CD]/,
    hint: 'Curly quotes were copied from a slide or a word processor. Type them anew as straight ones: `"`.',
  },
  {
    type: /^error$/,
    message: /^syntax error/,
    rather: ['code-fence'],
    hint: 'Go cannot read this line. Is a bracket or quote missing here or in the line before? `{` stands at the end of its line.',
  },
  {
    type: /^panic$/,
    message: /integer divide by zero/,
    hint: 'A whole number was divided by zero. Ask before it, `if b == 0`, and send a sentence back instead.',
  },
  {
    type: /^panic$/,
    message: /index out of range|slice bounds out of range/,
    hint: 'There are fewer parts than this line takes. Print what was received and how it was split; is it empty, or without spaces?',
  },
  {
    type: /^panic$/,
    message: /nil pointer dereference|invalid memory address/,
    hint: 'Something here is `nil`: perhaps the call before it failed. Look at its `err` before you use what it returned.',
  },
  {
    message: /all goroutines are asleep/,
    hint: 'Everything waits for everything else. Does a channel or a `WaitGroup` wait for what nobody sends?',
  },
  {
    message: /i\/o timeout/,
    hint: 'The deadline passed and nothing came. Is it long enough, and does the program wait for a message that is sent?',
  },
  { message: /invalid syntax/, hint: 'This text is no number. `strings.TrimSpace` it first, and look at `err`.' },
  ...SYSTEM,
];
