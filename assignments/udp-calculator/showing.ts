import { type CheckContext, numbersIn, showsNumber } from '../../harness/index.js';
import { type Computation, resultOf, wholeNumbers } from './computation.js';
import { answeredWith, type Conversation, replayTo, type Turn } from './conversation.js';

/** What a client made of its server's answer. `own` is a result that it computed by itself. */
export interface Showing {
  state: 'shown' | 'own' | 'absent';
  /** What its terminal showed when the answer had come. */
  output: string;
}

/**
 * Whether the client shows the result that its server sent for `computation`. It has asked for another one meanwhile: a client
 * that computes by itself shows that one's result. A client that takes nothing but the answer to its own question is given that.
 */
export async function showingOf(
  context: CheckContext,
  computation: Computation,
  conversation: Conversation,
): Promise<Showing> {
  const { turns, asked } = conversation;
  if (!asked) return showingOfFixed(context, computation, conversation);
  const expected = resultOf(computation);
  const good = (text: string) => showsNumber(text, expected);
  const other = another(context, computation);
  let output = await shownAfter(context, other, turns, good);
  if (good(output)) return { state: 'shown', output };
  if (showsNumber(output, resultOf(other))) return { state: 'own', output };
  output = await shownAfter(context, computation, turns, good);
  return { state: good(output) ? 'shown' : 'absent', output };
}

/** A client whose computation is fixed shows a number that changes with the bytes of the answer: else it is its own. */
async function showingOfFixed(
  context: CheckContext,
  computation: Computation,
  conversation: Conversation,
): Promise<Showing> {
  const answer = conversation.turns.at(-1)!.answered;
  const shownFor = async (answered: Buffer): Promise<{ output: string; numbers: string }> => {
    const { turns } = answeredWith(conversation, answered);
    const output = await shownAfter(context, computation, turns, (text) => numbersIn(text).length > 0);
    const numbers = numbersIn(output).map(({ text }) => text);
    return { output, numbers: numbers.join(' ') };
  };
  const usual = await shownFor(answer);
  if (usual.numbers === '') return { state: 'absent', output: usual.output };
  for (const at of likelyPlaces(answer)) {
    const changed = Buffer.from(answer);
    changed[at] = changed[at]! ^ 1;
    const { numbers } = await shownFor(changed);
    if (numbers !== '' && numbers !== usual.numbers) return { state: 'shown', output: usual.output };
  }
  return { state: 'own', output: usual.output };
}

/** Where a changed bit is likely to change a number: at digits, else anywhere, the middle of a binary number first. */
function likelyPlaces(answer: Buffer): number[] {
  const all = [...answer.keys()];
  const digits = all.filter((at) => answer[at]! >= 0x30 && answer[at]! <= 0x39);
  const middle = answer.length / 2;
  return (digits.length > 0 ? digits : all.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))).slice(0, 12);
}

/** What the client's terminal shows once the last answer of a conversation has come. */
async function shownAfter(
  context: CheckContext,
  asked: Computation,
  turns: Turn[],
  good: (output: string) => boolean,
): Promise<string> {
  const { client, since } = await replayTo(context, asked, turns, good);
  const shown = client.program.shownSince(since);
  await client.dispose();
  return shown;
}

/** A computation whose numbers and result are none of this one's. */
function another(context: CheckContext, { a, b, operator }: Computation): Computation {
  for (;;) {
    const other = wholeNumbers(context.random, '+');
    const taken = [other.a, other.b, String(resultOf(other).numerator)];
    const own = [a, b, String(resultOf({ a, operator, b }).numerator)];
    if (!taken.some((number) => own.includes(number))) return other;
  }
}
