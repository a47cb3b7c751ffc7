import {
  answersWord,
  type CheckContext,
  FINISH_WITHIN_MS,
  numbersIn,
  REPLY_WITHIN_MS,
  type TcpPeer,
} from '../../harness/index.js';
import { CLIENTS, runClients, type Served } from './client-runs.js';
import { distinctWords } from './word-list.js';

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

/** What the submission's own server answers when four clients send these bytes; fewer are sent again, for it may wait for four. */
async function answersOfOwnServer(context: CheckContext, sent: Buffer[]): Promise<Buffer[]> {
  const server = await context.startServer();
  const peers: TcpPeer[] = [];
  for (let at = 0; at < CLIENTS; at++) peers.push(await server.tcpPeer());
  for (const [at, peer] of peers.entries()) await peer.send(sent[at % sent.length]!);
  await server.while(() => peers.every((peer) => peer.over || peer.received.length > 0), REPLY_WITHIN_MS);
  await server.program.until(() => peers.every((peer) => peer.over), { withinMs: FINISH_WITHIN_MS });
  await server.dispose();
  return peers.map((peer) => peer.received);
}

/** What clients made of their server's answers. `own` are answers of their own; `echo` says that the server only sent back what it got. */
export interface Showing {
  state: 'shown' | 'own' | 'echo';
  output: string;
}

/**
 * Whether the clients show what comes over the wire: each is given what their own server answers to another client. One that counts by itself
 * shows its own word's answer. `usual` is what they show with their own server.
 */
export async function showsWhatItsServerSent(context: CheckContext, usual: string): Promise<Showing> {
  const known = context.learned.get('shows what came') as Showing | undefined;
  if (known) return known;
  const words = distinctWords(context.random);
  const first = await sentWithout(context, words);
  const sent = first.served.map((one) => one.sent);
  const answers = sent.length === 0 ? [] : await answersOfOwnServer(context, sent);
  const echoes = answers.every((answer, at) => answer.equals(sent[at % sent.length]!));
  const result: Showing = echoes
    ? { state: 'echo', output: '' }
    : await shownInstead(context, { words, answers, usual, ...first });
  context.learned.set('shows what came', result);
  return result;
}

async function shownInstead(
  context: CheckContext,
  given: { words: string[]; answers: Buffer[]; usual: string; served: Served[]; asked: boolean },
): Promise<Showing> {
  const { words, answers, served, asked, usual } = given;
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
