import { answersNumber, type CheckContext, CheckFailure, failure } from '../../harness/index.js';
import { shownRequest } from './asking.js';
import { type Computation, type Operator, resultOf, wholeNumbers } from './computation.js';
import { answeredWith, answerTo, type Conversation, converse, requestOf } from './conversation.js';
import { type Asked, recombined } from './recombined.js';
import { relatives } from './relatives.js';
import { showingOf } from './showing.js';
import { isSteered, type Unclear } from './steering.js';

/**
 * Who computes in a pair whose format is its own. `the result comes along`: the server's answer is made of something else than the two
 * numbers in the request. `only the result comes`: the request is the same for computations with the same result. `the result comes
 * another way`: the request is answered rightly only as long as its client's was the last computation. A cipher over the whole request, of
 * which no byte can be changed by itself, leaves it `untold`.
 */
type Work =
  | 'the server computes'
  | 'the result comes along'
  | 'only the result comes'
  | 'the result comes another way'
  | 'untold';

const SUMMARY: Partial<Record<Work, string>> = {
  'the result comes along':
    "The server's answer is not made of the two numbers in the request but of what else came along: the client computes.",
  'only the result comes':
    'The client sends the same for two computations with the same result: it sends the result, and not the computation.',
  'the result comes another way':
    'After another computation the server answers the same request otherwise: what it answers does not stand in the request.',
};

/** @throws CheckFailure when it can be seen that the client computes this, in a pair whose format is its own */
export async function expectServerComputes(context: CheckContext, operator: Operator): Promise<void> {
  const summary = SUMMARY[await workOf(context, operator)];
  if (summary) throw failure('mismatch', summary, { expected: 'a result that the server computed' });
}

/** Looked at once for each operator. Where it cannot be told, a multiplication may tell: its digits hide least. */
async function workOf(context: CheckContext, operator: Operator): Promise<Work> {
  const key = `work ${operator}`;
  const known = context.learned.get(key) as Work | undefined;
  if (known) return known;
  let { work, unclear } = await seenWork(context, operator);
  // Random bytes in a request may look like anything once, hardly twice.
  if (SUMMARY[work] && (await seenWork(context, operator)).work !== work) work = 'untold';
  if (unclear && operator === '*' && (await isSteered(context, unclear))) work = 'the result comes along';
  if (work === 'untold' && operator !== '*' && SUMMARY[await workOf(context, '*')]) work = 'the result comes along';
  if (work === 'untold' && (await isForgottenTwice(context, operator))) work = 'the result comes another way';
  context.learned.set(key, work);
  return work;
}

/** A client that fails here, when it is asked once more than it can be, has not shown that it computes. */
async function isForgottenTwice(context: CheckContext, operator: Operator): Promise<boolean> {
  try {
    return (await isForgotten(context, operator)) && (await isForgotten(context, operator));
  } catch (error) {
    if (error instanceof CheckFailure) return false;
    throw error;
  }
}

/** Whether a request that was answered rightly is so no more once the client has computed something else. */
async function isForgotten(context: CheckContext, operator: Operator): Promise<boolean> {
  const computation = wholeNumbers(context.random, operator);
  const conversation = await converse(context, computation);
  const bursts = requestOf(conversation);
  const isRight = async (answered: Buffer | undefined): Promise<boolean> => {
    if (!answered) return false;
    if (answersNumber(answered.toString('utf8'), resultOf(computation), shownRequest({ computation, bursts })).ok)
      return true;
    return (await showingOf(context, computation, answeredWith(conversation, answered))).state === 'shown';
  };
  if (!conversation.asked || !(await isRight(conversation.turns.at(-1)?.answered))) return false;
  await converse(context, wholeNumbers(context.random, operator));
  return !(await isRight(await answerTo(context, bursts)));
}

/**
 * The client is asked for one computation and for two others that have the same result and differ from the first in one number each. What is
 * peculiar to one of these carries its number: put into the first request, both make a request that no client has ever computed, and only a
 * server that computes can answer it. What both share, and the first has not, is made of their result.
 */
async function seenWork(context: CheckContext, operator: Operator): Promise<{ work: Work; unclear?: Unclear }> {
  const { base, left, right, both } = relatives(context.random, operator);
  const first = await converse(context, base);
  if (!first.asked || first.turns.length === 0) return { work: 'untold' };
  const requestFor = async (computation: Computation) => requestOf(await converse(context, computation));
  const asked = { base: requestOf(first), left: await requestFor(left), right: await requestFor(right) };
  const once = await tellsOf(context, { ...asked, again: [] }, first, { base, both });
  if (once === 'right') return { work: 'the server computes' };
  // What is another one each time, such as a request's number, carries none of the computation's. Random letters are the same once now and then.
  const requests = { ...asked, again: [await requestFor(base), await requestFor(base)] };
  const { isSharedOnly, common } = recombined(requests);
  if (isSharedOnly) return { work: 'only the result comes' };
  const answer = await tellsOf(context, requests, first, { base, both });
  if (answer === 'right') return { work: 'the server computes' };
  if (answer === 'old') return { work: 'the result comes along' };
  return { work: 'untold', unclear: { product: base, conversation: first, common } };
}

/** What a fresh server answers to the request that is put together: its right result, that of the computation it was made from, or neither. */
async function tellsOf(
  context: CheckContext,
  asked: Asked,
  conversation: Conversation,
  { base, both }: { base: Computation; both: Computation },
): Promise<'right' | 'old' | 'neither'> {
  const { made } = recombined(asked);
  if (!made) return 'neither';
  const answered = await answerTo(context, made);
  if (!answered) return 'neither';
  const shown = shownRequest({ computation: both, bursts: made });
  const tells = (computation: Computation) => answersNumber(answered.toString('utf8'), resultOf(computation), shown).ok;
  if (tells(both)) return 'right';
  if (tells(base)) return 'old';
  const answer = answeredWith(conversation, answered);
  const isShown = async (computation: Computation) => (await showingOf(context, computation, answer)).state === 'shown';
  if (await isShown(both)) return 'right';
  return (await isShown(base)) ? 'old' : 'neither';
}
