import {
  checks,
  defineAssignment,
  diagnose,
  expectCurrentTime,
  expectEnds,
  expectOwnPort,
  FINISH_WITHIN_MS,
  staleAfterMs,
} from '../../harness/index.js';
import { ask, firstAnswer, REQUEST } from './asking.js';
import { asks, learnAnswer, otherRendering, printsTime, reply } from './replying.js';

const SLIDE = 'Lecture, "TCP Client – Server Example"';

export default defineAssignment({
  title: 'The time over TCP',
  lecture: SLIDE,
  transport: 'tcp',
  typed: () => [REQUEST, REQUEST],
  roles: {
    server: checks({
      'tells-the-time': {
        title: 'sends the current time to a client that connects and asks',
        points: 25,
        rule: `${SLIDE}: str(datetime.now().time())`,
        hints: {
          mismatch:
            'Send the time of now as text, with {now}. Is it this computer’s own time zone, and are hours and minutes in it?',
          'no-reply': 'Send the time on {asker}: {answer}. Does it wait for something before it answers?',
        },
        async run(context) {
          const { told, peer } = await firstAnswer(context);
          await learnAnswer(context, peer.received, told.answeredAtEpochMs);
          context.learned.set('precision', expectCurrentTime(told, { needs: 'time', sent: REQUEST }));
          peer.close();
        },
      },
      'reads-the-clock-for-each-request': {
        title: 'reads the clock when the request comes, not before',
        points: 15,
        needs: 'tells-the-time',
        rule: "The task's page: the clock is read when the request arrives",
        hints: {
          stale:
            'Read the clock when the client has come, after `accept`, inside the loop: {now} is the time at which it is called.',
          mismatch: 'Read the clock when the client has come: {now} is the time at which it is called.',
        },
        async run(context) {
          const server = await context.startServer();
          const wait = staleAfterMs(context.learned.get('precision') as number);
          const first = await ask(context, server, wait);
          expectCurrentTime(first.told, { needs: 'time', fresh: true, sent: REQUEST });
          first.peer.close();
          if (await server.hasEnded()) return 'Ends after one client.';
          const second = await ask(context, server, wait).catch(async (error) => {
            if (await server.hasEnded()) return undefined;
            throw error;
          });
          if (!second) return 'Ends after one client.';
          expectCurrentTime(second.told, { needs: 'time', fresh: true, sent: REQUEST });
          return undefined;
        },
      },
      'closes-the-connection': {
        title: 'closes the connection after the answer',
        points: 10,
        rule: `${SLIDE}: client.close()`,
        async run(context) {
          const server = await context.startServer();
          const { peer } = await ask(context, server);
          await server.while(() => peer.over, FINISH_WITHIN_MS);
          if (!peer.over) {
            throw diagnose(
              server.program,
              'server',
              { code: 'not-closed', summary: 'The server left the connection open after its answer.' },
              { received: peer.received, expected: 'the end of the connection after the time' },
            );
          }
          // One that crashed closed nothing.
          return (await server.servedOnce()) ? 'Ends after one client, as in the lecture.' : undefined;
        },
      },
    }),
    client: checks({
      'connects-and-asks': {
        title: 'connects to its server and sends a request',
        points: 10,
        rule: SLIDE,
        hints: {
          'never-sent':
            'After it has connected, the client sends a request. Is {send} there, and does it wait for the server first?',
        },
        run: asks,
      },
      'looks-where-its-server-listens': {
        title: 'connects to the port on which its own server listens',
        points: 5,
        rule: `${SLIDE}: both name port 5550`,
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        run: async (context) => expectOwnPort(context, await context.startClient()),
      },
      'prints-the-time-it-received': {
        title: 'prints the time that it received, whatever it is',
        points: 20,
        rule: `${SLIDE}: print("the Current time is: %s" %Rdata)`,
        hints: {
          mismatch: 'Print the time that came, not one of your own clock: {decode}.',
          'not-printed':
            'After it has asked, the client waits in {receive} and then prints what came: {decode}. Does it close before that?',
        },
        run: async (context) => printsTime(context, {}),
      },
      'prints-it-as-text': {
        title: 'prints the time as text, not as raw bytes',
        points: 5,
        needs: 'prints-the-time-it-received',
        rule: 'Lecture: Rdata.decode("UTF-8")',
        hints: {
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
        },
        run: async (context) => printsTime(context, { asText: true }),
      },
      'prints-all-of-it': {
        title: 'prints all of the time that came, however it is written',
        points: 5,
        needs: 'prints-the-time-it-received',
        rule: "The task's page: prints the time that it received, whatever that is",
        hints: {
          mismatch: 'Print all that came, as it came. Is the buffer long enough (1024), and is nothing cut off?',
          'not-printed':
            'Print what came as it is. Does the program take it apart and expect one way of writing the time?',
        },
        run: async (context) => printsTime(context, { complete: true, like: otherRendering(context) }),
      },
      'closes-and-ends': {
        title: 'closes its connection and ends',
        points: 5,
        rule: `${SLIDE}: client.close()`,
        hints: {
          timeout: 'When {receive} gives nothing, the server has closed: leave the loop, close and end.',
        },
        async run(context) {
          const client = await context.startClient();
          await reply(context, client);
          await expectEnds(client);
        },
      },
    }),
  },
});
