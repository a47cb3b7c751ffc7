import type { CauseCode, Role } from '../../harness/run/verdict.js';
import type { Transport } from '../../harness/wire/transcript.js';

/** What a hint may depend on beside the language. */
export interface HintContext {
  role: Role;
  transport?: Transport | undefined;
}

/** With the names of calls in braces. */
export type Hint = string | ((context: HintContext) => string);

/** Where the limit was met by the compiler, and not by the program. */
export const BUILD_LIMIT_HINT =
  'Compile it yourself: it takes very long, or makes very much. Does the source include itself or what is no source, fill a very large table, or repeat a macro or template without end?';

/** What to look at first after a failure of each kind, where nothing more is known. */
export const USUAL_HINTS: Record<CauseCode, Hint> = {
  'no-program': ({ role }) =>
    role === 'script'
      ? 'Is the program in the folder that you handed in? It must be a source file such as `lookup.py`.'
      : `Is your ${role} in the folder that you handed in? Call the file \`${role}.py\` (or \`${role}\` in your language), or name it in \`netgrade.yml\`.`,
  'does-not-build':
    'Run the program yourself: the same message appears, with file and line. Look at that line and at the one before it.',
  'died-at-start': ({ role }) =>
    ({
      server: "Read the program's last words: they say which line failed. Does it get as far as {listen}?",
      client: "Read the program's last words: they say which line failed. Does it get as far as {reach}?",
      script: "Read the program's last words: the line number says which call failed.",
    })[role],
  'missing-module':
    'Only what comes with the language is sure to be there. Is its name spelled right? A module of your own goes into the folder that you hand in.',
  usage:
    'The program ended asking for arguments. Let it work without them, or take host and port as its arguments in this order; `netgrade.yml` can say how it is started.',
  'never-listened':
    'A server comes to {listen} before it waits for a client. Does your program reach that line, or does it wait for {input} first?',
  'never-sent': ({ role, transport }) =>
    role === 'script'
      ? 'Does the program reach the line that looks the name up? Ask the resolver that the system is set up with, and print what it returns.'
      : transport === 'tcp'
        ? 'A client reaches its server with {reach} and then sends. Does your program come to both, or does it wait for something first?'
        : 'The client speaks first: {reach}. Does your program come to that line, or does it wait in {receive} or {input} before it?',
  'wrong-transport': ({ transport }) =>
    `${transport === 'tcp' ? 'TCP' : 'UDP'} is asked here. Make the socket with {socket}, then use {receive} and {send}.`,
  'no-reply': ({ role, transport }) => {
    if (role === 'script') return 'Does the program print its answer before it ends or waits?';
    return transport === 'tcp'
      ? 'Is the answer sent at all, and on {asker}? Perhaps it waits in {receive} for more than the one message.'
      : 'Does it come to {answer} after {receive}? To answer more than one request, both belong inside the loop.';
  },
  'empty-reply':
    'A reply came, with nothing in it. Print what you give to {send} just before you send it: is it empty?',
  'extra-reply': 'One answer for each request. Is there a second {send}, or one inside a loop of its own?',
  'misdirected-reply':
    'Send the answer to {asker}: {answer}. A port that is written into the program is somebody else’s.',
  mismatch:
    'Compare the line that was expected with the one that was received, from the marked place on. Try the same input by hand: what does your program compute?',
  incomplete:
    'A part of what was asked is missing. Print what you give to {send} just before you send it: is all of it there?',
  echo: 'The answer is the request itself. Compute the answer first, and send that variable instead of the one that {receive} filled.',
  constant:
    'The same answer came for different requests. Use what was received (or typed) instead of a value that is written into the program.',
  stale: 'The answer holds something older than the request. Make it anew after {receive}, inside the loop.',
  'not-printed': ({ role }) =>
    role === 'script'
      ? 'Print what the look-up returned, with {print}.'
      : 'Print what was received, as text: {decode}, then {print}. Do it before the program waits again or ends.',
  'not-read':
    'The program never asked for its input. Read it with {input}, one line at a time, and use what was typed.',
  'not-closed':
    'Close the connection when the conversation is over, with {close}; until then the other side waits for more.',
  'not-concurrent':
    'All clients may be connected at the same time. Go back to `accept` after each one, and finish with one client before you wait for the next; or give each its own: {thread}.',
  crashed: ({ role }) =>
    role === 'script'
      ? "Read the program's last words: they name the line. Is what stands there what you expect? Print it just before."
      : "Read the program's last words: they name the line. Print what you use there just before it: is it what you expect?",
  timeout: ({ role }) =>
    role === 'script'
      ? 'Where does it wait? A look-up or {input} for which nothing more comes waits for ever. Leave the loop when the work is done.'
      : 'Where does it wait? Every {receive} and every {input} waits until something comes. Leave the loop when the work is done.',
  memory: 'The program asked for very much memory. Does a list or a string grow in a loop that never ends?',
  cpu: 'The program computed without a pause. Is there a loop that neither waits for data nor ends? When {receive} gives nothing, the other side has closed: leave the loop.',
  'output-flood':
    'The program printed or sent without end. Is there a {print} or {send} in a loop that never waits? When {receive} gives nothing, the other side has closed: leave the loop.',
  'file-size': 'Does the program write a very large file, in a loop that never ends?',
  processes:
    'The program started very many threads or processes. Start one for each client, when it has come, not before.',
  sockets:
    'The program opened very many sockets. Close each one when its conversation is over; a server needs one for each client.',
  'open-files': 'Does a loop open new files or sockets and never close them? Close each one when it is done with.',
  'full-folder': 'The program wrote until there was no room left. Does a loop write without end?',
  'file-count': 'The program made files until there was no room for more. Does a loop make new ones without end?',
  'private-format':
    'Your programs speak a format of their own, so they are graded as a pair. To be graded each by itself, send plain text as the task page shows it.',
};
