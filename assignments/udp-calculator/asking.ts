import { answersNumber, CannotRun, type CheckContext, failure, type ServerProgram } from '../../harness/index.js';
import { type Computation, DIALECTS, type Dialect, resultOf, wholeNumbers } from './computation.js';
import { type Conversation, converse } from './conversation.js';
import { hasOwnFormat } from './own-format.js';
import { type Template, templateOf } from './template.js';

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
      const reply = await server.tryAsk(peer, request, { anywhere: true });
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

/** What asks for a computation, in this submission's speech. */
export interface Request {
  computation: Computation;
  /** The datagrams, burst after burst: the next one follows on the answer to the last. */
  bursts: Buffer[][];
  /** How the submission's own client asked for it. */
  conversation?: Conversation;
}

/** The exchange of a pair with a format of its own in which only the client's fixed computation can be asked, as in a binary one. */
export async function onlyExchangeOf(context: CheckContext): Promise<Conversation | undefined> {
  if ((await speechOf(context)).kind !== 'own') return undefined;
  await requestFor(context, wholeNumbers(context.random, '+')).catch((error: unknown) => {
    if (!(error instanceof CannotRun)) throw error;
  });
  const fixed = context.learned.get('fixed request') as FixedRequest | undefined;
  return fixed && !fixed.template ? fixed.conversation : undefined;
}

/** @throws CannotRun when the programs have a format of their own in which only the client's computation can be asked */
export async function requestFor(context: CheckContext, computation: Computation): Promise<Request> {
  const speech = await speechOf(context);
  if (speech.kind === 'dialect') return { computation, bursts: [[Buffer.from(speech.dialect.write(computation))]] };
  const fixed = context.learned.get('fixed request') as FixedRequest | undefined;
  if (fixed?.template && (fixed.template.anyOperator || fixed.template.operator === computation.operator))
    return { computation, bursts: fixed.template.write(computation) };
  if (fixed) throw new CannotRun(ONLY_ITS_OWN);
  const conversation = await converse(context, computation);
  const bursts = conversation.turns.map((turn) => turn.sent);
  if (bursts.length === 0)
    throw failure('no-reply', 'The server sent no reply to its own client.', { expected: 'a result' });
  if (conversation.asked) return { computation, bursts, conversation };
  const template = templateOf(conversation);
  context.learned.set('fixed request', { conversation, template } satisfies FixedRequest);
  return requestFor(context, computation);
}

/** The one request of a client that asks its user nothing, in a format of its own. */
interface FixedRequest {
  conversation: Conversation;
  template: Template | undefined;
}

const ONLY_ITS_OWN =
  "Not run: the programs speak a format of their own, in which only the client's own computation can be asked.";

/** A request as a report shows it. */
export function shownRequest({ bursts }: Request): string {
  return bursts.flat().map(String).join(' ');
}
