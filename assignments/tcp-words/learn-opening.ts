import type { CheckContext } from '../../harness/index.js';
import { CLIENTS } from './client-runs.js';
import { openingOf } from './opening.js';
import { allServed, answersOfOwnServer, different, exchangeOf, sentBy, sentWithout } from './own-answers.js';

/** Two headers, or a hello and a name: nobody needs more. */
const MOST_STEPS = 3;

/**
 * Finds out what the clients and their server say to each other before any word: what is the same for four different words, and answered the
 * same. It is an opening only if all four clients say it and then say what differs: whatever belongs to one word is no part of it.
 */
export async function hasOpening(context: CheckContext, words: string[]): Promise<boolean> {
  while (openingOf(context).length < MOST_STEPS) {
    const sent = sentBy((await sentWithout(context, words)).served);
    const client = sent[0];
    if (!client || sent.some((one) => !one.equals(client))) break;
    const answers = (await answersOfOwnServer(context, sent)).filter((answer) => answer.length > 0);
    const server = answers[0];
    if (!server || answers.some((answer) => !answer.equals(server))) break;
    context.learned.set('opening', [...openingOf(context), { client, server }]);
    const served = await allServed(context, await exchangeOf(context, words));
    if (served.length < CLIENTS || served.some(({ opened }) => !opened)) break;
    // A client that picks its word at random may pick one twice.
    if (different(served) >= CLIENTS - 1) return true;
  }
  context.learned.delete('opening');
  return false;
}
