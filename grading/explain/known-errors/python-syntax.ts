import type { KnownError } from './known-error.js';

const PARSE = /^(?:SyntaxError|IndentationError|TabError)$/;

/** What Python says of a program that it cannot read. */
export const PYTHON_SYNTAX: KnownError[] = [
  {
    type: PARSE,
    message: /^Missing parentheses in call to '(print|exec)'/,
    hint: '`$1` without parentheses is Python 2. In Python 3 it is a function: `$1(...)`.',
  },
  {
    type: PARSE,
    message: /^multiple exception types must be parenthesized/,
    hint: '`except Exception, e:` is Python 2. In Python 3 write `except Exception as e:`.',
  },
  {
    type: PARSE,
    message: /^invalid character '(?:“|”|‘|’|„|«|»|´)'/,
    hint: 'Curly quotes were copied from a slide or a word processor. Type them anew as straight ones: `"` or `\'`.',
  },
  {
    type: PARSE,
    message: /^invalid character '(?:–|—|−|×|÷)'/,
    hint: 'A sign was copied that only looks like an operator. Type it anew on the keyboard: `-`, `*` or `/`.',
  },
  {
    type: PARSE,
    message: /^invalid (?:non-printable )?character/,
    hint: 'A character was copied along that Python does not know (perhaps an invisible space). Delete that line and type it anew.',
  },
  {
    type: PARSE,
    message: /^\(unicode error\)|codec can't decode|^Non-UTF-8 code|null bytes/,
    hint: 'The file is not saved as UTF-8 (perhaps as "Unicode", which is UTF-16). Save it again with the encoding UTF-8.',
  },
  {
    type: PARSE,
    source: /^\{\\rtf/,
    hint: 'The file is rich text (RTF), as a word processor saves it. Save it again as plain text.',
  },
  {
    type: PARSE,
    source: /^```/,
    hint: 'The line ``` was copied along with the program. Delete it, here and at the end.',
  },
  {
    type: /^TabError$/,
    hint: 'Some lines are indented with tabs and some with spaces. Use four spaces everywhere; most editors can convert them.',
  },
  {
    type: PARSE,
    message: /^unexpected indent/,
    hint: 'This line is indented further than the one before it, and nothing opened a block. Take the spaces in front of it away.',
  },
  {
    type: PARSE,
    message: /^unindent does not match/,
    hint: 'This line is indented less than its block and more than the one around it. Line it up with one of the two.',
  },
  {
    type: PARSE,
    message: /^expected an indented block after (.+) on line (\d+)/,
    hint: 'What belongs to line $2 must be indented below it, by four spaces.',
  },
  {
    type: PARSE,
    message: /^expected an indented block/,
    hint: 'What belongs to the line above must be indented below it, by four spaces.',
  },
  {
    type: PARSE,
    message: /^expected ':'/,
    hint: 'A colon is missing: lines with `while`, `if`, `else`, `for`, `try` and `def` end with `:`.',
  },
  {
    type: PARSE,
    message: /^'([([{])' was never closed|^unexpected EOF/,
    hint: 'A bracket that opens here is never closed. Count them: an address has a pair of its own, `s.bind(("127.0.0.1", 5550))`.',
  },
  {
    type: PARSE,
    message: /^unmatched '|does not match opening/,
    hint: 'There is one closing bracket too many, or it closes another kind. Count the opening and the closing ones of this line.',
  },
  {
    type: PARSE,
    message: /^(?:unterminated|EOL while|EOF while)/,
    hint: 'A text that opens with a quote here is never closed. Put the same quote at its end.',
  },
  {
    type: PARSE,
    message: /Maybe you meant '=='/,
    hint: 'One `=` gives a value to a name; `==` compares. In a condition write `==`.',
  },
  {
    type: PARSE,
    message: /Perhaps you forgot a comma/,
    hint: 'Two things stand side by side here. Is a comma missing between them?',
  },
  {
    type: PARSE,
    message: /^'(return|break|continue|await)' outside/,
    hint: '`$1` stands outside of the function or loop that it belongs to. Is the line indented far enough?',
  },
  {
    type: PARSE,
    source: /^(?:pip3?|python3?|py) /,
    hint: 'This is a command for the terminal, not a line of the program. Delete it here and type it in the terminal.',
  },
  {
    type: PARSE,
    source: /^print\s+[^(\s]|^exec\s|^raise \w+, /,
    hint: 'This is Python 2. In Python 3, `print` is a function: `print(...)`.',
  },
  {
    type: PARSE,
    rather: ['code-fence', 'prompt-copied'],
    source: /^(?::\s|>>>|\.\.\.|In \[)/,
    hint: 'The sign in front of this line was copied along with it. Delete it.',
  },
  {
    type: PARSE,
    source: /^(?:elif|else|except|finally)\b/,
    hint: 'This line has no `if`, `try` or loop to go with. Is it indented as that one is?',
  },
  {
    type: PARSE,
    rather: ['code-fence', 'prompt-copied'],
    hint: 'Python cannot read this line. Look at it and at the one before: a missing bracket, quote, comma or colon?',
  },
];
