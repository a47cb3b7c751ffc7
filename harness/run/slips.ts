import type { NearKind } from '../program/near-program.js';
import type { ProgramFile } from '../program/roles.js';
import { withoutComments } from '../program/source.js';
import type { SubmittedFile } from '../program/submission.js';
import { isPackageMark } from '../program/uses.js';
import { SLIPS } from './known-slips.js';
import type { CauseCode, Role } from './verdict.js';

/** Something in a program's source that often leads to a failure. Whether it did is for the reader to say. */
export interface Slip {
  code: SlipCode;
  file: string;
  /** Counted from 1; absent where it is about the whole file. */
  line?: number;
}

/** The slips that are looked for. A new one gets its pattern in `known-slips.ts` and its words in `grading/explain`. */
export type SlipCode =
  | NearKind // a file that was meant as a program and is none
  | 'accept-before-loop' // one accept, and then a loop that never comes back to it
  | 'bytes-as-text' // str(data) of what was received, which gives "b'…'"
  | 'bytes-compared' // what was received, not decoded, compared with a text
  | 'buffer-compared' // the same in JavaScript
  | 'both-in-one' // a server and a client one after the other in one program
  | 'code-fence' // ``` of a page it was copied from
  | 'commented-out'
  | 'constant-destination' // a server that answers to an address written into it
  | 'family-for-type' // socket.socket(socket.SOCK_DGRAM)
  | 'input-before-receive' // a server that waits for its user first
  | 'length-unset' // recvfrom and accept read the length of the address, too
  | 'line-wanted' // waits for a newline
  | 'listener-used' // s.send on the socket that listens, instead of the one that accept returned
  | 'no-flush' // writes into a buffer and never empties it
  | 'no-htons'
  | 'no-kind' // socket.socket(), which is TCP
  | 'not-called' // s.close without parentheses
  | 'text-compared' // Java: == on strings
  | 'prompt-copied' // >>> or : in front of a line
  | 'receive-before-loop' // one recvfrom, and then a loop that never comes back to it
  | 'received-not-ended' // C: no zero byte behind what was received
  | 'wrong-kind' // SOCK_STREAM where UDP is asked, or the other way round
  | 'whole-buffer'; // Java: the text of the whole buffer, not of the bytes received

/** What is known of the failure that a slip is to explain. */
interface SlipContext {
  cause: CauseCode;
  role: Role;
  /** The programs of this role. */
  programs: ProgramFile[];
  transport: string;
  /** The same file is server and client. */
  both: boolean;
}

/** One kind of slip. */
export interface KnownSlip {
  code: SlipCode;
  /** Absent: any language. */
  languages?: ProgramFile['language'][];
  /** The failures that it can lead to. */
  explains: CauseCode[];
  /** Further conditions. */
  when?: (context: SlipContext) => boolean;
  /** Where it stands in the code (comments blanked): an offset, or -1. */
  find: (code: string, context: SlipContext) => number;
}

/** The slips in a submission's programs that can have led to a failure, in the order in which they should be told. */
export function slipsIn(files: SubmittedFile[], context: SlipContext): Slip[] {
  if (context.cause === 'no-program') {
    const named = (slip: Slip): number => Number(slip.file.toLowerCase().includes(context.role));
    return files.flatMap(unusable).toSorted((a, b) => named(b) - named(a));
  }
  const sources = context.programs.map((file) => ({ file, code: codeOf(file) }));
  return SLIPS.filter(({ explains }) => explains.includes(context.cause)).flatMap((known) => {
    if (known.when && !known.when(context)) return [];
    return sources.flatMap(({ file, code }): Slip[] => {
      if (known.languages && !known.languages.includes(file.language)) return [];
      const at = known.find(code, context);
      return at < 0 ? [] : [{ code: known.code, file: file.path, line: code.slice(0, at).split('\n').length }];
    });
  });
}

/** So much of a source is looked at, and so much of each of its lines: no student's is longer, and a hostile one costs no time. */
const CODE_READ = 65_536;
const LINE_READ = 400;

function codeOf({ text, language }: ProgramFile): string {
  const code = withoutComments(text.slice(0, CODE_READ), language);
  return code.replace(/[^\n]+/g, (line) => line.slice(0, LINE_READ));
}

/** A source file without a program in it. */
function unusable({ path, text }: SubmittedFile): Slip[] {
  // It makes a folder a package of Python, and holds nothing as a rule.
  if (isPackageMark(path)) return [];
  const language = /\.pyw?$/.test(path) ? 'python' : 'other';
  if (text === undefined || !/\.(?:pyw?|[cm]?[jt]s|java|c|cc|cpp|go|rs|sh)$/.test(path)) return [];
  if (text.trim() === '') return [{ code: 'empty-file', file: path }];
  return withoutComments(text, language).trim() === '' ? [{ code: 'commented-out', file: path }] : [];
}
