import {
  answersNumber,
  type CheckContext,
  type CheckFailure,
  failure,
  type Reply,
  type ServerProgram,
  showsNumber,
  type UdpPeer,
} from '../../harness/index.js';
import { type Computation, DIALECTS, type Dialect, readComputation, resultOf, wholeNumbers } from './computation.js';
import { sendByClient } from './typing.js';

/** How this submission's server is spoken to: in a dialect of ours, or in its own format, as its own client writes it. */
export type Speech = { kind: 'dialect'; dialect: Dialect } | { kind: 'own' };

/**
 * Finds out which dialect the server understands; the first that it answers rightly is spoken from then on. A server that understands
 * none of them is spoken to in the words of its own client, if that gets an answer.
 */
export async function speechOf(context: CheckContext): Promise<Speech> {
  const known = context.learned.get('speech') as Speech | undefined;
  if (known) return known;
  const speech =
    (await understood(context)) ??
    ((await hasOwnFormat(context))
      ? ({ kind: 'own' } as const)
      : ({ kind: 'dialect', dialect: DIALECTS[0]! } as const));
  context.learned.set('speech', speech);
  if (speech.kind === 'dialect') context.say(`Computations are written ${speech.dialect.name}.`);
  else
    context.say(
      'Speaks a format of its own: server and client are graded together, what the client sends is handed on to the server.',
    );
  return speech;
}

/** How long the dialects may be tried in all. A server that answers or waits takes 0.1 s for each; only one that spins takes longer. */
const LEARNING_WITHIN_MS = 12_000;

async function understood({ startServer, random }: CheckContext): Promise<Speech | undefined> {
  let server: ServerProgram | undefined;
  const deadline = performance.now() + LEARNING_WITHIN_MS;
  for (const dialect of DIALECTS) {
    // A server that neither answers nor waits for anything keeps every question open to its bound.
    if (performance.now() > deadline) break;
    for (const operator of ['+', '*'] as const) {
      server ??= await startServer();
      const computation = wholeNumbers(random, operator);
      const request = dialect.write(computation);
      const peer = await server.udpPeer();
      const reply = await server.tryAsk(peer, request);
      if (reply && answersNumber(reply.text, resultOf(computation), request).ok) {
        await server.dispose();
        return { kind: 'dialect', dialect };
      }
      // A server that kept silent may be in the middle of something; the next dialect gets a fresh one.
      if (!reply || server.program.exit) {
        await server.dispose();
        server = undefined;
      }
      if (!reply) break;
    }
  }
  await server?.dispose();
  return undefined;
}

/** Whether the server answers, with more than an echo, what its own client sends in a format that is none of ours. */
async function hasOwnFormat(context: CheckContext): Promise<boolean> {
  if (!context.has('client')) return false;
  const computation = wholeNumbers(context.random, '+');
  const messages = await sendByClient(context, computation)
    .then(async ({ client, messages, asked }) => {
      await client.dispose();
      if (!asked && !readComputation(messages.map(String).join(''))) context.learned.set('fixed messages', messages);
      return messages;
    })
    .catch(() => undefined);
  if (!messages) return false;
  const written = messages.map(String).join('');
  if (
    messages.length === 1 &&
    (readComputation(written) || DIALECTS.some((dialect) => dialect.write(computation).trim() === written.trim()))
  )
    return false;
  const server = await context.startServer();
  try {
    const peer = await server.udpPeer();
    const reply = await sendAll(server, peer, messages);
    return reply !== undefined && !messages.some((message) => message.equals(reply.data));
  } finally {
    await server.dispose();
  }
}

/** The datagrams that ask for a computation, in this submission's speech. `fixed` when only the client's own computation can be asked. */
export async function requestFor(
  context: CheckContext,
  computation: Computation,
): Promise<{ messages: Buffer[]; fixed: boolean }> {
  const speech = await speechOf(context);
  if (speech.kind === 'dialect') return { messages: [Buffer.from(speech.dialect.write(computation))], fixed: false };
  const fixed = context.learned.get('fixed messages') as Buffer[] | undefined;
  if (fixed) return { messages: fixed, fixed: true };
  const { client, messages } = await sendByClient(context, computation);
  await client.dispose();
  return { messages, fixed: false };
}

/** Sends one computation's datagrams and waits for the answer to all of them. */
export async function sendAll(server: ServerProgram, peer: UdpPeer, messages: Buffer[]): Promise<Reply | undefined> {
  for (const message of messages.slice(0, -1)) await peer.send(message, server.at);
  return server.tryAsk(peer, messages.at(-1)!);
}

/**
 * Judges a reply to a computation. A reply in a format of its own that is no text is handed to the student's client, whose terminal
 * then says what it means.
 * @throws CheckFailure
 */
export async function judge(
  context: CheckContext,
  computation: Computation,
  messages: Buffer[],
  reply: Reply,
): Promise<void> {
  const expected = resultOf(computation);
  const request = messages.map(String).join(' ');
  const answer = answersNumber(reply.text, expected, request);
  if (answer.ok) return;
  const speech = await speechOf(context);
  if (speech.kind === 'own' && (await ownClientShows(context, computation, reply.data))) return;
  const shown = { sent: request, received: reply.data, expected: `${numberText(computation)}` };
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

/** The result as a person would write it. */
export function numberText(computation: Computation): string {
  const { numerator, denominator } = resultOf(computation);
  return numerator % denominator === 0n
    ? String(numerator / denominator)
    : String(Number(numerator) / Number(denominator));
}

/** Gives the server's answer to the student's own client and reads the result off its terminal. */
async function ownClientShows(context: CheckContext, computation: Computation, reply: Buffer): Promise<boolean> {
  const { client } = await sendByClient(context, computation);
  const before = client.program.output.length;
  const contact = client.datagrams();
  await contact.peer.send(reply, contact.from);
  const shows = await client.prints((output) => showsNumber(output.slice(before), resultOf(computation)));
  await client.dispose();
  return shows;
}
