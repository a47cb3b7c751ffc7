import { type CheckContext, isReencoding } from '../../harness/index.js';
import { answerTo, type Conversation, requestOf } from './conversation.js';

/** A changed byte of a fixed request that a server refuses tells nothing; these many are tried. */
const MOST_CHANGES = 12;

/**
 * Whether the server gives back a fixed request in other bytes: it is sent the request with one bit changed, here and there. Two numbers
 * that are computed with would meet in one result.
 */
export async function givesBack(context: CheckContext, conversation: Conversation): Promise<boolean> {
  const bursts = requestOf(conversation);
  const last = bursts.at(-1)!.at(-1)!;
  const exchanges = [{ sent: last, answered: conversation.turns.at(-1)!.answered }];
  const places = [...last.keys()];
  const changes = [1, 2, 4].flatMap((bit) => places.map((at) => ({ at, bit })));
  for (const { at, bit } of context.random.shuffle(changes).slice(0, MOST_CHANGES)) {
    const sent = Buffer.from(last);
    sent[at] = sent[at]! ^ bit;
    const answered = await answerTo(context, [...bursts.slice(0, -1), [...bursts.at(-1)!.slice(0, -1), sent]]);
    if (answered) exchanges.push({ sent, answered });
  }
  return isReencoding(exchanges);
}
