import { answersNumber, type CheckContext, type CheckFailure, failure, type Reply } from '../../harness/index.js';
import { type Request, shownRequest } from './asking.js';
import { type Computation, numberText, resultOf } from './computation.js';
import { answeredWith } from './conversation.js';
import { expectServerComputes } from './own-work.js';
import { showingOf } from './showing.js';

/**
 * Judges a reply to a computation. A reply in a format of its own that is no text is handed to the student's client, whose terminal
 * then says what it means; what the client computed is no answer of the server's.
 * @throws CheckFailure
 */
export async function judge(context: CheckContext, request: Request, reply: Reply): Promise<void> {
  const { computation, conversation } = request;
  const answer = answersNumber(reply.text, resultOf(computation), shownRequest(request));
  if (conversation) {
    const showing = async () => (await showingOf(context, computation, answeredWith(conversation, reply.data))).state;
    if (answer.ok || (await showing()) === 'shown') return expectServerComputes(context, computation.operator);
  }
  if (answer.ok) return;
  const shown = { sent: shownRequest(request), received: reply.data, expected: `${numberText(computation)}` };
  throw wrong(answer.because, computation, shown);
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
