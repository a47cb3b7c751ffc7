import {
  checks,
  defineAssignment,
  expectOwnPort,
  failure,
  type ServerProgram,
  type UdpPeer,
} from '../../harness/index.js';
import { type Request, requestFor, speechOf } from './asking.js';
import { printsItAsText, printsTheResult, sentFor } from './client-shows.js';
import { type Computation, wholeNumbers } from './computation.js';
import { adds, answersAll, computes, endingIn, survives } from './server-answers.js';
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
        hints: {
          mismatch:
            'Are numbers added, or texts joined (5 + 6 would be 56)? Print both numbers and the operator just before you compute.',
          'no-reply':
            'Does the server understand `5 + 6`, `5+6` or `(+, 5, 6)`? Print what came and how it is split, and see that each way ends in {answer}.',
        },
        run: adds,
      },
      subtracts: {
        title: 'subtracts the second number from the first',
        points: 5,
        rule: `${HOMEWORK}: a simple mathematical computation`,
        hints: {
          mismatch: 'Which operand comes first? 7 - 2 is 5, not -5.',
          'no-reply': 'Is `-` among its operators, and does that branch come to {answer}?',
        },
        run: async (context) => computes(context, wholeNumbers(context.random, '-')),
      },
      multiplies: {
        title: 'multiplies',
        points: 5,
        rule: `${HOMEWORK}: 4 * 5`,
        hints: {
          mismatch: 'Does the branch for `*` multiply? 4 * 5 is 20.',
          'no-reply': 'Is `*` among its operators, and does that branch come to {answer}?',
        },
        run: async (context) => computes(context, wholeNumbers(context.random, '*')),
      },
      divides: {
        title: 'divides the first number by the second; 7 / 2 is 3.5',
        points: 6,
        rule: `${HOMEWORK}: a simple mathematical computation`,
        hints: {
          mismatch: 'Which operand comes first, and are the decimals kept? 7 / 2 is 3.5.',
          'no-reply': 'Is `/` among its operators, and does that branch come to {answer}?',
        },
        run: async (context) => computes(context, wholeNumbers(context.random, '/')),
      },
      'computes-with-negatives-and-decimals': {
        title: 'computes with negative numbers and decimals',
        points: 5,
        needs: 'adds',
        rule: "The task's page: whole numbers, negative numbers or decimals",
        hints: {
          mismatch: 'Is a minus in front read as part of its number (`-3`), and are decimals kept (`2.5`)?',
          'no-reply': 'Can it read `-3` and `2.5`? Print what came and how it is split.',
        },
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
        hints: {
          'no-reply':
            'After the answer it must come back to {receive}: both belong inside the loop, and the socket stays open.',
          'extra-reply': 'One answer for each request. Is there a second {send} behind an `if` that has no `else`?',
          mismatch:
            'Is anything left of the request before? Take only the bytes that have just come, and compute anew each time.',
          stale:
            'Is anything left of the request before? Take only the bytes that have just come, and compute anew each time.',
        },
        async run(context) {
          const { random } = context;
          const large = () => String(random.int(100_000, 900_000));
          const small = () => String(random.int(2, 9));
          const long = await requestFor(context, { a: large(), operator: '+', b: large() });
          const short = await requestFor(context, { a: small(), operator: '+', b: small() });
          let peer: UdpPeer | undefined;
          const same = async (server: ServerProgram) => (peer ??= await server.udpPeer());
          await answersAll(context, [long, short], {
            asker: same,
            again: ' to the second request',
            about: 'one answer each',
          });
        },
      },
      'answers-each-asker': {
        title: 'sends each result to the one who asked, wherever that is',
        points: 6,
        rule: 'Lecture, "General socket methods": recvfrom gives the address of the socket sending the data',
        hints: {
          mismatch: 'Each asker gets the result of its own request. Is an earlier one kept?',
          'no-reply':
            'Does each answer go to {asker}, taken anew each time? It must come back to {receive} after the first.',
        },
        async run(context) {
          const { random, otherAddress } = context;
          const first = await requestFor(context, wholeNumbers(random, '+'));
          const second = await requestFor(context, { ...wholeNumbers(random, '+'), a: String(random.int(200, 400)) });
          const another = (server: ServerProgram, at: number) =>
            server.udpPeer(at === 0 ? {} : { elsewhere: otherAddress() });
          await answersAll(context, [first, second], {
            asker: another,
            again: ' to the second asker',
            about: 'where it goes',
          });
        },
      },
      'answers-division-by-zero': {
        title: 'answers a division by zero in words and lives on',
        points: 3,
        kind: 'robust',
        needs: 'adds',
        rule: "The task's page: a request that divides by zero gets an answer in words",
        hints: {
          'no-reply':
            'Ask before you divide whether the second number is 0, and send a sentence such as "division by zero".',
          mismatch: 'There is no such number. Send a sentence instead, such as "division by zero".',
          echo: 'Send a sentence instead of the request, such as "division by zero".',
          stale: 'Is anything left of the request before? Begin each request anew, whatever became of the last one.',
        },
        async run(context) {
          const byZero = await requestFor(context, { a: String(context.random.int(3, 40)), operator: '/', b: '0' });
          await survives(context, () => byZero.bursts, true);
        },
      },
      'answers-nonsense': {
        title: 'answers a request that makes no sense in words and lives on',
        points: 3,
        kind: 'robust',
        needs: 'adds',
        rule: "The task's page: a request that makes no sense gets an answer in words",
        hints: {
          'no-reply':
            'What cannot be computed gets an answer as well, a sentence. Keep errors from ending or silencing it: {guard}.',
          mismatch: 'There is nothing to compute here. Send a sentence, not a number.',
          echo: 'Send a sentence of your own instead of the request.',
          stale: 'Is anything left of the request before? Begin each request anew, whatever became of the last one.',
          crashed:
            'A request that makes no sense has ended it here. Keep the error from doing that, with {guard}, and send a sentence.',
        },
        async run(context) {
          const nonsense = Buffer.from(`${context.random.word()} ${context.random.word()}`);
          const bad = (good: Request) => endingIn(nonsense, good.bursts);
          await survives(context, bad, (await speechOf(context)).kind === 'dialect');
        },
      },
    }),
    client: checks({
      'sends-a-computation': {
        title: 'sends a computation to its server',
        points: 12,
        rule: `${HOMEWORK}: the client sends a simple mathematical computation`,
        async run(context) {
          const { messages, asked } = await sentFor(context, wholeNumbers(context.random, '+'));
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
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        async run(context) {
          return expectOwnPort(context, (await sendByClient(context, wholeNumbers(context.random, '+'))).client);
        },
      },
      'sends-what-was-typed': {
        title: 'sends both numbers and the operator that its user typed',
        points: 10,
        needs: 'sends-a-computation',
        rule: `${HOMEWORK}: e.g. 5 + 6 or 4 * 5`,
        hints: {
          mismatch:
            'Send both numbers and the operator as they were typed. Is one of them left out, or fixed in the program?',
        },
        async run(context) {
          const base = wholeNumbers(context.random, '+');
          const first = await sentFor(context, base);
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
            const next = await sentFor(context, computation);
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
        hints: {
          mismatch: 'Print what the server sent, {decode}, not a result that the client computed.',
          'not-printed': 'After it has sent, the client waits in {receive} and then prints what came: {decode}.',
        },
        run: printsTheResult,
      },
      'prints-it-as-text': {
        title: 'prints the result as text, not as raw bytes',
        points: 3,
        needs: 'prints-the-result',
        rule: 'Lecture: Rdata.decode("UTF-8")',
        hints: {
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
        },
        run: printsItAsText,
      },
    }),
  },
});
