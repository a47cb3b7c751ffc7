import { type CheckContext, diagnose, failure, type ServerProgram } from '../../harness/index.js';
import { firstClient } from './client-runs.js';
import { answeredOnes, expectedOf, expectPart, type Part, rightOnes } from './judging.js';
import { expectOwnPairWorks, hasOwnFormat } from './own-pair.js';
import { type Exchange, fourAtOnce, type Manner } from './server-exchange.js';
import { distinctWords, FOREIGN } from './word-list.js';

/** What a check may say of a pair that can only be seen together. */
export const SEEN_TOGETHER = 'Seen from server and clients together, in their own format.';

/**
 * Two right answers of four are enough here: whether all four get their own is another check's matter. Where only one client was served, a
 * second run with words of other lengths tells an answer from a constant.
 */
export async function givesTheirPart(context: CheckContext, part: Part): Promise<string | undefined> {
  const first = await exchange(context);
  if (!first.exchanges) return SEEN_TOGETHER;
  const answered = answeredOnes(first.exchanges);
  const right = rightOnes(answered, part);
  if (answered.length === 0) {
    throw diagnose(
      first.server.program,
      'server',
      { code: 'no-reply', summary: 'The server sent no answer to any of four clients.' },
      { sent: first.exchanges[0]!.word, expected: 'the number of characters and the first character' },
    );
  }
  const wrong = answered.find((one) => !right.includes(one));
  if (right.length < 2 && wrong) expectPart(wrong, part);
  await first.server.dispose();
  if (answered.length === 1) {
    const second = await exchange(context, [...answered[0]!.word].length);
    for (const one of answeredOnes(second.exchanges ?? [])) expectPart(one, part);
  }
  context.learned.set(`${part} is right`, true);
  if (part === 'count') {
    context.learned.set('answer', { text: right[0]!.answer, word: right[0]!.word });
    await countsNoNewline(context);
  }
  return undefined;
}

/** A server that takes a bare word must not count the newline that its own client sends behind one. */
async function countsNoNewline(context: CheckContext): Promise<void> {
  const manner = context.learned.get('manner') as Manner | undefined;
  if (manner !== 'plain' || !(await ownClientEndsLines(context))) return;
  const server = await context.startServer();
  const exchanges = answeredOnes(await fourAtOnce(context, server, distinctWords(context.random), 'line'));
  await server.dispose();
  if (exchanges[0] && rightOnes(exchanges, 'count').length === 0) expectPart(exchanges[0], 'count');
}

async function ownClientEndsLines(context: CheckContext): Promise<boolean> {
  if (!context.has('client')) return false;
  // A client that cannot be used is not its server's fault.
  const client = await firstClient(context).catch(() => undefined);
  if (!client) return false;
  const peer = client.connection();
  await client.until(() => peer.received.length > 0, GREETED_WITHIN_MS);
  await client.dispose();
  return peer.received.at(-1) === 0x0a;
}

/** A client that waits for a greeting first says nothing; that is seen by its settling, long before this. */
const GREETED_WITHIN_MS = 1_000;

/** @throws CheckFailure when not all four get an answer, or the answers do not depend on the words */
export async function servesFour(context: CheckContext): Promise<string | undefined> {
  const { exchanges, server } = await exchange(context);
  if (!exchanges) return SEEN_TOGETHER;
  const answered = answeredOnes(exchanges);
  if (answered.length < exchanges.length) {
    const none = answered.length === 0;
    throw diagnose(
      server.program,
      'server',
      {
        code: none ? 'no-reply' : 'not-concurrent',
        summary: `Of four clients that were connected at the same time, ${none ? 'none' : `only ${answered.length}`} got an answer.`,
      },
      { sent: exchanges.find(({ answer }) => answer === '')!.word, expected: 'an answer to each of the four' },
    );
  }
  await server.dispose();
  if (await dependsOnTheWord(context, answered)) return undefined;
  const right = [...rightOnes(answered, 'count'), ...rightOnes(answered, 'first')];
  const { word, answer } = answered.find((one) => !right.includes(one))!;
  throw failure('mismatch', 'Four clients were answered, but the answers do not depend on their words.', {
    sent: word,
    received: answer,
    expected: expectedOf(word),
  });
}

/** Whether the answers are about words that came, be they other clients': two that are right, or one that is no constant. */
async function dependsOnTheWord(context: CheckContext, answered: Exchange[]): Promise<boolean> {
  const right = (exchanges: Exchange[]) =>
    Math.max(rightOnes(exchanges, 'count').length, rightOnes(exchanges, 'first').length);
  if (right(answered) !== 1) return right(answered) > 1;
  const { exchanges = [], server } = await exchange(context);
  await server.dispose();
  const answers = [...answered, ...exchanges].map(({ answer }) => answer);
  return right(answeredOnes(exchanges)) > 0 && new Set(answers).size > 1;
}

/** @throws CheckFailure when an answer is not about its own word */
export async function givesEachItsOwn(context: CheckContext): Promise<string | undefined> {
  const { exchanges } = await exchange(context);
  if (!exchanges) return SEEN_TOGETHER;
  const right = rightOnes(exchanges, 'count');
  const other = exchanges.find((one) => !right.includes(one));
  if (!other) return undefined;
  throw failure('mismatch', 'With four clients at once, one got an answer that is not about its own word.', {
    sent: other.word,
    received: other.answer,
    expected: expectedOf(other.word),
  });
}

/** @throws CheckFailure when bytes are counted, or a letter is cut in two */
export async function countsCharacters(context: CheckContext): Promise<string | undefined> {
  if (await inOwnFormat(context)) return 'Not looked at: the programs speak a format of their own.';
  const words = context.random.shuffle(FOREIGN).slice(0, 4);
  const server = await context.startServer();
  const [answered] = answeredOnes(await fourAtOnce(context, server, words));
  if (!answered)
    throw diagnose(
      server.program,
      'server',
      { code: 'no-reply', summary: 'The server sent no answer to a word with letters beyond English.' },
      { sent: words[0]!, expected: 'an answer' },
    );
  expectPart(answered, 'count');
  // One that never gives it has lost its points for that already.
  if (context.learned.has('first is right')) expectPart(answered, 'first');
  return undefined;
}

/** Whether our words cannot be understood because the programs have a format of their own; looked at once, when a plain word gets no right answer. */
export async function inOwnFormat(context: CheckContext): Promise<boolean> {
  const known = context.learned.get('own format') as boolean | undefined;
  if (known !== undefined) return known;
  if (!context.has('server')) return false;
  // A server that cannot be started is not its clients' fault.
  const server = await context.startServer().catch(() => undefined);
  if (!server) return false;
  const exchanges = await fourAtOnce(context, server, distinctWords(context.random)).catch(() => undefined);
  await server.dispose();
  if (!exchanges) return false;
  if (rightOnes(exchanges, 'count').length + rightOnes(exchanges, 'first').length === 0) return hasOwnFormat(context);
  context.learned.set('own format', false);
  return false;
}

/** Four clients at once, with words that no one answer fits; none of the length `not`. Without exchanges where only the pair can be seen. */
async function exchange(
  context: CheckContext,
  not?: number,
): Promise<{ exchanges?: Exchange[]; server: ServerProgram }> {
  if (await inOwnFormat(context)) {
    const server = await context.startServer();
    await server.dispose();
    await expectOwnPairWorks(context, 'mismatch');
    return { server };
  }
  const server = await context.startServer();
  return { exchanges: await fourAtOnce(context, server, distinctWords(context.random, not)), server };
}
