import { checks, defineAssignment, expectOwnPort } from '../../harness/index.js';
import { endsAfterTheAnswer, printsItsAnswer, sendsAWord, sendsDifferentWords } from './client-answers.js';
import { firstClient } from './client-runs.js';
import { countsCharacters, givesEachItsOwn, givesTheirPart, servesFour } from './server-answers.js';

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
        run: async (context) => givesTheirPart(context, 'count'),
      },
      'gives-the-first-character': {
        title: "replies with the word's first character",
        points: 8,
        rule: `${HOMEWORK}: … and the beginning character of that word`,
        run: async (context) => givesTheirPart(context, 'first'),
      },
      'serves-four-clients': {
        title: 'answers four clients that are connected at the same time',
        points: 18,
        rule: `${HOMEWORK}: four clients send different words to the server`,
        run: servesFour,
      },
      'gives-each-client-its-own-answer': {
        title: 'gives each client the answer to its own word',
        points: 8,
        needs: ['counts-the-characters', 'serves-four-clients'],
        rule: `${HOMEWORK}: the number of characters in each word`,
        run: givesEachItsOwn,
      },
      'counts-characters-not-bytes': {
        title: 'counts the characters of a word in any language, not its bytes',
        points: 6,
        kind: 'robust',
        needs: 'counts-the-characters',
        rule: "The task's page: a word is not always English; count characters, not bytes",
        run: countsCharacters,
      },
    }),
    client: checks({
      'sends-a-word': {
        title: 'connects and sends a word',
        points: 10,
        rule: `${HOMEWORK}: clients send words to the server`,
        run: sendsAWord,
      },
      'looks-where-its-server-listens': {
        title: 'connects to the port on which its own server listens',
        points: 5,
        needs: 'sends-a-word',
        rule: 'Lecture, "TCP Client – Server Example": both name port 5550',
        run: async (context) => expectOwnPort(context, await firstClient(context)),
      },
      'sends-different-words': {
        title: 'sends four different words with four clients',
        points: 8,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: four clients send different words`,
        run: sendsDifferentWords,
      },
      'prints-its-answer': {
        title: "prints the server's answer to its own word",
        points: 22,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: the server replies`,
        run: printsItsAnswer,
      },
      'ends-after-the-answer': {
        title: 'ends when it has printed the answer',
        points: 5,
        needs: 'prints-its-answer',
        rule: "The task's page: print the server's answer and end",
        run: endsAfterTheAnswer,
      },
    }),
  },
});
