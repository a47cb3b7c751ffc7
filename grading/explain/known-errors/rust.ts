import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

/** What Rust and its compiler say. */
export const RUST: KnownError[] = [
  {
    type: /^error$/,
    message: /^E0382\b/,
    hint: 'This value was given away before and cannot be used again. Lend it there instead, `&value`, or give a copy: `value.clone()`.',
  },
  {
    type: /^error$/,
    message: /^E0(?:499|502|506)\b/,
    hint: 'The value is still lent out where this line changes it. End the first use before, or take a copy: `.clone()`, `.to_string()`.',
  },
  {
    type: /^error$/,
    message: /^E0(?:505|597|515|716)\b/,
    hint: 'A reference lives longer than what it points to. Keep the value itself: `.to_string()`, `.clone()`.',
  },
  {
    type: /^error$/,
    message: /^E0373\b/,
    hint: 'The thread may live longer than what it borrows. Give it the value: `move || …`.',
  },
  {
    type: /^error$/,
    message: /^E0(?:596|594|384)\b/,
    hint: 'Only what is declared with `mut` can be changed: `let mut buffer = …`.',
  },
  {
    type: /^error$/,
    message: /^E0308\b/,
    hint: 'A value of one type stands where another is wanted. The compiler says which: `&str` is not `String`, `as_bytes()` makes bytes.',
  },
  {
    type: /^error$/,
    message: /^E04(?:25|33|32|12)\b|^E0599\b/,
    hint: 'Rust does not know this name. Is it spelled right, and is its `use std::…;` at the top?',
  },
  {
    type: /^error$/,
    message: /^E0277\b/,
    hint: 'The value lacks what is asked of it here. `?` works only in a function that returns a `Result`; texts become numbers with `parse()`.',
  },
  {
    type: /^error$/,
    rather: ['code-fence'],
    hint: 'The compiler cannot read this. Look at that line and at the one before it: a missing `;`, bracket or quote?',
  },
  {
    message: /divide by zero/,
    hint: 'A whole number was divided by zero. Ask before it, `if b == 0`, and send a sentence back instead.',
  },
  {
    message: /index out of bounds|out of range/,
    hint: 'There are fewer parts than this line takes. Print what was received and how it was split; is it empty, or without spaces?',
  },
  {
    message: /ParseIntError|ParseFloatError/,
    hint: 'This text is no number, and `unwrap` ends the program. Use `trim()`, and a `match` on the `Result` for what makes no sense.',
  },
  {
    message: /Utf8Error|FromUtf8Error/,
    hint: 'These bytes are no UTF-8, and `unwrap` ends the program. `String::from_utf8_lossy` reads anything.',
  },
  ...SYSTEM,
  {
    type: /^panic$/,
    message: /`(?:Option|Result)::(?:unwrap|expect)\(\)`/,
    hint: '`unwrap` ends the program where there is no value. Use a `match` on it, and say what is wrong.',
  },
];
