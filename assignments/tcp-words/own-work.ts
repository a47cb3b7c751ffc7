import { type CheckContext, isReencoding } from '../../harness/index.js';
import { CLIENTS } from './client-runs.js';
import { answersOfOwnServer, exchangedBy, exchangeOf, type OwnExchange, sentBy } from './own-answers.js';
import { relatives } from './word-list.js';

/**
 * Who finds number and character where a pair's format is its own. `sent back`: the answers are the requests, be it in other bytes. `sent
 * ready`: words with the same answer are sent as the same. `sent along`: the answer is made of something else than the word. `untold`
 * is also what a word with its length in front leaves: it holds its number rightly.
 */
export type Work = 'sent back' | 'sent ready' | 'sent along' | 'untold';

/** Who works in the pair that exchanged this. Clients that ask for their words are given some that tell more. */
export async function workOf(context: CheckContext, exchange: OwnExchange): Promise<Work> {
  const exchanged = await exchangedBy(context, exchange);
  if (exchanged.every(({ sent, answered }) => sent.equals(answered)) || isReencoding(exchanged)) return 'sent back';
  if (!exchange.asked || exchange.served.length !== CLIENTS) return 'untold';
  const { base, alike, other, longer } = relatives(context.random);
  const { served, answers } = await exchangeOf(context, [base, alike, other, longer]);
  if (served.length !== CLIENTS) return 'untold';
  const requests = sentBy(served) as [Buffer, Buffer, Buffer, Buffer];
  if (requests[0].equals(requests[1])) return requests[0].equals(requests[2]) ? 'untold' : 'sent ready';
  if (isGrown(answers[0]!, answers[3]!)) return 'sent back';
  const made = withOtherWord({ base: requests[0], alike: requests[1], other: requests[2] });
  const [answer] = made ? await answersOfOwnServer(context, [made]) : [];
  return answer?.equals(answers[0]!) && !answer.equals(answers[2]!) && answer.length > 0 ? 'sent along' : 'untold';
}

/** Whether an answer is another one with something put in, so that no number in it has become another one. */
function isGrown(answer: Buffer, longer: Buffer): boolean {
  if (longer.length <= answer.length || answer.length === 0) return false;
  let before = 0;
  while (before < answer.length && answer[before] === longer[before]) before += 1;
  let after = 0;
  while (after < answer.length - before && answer.at(-1 - after) === longer.at(-1 - after)) after += 1;
  return before + after === answer.length;
}

/**
 * A request that holds another word, and beside it what came along with its own. `alike` shows where the letters behind the first one stand;
 * the first letter is the nearest to them, no farther than they are from one another, that changes with the beginning. Undefined where
 * nothing else changes with it.
 */
export function withOtherWord({ base, alike, other }: Record<'base' | 'alike' | 'other', Buffer>): Buffer | undefined {
  if (alike.length !== base.length || other.length !== base.length) return undefined;
  const places = [...base.keys()];
  const letters = places.filter((at) => alike[at] !== base[at]);
  const changed = places.filter((at) => other[at] !== base[at]);
  const step = Math.max(1, ...letters.slice(1).map((at, nth) => at - letters[nth]!));
  let [from, to] = [letters[0]!, letters.at(-1)!];
  const [closeBefore, closeAfter] = [changed.findLast((at) => at < from), changed.find((at) => at > to)];
  const isBefore = closeBefore !== undefined && from - closeBefore <= step;
  const isAfter = closeAfter !== undefined && closeAfter - to <= step;
  if (isBefore) from = closeBefore;
  if (isAfter) to = closeAfter;
  if (!(isBefore || isAfter) || changed.every((at) => at >= from && at <= to)) return undefined;
  return Buffer.concat([base.subarray(0, from), other.subarray(from, to + 1), base.subarray(to + 1)]);
}
