import { answersWord, type CheckContext, FINISH_WITHIN_MS } from '../../harness/index.js';
import { CLIENTS, runClients } from './client-runs.js';

/** The words for which the submission's own clients showed a right answer of its own server, and those for which they did not. */
export interface PairRun {
  right: string[];
  wrong: string[];
}

/**
 * Whether the clients write their words in a format that is not the word itself. Only then is the pair graded together: otherwise a client
 * that counts by itself would hide a server that does not.
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
  const { served, clients } = await runClients(context, { answers: false, words });
  const asked = clients.some((client) => client.typed.length > 0);
  const strange = served.some(
    ({ sent, word }) =>
      !sent.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d) ||
      (asked && !words.includes(word)) ||
      !/^[\p{L}\p{M}\p{N}'-]+$/u.test(word),
  );
  await Promise.all(clients.map((client) => client.dispose()));
  return strange;
}

/** Runs the submission's own server and clients together, and reads the clients' terminals. */
export async function runOwnPair(context: CheckContext): Promise<PairRun> {
  const { random } = context;
  await context.startServer();
  const files = context.programs('client').slice(0, CLIENTS);
  const words = Array.from({ length: CLIENTS }, () => random.word());
  const right: string[] = [];
  const wrong: string[] = [];
  for (let at = 0; at < CLIENTS && right.length < CLIENTS; at++) {
    let next = 0;
    const file = files[at % files.length]!;
    const client = await context.startClient({
      ownServer: true,
      party: `client ${at + 1}`,
      file,
      message: words[at]!,
      typist: () => (next++ < CLIENTS ? words[(at + next - 1) % CLIENTS] : undefined),
    });
    await client.until(() => client.program.exit !== undefined, FINISH_WITHIN_MS);
    const output = client.program.stdout;
    // A client that asks for nothing has its words in its source; some strings there are none.
    for (const word of client.typed.length > 0 ? client.typed : wordsOf(file.text)) {
      const judged = answersWord(about(word, output), word);
      (judged.count && judged.first ? right : wrong).push(word);
    }
  }
  return { right, wrong };
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
