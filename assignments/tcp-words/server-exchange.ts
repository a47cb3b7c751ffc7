import {
  answersWord,
  type CheckContext,
  REPLY_WITHIN_MS,
  type ServerProgram,
  type TcpPeer,
} from '../../harness/index.js';

/** How a server knows that a word has ended: it takes what one read gives, it waits for a newline, or for the end of what we send. */
export type Manner = 'plain' | 'line' | 'end';

/** One client's side of the exchange. */
export interface Exchange {
  word: string;
  peer: TcpPeer;
  /** Everything that came after a greeting that the server may have sent first. */
  answer: string;
}

/** How long an answer that is not right yet may take to be completed by a further segment where nothing shows that the server is done. */
const REST_WITHIN_MS = 400;

/**
 * Four clients connect, then all send their words, as the homework asks: fair to a server that serves one after the other and to one that
 * accepts all four before it answers any. Each client leaves when it has its answer, as a program would. `manner` is how words end, where that is not for the server to say.
 */
export async function fourAtOnce(
  context: CheckContext,
  server: ServerProgram,
  words: string[],
  manner?: Manner,
): Promise<Exchange[]> {
  const peers: TcpPeer[] = [];
  for (const _ of words) peers.push(await server.tcpPeer());
  const greeting = await greetingOf(context, server, peers[0]!);
  const known = manner ?? (context.learned.get('manner') as Manner | undefined);
  for (const [at, peer] of peers.entries()) {
    await peer.send(known === 'line' ? `${words[at]}\n` : words[at]!);
    if (known === 'end') peer.finish();
  }
  const exchanges = peers.map((peer, at): Exchange => ({ word: words[at]!, peer, answer: '' }));
  const untried: Manner[] = known ? [] : ['line', 'end'];
  const waiting = new Set(exchanges);
  const answerOf = ({ peer }: Exchange) => without(peer.received.toString('utf8'), greeting);
  const complete = (exchange: Exchange) => exchange.peer.over || isRight(answerOf(exchange), exchange.word);
  while (waiting.size > 0) {
    const outcome = await waitFor(server, () => [...waiting].some(complete), waiting, answerOf);
    const done = [...waiting].filter(
      (exchange) => complete(exchange) || (outcome !== 'met' && answerOf(exchange) !== ''),
    );
    for (const exchange of done) {
      exchange.answer = answerOf(exchange);
      exchange.peer.close();
      waiting.delete(exchange);
    }
    if (done.length > 0) continue;
    const next = server.program.exit || exchanges.some(({ answer }) => answer !== '') ? undefined : untried.shift();
    if (!next) break;
    for (const { peer } of waiting) {
      if (next === 'line') await peer.send('\n');
      else peer.finish();
    }
    context.learned.set('manner tried', next);
  }
  for (const exchange of waiting) exchange.peer.close();
  if (!known && exchanges.some(({ answer, word }) => isRight(answer, word))) {
    const manner = (context.learned.get('manner tried') as Manner | undefined) ?? 'plain';
    context.learned.set('manner', manner);
    if (manner === 'line') context.say('Words end with a newline: without one the server goes on waiting.');
    if (manner === 'end') context.say('The end of a word is the end of what the client sends (a half-close).');
  }
  return exchanges;
}

function isRight(answer: string, word: string): boolean {
  const judged = answersWord(answer, word);
  return judged.count && judged.first;
}

/** Waits for a complete answer; an incomplete one that does not grow counts as all there is. */
async function waitFor(
  server: ServerProgram,
  complete: () => boolean,
  waiting: Set<Exchange>,
  answerOf: (exchange: Exchange) => string,
): Promise<'met' | 'no more'> {
  let length = -1;
  let since = performance.now();
  const stuck = () => {
    const now = [...waiting].reduce((sum, exchange) => sum + answerOf(exchange).length, 0);
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
async function greetingOf({ learned }: CheckContext, server: ServerProgram, first: TcpPeer): Promise<string> {
  const known = learned.get('greeting') as string | undefined;
  if (known === '') return '';
  await server.program.until(() => first.received.length > 0, { withinMs: 1_000 });
  const greeting = first.received.toString('utf8');
  learned.set('greeting', greeting);
  return greeting;
}

function without(text: string, greeting: string): string {
  return greeting !== '' && text.startsWith(greeting) ? text.slice(greeting.length) : text;
}
