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
        hints: {
          mismatch:
            'The number of characters of the word that came: {length}. Is a newline, a space or something else counted as well?',
          echo: 'Send the number of characters and the first character, not the word.',
          'no-reply': 'After {receive}, send number and first character on {asker}: {answer}.',
        },
        run: async (context) => givesTheirPart(context, 'count'),
      },
      'gives-the-first-character': {
        title: "replies with the word's first character",
        points: 8,
        rule: `${HOMEWORK}: … and the beginning character of that word`,
        hints: {
          mismatch: 'Send the word’s own first character, beside the number: {first}.',
          echo: 'Send the number of characters and the first character, not the word.',
        },
        run: async (context) => givesTheirPart(context, 'first'),
      },
      'serves-four-clients': {
        title: 'answers four clients that are connected at the same time',
        points: 18,
        rule: `${HOMEWORK}: four clients send different words to the server`,
        hints: {
          'no-reply': 'Four clients come at once. Go back to `accept` after each one, or give each its own: {thread}.',
          mismatch: 'Each of the four gets the answer to its own word. Is one variable used for all of them?',
        },
        run: servesFour,
      },
      'gives-each-client-its-own-answer': {
        title: 'gives each client the answer to its own word',
        points: 8,
        needs: ['counts-the-characters', 'serves-four-clients'],
        rule: `${HOMEWORK}: the number of characters in each word`,
        hints: {
          mismatch:
            'Is one variable used for all clients? Compute from the word of this client, and send on the socket it came from.',
          'no-reply': 'Four clients come at once. Go back to `accept` after each one, or give each its own: {thread}.',
        },
        run: givesEachItsOwn,
      },
      'counts-characters-not-bytes': {
        title: 'counts the characters of a word in any language, not its bytes',
        points: 6,
        kind: 'robust',
        needs: 'counts-the-characters',
        rule: "The task's page: a word is not always English; count characters, not bytes",
        hints: {
          mismatch: 'A letter beyond English takes more than one byte. Decode first, count then: {characters}.',
          'no-reply':
            'A letter beyond English takes more than one byte. Decode as UTF-8 first, count then: {characters}.',
        },
        run: countsCharacters,
      },
    }),
    client: checks({
      'sends-a-word': {
        title: 'connects and sends a word',
        points: 10,
        rule: `${HOMEWORK}: clients send words to the server`,
        hints: {
          'never-sent': 'After it has connected, the client sends its word. Does it wait for the server first?',
          mismatch: 'Send the word itself, encoded as UTF-8, and nothing around it.',
        },
        run: sendsAWord,
      },
      'looks-where-its-server-listens': {
        title: 'connects to the port on which its own server listens',
        points: 5,
        needs: 'sends-a-word',
        rule: 'Lecture, "TCP Client – Server Example": both name port 5550',
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        run: async (context) => expectOwnPort(context, await firstClient(context)),
      },
      'sends-different-words': {
        title: 'sends four different words with four clients',
        points: 8,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: four clients send different words`,
        hints: {
          mismatch: 'Four clients, four words: ask for the word with {input}, or put another one into each.',
          constant: 'Four clients, four words: ask for the word with {input}, or put another one into each.',
        },
        run: sendsDifferentWords,
      },
      'prints-its-answer': {
        title: "prints the server's answer to its own word",
        points: 22,
        needs: 'sends-a-word',
        rule: `${HOMEWORK}: the server replies`,
        hints: {
          'not-printed':
            'After it has sent, the client waits in {receive} and then prints what came: {decode}. Does it close before that?',
          mismatch: 'Print what the server sent, {decode}, not a count of your own.',
        },
        run: printsItsAnswer,
      },
      'ends-after-the-answer': {
        title: 'ends when it has printed the answer',
        points: 5,
        needs: 'prints-its-answer',
        rule: "The task's page: print the server's answer and end",
        hints: {
          timeout:
            'With the answer on the screen the work is done. Is there a loop, or another {receive} or {input}, that still waits?',
        },
        run: endsAfterTheAnswer,
      },
    }),
  },
});
