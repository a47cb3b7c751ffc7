import { type CheckContext, numbersIn, showsNumber } from '../../harness/index.js';
import { type Computation, resultOf, wholeNumbers } from './computation.js';
import { answeredWith, type Conversation, NEXT_WITHIN_MS, replayTo, type Turn } from './conversation.js';

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

/**
 * A client whose computation is fixed shows a number that changes with the bytes of the answer: else it is its own. What is another one
 * each time, such as its port, tells nothing.
 */
async function showingOfFixed(
  context: CheckContext,
  computation: Computation,
  conversation: Conversation,
): Promise<Showing> {
  const answer = conversation.turns.at(-1)!.answered;
  const shownFor = (answered: Buffer) => allShown(context, computation, answeredWith(conversation, answered).turns);
  const usual = await shownFor(answer);
  if (usual.numbers.length === 0) return { state: 'absent', output: usual.output };
  const again = await shownFor(answer);
  if (again.numbers.length !== usual.numbers.length) return { state: 'own', output: usual.output };
  const differs = ({ numbers }: AllShown): boolean =>
    numbers.length > 0 &&
    (numbers.length !== usual.numbers.length ||
      numbers.some((number, at) => number !== usual.numbers[at] && usual.numbers[at] === again.numbers[at]));
  for (const at of likelyPlaces(answer)) {
    const changed = Buffer.from(answer);
    changed[at] = changed[at]! ^ 1;
    if (differs(await shownFor(changed))) return { state: 'shown', output: usual.output };
  }
  return { state: 'own', output: usual.output };
}

interface AllShown {
  /** What its terminal showed when the answer had come. */
  output: string;
  /** All that it showed from its start: where the answer came between them, two lines may differ from run to run. */
  numbers: string[];
}

/** What a client shows that is left to say all it has to. */
async function allShown(context: CheckContext, computation: Computation, turns: Turn[]): Promise<AllShown> {
  const { client, since } = await replayTo(context, computation, turns, (text) => numbersIn(text).length > 0);
  await client.until(() => false, NEXT_WITHIN_MS);
  const output = client.program.shownSince(since);
  const numbers = numbersIn(client.program.shownSince(0)).map(({ text }) => text);
  await client.dispose();
  return { output, numbers };
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
