import {
  answersNumber,
  type CheckContext,
  type CheckFailure,
  failure,
  type Reply,
  rational,
  showsNumber,
} from '../../harness/index.js';
import { type Request, shownRequest } from './asking.js';
import { type Computation, resultOf, wholeNumbers } from './computation.js';
import { answeredWith, type Conversation, converse } from './conversation.js';
import { showingOf } from './showing.js';

/**
 * Judges a reply to a computation. A reply in a format of its own that is no text is handed to the student's client, whose terminal
 * then says what it means.
 * @throws CheckFailure
 */
export async function judge(context: CheckContext, request: Request, reply: Reply): Promise<void> {
  const { computation, conversation } = request;
  if (conversation && (await holdsItsResult(context, conversation, computation))) {
    throw failure('mismatch', "The client's request already holds the result: the client computes, not the server.", {
      sent: shownRequest(request),
      received: reply.data,
      expected: 'a result that the server computed',
    });
  }
  const answer = answersNumber(reply.text, resultOf(computation), shownRequest(request));
  if (answer.ok) return;
  if (conversation) {
    const { state } = await showingOf(context, computation, answeredWith(conversation, reply.data));
    if (state === 'shown') return;
  }
  const shown = { sent: shownRequest(request), received: reply.data, expected: `${numberText(computation)}` };
  throw wrong(answer.because, computation, shown);
}

/** Whether the client sends the result along; one more computation tells that from a number that is there by chance. */
async function holdsItsResult(
  context: CheckContext,
  conversation: Conversation,
  computation: Computation,
): Promise<boolean> {
  if (!holds(conversation, computation)) return false;
  const other = wholeNumbers(context.random, '*');
  return holds(await converse(context, other), other);
}

function holds({ turns }: Conversation, computation: Computation): boolean {
  const result = resultOf(computation);
  const said = turns.flatMap(({ sent }) => sent.map(String)).join(' ');
  const operands = [computation.a, computation.b].map((text) => rational(text));
  return showsNumber(said, result) && !operands.some((operand) => showsNumber(numberText(computation), operand));
}

function wrong(
  because: 'no-number' | 'wrong-number' | 'echo',
  { a, operator, b }: Computation,
  shown: { sent: string; received: Buffer; expected: string },
): CheckFailure {
  switch (because) {
    case 'echo':
      return failure('echo', 'The server sent the computation back without computing it.', shown);
    case 'no-number':
      return failure('mismatch', `The answer to ${a} ${operator} ${b} holds no number.`, shown);
    case 'wrong-number':
      return failure('mismatch', `The server's answer to ${a} ${operator} ${b} is not right.`, shown);
  }
}

/** The result as a person would write it. */
export function numberText(computation: Computation): string {
  const { numerator, denominator } = resultOf(computation);
  return numerator % denominator === 0n
    ? String(numerator / denominator)
    : String(Number(numerator) / Number(denominator));
}
