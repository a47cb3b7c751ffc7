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
  FINISH_WITHIN_MS,
  pause,
  REPLY_WITHIN_MS,
  renderTime,
  type ServerProgram,
  staleAfterMs,
  type TcpPeer,
  type ToldTime,
  timesIn,
} from '../../harness/index.js';

const SLIDE = 'Lecture, "TCP Client – Server Example"';
const REQUEST = 'hey server, Set my time';

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
          const server = await context.startServer();
          const { told, peer } = await ask(context, server);
          context.learned.set('precision', expectCurrentTime(told, { needsDate: false, sent: REQUEST }));
          context.learned.set('sample', { text: told.text, madeAt: told.answeredAtEpochMs });
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
          await pause(wait);
          const first = await ask(context, server);
          expectCurrentTime(first.told, { needsDate: false, fresh: true, sent: REQUEST });
          first.peer.close();
          if (await server.hasEnded()) return 'Ends after one client, as in the lecture.';
          await pause(wait);
          const second = await ask(context, server).catch((error) => {
            if (server.program.exit?.code === 0) return undefined;
            throw error;
          });
          if (!second) return 'Ends after one client, as in the lecture.';
          expectCurrentTime(second.told, { needsDate: false, fresh: true, sent: REQUEST });
        },
      },
      'closes-the-connection': {
        title: 'closes the connection after the answer',
        points: 10,
        needs: 'tells-the-time',
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
        async run({ startClient }) {
          const client = await startClient();
          const peer = client.connection();
          await client.until(() => peer.received.length > 0, REPLY_WITHIN_MS);
          if (peer.received.length === 0) {
            throw diagnose(
              client.program,
              'client',
              { code: 'never-sent', summary: 'The client connected but sent no request.' },
              { expected: 'a request, such as "hey server, Set my time"' },
            );
          }
        },
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
        needs: 'prints-the-time-it-received',
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

/**
 * One client's whole exchange. Some servers speak first, some wait for a request: silence is tried first, then a request, then the
 * newline that a line-reading server waits for.
 */
async function ask(context: CheckContext, server: ServerProgram): Promise<{ told: ToldTime; peer: TcpPeer }> {
  const peer = await server.tcpPeer();
  let askedAtEpochMs = Date.now();
  // A server may send a welcome first: it has answered when a time has come, or nothing more can.
  const answered = () => timesIn(peer.received.toString('utf8')).some((time) => time.hasClock) || peer.over;
  const manner = context.learned.get('manner') as 'first' | 'request' | 'line' | undefined;
  if (manner === undefined || manner === 'first') await server.program.until(answered, { withinMs: 1_000 });
  if (answered()) context.learned.set('manner', 'first');
  if (!answered()) {
    askedAtEpochMs = Date.now();
    await peer.send(manner === 'line' ? `${REQUEST}\n` : REQUEST);
    await server.while(answered, manner === undefined ? 1_500 : REPLY_WITHIN_MS);
    if (answered()) context.learned.set('manner', manner ?? 'request');
    else if (manner === undefined) {
      askedAtEpochMs = Date.now();
      await peer.send('\n');
      await server.while(answered);
      if (answered()) {
        context.learned.set('manner', 'line');
        context.say('Reads its request as a line, ended by a newline.');
      }
    }
  }
  const text = () => peer.received.toString('utf8');
  if (peer.received.length > 0) {
    // TCP has no messages: the rest of the answer may still be on its way, and a close ends it surely.
    await server.while(() => peer.over, 400);
    return { told: { text: text(), askedAtEpochMs, answeredAtEpochMs: peer.lastAtEpochMs ?? Date.now() }, peer };
  }
  throw diagnose(
    server.program,
    'server',
    {
      code: 'no-reply',
      summary: peer.over ? 'The server closed the connection without an answer.' : 'The server sent no answer.',
    },
    { sent: REQUEST, expected: 'the current time' },
  );
}

/** Sends the client a time of another year, written as its own server writes times, and closes, as the server of this task does. */
async function reply(
  { learned, random }: CheckContext,
  client: ClientProgram,
  like?: string,
): Promise<{ text: string; timeMs: number }> {
  const peer = client.connection();
  await client.until(() => peer.received.length > 0, REPLY_WITHIN_MS);
  const timeMs = random.otherTimeMs();
  const text = renderTime(
    new Date(timeMs),
    like ?? (learned.get('sample') as { text: string } | undefined),
    random.int(100, 999),
  );
  await peer.send(text);
  peer.finish();
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
