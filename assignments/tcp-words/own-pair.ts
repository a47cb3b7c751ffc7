import {
  answersWord,
  type CheckContext,
  type ClientProgram,
  FINISH_WITHIN_MS,
  failure,
  type ServerProgram,
} from '../../harness/index.js';
import { CLIENTS, wordTypist } from './client-runs.js';
import { hasOpening } from './learn-opening.js';
import { exchangeOf, type Showing, sentWithout, showsWhatItsServerSent } from './own-answers.js';
import { type Work, workOf } from './own-work.js';
import { distinctWords } from './word-list.js';

/**
 * Whether the clients write their words in a format that is not the word itself, and their server answers that with more than an echo. Only then
 * is the pair graded together: otherwise a client that counts by itself would hide a server that does not.
 */
export async function hasOwnFormat(context: CheckContext): Promise<boolean> {
  const known = context.learned.get('own format') as boolean | undefined;
  if (known !== undefined) return known;
  const own = context.has('server') && context.has('client') && (await speaksStrangely(context).catch(() => false));
  context.learned.set('own format', own);
  if (own) context.say('Speaks a format of its own: server and clients are graded together.');
  return own;
}

async function speaksStrangely(context: CheckContext): Promise<boolean> {
  const words = Array.from({ length: CLIENTS }, () => context.random.word());
  if (await hasOpening(context, words)) return true;
  const { served, asked } = await sentWithout(context, words);
  return served.some(
    ({ sent, word }) =>
      !sent.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d) ||
      (asked && !words.includes(word)) ||
      !/^[\p{L}\p{M}\p{N}'-]+$/u.test(word),
  );
}

/** The words for which the submission's own clients showed a right answer of its own server, and those for which they did not. */
interface PairRun {
  right: string[];
  wrong: string[];
  /** What the clients' terminals showed, one behind the other. */
  output: string;
}

/** Runs the submission's own server and clients together, and reads the clients' terminals. */
export async function runOwnPair(context: CheckContext): Promise<PairRun> {
  const { random } = context;
  const server = await context.startServer();
  const files = context.programs('client').slice(0, CLIENTS);
  const words = Array.from({ length: CLIENTS }, () => random.word());
  const run: PairRun = { right: [], wrong: [], output: '' };
  for (let at = 0; at < CLIENTS && run.right.length < CLIENTS; at++) {
    const file = files[at % files.length]!;
    const client = await context.startClient({
      ownServer: true,
      party: `client ${at + 1}`,
      file,
      message: words[at]!,
      typist: () => wordTypist(words, at),
    });
    await untilDone(client, server);
    const output = client.program.stdout;
    run.output += output;
    // A client that asks for nothing has its words in its source; some strings there are none.
    for (const word of client.typed.length > 0 ? client.typed : wordsOf(file.text)) {
      const judged = answersWord(about(word, output), word);
      (judged.count && judged.first ? run.right : run.wrong).push(word);
    }
    await client.dispose();
  }
  await server.dispose();
  return run;
}

/** A client that waits may be waiting for a server that is still at work: it is done when neither has more to do. */
async function untilDone(client: ClientProgram, server: ServerProgram): Promise<void> {
  const over = () => client.program.exit !== undefined;
  let shown = -1;
  while ((await client.until(over, FINISH_WITHIN_MS)) === 'settled' && shown !== client.program.output.length) {
    shown = client.program.output.length;
    await server.program.until(over, { withinMs: FINISH_WITHIN_MS });
  }
}

/**
 * The pair works: the clients' terminals show right answers for four words, and those come from the server.
 * @throws CheckFailure
 */
export async function expectOwnPairWorks(context: CheckContext, code: 'mismatch' | 'not-printed'): Promise<void> {
  const { right, wrong, output } = await runOwnPair(context);
  if (right.length < CLIENTS) {
    const word = wrong[0] ?? 'its word';
    throw failure(code, 'In a run of the server with its own clients, not all four clients printed a right answer.', {
      sent: word,
      expected: `${[...word].length} and ${[...word][0]}`,
      received: `right answers for: ${right.join(', ') || 'none'}`,
    });
  }
  const { work, shown } = await seenTogether(context, output);
  switch (work) {
    case 'sent back':
      throw failure(
        'echo',
        'The server sends back what the clients send, or that in other bytes, and computes nothing.',
      );
    case 'sent ready':
      throw failure('mismatch', 'The clients send the number and the character, and not the word.', {
        expected: 'a number and a character that the server found',
      });
    case 'sent along':
      throw failure('mismatch', "The server's answer is not made of the word but of what else the client sends.", {
        expected: 'a number and a character that the server found',
      });
  }
  if (shown.state === 'own')
    throw failure('mismatch', 'The clients print answers of their own: the server had sent them another one.', {
      expected: 'what the server answered',
      received: shown.output,
    });
}

/** Who works in the pair, and whether the clients show what came; looked at once. `usual` is what they show with their own server. */
async function seenTogether(context: CheckContext, usual: string): Promise<{ work: Work; shown: Showing }> {
  const known = context.learned.get('seen together') as { work: Work; shown: Showing } | undefined;
  if (known) return known;
  const exchange = await exchangeOf(context, distinctWords(context.random));
  const work = await workOf(context, exchange);
  const seen = { work, shown: await showsWhatItsServerSent(context, exchange, usual) };
  context.learned.set('seen together', seen);
  return seen;
}

/** What a terminal says of a word: the lines that name it, without it; everything where none does. */
function about(word: string, output: string): string {
  const lines = output.split(/\r?\n/).filter((line) => line.includes(word));
  return (lines.length > 0 ? lines.join('\n') : output).replaceAll(word, ' ');
}

/** The words that stand in a client which asks for none. */
function wordsOf(source: string): string[] {
  return [...source.matchAll(/["'](\p{L}{2,20})["']/gu)]
    .map((match) => match[1]!)
    .filter((word) => !/^(utf|localhost|main|__)/i.test(word));
}
