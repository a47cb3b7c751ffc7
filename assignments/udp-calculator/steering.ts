import { type CheckContext, numbersIn } from '../../harness/index.js';
import { type Computation, numberText } from './computation.js';
import { answeredWith, answerTo, type Conversation, requestOf } from './conversation.js';
import type { Recombined } from './recombined.js';
import { showingOf } from './showing.js';

/** A multiplication of relatives that does not tell who computes. */
export interface Unclear {
  product: Computation;
  conversation: Conversation;
  /** The bytes that may hold its result. */
  common: Recombined['common'];
}

/** So many changes are tried at most, and for so long. */
const MOST_CHANGES = 24;
const CHANGING_WITHIN_MS = 10_000;

/** So many changes must have turned one digit each, for a binary format may hold numbers that no person would type. */
const TURNED = 2;

/**
 * Whether single digits of the answer to a multiplication follow single bytes of its request. A product does not: another factor changes more
 * than one of its digits. Such digits come along with the request, however they are enciphered.
 */
export async function isSteered(context: CheckContext, { product, conversation, common }: Unclear): Promise<boolean> {
  const deadline = performance.now() + CHANGING_WITHIN_MS;
  const answers = new Set<string>();
  let turned = 0;
  const places = context.random.shuffle(common);
  const changes = [1, 2, 4].flatMap((bit) => places.map((place) => ({ place, bit })));
  for (const { place, bit } of changes.slice(0, MOST_CHANGES)) {
    if (performance.now() > deadline) break;
    const { burst, message, at } = place;
    const request = requestOf(conversation).map((datagrams) => datagrams.map((bytes) => Buffer.from(bytes)));
    request[burst]![message]![at]! ^= bit;
    const answered = await answerTo(context, request);
    if (!answered || answers.has(answered.toString('latin1'))) continue;
    answers.add(answered.toString('latin1'));
    if (await tellsNeighbour(context, product, answeredWith(conversation, answered))) turned += 1;
    if (turned >= TURNED) return true;
  }
  return false;
}

/** Whether an answer, or what the client shows of it, is the right number but for one digit. */
async function tellsNeighbour(
  context: CheckContext,
  product: Computation,
  conversation: Conversation,
): Promise<boolean> {
  const right = numberText(product);
  const answer = conversation.turns.at(-1)!.answered;
  const isText = [...answer].every((byte) => byte >= 0x09 && byte < 0x7f);
  const text = isText ? answer.toString() : (await showingOf(context, product, conversation)).output;
  const numbers = numbersIn(text).map((number) => String(Number(number.text)));
  return !numbers.includes(right) && numbers.some((number) => isNeighbour(number, right));
}

function isNeighbour(number: string, right: string): boolean {
  return number.length === right.length && [...number].filter((digit, at) => digit !== right[at]).length === 1;
}
