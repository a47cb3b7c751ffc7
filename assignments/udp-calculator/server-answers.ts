import {
  answersNumber,
  type CheckContext,
  CheckFailure,
  diagnose,
  failure,
  type Reply,
  type ServerProgram,
  type UdpPeer,
} from '../../harness/index.js';
import { onlyExchangeOf, type Request, requestFor, shownRequest } from './asking.js';
import { type Computation, wholeNumbers } from './computation.js';
import { sendAll } from './conversation.js';
import { givesBack } from './gives-back.js';
import { judge } from './judging.js';
import { showingOf } from './showing.js';

/** One fresh server, one computation, one right answer. */
export async function computes(context: CheckContext, computation: Computation): Promise<void> {
  const request = await requestFor(context, computation);
  const server = await context.startServer();
  const reply = await answerTo(server, await server.udpPeer(), request);
  await server.dispose();
  if (isWholeQuotient(context, request, reply)) return;
  await judge(context, request, reply);
  if (computation.operator === '+') context.learned.set('reply', { text: reply.text, computation });
}

/** An addition; of a pair whose format lets nobody else ask, that the client shows a number which its server sent. */
export async function adds(context: CheckContext): Promise<string | undefined> {
  const only = await onlyExchangeOf(context);
  const computation = wholeNumbers(context.random, '+');
  if (!only) {
    await computes(context, computation);
    return undefined;
  }
  if (await givesBack(context, only)) {
    throw failure('echo', 'The server sends back what its client sent, in other bytes, and computes nothing.', {
      sent: Buffer.concat(only.turns.at(-1)!.sent),
      received: only.turns.at(-1)!.answered,
      expected: "the server's result",
    });
  }
  const { state, output } = await showingOf(context, computation, only);
  if (state === 'shown') return "Answers the computation that stands in its own client, in the pair's own format.";
  throw failure('mismatch', 'The number that the client shows does not come from its server.', {
    sent: Buffer.concat(only.turns.at(-1)!.sent),
    received: output,
    expected: "the server's result",
  });
}

/** Where the instructor allows it, 7 / 2 is 3. */
function isWholeQuotient(context: CheckContext, request: Request, reply: Reply): boolean {
  const { a, operator, b } = request.computation;
  if (operator !== '/' || !context.option('integer-division')) return false;
  return answersNumber(reply.text, Math.floor(Number(a) / Number(b)), shownRequest(request)).ok;
}

/** One server's answers to requests that come from these askers, one after the other; judged when it has ended. */
export async function answersAll(
  context: CheckContext,
  requests: Request[],
  options: {
    asker: (server: ServerProgram, at: number) => Promise<UdpPeer>;
    again: string;
    /** What these requests are about beside the results. */
    about: 'one answer each' | 'where it goes';
  },
): Promise<void> {
  const { asker, again, about } = options;
  const server = await context.startServer();
  const replies: Reply[] = [];
  for (const [at, request] of requests.entries()) {
    const peer = await asker(server, at);
    const before = peer.inbox.length;
    const reply = await answerTo(server, peer, request, at === 0 ? '' : again);
    replies.push(reply);
    if (about === 'where it goes') {
      if (reply.misdirectedTo !== undefined) throw server.misdirected(peer, shownRequest(request), reply);
      continue;
    }
    const [extra] = await server.extraReplies(peer, before + request.bursts.length);
    if (extra) {
      throw failure('extra-reply', 'The server sent a second datagram after its answer.', {
        sent: shownRequest(request),
        received: extra.data,
        expected: 'one answer',
      });
    }
  }
  await server.dispose();
  for (const [at, request] of requests.entries()) await judge(context, request, replies[at]!);
}

/** @throws CheckFailure `no-reply`, or what ended the server */
async function answerTo(server: ServerProgram, peer: UdpPeer, request: Request, which = ''): Promise<Reply> {
  const reply = await sendAll(server, peer, request.bursts);
  if (reply) return reply;
  const ended = server.program.exit !== undefined;
  const summary = ended ? `The server ended before it replied${which}.` : `The server sent no reply${which}.`;
  throw diagnose(
    server.program,
    'server',
    { code: 'no-reply', summary },
    { sent: shownRequest(request), expected: 'a result' },
  );
}

/**
 * What cannot be computed is answered in words, and the next request is served. An answer is asked for only where the
 * submission's speech can carry what is sent. `bad` is given that next request.
 */
export async function survives(
  context: CheckContext,
  bad: (next: Request) => Buffer[][],
  mustAnswer: boolean,
): Promise<void> {
  const next = await requestFor(context, wholeNumbers(context.random, '+'));
  const bursts = bad(next);
  const server = await context.startServer();
  const answer = await sendAll(server, await server.udpPeer(), bursts);
  const sent = bursts.flat().map(String).join(' ');
  if (!answer && (mustAnswer || server.program.exit)) {
    throw diagnose(
      server.program,
      'server',
      { code: 'no-reply', summary: 'The server sent no answer to a request that cannot be computed.' },
      { sent, expected: 'an answer in words' },
    );
  }
  if (answer && mustAnswer) expectWords(answer, sent);
  const reply = await answerTo(server, await server.udpPeer(), next, ' to the request after it');
  await server.dispose();
  await judge(context, next, reply).catch((error: unknown) => {
    if (!(error instanceof CheckFailure)) throw error;
    const { summary: _, code: __, ...shown } = error.cause;
    throw failure('stale', `After "${sent}" the server's answer to the next request is not right.`, shown);
  });
}

/** A request with another end: what comes before it, such as a greeting or the first of several datagrams, is as the client sends it. */
export function endingIn(end: Buffer, bursts: Buffer[][]): Buffer[][] {
  return [...bursts.slice(0, -1), [...bursts.at(-1)!.slice(0, -1), end]];
}

/** @throws CheckFailure when the answer is the request, or a number that could be taken for a result */
function expectWords(answer: Reply, sent: string): void {
  const shown = { sent, received: answer.data, expected: 'an answer in words' };
  if (answer.data.equals(Buffer.from(sent))) throw failure('echo', 'The server sent the request back.', shown);
  if (/^\s*[-+]?\d+(\.\d+)?\s*$/.test(answer.text))
    throw failure('mismatch', 'The server answered with a number, as if the request could be computed.', shown);
}
