import {
  answersNumber,
  CannotRun,
  type CheckContext,
  checks,
  defineAssignment,
  diagnose,
  expectOwnPort,
  failure,
  isNumber,
  numbersIn,
  type Reply,
  type ServerProgram,
  showsNumber,
} from '../../harness/index.js';
import { judge, numberText, requestFor, sendAll, speechOf } from './asking.js';
import { type Computation, resultOf, wholeNumbers } from './computation.js';
import { sendByClient } from './typing.js';

const HOMEWORK = 'Lecture, "Calculator Server (HW)"';

export default defineAssignment({
  title: 'A calculator over UDP',
  lecture: HOMEWORK,
  transport: 'udp',
  options: {
    'integer-division': { description: '7 / 2 may be 3', default: false },
  },
  roles: {
    server: checks({
      adds: {
        title: 'answers an addition with its result',
        points: 12,
        rule: `${HOMEWORK}: 5 + 6 = 11`,
        run: async (context) => computes(context, wholeNumbers(context.random, '+')),
      },
      subtracts: {
        title: 'subtracts the second number from the first',
        points: 5,
        rule: `${HOMEWORK}: a simple mathematical computation`,
        run: async (context) => computes(context, wholeNumbers(context.random, '-')),
      },
      multiplies: {
        title: 'multiplies',
        points: 5,
        rule: `${HOMEWORK}: 4 * 5`,
        run: async (context) => computes(context, wholeNumbers(context.random, '*')),
      },
      divides: {
        title: 'divides the first number by the second; 7 / 2 is 3.5',
        points: 6,
        rule: `${HOMEWORK}: a simple mathematical computation`,
        run: async (context) => computes(context, wholeNumbers(context.random, '/')),
      },
      'computes-with-negatives-and-decimals': {
        title: 'computes with negative numbers and decimals',
        points: 5,
        needs: 'adds',
        rule: "The task's page: whole numbers, negative numbers or decimals",
        async run(context) {
          const { random } = context;
          await computes(context, { a: `-${random.int(3, 29)}`, operator: '+', b: String(random.int(40, 80)) });
          await computes(context, { a: `${random.int(1, 20)}.5`, operator: '*', b: `${random.int(2, 9)}.25` });
          await computes(context, { a: String(random.int(20, 60)), operator: '*', b: `-${random.int(3, 9)}` });
        },
      },
      'answers-one-after-the-other': {
        title: 'goes on and answers the next request, short ones after long ones',
        points: 5,
        rule: "The task's page: the server goes on and answers the next request",
        async run(context) {
          const { random, startServer } = context;
          const long = {
            a: String(random.int(100_000, 900_000)),
            operator: '+',
            b: String(random.int(100_000, 900_000)),
          } as const;
          const short = { a: String(random.int(2, 9)), operator: '+', b: String(random.int(2, 9)) } as const;
          const requests = [await requestFor(context, long), await requestFor(context, short)];
          const server = await startServer();
          const peer = await server.udpPeer();
          const answers: Answered[] = [];
          for (const [at, computation] of [long, short].entries()) {
            const { messages, fixed } = requests[at]!;
            const before = peer.inbox.length;
            const reply =
              (await sendAll(server, peer, messages)) ??
              noReply(server, messages, at === 0 ? '' : ' to the second request');
            if (!fixed) answers.push({ computation, messages, reply });
            const extra = await server.extraReplies(peer, before + 1);
            if (extra.length > 0) {
              throw failure('extra-reply', 'The server sent a second datagram after its answer.', {
                sent: messages.at(-1)!,
                received: extra[0]!.data,
                expected: 'one answer',
              });
            }
          }
          await server.dispose();
          await judgeAll(context, answers);
        },
      },
      'answers-each-asker': {
        title: 'sends each result to the one who asked, wherever that is',
        points: 6,
        rule: 'Lecture, "General socket methods": recvfrom gives the address of the socket sending the data',
        async run(context) {
          const { random, startServer, otherAddress } = context;
          const computations = [
            wholeNumbers(random, '+'),
            { ...wholeNumbers(random, '+'), a: String(random.int(200, 400)) },
          ];
          const requests = [await requestFor(context, computations[0]!), await requestFor(context, computations[1]!)];
          const server = await startServer();
          const peers = [await server.udpPeer(), await server.udpPeer({ elsewhere: otherAddress() })];
          const answers: Answered[] = [];
          for (const [at, peer] of peers.entries()) {
            const { messages, fixed } = requests[at]!;
            const reply =
              (await sendAll(server, peer, messages)) ??
              noReply(server, messages, at === 0 ? '' : ' to the second asker');
            if (!fixed) answers.push({ computation: computations[at]!, messages, reply });
          }
          await server.dispose();
          await judgeAll(context, answers);
        },
      },
      'answers-division-by-zero': {
        title: 'answers a division by zero in words and lives on',
        points: 3,
        kind: 'robust',
        needs: 'adds',
        rule: "The task's page: a request that divides by zero gets an answer in words",
        run: async (context) =>
          survives(
            context,
            async () =>
              (await requestFor(context, { a: String(context.random.int(3, 40)), operator: '/', b: '0' })).messages,
            true,
          ),
      },
      'answers-nonsense': {
        title: 'answers a request that makes no sense in words and lives on',
        points: 3,
        kind: 'robust',
        needs: 'adds',
        rule: "The task's page: a request that makes no sense gets an answer in words",
        run: async (context) =>
          survives(
            context,
            async () => [Buffer.from(`${context.random.word()} ${context.random.word()}`)],
            (await speechOf(context)).kind === 'dialect',
          ),
      },
    }),
    client: checks({
      'sends-a-computation': {
        title: 'sends a computation to its server',
        points: 12,
        rule: `${HOMEWORK}: the client sends a simple mathematical computation`,
        async run(context) {
          const { messages, asked } = await sendByClient(context, wholeNumbers(context.random, '+'));
          if (messages.every((message) => message.length === 0))
            throw failure('never-sent', 'The client sent an empty datagram.', { expected: 'a computation' });
          if (!asked) return 'Its computation stands in the program.';
        },
      },
      'looks-where-its-server-listens': {
        title: 'sends to the port that its own server binds',
        points: 5,
        needs: 'sends-a-computation',
        rule: 'Lecture, "General UDP Client – Server Example": both name port 5550',
        async run(context) {
          return expectOwnPort(context, (await sendByClient(context, wholeNumbers(context.random, '+'))).client);
        },
      },
      'sends-what-was-typed': {
        title: 'sends both numbers and the operator that its user typed',
        points: 10,
        needs: 'sends-a-computation',
        rule: `${HOMEWORK}: e.g. 5 + 6 or 4 * 5`,
        async run(context) {
          const base = wholeNumbers(context.random, '+');
          const first = await sendByClient(context, base);
          await first.client.dispose();
          if (!first.asked) {
            if (/\d/.test(String(first.messages)) || first.messages.some((message) => message.includes(0)))
              return 'Its computation stands in the program.';
            throw failure('mismatch', 'What the client sends is no computation.', {
              received: Buffer.concat(first.messages),
              expected: 'two numbers and an operator',
            });
          }
          const variants: [string, Computation][] = [
            ['operator', { ...base, operator: '*' }],
            ['first number', { ...base, a: String(Number(base.a) + 100) }],
            ['second number', { ...base, b: String(Number(base.b) + 100) }],
          ];
          for (const [part, computation] of variants) {
            const next = await sendByClient(context, computation);
            await next.client.dispose();
            if (Buffer.concat(next.messages).equals(Buffer.concat(first.messages))) {
              throw failure('mismatch', `The client sends the same, whatever ${part} its user types.`, {
                sent: `${computation.a} ${computation.operator} ${computation.b}`,
                received: Buffer.concat(next.messages),
                expected: `the ${part} in the message`,
              });
            }
          }
        },
      },
      'prints-the-result': {
        title: 'prints the result that the server sent, not one of its own',
        points: 20,
        needs: 'sends-a-computation',
        rule: `${HOMEWORK}: the server returns the result to the client`,
        run: async (context) => printsTheResult(context),
      },
      'prints-it-as-text': {
        title: 'prints the result as text, not as raw bytes',
        points: 3,
        needs: 'prints-the-result',
        rule: 'Lecture: Rdata.decode("UTF-8")',
        run: async (context) => printsTheResult(context, true),
      },
    }),
  },
});

/** One fresh server, one computation, one right answer. */
async function computes(context: CheckContext, computation: Computation): Promise<string | undefined> {
  const { messages, fixed } = await requestFor(context, computation);
  const server = await context.startServer();
  const peer = await server.udpPeer();
  if (fixed) {
    if (computation.operator !== '+')
      throw new CannotRun(
        "Not run: the programs speak a format of their own, and the client's computation is fixed in it.",
      );
    if (!(await sendAll(server, peer, messages))) noReply(server, messages, '');
    await server.dispose();
    return 'Answers the computation that its own client sends.';
  }
  if (messages.length > 1) for (const message of messages.slice(0, -1)) await peer.send(message, server.at);
  const reply = await server.ask(peer, messages.at(-1)!);
  const floor =
    context.option('integer-division') && computation.operator === '/'
      ? Math.floor(Number(computation.a) / Number(computation.b))
      : undefined;
  await server.dispose();
  if (floor !== undefined && answersNumber(reply.text, floor, messages.map(String).join(' ')).ok) return undefined;
  await judge(context, computation, messages, reply);
  if (computation.operator === '+') context.learned.set('reply', { text: reply.text, computation });
  return undefined;
}

function noReply(server: ServerProgram, messages: Buffer[], which: string): never {
  throw diagnose(
    server.program,
    'server',
    {
      code: 'no-reply',
      summary: server.program.exit
        ? `The server ended before it replied${which}.`
        : `The server sent no reply${which}.`,
    },
    { sent: messages.map(String).join(' '), expected: 'a result' },
  );
}

/** Something that cannot be computed is answered in words (no number that could be taken for a result), and the next request is served. */
async function survives(context: CheckContext, bad: () => Promise<Buffer[]>, mustAnswer: boolean): Promise<void> {
  const messages = await bad();
  const good = wholeNumbers(context.random, '+');
  const next = await requestFor(context, good);
  const server = await context.startServer();
  const peer = await server.udpPeer();
  const shownRequest = messages.map(String).join(' ');
  const answer = await sendAll(server, peer, messages);
  if (!answer && (mustAnswer || server.program.exit)) {
    throw diagnose(
      server.program,
      'server',
      { code: 'no-reply', summary: 'The server sent no answer to a request that cannot be computed.' },
      { sent: shownRequest, expected: 'an answer in words' },
    );
  }
  if (answer && mustAnswer) {
    if (answer.data.equals(Buffer.from(shownRequest)))
      throw failure('echo', 'The server sent the request back.', {
        sent: shownRequest,
        received: answer.data,
        expected: 'an answer in words',
      });
    if (/^\s*[-+]?\d+(\.\d+)?\s*$/.test(answer.text)) {
      throw failure('mismatch', 'The server answered with a number, as if the request could be computed.', {
        sent: shownRequest,
        received: answer.data,
        expected: 'an answer in words',
      });
    }
  }
  const reply =
    (await sendAll(server, await server.udpPeer(), next.messages)) ??
    noReply(server, next.messages, ' to the request after it');
  await server.dispose();
  if (!next.fixed) await judge(context, good, next.messages, reply);
}

interface Answered {
  computation: Computation;
  messages: Buffer[];
  reply: Reply;
}

/** Judged when the server has ended: an answer in a format of its own is shown to its own client, which looks on the same port. */
async function judgeAll(context: CheckContext, answers: Answered[]): Promise<void> {
  for (const { computation, messages, reply } of answers) await judge(context, computation, messages, reply);
}

/** Shows the client a result that is not the right one, so that only what came over the wire can be printed. */
async function printsTheResult(context: CheckContext, asText = false): Promise<string | undefined> {
  const { random } = context;
  const computation = wholeNumbers(random, '+');
  // A server that cannot be used is not the client's fault.
  if (context.has('server')) await speechOf(context).catch(() => undefined);
  const speech = context.learned.get('speech') as { kind: string } | undefined;
  if (speech?.kind === 'own')
    return asText
      ? 'Not looked at: the programs speak a format of their own.'
      : printsInOwnFormat(context, computation);
  const { client } = await sendByClient(context, computation);
  const result = String(random.int(2_000, 9_000));
  const reply = likeOwnServer(
    context.learned.get('reply') as { text: string; computation: Computation } | undefined,
    computation,
    result,
  );
  await deliverAndExpect(client, Buffer.from(reply), (output) => showsNumber(output, Number(result)), result);
  const bytes = /\bb(['"])[^'"\n]*\1|<Buffer /.exec(client.program.output);
  if (asText && bytes?.[0].includes(result)) {
    throw failure('mismatch', "The client printed the raw bytes (b'…') and not the text.", {
      sent: reply,
      expected: result,
      received: client.program.output.slice(-500),
    });
  }
  return undefined;
}

/** Writes a result the way this submission's own server writes one. */
function likeOwnServer(
  sample: { text: string; computation: Computation } | undefined,
  computation: Computation,
  result: string,
): string {
  if (!sample) return result;
  const value = resultOf(sample.computation);
  const answer = numbersIn(sample.text).findLast((number) => isNumber(number, value));
  if (!answer) return result;
  const before = sample.text
    .slice(0, answer.at)
    .replace(sample.computation.a, computation.a)
    .replace(sample.computation.b, computation.b);
  const decimals = answer.text.includes('.') ? `.${'0'.repeat(answer.text.split('.')[1]?.length ?? 1)}` : '';
  return `${before}${result}${decimals}${sample.text.slice(answer.at + answer.text.length)}`;
}

/** The pair in its own format: the client's message goes to the server, the server's answer to the client. */
async function printsInOwnFormat(context: CheckContext, computation: Computation): Promise<string> {
  const fixed = context.learned.get('fixed messages') as Buffer[] | undefined;
  const { client, messages } = await sendByClient(context, computation);
  const contact = client.datagrams();
  await client.listeners.release(contact.port);
  const server = await context.startServer();
  const reply = (await sendAll(server, await server.udpPeer(), messages)) ?? noReply(server, messages, '');
  await server.dispose();
  await client.listeners.listen(contact.port, ['udp']);
  const peer = client.listeners.udpPeer(contact.port);
  if (!peer) throw new Error(`port ${contact.port} could not be taken back from the student's server`);
  const before = client.program.output.length;
  const early = !fixed && showsNumber(client.program.output, resultOf(computation));
  if (early)
    throw failure('mismatch', 'The client printed the result before the server had answered: it computes by itself.', {
      received: client.program.output,
      expected: "the server's result",
    });
  await peer.send(reply.data, contact.from);
  const good = (output: string) =>
    fixed ? numbersIn(output.slice(before)).length > 0 : showsNumber(output.slice(before), resultOf(computation));
  if (!(await client.prints(good))) {
    throw diagnose(
      client.program,
      'client',
      { code: 'not-printed', summary: "The client did not print the server's result." },
      { received: client.program.output.slice(before), expected: fixed ? 'the result' : numberText(computation) },
    );
  }
  return 'Seen from server and client together, in their own format.';
}

async function deliverAndExpect(
  client: Awaited<ReturnType<typeof sendByClient>>['client'],
  reply: Buffer,
  good: (output: string) => boolean,
  expected: string,
): Promise<void> {
  const contact = client.datagrams();
  const before = client.program.output.length;
  await contact.peer.send(reply, contact.from);
  const printed = () => client.program.output.slice(before);
  if (await client.prints(() => good(printed()))) return;
  throw diagnose(
    client.program,
    'client',
    {
      code: 'not-printed',
      summary:
        printed().trim() === ''
          ? 'The client printed nothing after the answer came.'
          : "The client did not print the server's result.",
    },
    { sent: reply, received: printed(), expected },
  );
}
