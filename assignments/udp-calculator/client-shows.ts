import {
  type CheckContext,
  type ClientProgram,
  diagnose,
  failure,
  isNumber,
  listsNumbers,
  numbersIn,
  type Rational,
  showsNumber,
} from '../../harness/index.js';
import { type Speech, speechOf } from './asking.js';
import { type Computation, numberText, resultOf, wholeNumbers } from './computation.js';
import { converse } from './conversation.js';
import { showingOf } from './showing.js';
import { sendByClient } from './typing.js';

/** What a client sends for a computation, and whether it asked for it; a whole conversation where the pair needs one. */
export async function sentFor(
  context: CheckContext,
  computation: Computation,
): Promise<{ messages: Buffer[]; asked: boolean }> {
  if (await speaksItsOwn(context)) {
    const { turns, asked } = await converse(context, computation);
    if (turns.length > 0) return { messages: turns.flatMap(({ sent }) => sent), asked };
  }
  const { client, messages, asked } = await sendByClient(context, computation);
  await client.dispose();
  return { messages, asked };
}

/** A server that cannot be used is not its client's fault. */
async function speaksItsOwn(context: CheckContext): Promise<boolean> {
  if (context.has('server')) await speechOf(context).catch(() => undefined);
  return (context.learned.get('speech') as Speech | undefined)?.kind === 'own';
}

/**
 * The client prints what came over the wire: it is sent a result that is not the right one, or, in a format of its own, what its
 * server answers to another computation.
 * @throws CheckFailure
 */
export async function printsTheResult(context: CheckContext): Promise<string | undefined> {
  const computation = wholeNumbers(context.random, '+');
  if (await speaksItsOwn(context)) return printsInItsOwnFormat(context, computation);
  const { client, result } = await sendResult(context, computation);
  await expectShown(client, result);
  return undefined;
}

/** @throws CheckFailure when the result is shown as raw bytes */
export async function printsItAsText(context: CheckContext): Promise<string | undefined> {
  if (await speaksItsOwn(context)) return 'Not looked at: the programs speak a format of their own.';
  const { client, result } = await sendResult(context, wholeNumbers(context.random, '+'));
  await expectShown(client, result);
  const bytes = /\bb(['"])[^'"\n]*\1|<Buffer /.exec(client.program.output);
  if (bytes?.[0].includes(result.number)) {
    throw failure('mismatch', "The client printed the raw bytes (b'…') and not the text.", {
      sent: result.text,
      expected: result.number,
      received: client.program.output.slice(-500),
    });
  }
  return undefined;
}

const OWN_RESULT = 'The client printed a result that it computed itself: the server had sent another one.';

/** A result that is not the computation's, as the server would have written it. */
interface MadeUp {
  number: string;
  text: string;
  /** What a client that computes by itself would show. */
  own: Rational;
  /** Others that might have come as well. */
  neverSent: number[];
  /** How much the client had printed before it came. */
  since: number;
}

async function sendResult(
  context: CheckContext,
  computation: Computation,
): Promise<{ client: ClientProgram; result: MadeUp }> {
  const { client } = await sendByClient(context, computation);
  const any = () => context.random.int(2_000, 9_000);
  const number = String(any());
  const neverSent = Array.from({ length: 8 }, any).filter((other) => other !== Number(number));
  const sample = context.learned.get('reply') as Sample | undefined;
  const text = sample ? likeOwnServer(sample, computation, number) : number;
  const since = client.program.output.length;
  const contact = client.datagrams();
  await contact.peer.send(text, contact.from);
  return { client, result: { number, text, own: resultOf(computation), neverSent, since } };
}

async function expectShown(client: ClientProgram, { number, text, own, neverSent, since }: MadeUp): Promise<void> {
  const printed = () => client.program.shownSince(since);
  const isShown = await client.prints(() => showsNumber(printed(), Number(number)));
  const isListed = isShown && (await listsNumbers(client, since, neverSent));
  if (isShown && !isListed) return;
  const shown = { sent: text, received: printed().slice(-1000), expected: number };
  if (isListed) throw failure('mismatch', 'The client printed many numbers; only one had come from the server.', shown);
  if (showsNumber(printed(), own)) throw failure('mismatch', OWN_RESULT, shown);
  const summary =
    printed().trim() === ''
      ? 'The client printed nothing after the answer came.'
      : "The client did not print the server's result.";
  throw diagnose(client.program, 'client', { code: 'not-printed', summary }, shown);
}

async function printsInItsOwnFormat(context: CheckContext, computation: Computation): Promise<string> {
  const conversation = await converse(context, computation);
  const { state, output } = await showingOf(context, computation, conversation);
  const expected = conversation.asked ? numberText(computation) : 'the result';
  switch (state) {
    case 'shown':
      return 'Seen from server and client together, in their own format.';
    case 'own':
      throw failure('mismatch', OWN_RESULT, { received: output, expected: "the server's result" });
    case 'absent':
      throw failure('not-printed', "The client did not print its server's result.", { received: output, expected });
  }
}

/** An answer of the submission's own server. */
interface Sample {
  text: string;
  computation: Computation;
}

/** Writes a result the way this submission's own server writes one. */
function likeOwnServer(sample: Sample, computation: Computation, result: string): string {
  const value = resultOf(sample.computation);
  const answer = numbersIn(sample.text).findLast((number) => isNumber(number, value));
  if (!answer) return result;
  const before = sample.text
    .slice(0, answer.at)
    .replace(sample.computation.a, computation.a)
    .replace(sample.computation.b, computation.b);
  const decimals = answer.text.includes('.') ? `.${'0'.repeat(answer.text.split('.')[1]?.length ?? 1)}` : '';
  return `${before}${result}${decimals}${sample.text.slice(answer.at + answer.text.length)}`;
}
