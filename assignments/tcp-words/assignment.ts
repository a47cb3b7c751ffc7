import {
  answersWord,
  type CheckContext,
  checks,
  defineAssignment,
  diagnose,
  expectEnds,
  expectOwnPort,
  failure,
  type Random,
  REPLY_WITHIN_MS,
  type ServerProgram,
  shows,
  showsNumber,
} from '../../harness/index.js';
import { expectFour, type Run, runClients, type Served } from './client-runs.js';
import { hasOwnFormat, runOwnPair } from './own-pair.js';
import { type Exchange, fourAtOnce } from './server-exchange.js';

const HOMEWORK = 'Lecture, "TCP Example (HW)"';

export default defineAssignment({
  title: 'Four clients and their words over TCP',
  lecture: HOMEWORK,
  transport: 'tcp',
  typed: (random) => [random.word(), random.word(), random.word(), random.word()],
  roles: {
    server: checks({
      'counts-the-characters': {
        title: 'replies with the number of characters in the word',
        points: 10,
        rule: `${HOMEWORK}: the server replies with the number of characters in each word`,
        run: async (context) => judgeOne(context, 'count'),
      },
      'gives-the-first-character': {
        title: "replies with the word's first character",
        points: 8,
        rule: `${HOMEWORK}: … and the beginning character of that word`,
        run: async (context) => judgeOne(context, 'first'),
      },
      'serves-four-clients': {
        title: 'answers four clients that are connected at the same time',
        points: 18,
        rule: `${HOMEWORK}: four clients send different words to the server`,
        async run(context) {
          const { exchanges, server } = await exchange(context);
          if (!exchanges) return 'Seen from server and clients together, in their own format.';
          const silent = exchanges.filter(({ answer }) => answer === '');
          if (silent.length === 0) return undefined;
          throw diagnose(
            server,
            'server',
            {
              code: silent.length === 4 ? 'no-reply' : 'not-concurrent',
              summary: `Of four clients that were connected at the same time, ${silent.length === 4 ? 'none' : `only ${4 - silent.length}`} got an answer.`,
            },
            { sent: silent[0]!.word, expected: 'an answer to each of the four' },
          );
        },
      },
      'gives-each-client-its-own-answer': {
        title: 'gives each client the answer to its own word',
        points: 8,
        needs: ['counts-the-characters', 'serves-four-clients'],
        rule: `${HOMEWORK}: the number of characters in each word`,
        async run(context) {
          const { exchanges } = await exchange(context);
          if (!exchanges) return 'Seen from server and clients together, in their own format.';
          for (const one of exchanges) {
            if (!answersWord(one.answer, one.word).count) {
              throw failure(
                'mismatch',
                'With four clients at once, one got an answer that is not about its own word.',
                { sent: one.word, received: one.answer, expected: `${[...one.word].length} ${[...one.word][0]}` },
              );
            }
          }
        },
      },
      'counts-characters-not-bytes': {
        title: 'counts the characters of a word in any language, not its bytes',
        points: 6,
        kind: 'robust',
        needs: 'counts-the-characters',
        rule: "The task's page: a word is not always English; count characters, not bytes",
        async run(context) {
          if (await inOwnFormat(context)) return 'Not looked at: the programs speak a format of their own.';
          const words = context.random.shuffle(FOREIGN).slice(0, 4);
          const server = await context.startServer();
          const exchanges = await fourAtOnce(context, server, words);
          const answered = exchanges.find(({ answer }) => answer !== '');
          if (!answered)
            throw diagnose(
              server.program,
              'server',
              { code: 'no-reply', summary: 'The server sent no answer to a word with letters beyond English.' },
              { sent: words[0]!, expected: 'an answer' },
            );
          expectAnswer(answered, 'count');
          expectAnswer(answered, 'first');
        },
      },
    }),
    client: checks({
      'sends-a-word': {
        title: 'connects and sends a word',
        points: 10,
        rule: `${HOMEWORK}: clients send words to the server`,
        async run(context) {
          const { served, clients } = await runClients(context);
          context.learned.set(
            'asks',
            clients.some((client) => client.typed.length > 0),
          );
          if (served.length === 0)
            throw diagnose(
              clients[0]!.program,
              'client',
              { code: 'never-sent', summary: 'The client connected but sent no word.' },
              { expected: 'a word' },
            );
        },
      },
      'looks-where-its-server-listens': {
        title: 'connects to the port on which its own server listens',
        points: 5,
        needs: 'sends-a-word',
        rule: 'Lecture, "TCP Client – Server Example": both name port 5550',
        run: async (context) => expectOwnPort(context, await context.startClient()),
      },
      'sends-different-words': {
        title: 'sends four different words with four clients',
        points: 8,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: four clients send different words`,
        async run(context) {
          if (await inOwnFormat(context)) {
            const { right } = await runOwnPair(context);
            if (new Set(right).size < 3)
              throw failure('mismatch', 'The clients do not send different words.', {
                received: right.join(', '),
                expected: 'four different words',
              });
            return 'Seen from server and clients together, in their own format.';
          }
          const run = await runClients(context);
          expectFour(run);
          const words = run.served.map(({ word }) => word);
          // A client that picks its word at random may pick one twice.
          if (new Set(words).size < Math.min(3, words.length))
            throw failure('mismatch', 'The clients do not send different words.', {
              received: words.join(', '),
              expected: 'four different words',
            });
        },
      },
      'prints-its-answer': {
        title: "prints the server's answer to its own word",
        points: 22,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: the server replies`,
        async run(context) {
          if (await inOwnFormat(context)) {
            await expectOwnPairWorks(context, 'not-printed');
            return 'Seen from server and clients together, in their own format.';
          }
          for (const one of (await runClients(context)).served) await expectShown(one);
        },
      },
      'ends-after-the-answer': {
        title: 'ends when it has printed the answer',
        points: 5,
        needs: 'prints-its-answer',
        rule: "The task's page: print the server's answer and end",
        async run(context) {
          if (await inOwnFormat(context)) return 'Not looked at: the programs speak a format of their own.';
          const run: Run = await runClients(context);
          for (const { peer } of run.served) if (!peer.reset) peer.finish();
          for (const client of run.clients) await expectEnds(client);
        },
      },
    }),
  },
});

/** Words whose characters are one code point each in every normal form that people type, and more bytes than characters. */
const FOREIGN = [
  'größe',
  'schönheit',
  'привет',
  'мир',
  'κόσμος',
  'سلام',
  'مدرسة',
  '日本語',
  '你好世界',
  'çiçek',
  'naïveté',
  'señorita',
];

/** A letter comes twice, so that counting different letters is not counting characters. */
function wordWithRepeat(random: Random, length: number): string {
  const letters = [...random.word(length)];
  letters[3] = letters[1]!;
  return letters.join('');
}

/** Four clients at once with words of four lengths and four beginnings, none of the length `not`, so that no answer fits two words. */
async function exchange(
  context: CheckContext,
  not?: number,
): Promise<{ exchanges?: Exchange[]; server: ServerProgram['program']; dispose(): Promise<void> }> {
  const { random } = context;
  if (await inOwnFormat(context)) {
    const server = await context.startServer();
    await server.dispose();
    await expectOwnPairWorks(context, 'mismatch');
    return { server: server.program, dispose: () => server.dispose() };
  }
  const server = await context.startServer();
  const lengths = random.shuffle([4, 5, 6, 7, 8, 9].filter((length) => length !== not)).slice(0, 4);
  const words: string[] = [];
  for (const length of lengths) {
    let word = wordWithRepeat(random, length);
    while (words.some((other) => other[0] === word[0])) word = wordWithRepeat(random, length);
    words.push(word);
  }
  return {
    exchanges: await fourAtOnce(context, server, words),
    server: server.program,
    dispose: () => server.dispose(),
  };
}

/**
 * Two right answers of four are enough here: whether all four are served is another check's matter. Where only one client was served, a second
 * run with words of other lengths tells an answer from a constant.
 */
async function judgeOne(context: CheckContext, part: 'count' | 'first'): Promise<string | undefined> {
  const first = await exchange(context);
  if (!first.exchanges) return 'Seen from server and clients together, in their own format.';
  const right = rightOnes(first.exchanges, part);
  const sample = right[0] ?? first.exchanges.find(({ answer }) => answer !== '');
  if (!sample) {
    throw diagnose(
      first.server,
      'server',
      { code: 'no-reply', summary: 'The server sent no answer to any of four clients.' },
      { sent: first.exchanges[0]!.word, expected: 'the number of characters and the first character' },
    );
  }
  expectAnswer(sample, part);
  if (right.length === 1) {
    await first.dispose();
    const second = await exchange(context, [...sample.word].length);
    if (rightOnes(second.exchanges ?? [], part).length === 0) {
      const other = second.exchanges?.find(({ answer }) => answer !== '');
      if (other) expectAnswer(other, part);
    }
  }
  if (part === 'count') context.learned.set('answer', { text: sample.answer, word: sample.word });
  return undefined;
}

/** @throws CheckFailure when the clients' terminals do not show right answers for four words */
async function expectOwnPairWorks(context: CheckContext, code: 'mismatch' | 'not-printed'): Promise<void> {
  const { right, wrong } = await runOwnPair(context);
  if (right.length >= 4) return;
  const word = wrong[0] ?? 'its word';
  throw failure(code, 'In a run of the server with its own clients, not all four clients printed a right answer.', {
    sent: word,
    expected: `${[...word].length} and ${[...word][0]}`,
    received: `right answers for: ${right.join(', ') || 'none'}`,
  });
}

function rightOnes(exchanges: Exchange[], part: 'count' | 'first'): Exchange[] {
  return exchanges.filter(({ answer, word }) => answersWord(answer, word)[part]);
}

function expectAnswer({ word, answer }: Exchange, part: 'count' | 'first'): void {
  const judged = answersWord(answer, word);
  if (judged[part]) return;
  const letters = [...word];
  const shown = { sent: word, received: answer, expected: part === 'count' ? String(letters.length) : letters[0]! };
  if (answer.trim() === word) throw failure('echo', 'The server sent the word back.', shown);
  if (part === 'count') {
    throw failure(
      'mismatch',
      `The number in the answer is ${COUNTED[judged.as] ?? `not the number of characters in the word (${letters.length})`}.`,
      shown,
    );
  }
  throw failure(
    'mismatch',
    judged.firstAs === 'nothing'
      ? 'The answer does not give the first character.'
      : `The answer gives ${FIRST[judged.firstAs] ?? 'another character'} for the first character.`,
    shown,
  );
}

const COUNTED: Record<string, string> = {
  bytes: 'the number of bytes, not of characters',
  'code units': 'the number of UTF-16 code units, not of characters',
  'with line end': 'one too many: the newline was counted',
  nothing: 'missing',
};

const FIRST: Record<string, string> = {
  'byte value': "the character's number",
  'whole word': 'the whole word',
};

/** Whether our words cannot be understood because the programs have a format of their own; looked at once, when a plain word gets no right answer. */
async function inOwnFormat(context: CheckContext): Promise<boolean> {
  const known = context.learned.get('own format') as boolean | undefined;
  if (known !== undefined) return known;
  if (!context.has('server')) return false;
  // A server that cannot be started is not its clients' fault.
  const server = await context.startServer().catch(() => undefined);
  if (!server) return false;
  const words = Array.from({ length: 4 }, () => context.random.word());
  const exchanges = await fourAtOnce(context, server, words);
  await server.dispose();
  if (exchanges.some(({ answer, word }) => answersWord(answer, word).count || answersWord(answer, word).first)) {
    context.learned.set('own format', false);
    return false;
  }
  return hasOwnFormat(context);
}

async function expectShown({ client, answer, word }: Served): Promise<void> {
  const shown = () =>
    shows(client.program.output, answer.text) !== 'absent' ||
    (showsNumber(client.program.output, answer.count) &&
      new RegExp(`(?<!\\p{L})${answer.first}(?!\\p{L})`, 'iu').test(client.program.output));
  await client.until(shown, REPLY_WITHIN_MS);
  if (shown()) return;
  throw diagnose(
    client.program,
    'client',
    { code: 'not-printed', summary: "The client did not print the server's answer to its word." },
    {
      sent: answer.text,
      expected: `${answer.count} and ${answer.first}, which the server answered to "${word}"`,
      received: client.program.output.slice(-1000),
    },
  );
}
