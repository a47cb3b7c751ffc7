import {
  type CheckContext,
  type ClientProgram,
  REPLY_WITHIN_MS,
  type Reply,
  type ServerProgram,
  showsNumber,
  type UdpPeer,
} from '../../harness/index.js';
import { type Computation, isDivisionByZero, resultOf } from './computation.js';
import { sendByClient } from './typing.js';

/** What the client sends before it waits, and what its server answers to that. */
export interface Turn {
  sent: Buffer[];
  answered: Buffer;
}

/** One computation as the submission's own two programs exchange it. */
export interface Conversation {
  turns: Turn[];
  /** Whether the client asked its user for the computation; otherwise it stands in the program. */
  asked: boolean;
}

/** A greeting, its answer, a computation, its result, and two more: nobody needs as many. */
const MOST_TURNS = 4;

/** How long a client that neither ends nor settles may take for what it says next, on the wire or on its screen. */
export const NEXT_WITHIN_MS = 1500;

/**
 * Has the submission's own programs exchange one computation. Each of them speaks with a peer of ours, which hands on what the other one
 * has said: both want the same port, so they never run at the same time.
 */
export async function converse(context: CheckContext, computation: Computation): Promise<Conversation> {
  const { learned } = context;
  const turns: Turn[] = [];
  const known = learned.get('turns') as number | undefined;
  let asked = false;
  while (turns.length < (known ?? MOST_TURNS)) {
    const replay = await replayTo(context, computation, turns);
    asked ||= replay.client.typed.length > 0;
    await replay.client.dispose();
    if (replay.next.length === 0) break;
    const server = await context.startServer();
    const sent = [...turns.map((turn) => turn.sent), replay.next];
    const reply = await sendAll(server, await server.udpPeer(), sent);
    await server.dispose();
    // What gets no answer, such as a farewell, is no part of the computation.
    if (!reply) break;
    turns.push({ sent: replay.next, answered: reply.data });
  }
  // A farewell may be answered too: the turn whose answer shows the result is the last that counts.
  const expected = isDivisionByZero(computation) ? undefined : resultOf(computation);
  const result = turns.findLastIndex(({ answered }) => expected && showsNumber(answered.toString('utf8'), expected));
  if (asked && result >= 0) turns.length = result + 1;
  if (turns.length > 0) learned.set('turns', turns.length);
  return { turns, asked };
}

/** The conversation with another last answer. */
export function answeredWith({ turns, asked }: Conversation, answered: Buffer): Conversation {
  return { asked, turns: [...turns.slice(0, -1), { ...turns.at(-1)!, answered }] };
}

/** Everything that the client sent, burst after burst. */
export function requestOf({ turns }: Conversation): Buffer[][] {
  return turns.map(({ sent }) => sent);
}

/** What a fresh server answers to the last of these datagrams. */
export async function answerTo(context: CheckContext, bursts: Buffer[][]): Promise<Buffer | undefined> {
  const server = await context.startServer();
  const reply = await sendAll(server, await server.udpPeer(), bursts);
  await server.dispose();
  return reply?.data;
}

/** Sends what a client sent, burst after burst, and waits for the answer to each; returns the last one's, wherever that went. */
export async function sendAll(server: ServerProgram, peer: UdpPeer, bursts: Buffer[][]): Promise<Reply | undefined> {
  let reply: Reply | undefined;
  for (const burst of bursts) {
    for (const message of burst.slice(0, -1)) await peer.send(message, server.at);
    reply = await server.tryAsk(peer, burst.at(-1)!, { anywhere: true });
  }
  return reply;
}

/** Starts the client with a computation and answers it as the server did in these turns. `next` is what it says then. */
export async function replayTo(
  context: CheckContext,
  computation: Computation,
  turns: Turn[],
  shown?: (output: string) => boolean,
): Promise<{ client: ClientProgram; next: Buffer[]; since: number }> {
  const { client, messages } = await sendByClient(context, computation);
  const contact = client.datagrams();
  let heard = messages.length;
  let since = 0;
  let next = messages;
  for (const [at, turn] of turns.entries()) {
    since = client.program.output.length;
    await contact.peer.send(turn.answered, contact.from);
    const following = turns[at + 1]?.sent.length;
    if (following === undefined && shown) {
      await client.until(() => shown(client.program.shownSince(since)), REPLY_WITHIN_MS);
      break;
    }
    const enough = heard + (following ?? Number.POSITIVE_INFINITY);
    await client.until(() => contact.arrivals.length >= enough, NEXT_WITHIN_MS);
    next = contact.arrivals.slice(heard).map(({ data }) => data);
    heard = contact.arrivals.length;
  }
  return { client, next, since };
}
