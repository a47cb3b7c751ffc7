import type { SlipCode } from '../../harness/run/slips.js';
import type { Hint } from './usual-hints.js';

/** What to say of a slip that can have led to a failure: certain only where the slip is one wherever it stands. */
export const SLIP_HINTS: Record<SlipCode, Hint> = {
  'accept-before-loop': '`accept` stands before the loop, so only one client is ever let in. Put it inside.',
  'bytes-as-text':
    '`str(...)` around bytes gives `b\'…\'`, quotes included. Decode them instead: `data.decode("UTF-8")`.',
  'bytes-compared':
    'This compares bytes with a text, and they are never equal. Decode first: `data = data.decode("UTF-8")`.',
  'buffer-compared': 'What arrives is a Buffer, and it never equals a text. Make text of it first: `data.toString()`.',
  'both-in-one': ({ role }) =>
    `Server and client stand in one program, one after the other. Does it wait here, before its ${role === 'client' ? 'client' : 'other half'} can speak? Make two files of it, and run both.`,
  'code-fence': 'The line ``` was copied along with the program. Delete it, here and at the end.',
  'commented-out':
    'There is nothing in it but comments. Take the `#`, `//` or triple quotes away from the lines that are to run.',
  'constant-destination':
    'The answer goes to an address that is written into the program. Is it the asker’s? Send it to {asker}: {answer}.',
  'empty-file': 'The file is empty. Did you save your program before you handed it in?',
  'family-for-type':
    '`SOCK_DGRAM` or `SOCK_STREAM` stands where the family belongs, and Python makes another kind of socket. Write {socket}.',
  'input-before-receive':
    'Does the server wait for its user here, before any client can be heard? What it needs to know it can ask after it has received.',
  'length-unset':
    'This length has no value when it is used; the call reads it, too. Before each call: `length = sizeof(address)`.',
  'line-wanted':
    'Does it wait here for the end of a line? Not every sender puts a newline behind its words. Take what {receive} gives, or send a newline yourself.',
  'listener-used':
    'This is the socket that listens; nobody is at its other end. Talk on the one that `accept` returned: `client.send(...)`, `client.recv(...)`.',
  'no-flush':
    'What is written here may stay in a buffer. Empty it after each answer: `flush()`, or `new PrintWriter(stream, true)` in Java.',
  'no-htons': 'The port is not in network order, so another one is used. Write `htons(port)`.',
  'no-kind': '`socket.socket()` without its arguments is a TCP socket. Write {socket}.',
  'named-as-text':
    'The ending of its name says what a file is. Where your system hides endings, let it show them; in Windows: View, Show, File name extensions.',
  'no-source': 'What is graded is the source that you wrote: plain text, with the ending of its language.',
  notebook:
    'In Jupyter: File, Save and Export Notebook As, Executable Script. Then start it in a terminal, as it will be started here.',
  'not-called': 'Here parentheses are missing, so nothing is called: write `()` behind it, as in `s.close()`.',
  'other-language': 'Write it in one of the languages that are graded. What is sent and received stays the same.',
  'text-compared': 'In Java `==` compares whether two texts are the same object. Use `text.equals("...")`.',
  'prompt-copied': 'The sign in front of this line was copied along with it. Delete it.',
  'receive-before-loop': '`recvfrom` stands before the loop, so only one message is ever received. Put it inside.',
  'received-not-ended':
    'Perhaps old text stands behind what was received. End it: `buffer[n] = 0`, where `n` is what {receive} returned.',
  'wrong-kind': 'This is the other kind of socket. The task asks for {socket}.',
  'whole-buffer': 'This takes the whole buffer, with what is behind the message. Take only what came: {decode}.',
};

/** Slips that are found in right programs, too: a check's own hint goes before them. */
export const PERHAPS = new Set<SlipCode>(['line-wanted', 'received-not-ended', 'both-in-one', 'input-before-receive']);
