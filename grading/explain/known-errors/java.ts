import type { KnownError } from './known-error.js';
import { SYSTEM } from './system.js';

/** What Java and its compiler say. */
export const JAVA: KnownError[] = [
  // The compiler
  {
    type: /^error$/,
    message: /^'(.)' expected|^illegal start of|^not a statement|^class, interface/,
    hint: 'Java cannot read this line. Is a `;`, bracket or quote missing here or at the end of the line before?',
  },
  {
    type: /^error$/,
    message: /^reached end of file while parsing/,
    hint: 'A closing `}` is missing. Count them: every `{` needs one.',
  },
  {
    type: /^error$/,
    message: /^unclosed string literal/,
    hint: 'A text that opens with a quote here is never closed. Put `"` at its end.',
  },
  {
    type: /^error$/,
    message: /^illegal character: '\\u201[cd89]|^illegal character: '[“”‘’]/,
    hint: 'Curly quotes were copied from a slide or a word processor. Type them anew as straight ones: `"`.',
  },
  {
    type: /^error$/,
    message: /^illegal character: '(?:\\ufeff|\ufeff)/,
    hint: 'The file begins with an invisible mark (a BOM). Save it again as UTF-8 without BOM.',
  },
  {
    type: /^error$/,
    message: /^illegal character|^unmappable character/,
    hint: 'There is a character here that Java does not know. Is the file saved as UTF-8? Delete the character and type it anew.',
  },
  {
    type: /^error$/,
    message: /^unreported exception ([\w.]+)/,
    hint: 'This call can fail with $1. Add `throws $1` to the method, or put it into `try` and `catch`.',
  },
  {
    type: /^error$/,
    message: /^incompatible types: String cannot be converted to byte\[\]/,
    hint: 'A packet holds bytes, and this is text. Make bytes of it: `text.getBytes("UTF-8")`.',
  },
  {
    type: /^error$/,
    message: /^incompatible types: byte\[\] cannot be converted to String/,
    hint: 'This is bytes, not text. Make text of it: `new String(bytes, 0, n, "UTF-8")`.',
  },
  {
    type: /^error$/,
    message: /^incompatible types/,
    hint: 'A value of one type stands where another is wanted. From text to a number: `Integer.parseInt(text)`; back: `String.valueOf(number)`.',
  },
  {
    type: /^error$/,
    message: /^cannot find symbol/,
    hint: 'Java does not know this name. Is it spelled right, declared before, and is its `import` at the top (`java.net.*`, `java.io.*`, `java.util.*`)?',
  },
  {
    type: /^error$/,
    message: /^package ([\w.]+) does not exist/,
    hint: 'There is no package $1 here. The course needs only `java.net`, `java.io` and `java.util`.',
  },
  {
    type: /^error$/,
    message: /^class (\w+) is public, should be declared in a file named (\S+)/,
    hint: 'A public class needs a file of its own name: call the file $2, or leave `public` out.',
  },
  {
    type: /^error$/,
    message: /^duplicate class: (\w+)/,
    hint: 'Two files have a class $1. Give each program a class of its own name.',
  },
  {
    type: /^error$/,
    message: /^variable (\w+) might not have been initialized/,
    hint: '`$1` may have no value here. Give it one where it is declared.',
  },
  {
    type: /^error$/,
    message: /^variable (\w+) is already defined/,
    hint: '`$1` is declared twice. The second time, leave its type out, or choose another name.',
  },
  {
    type: /^error$/,
    message: /^missing return statement/,
    hint: 'There is a way through this method without a `return`. Add one at its end.',
  },
  {
    type: /^error$/,
    message: /cannot be applied to given types|^no suitable (?:constructor|method)/,
    hint: 'The call has other arguments than this one takes. To receive: `new DatagramPacket(buffer, buffer.length)`; to send, with address and port, too.',
  },
  // Running
  {
    type: /^NullPointerException$/,
    message: /because the return value of "[\w.]*\.readLine\(\)" is null/,
    hint: '`readLine()` gave `null`: the input or the connection has ended. Ask before it is used: `if (line != null)`.',
  },
  {
    type: /^NullPointerException$/,
    message: /because "(?!<local)(\w+)" is null/,
    hint: '`$1` is `null`: it was never given a value, or `readLine()` found the end of the connection. Ask before it: `if ($1 != null)`.',
  },
  {
    type: /^NullPointerException$/,
    hint: 'Something here is `null`: it was never given a value, or `readLine()` found the end. Ask before it: `if (line != null)`.',
  },
  {
    type: /^NumberFormatException$/,
    message: /"[-+]?\d*\.\d+"/,
    hint: '`parseInt` reads whole numbers only. For decimals, `Double.parseDouble(text)`.',
  },
  {
    type: /^NumberFormatException$/,
    hint: 'This text is no number. Use `trim()`, take only the bytes received (`packet.getLength()`), and `catch` what makes no sense.',
  },
  {
    type: /^ArithmeticException$/,
    message: /by zero/,
    hint: 'A whole number was divided by zero. Ask before it, `if (b == 0)`, and send a sentence back instead.',
  },
  {
    type: /^(?:ArrayIndexOutOfBounds|StringIndexOutOfBounds|IndexOutOfBounds)Exception$/,
    hint: 'There are fewer parts than this line takes. Print what was received and how it was split; is it empty, or without spaces?',
  },
  {
    type: /^NoSuchElementException$/,
    hint: 'The input has ended, and `scanner` asks for one more line. Ask `scanner.hasNextLine()` first, or leave the loop.',
  },
  {
    type: /^InputMismatchException$/,
    hint: 'What was typed is not of the kind that is asked for. Read the line with `nextLine()` and take it apart yourself.',
  },
  {
    type: /^SocketTimeoutException$/,
    hint: 'The time of `setSoTimeout` passed and nothing came. Is it long enough, and does the program wait for a message that is sent?',
  },
  {
    type: /^UnknownHostException$/,
    hint: 'No such host name was found. On one computer, `"127.0.0.1"` or `"localhost"` is the address.',
  },
  {
    type: /^EOFException$/,
    hint: 'The other side closed before all was read. `readUTF` and `readInt` understand only what `writeUTF` and `writeInt` sent.',
  },
  {
    message: /^Could not find or load main class|Main method not found/,
    hint: 'Java found no `public static void main(String[] args)` in that class. Is it there, and does the class have the name of its file?',
  },
  {
    type: /^IllegalThreadStateException$/,
    hint: 'A thread can be started once only. Make a new `Thread` for each client.',
  },
  ...SYSTEM,
];
