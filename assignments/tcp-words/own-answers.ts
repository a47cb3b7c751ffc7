import {
  answersWord,
  type CheckContext,
  type Exchanged,
  FINISH_WITHIN_MS,
  numbersIn,
  REPLY_WITHIN_MS,
  type TcpPeer,
} from '../../harness/index.js';
import { CLIENTS, runClients, type Served } from './client-runs.js';
import { length, openingOf } from './opening.js';

/** What four clients sent, and what the submission's own server answers to that. */
export interface OwnExchange {
  words: string[];
  served: Served[];
  /** For each of four, where fewer clients came, what these sent again. */
  answers: Buffer[];
  /** Whether the clients asked for their words. */
  asked: boolean;
}

/** Has clients that are not answered send these words, and then their server answer what they sent. */
export async function exchangeOf(context: CheckContext, words: string[]): Promise<OwnExchange> {
  const { served, asked } = await sentWithout(context, words);
  const answers = served.length === 0 ? [] : await answersOfOwnServer(context, sentBy(served));
  return { words, served, answers, asked };
}

/** What was sent and answered, for four clients also where one waits for its answer before the next one sends. */
export async function exchangedBy(context: CheckContext, exchange: OwnExchange): Promise<Exchanged[]> {
  const all = await allServed(context, exchange);
  const sent = sentBy(all);
  const answers = all === exchange.served ? exchange.answers : await answersOfOwnServer(context, sent);
  return sent.map((one, at) => ({ sent: one, answered: answers[at]! }));
}

/** The clients that were served, or four with words of their own where one waits for its answer before the next one sends. */
export async function allServed(
  context: CheckContext,
  { words, served, answers }: Pick<OwnExchange, 'words' | 'served' | 'answers'>,
): Promise<Served[]> {
  if (served.length === 0 || (served.length === CLIENTS && different(served) > 1)) return served;
  const run = await runClients(context, { words, answers: (nth) => answers[nth % answers.length]! });
  await Promise.all(run.clients.map((client) => client.dispose()));
  return different(run.served) > different(served) ? run.served.slice(0, CLIENTS) : served;
}

/** How many of them sent what none of the others did before. */
export function different(served: Served[]): number {
  return new Set(served.map(({ sent }) => sent.toString('latin1'))).size;
}

/** What the clients send before anybody answers, and whether they asked for their words; none of them runs any more. */
export async function sentWithout(
  context: CheckContext,
  words: string[],
): Promise<{ served: Served[]; asked: boolean }> {
  const { served, clients } = await runClients(context, { answers: 'none', words });
  const asked = clients.some((client) => client.typed.length > 0);
  await Promise.all(clients.map((client) => client.dispose()));
  return { served, asked };
}

/**
 * What the submission's own server answers when four clients send these bytes, each after the pair's opening, which is no part of the answer;
 * fewer are sent again, for it may wait for four. One who has an answer leaves where the others wait for that.
 */
export async function answersOfOwnServer(context: CheckContext, sent: Buffer[]): Promise<Buffer[]> {
  const opening = openingOf(context);
  const toHear = length(opening, 'server');
  const server = await context.startServer();
  const peers: TcpPeer[] = [];
  for (let at = 0; at < CLIENTS; at++) peers.push(await server.tcpPeer());
  const said = peers.map(() => 0);
  const maySpeak = (at: number) =>
    said[at]! <= opening.length &&
    !peers[at]!.over &&
    peers[at]!.received.length >= length(opening.slice(0, said[at]!), 'server');
  const speakers = () => [...peers.keys()].filter(maySpeak);
  const answered = (peer: TcpPeer) => peer.over || peer.received.length > toHear;
  const gone = new Set<TcpPeer>();
  for (;;) {
    for (const at of speakers()) await peers[at]!.send(opening[said[at]!++]?.client ?? sent[at % sent.length]!);
    const waiting = () => peers.filter((peer) => !answered(peer)).length;
    const before = waiting();
    if (before === 0) break;
    await server.while(() => speakers().length > 0 || waiting() < before, REPLY_WITHIN_MS);
    if (speakers().length > 0 || waiting() < before) continue;
    const leaving = peers.filter((peer) => answered(peer) && !peer.over && !gone.has(peer));
    if (leaving.length === 0) break;
    for (const peer of leaving) {
      gone.add(peer);
      peer.finish();
    }
  }
  await server.program.until(() => peers.every((peer) => peer.over), { withinMs: FINISH_WITHIN_MS });
  await server.dispose();
  return peers.map((peer) => peer.received.subarray(toHear));
}

export function sentBy(served: Served[]): Buffer[] {
  return served.map(({ sent }) => sent);
}

/** What clients made of their server's answers: they showed them, or answers of their own. */
export interface Showing {
  state: 'shown' | 'own';
  output: string;
}

/**
 * Whether the clients show what comes over the wire: each is given what their own server answers to another client. One that counts by itself
 * shows its own word's answer. `usual` is what they show with their own server.
 */
export async function showsWhatItsServerSent(
  context: CheckContext,
  { words, answers, served, asked }: OwnExchange,
  usual: string,
): Promise<Showing> {
  const other = (nth: number) => (nth + 1) % served.length;
  const run = await runClients(context, { words, answers: (nth) => answers[other(nth) % CLIENTS]! });
  for (const { peer } of run.served) if (!peer.reset) peer.finish();
  for (const client of run.clients) await client.until(() => client.program.exit !== undefined, FINISH_WITHIN_MS);
  const output = run.clients.map(({ program }) => program.stdout).join('');
  await Promise.all(run.clients.map((client) => client.dispose()));
  if (asked && run.clients.length === CLIENTS && served.length === CLIENTS) {
    const right = run.clients.filter(({ program }, at) => {
      const said = words.reduce((text, word) => text.replaceAll(word, ' '), program.stdout);
      const judged = answersWord(said, words[other(at)]!);
      return judged.count && judged.first;
    });
    return { state: right.length === CLIENTS ? 'shown' : 'own', output };
  }
  // Whose word is whose cannot be told: then the numbers that are shown must be others.
  const numbers = (text: string) => numbersIn(text).map((number) => number.text);
  return { state: numbers(output).join(' ') === numbers(usual).join(' ') ? 'own' : 'shown', output };
}
