import {
  type CheckContext,
  diagnose,
  expectEnds,
  FINISH_WITHIN_MS,
  failure,
  listsNumbers,
  REPLY_WITHIN_MS,
  shows,
  showsNumber,
} from '../../harness/index.js';
import { expectFour, runClients, type Served } from './client-runs.js';
import { madeUpCount } from './made-up-answer.js';
import { expectOwnPairWorks, runOwnPair } from './own-pair.js';
import { inOwnFormat, SEEN_TOGETHER } from './server-answers.js';
import type { Manner } from './server-exchange.js';

/** @throws CheckFailure when nothing is sent, or something that is no word and no format of the pair's own */
export async function sendsAWord(context: CheckContext): Promise<void> {
  const { served, clients } = await runClients(context);
  if (served.length === 0)
    throw diagnose(
      clients[0]!.program,
      'client',
      { code: 'never-sent', summary: 'The client connected but sent no word.' },
      { expected: 'a word' },
    );
  const [{ sent, word }] = served as [Served];
  if (/\d/.test(word) && /\s/.test(word) && !(await inOwnFormat(context)))
    throw failure('mismatch', 'What the client sends is no word.', { received: sent, expected: 'one word' });
}

/** @throws CheckFailure when fewer than four clients come, or they send the same */
export async function sendsDifferentWords(context: CheckContext): Promise<string | undefined> {
  if (await inOwnFormat(context)) {
    const { right } = await runOwnPair(context);
    expectDifferent(right, 3);
    return SEEN_TOGETHER;
  }
  const run = await runClients(context);
  expectFour(run);
  expectDifferent(
    run.served.map(({ word }) => word),
    Math.min(3, run.served.length),
  );
  return undefined;
}

/** A client that picks its word at random may pick one twice: that many must differ. */
function expectDifferent(words: string[], least: number): void {
  if (new Set(words).size >= least) return;
  throw failure('mismatch', 'The clients do not send different words.', {
    received: words.join(', '),
    expected: 'four different words',
  });
}

/** @throws CheckFailure when a terminal does not show the number and the character that came */
export async function printsItsAnswer(context: CheckContext): Promise<string | undefined> {
  if (await inOwnFormat(context)) {
    await expectOwnPairWorks(context, 'not-printed');
    return SEEN_TOGETHER;
  }
  const { served } = await runClients(context);
  const sent = served.map(({ answer }) => answer.count);
  const neverSent = Array.from({ length: 8 }, () => madeUpCount(context.random)).filter((one) => !sent.includes(one));
  for (const one of served) await expectShown(one, neverSent);
  return undefined;
}

/** @throws CheckFailure when a client goes on after its answer */
export async function endsAfterTheAnswer(context: CheckContext): Promise<string | undefined> {
  if (await inOwnFormat(context)) return 'Not looked at: the programs speak a format of their own.';
  const leavesItOpen = await leavesOpen(context);
  const run = await runClients(context, { closes: !leavesItOpen });
  for (const client of run.clients) {
    // Whoever leaves is let go: a server sees the end of what the client sends, and closes too.
    const over = () => {
      for (const { peer } of run.served) if (peer.ended || !(leavesItOpen || peer.reset)) peer.finish();
      return client.program.exit !== undefined;
    };
    await client.until(over, FINISH_WITHIN_MS);
    await expectEnds(client);
  }
  return undefined;
}

/** Whether the submission's own server leaves a connection open after its answer: then the client has to end without being told. */
async function leavesOpen(context: CheckContext): Promise<boolean> {
  if (!context.has('server')) return false;
  const server = await context.startServer().catch(() => undefined);
  if (!server) return false;
  const peer = await server.tcpPeer().catch(() => undefined);
  if (peer) {
    await peer.send(context.random.word() + ((context.learned.get('manner') as Manner) === 'line' ? '\n' : ''));
    await server.program.until(() => peer.over, { withinMs: FINISH_WITHIN_MS });
  }
  const open = peer !== undefined && peer.received.length > 0 && !peer.over;
  await server.dispose();
  return open;
}

async function expectShown({ client, answer, word }: Served, neverSent: number[]): Promise<void> {
  const printed = () => client.program.shownSince(0);
  const shown = () =>
    shows(printed(), answer.text) !== 'absent' ||
    (showsNumber(printed(), answer.count) && new RegExp(`(?<!\\p{L})${answer.first}(?!\\p{L})`, 'iu').test(printed()));
  await client.until(shown, REPLY_WITHIN_MS);
  const isListed = shown() && (await listsNumbers(client, 0, neverSent));
  if (shown() && !isListed) return;
  const expected = `${answer.count} and ${answer.first}, which the server answered to "${word}"`;
  const received = printed().slice(-1000);
  if (isListed)
    throw failure('mismatch', "The client printed many numbers, not just the server's answer.", {
      sent: answer.text,
      expected,
      received,
    });
  throw diagnose(
    client.program,
    'client',
    { code: 'not-printed', summary: "The client did not print the server's answer to its word." },
    {
      sent: answer.text,
      expected,
      received,
    },
  );
}
