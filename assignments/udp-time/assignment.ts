import {
  type CheckContext,
  type ClientProgram,
  checks,
  defineAssignment,
  diagnose,
  expectCurrentTime,
  expectEnds,
  expectOwnPort,
  expectTimePrinted,
  pause,
  type Reply,
  renderTime,
  type ServerProgram,
  staleAfterMs,
  timesIn,
  type UdpPeer,
} from '../../harness/index.js';
import { answered, firstReply, REQUEST, type Request } from './asking.js';

const SLIDE = 'Lecture, "Time and date Server"';

export default defineAssignment({
  title: 'Time and date over UDP',
  lecture: SLIDE,
  transport: 'udp',
  typed: () => [REQUEST, REQUEST],
  roles: {
    server: checks({
      'tells-the-time': {
        title: 'answers with the current time, to the address the request came from',
        points: 17,
        rule: `${SLIDE}: str(datetime.now())`,
        hints: {
          mismatch:
            'Send the date and time of now as text, with {now}. Is it this computer’s own time zone, and are hours and minutes in it?',
        },
        async run(context) {
          const { reply, request } = await firstReply(context);
          context.learned.set('request', request);
          context.learned.set('reply', reply);
          if (timesIn(reply.text).length > 0)
            context.learned.set('sample', { text: reply.text, madeAt: reply.atEpochMs });
          context.learned.set('precision', expectCurrentTime(told(reply), { needs: 'clock', sent: request }));
        },
      },
      'tells-the-date': {
        title: 'tells the date too',
        points: 8,
        rule: `${SLIDE}: str(datetime.now())`,
        hints: {
          incomplete:
            'The answer holds no date, or one written in no usual way. {now} holds the date, too: is only a part of it taken?',
          mismatch:
            'Compare day, month and year with today’s. Does a part count from 0, or from another year, so that something must be added (`getMonth() + 1`, `tm_mon + 1`, `tm_year + 1900`)?',
        },
        async run({ learned, startServer }) {
          const request = (learned.get('request') as Request | undefined) ?? REQUEST;
          const reply = (learned.get('reply') as Reply | undefined) ?? (await answered(await startServer(), request));
          expectCurrentTime(told(reply), { needs: 'date', sent: request });
        },
      },
      'reads-the-clock-for-each-request': {
        title: 'reads the clock when the request comes, not before',
        points: 15,
        needs: 'tells-the-time',
        rule: "The task's page: the clock is read when the request arrives",
        hints: {
          stale: 'Read the clock after {receive}, inside the loop: {now} is the time at which it is called.',
          mismatch: 'Read the clock after {receive}, inside the loop: {now} is the time at which it is called.',
        },
        async run(context) {
          const server = await context.startServer();
          const request = context.learned.get('request') as Request;
          const peer = await server.udpPeer();
          await expectFresh(context, server, request, peer);
          if (await server.hasEnded()) return 'Ends after one request.';
          await expectFresh(context, server, request, peer);
          return undefined;
        },
      },
      'answers-whoever-asks': {
        title: 'answers each asker, whatever the request says and wherever it comes from',
        points: 10,
        rule: "The task's page: when any datagram arrives, to the address the datagram came from",
        hints: {
          'no-reply':
            'Any request gets the time, whatever it says. Is the loop around {receive} too, and does each answer go to {asker}?',
        },
        async run({ startServer, random, otherAddress, learned }) {
          const server = await startServer();
          const request = random.phrase();
          const first = await answered(server, request, await server.udpPeer({ elsewhere: otherAddress() }));
          // Who tells a wrong time has paid for that; who tells a right one tells it to everybody.
          if (learned.has('precision')) expectCurrentTime(told(first), { needs: 'clock', sent: request });
          if (await server.servedOnce()) return 'Ends after one request, as in the lecture.';
          const peers = [await server.udpPeer(), await server.udpPeer()];
          for (const peer of peers) await peer.send(random.phrase(), server.at);
          const all = () => peers.every((peer) => peer.inbox.length > 0);
          await server.while(all);
          if (all() || (await server.servedOnce())) return undefined;
          throw diagnose(
            server.program,
            'server',
            { code: 'no-reply', summary: 'Two asked at the same time, and not both got a reply.' },
            { expected: 'a reply to each asker' },
          );
        },
      },
    }),
    client: checks({
      'asks-for-the-time': {
        title: 'sends a request to its server',
        points: 10,
        rule: SLIDE,
        async run({ startClient }) {
          await startClient();
        },
      },
      'looks-where-its-server-listens': {
        title: 'sends to the port that its own server binds',
        points: 5,
        needs: 'asks-for-the-time',
        rule: `${SLIDE}: both name port 5550`,
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        run: async (context) => expectOwnPort(context, await context.startClient()),
      },
      'prints-the-time-it-received': {
        title: 'prints the time that it received, whatever it is',
        points: 20,
        needs: 'asks-for-the-time',
        rule: `${SLIDE}: print("the Current time is: %s" %Rdata)`,
        hints: {
          mismatch: 'Print the time that came, not one of your own clock: {decode}.',
          'not-printed': 'After it has asked, the client waits in {receive} and then prints what came: {decode}.',
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
      'ends-after-the-reply': {
        title: 'ends when it has printed the time',
        points: 5,
        needs: 'asks-for-the-time',
        rule: "The task's page: then it ends",
        hints: {
          timeout:
            'With the answer on the screen the work is done. Is there a loop, or another {receive} or {input}, that still waits?',
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

function told(reply: Reply): { text: string; askedAtEpochMs: number; answeredAtEpochMs: number } {
  return { text: reply.text, askedAtEpochMs: reply.sentAtEpochMs, answeredAtEpochMs: reply.atEpochMs };
}

/** Asks so long after the last thing that happened that a clock read before would show. */
async function expectFresh(
  { learned }: CheckContext,
  server: ServerProgram,
  request: Request,
  from: UdpPeer,
): Promise<void> {
  await pause(staleAfterMs(learned.get('precision') as number));
  expectCurrentTime(told(await answered(server, request, from)), { needs: 'clock', fresh: true, sent: request });
}

/** Sends the client a time of another year, written as its own server writes times. */
async function reply(
  { learned, random }: CheckContext,
  client: ClientProgram,
  like?: string,
): Promise<{ text: string; timeMs: number }> {
  const timeMs = random.otherTimeMs();
  const text = renderTime(
    new Date(timeMs),
    like ?? (learned.get('sample') as { text: string } | undefined),
    random.int(100, 999),
  );
  const contact = client.datagrams();
  await contact.peer.send(text, contact.from);
  return { text, timeMs };
}

async function printsTime(
  context: CheckContext,
  options: { asText?: boolean; complete?: boolean; like?: string },
): Promise<void> {
  const client = await context.startClient();
  const since = client.program.output.length;
  await expectTimePrinted(client, await reply(context, client, options.like), { since, ...options });
}

const RENDERINGS = ['Mon Nov 23 14:05:59 2026', '2026-11-23T14:05:59', '23/11/2026 14:05:59'];

/** A usual way of writing a time that is not its own server's. */
function otherRendering({ learned, random }: CheckContext): string {
  const shape = (text: string) => text.replace(/\d+/g, '0').replace(/[A-Za-z]+/g, 'a');
  const own = shape((learned.get('sample') as { text: string } | undefined)?.text ?? '').trim();
  return random.pick(RENDERINGS.filter((rendering) => !own.startsWith(shape(rendering))));
}
