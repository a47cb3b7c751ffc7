import {
  answersWord,
  type CheckContext,
  pause,
  REPLY_WITHIN_MS,
  type ServerProgram,
  type TcpPeer,
} from '../../harness/index.js';
import { withoutGreeting } from './client-runs.js';

/** How a server knows that a word has ended: it takes what one read gives, it waits for a newline, or for the end of what we send. */
export type Manner = 'plain' | 'line' | 'end';

/** One client's side of the exchange. */
export interface Exchange {
  word: string;
  /** Everything that came after a greeting that the server may have sent first. */
  answer: string;
}

/** A client while it is at it. */
interface Client extends Exchange {
  /** Undefined until it is connected. */
  peer?: TcpPeer;
  hasSent: boolean;
  /** Settles when it is connected, or cannot be. */
  opening: Promise<void>;
  refused?: unknown;
}

/** How long an answer that is not right yet may take to be completed by a further segment where nothing shows that the server is done. */
const REST_WITHIN_MS = 400;

/**
 * Four clients connect, then all send their words, as the homework asks: fair to a server that serves one after the other and to one that
 * accepts all four before it answers any. Each client leaves when it has its answer, as a program would. One that finds the queue full
 * (`listen(1)`) is let in by the kernel when another one has left. `manner` is how words end, where that is not for the server to say.
 * @throws CheckFailure when none of them is let in
 */
export async function fourAtOnce(
  context: CheckContext,
  server: ServerProgram,
  words: string[],
  manner?: Manner,
): Promise<Exchange[]> {
  const clients: Client[] = [];
  for (const word of words) clients.push(await connecting(server, word));
  const first = clients.find(({ peer }) => peer);
  if (!first?.peer) throw clients.find(({ refused }) => refused)?.refused;
  const greeting = await greetingOf(context, server, first.peer);
  const known = manner ?? (context.learned.get('manner') as Manner | undefined);
  let spoken: Manner = known ?? 'plain';
  const untried: Manner[] = known ? [] : ['line', 'end'];
  const waiting = new Set(clients);
  const answerOf = ({ peer }: Client) => (peer ? withoutGreeting(peer.received, greeting).toString('utf8') : '');
  const complete = (client: Client) =>
    client.refused !== undefined || client.peer?.over === true || isRight(answerOf(client), client.word);
  const toSend = () => [...waiting].filter((client) => client.peer && !client.hasSent);
  while (waiting.size > 0) {
    for (const client of toSend()) await speak(client, spoken);
    const outcome = await waitFor(
      server,
      () => toSend().length > 0 || [...waiting].some(complete),
      () => [...waiting].reduce((sum, client) => sum + answerOf(client).length, 0),
    );
    const done = [...waiting].filter((client) => complete(client) || (outcome !== 'met' && answerOf(client) !== ''));
    for (const client of done) {
      client.answer = answerOf(client);
      client.peer?.close();
      waiting.delete(client);
    }
    if (done.length > 0 || toSend().length > 0) continue;
    const answered = clients.some(({ answer }) => answer !== '');
    const next = server.program.exit || answered ? undefined : untried.shift();
    const outside = [...waiting].filter(({ peer }) => !peer);
    if (next) {
      for (const { peer } of waiting) if (peer) await (next === 'line' ? peer.send('\n') : peer.finish());
      spoken = next;
    } else if (answered && outside.length > 0) await Promise.race(outside.map(({ opening }) => opening));
    else break;
  }
  for (const { peer } of waiting) peer?.close();
  if (!known && clients.some(({ answer, word }) => isRight(answer, word))) {
    context.learned.set('manner', spoken);
    if (spoken === 'line') context.say('Words end with a newline: without one the server goes on waiting.');
    if (spoken === 'end') context.say('The end of a word is the end of what the client sends (a half-close).');
  }
  return clients.map(({ word, answer }) => ({ word, answer }));
}

/** The kernel lets a client in at once, long before the program accepts it, unless its queue is full. */
const AT_ONCE_MS = 250;

async function connecting(server: ServerProgram, word: string): Promise<Client> {
  const client: Client = { word, answer: '', hasSent: false, opening: Promise.resolve() };
  client.opening = server.tcpPeer().then(
    (peer) => {
      client.peer = peer;
    },
    (error: unknown) => {
      client.refused = error;
    },
  );
  await Promise.race([client.opening, pause(AT_ONCE_MS)]);
  return client;
}

async function speak(client: Client, manner: Manner): Promise<void> {
  client.hasSent = true;
  await client.peer!.send(manner === 'line' ? `${client.word}\n` : client.word);
  if (manner === 'end') client.peer!.finish();
}

function isRight(answer: string, word: string): boolean {
  const judged = answersWord(answer, word);
  return judged.count && judged.first;
}

/** Waits for a complete answer; an incomplete one that does not grow counts as all there is. */
async function waitFor(
  server: ServerProgram,
  complete: () => boolean,
  received: () => number,
): Promise<'met' | 'no more'> {
  let length = -1;
  let since = performance.now();
  const stuck = () => {
    const now = received();
    if (now !== length) {
      length = now;
      since = performance.now();
    }
    return now > 0 && performance.now() - since > REST_WITHIN_MS;
  };
  await server.while(() => complete() || stuck(), REPLY_WITHIN_MS);
  return complete() ? 'met' : 'no more';
}

/** What the server says before it is spoken to; looked for once. */
async function greetingOf({ learned }: CheckContext, server: ServerProgram, first: TcpPeer): Promise<Buffer> {
  const known = learned.get('greeting') as Buffer | undefined;
  if (known?.length === 0) return known;
  await server.program.until(() => first.received.length > 0, { withinMs: 1_000 });
  const greeting = Buffer.from(first.received);
  learned.set('greeting', greeting);
  return greeting;
}
