import type { CheckContext } from '../../harness/index.js';
import { DIALECTS, readComputation, wholeNumbers } from './computation.js';
import { converse } from './conversation.js';
import { showingOf } from './showing.js';

/** Whether the two programs understand each other, with more than an echo, in a format that is none of ours. */
export async function hasOwnFormat(context: CheckContext): Promise<boolean> {
  if (!context.has('client')) return false;
  const computation = wholeNumbers(context.random, '+');
  const conversation = await converse(context, computation).catch(() => undefined);
  const last = conversation?.turns.at(-1);
  if (!conversation || !last || last.sent.some((message) => message.equals(last.answered))) return false;
  const written = last.sent.map(String).join('').trim();
  const isOurs =
    readComputation(written) !== undefined || DIALECTS.some(({ write }) => write(computation).trim() === written);
  if (!isOurs || conversation.turns.length > 1 || last.sent.length > 1) return true;
  // The request is plain; the answer may be in a format that only the client can read.
  const isText = [...last.answered].every((byte) => byte >= 0x09 && byte < 0x7f);
  return !isText && (await showingOf(context, computation, conversation)).state === 'shown';
}
