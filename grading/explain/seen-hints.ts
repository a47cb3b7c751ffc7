import type { Cause } from '../../harness/run/verdict.js';
import { rawOf } from '../../harness/wire/bytes.js';
import type { Hint } from './usual-hints.js';

type Seen = Pick<Cause, 'sent' | 'received' | 'expected' | 'language'>;

/** What tells its own story where it came instead of what was expected, on the wire or on the screen. */
const SEEN: { pattern: RegExp; hint: Hint }[] = [
  {
    pattern: /\bb'[^'\n]*'|\bb"[^"\n]*"/,
    hint: ({ role }) =>
      role === 'server'
        ? '`b\'…\'` is how Python shows bytes: something received was put into a text undecoded. Decode it first: `data.decode("UTF-8")`.'
        : '`b\'…\'` is how Python shows bytes. Decode them before you print them: `data.decode("UTF-8")`.',
  },
  {
    pattern: /<Buffer [0-9a-f ]+/,
    hint: '`<Buffer …>` is how Node shows bytes. Make text of them first: `data.toString()`.',
  },
  { pattern: /\[B@[0-9a-f]+/, hint: '`[B@…` is how Java shows an array of bytes. Make text of it first: {decode}.' },
  {
    pattern: /\[\d{2,3}(?: \d{1,3}){2,}\]/,
    hint: 'These numbers are how Go shows bytes. Make text of them first: {decode}.',
  },
  {
    pattern: /<(?:bound method|built-in|function)/,
    hint: 'The function itself was shown, not what it returns. Its parentheses are missing.',
  },
  {
    pattern: /\[object Object\]/,
    hint: '`[object Object]` is how JavaScript shows an object. Take the field that you mean, or `JSON.stringify` it.',
  },
  {
    pattern: /<socket\.socket /,
    hint: 'The socket itself was shown, not what came through it. Use what {receive} returned.',
  },
];

/** The hint for what was received, where it says by itself what is wrong. */
export function seenHint({ sent, received, expected, language }: Seen): Hint | undefined {
  if (!received) return undefined;
  const text = received.text.slice(0, 4000);
  if (isSwapped(portIn(expected ?? ''), portIn(text)))
    return 'One port is the other with its two bytes swapped. Is `htons(port)` missing in one of the programs?';
  // Only then is it the very text that had to come, and no description.
  const whole = sent?.text === expected ? expected : undefined;
  if (whole && text.trim() === firstWord(whole))
    return `Only the first word came: ${WORDWISE[language ?? ''] ?? 'reading stopped at the space. Take the whole line, with {input}.'}`;
  const row = SEEN.find(({ pattern }) => pattern.test(text) && !pattern.test(expected ?? ''));
  if (row) return row.hint;
  if (rawOf(received).includes(0) && /^(?:c|c\+\+|java|go)$/.test(language ?? ''))
    return 'There are zero bytes behind the text: more was taken or sent than the message is long. Use its length, not that of the buffer.';
  const length = whole === undefined ? 0 : cutAt(whole, text.trimEnd());
  if (length > 0)
    return `Only the first ${length} characters are there. Is the buffer long enough (1024), and is all that came used?`;
  return undefined;
}

/** What stops at the space, and what does not. */
const WORDWISE: Record<string, string> = {
  c: '`scanf("%s", …)` stops at a space. Take the whole line, with `fgets(line, sizeof line, stdin)`.',
  'c++': '`cin >>` stops at a space. Take the whole line, with `getline(cin, line)`.',
  java: '`next()` stops at a space. Take the whole line, with `nextLine()`.',
  go: '`fmt.Scan` stops at a space. Take the whole line, with `bufio.Scanner`.',
};

function firstWord(line: string): string | undefined {
  const [word, ...more] = line.trim().split(/\s+/);
  return more.length > 0 ? word : undefined;
}

/** Shorter beginnings stand at the end of something else by chance; no text that is sent in one message is longer. */
const LEAST_CUT = 6;
const MOST_CUT = 2_000;

/** How many characters of a text stand at the end of what was received, where they are its beginning only; else 0. */
function cutAt(whole: string, received: string): number {
  if (whole.length > MOST_CUT || received.includes(whole)) return 0;
  for (let length = whole.length - 1; length >= LEAST_CUT; length--)
    if (received.endsWith(whole.slice(0, length))) return length;
  return 0;
}

function portIn(text: string): number {
  return Number(/^port (\d+)$/.exec(text)?.[1] ?? 0);
}

function isSwapped(one: number, other: number): boolean {
  return one !== other && one === (other >> 8) + (other % 256) * 256;
}
