import {
  type ClientProgram,
  checks,
  defineAssignment,
  diagnose,
  expectEnds,
  expectOwnPort,
  expectPrints,
  failure,
  type Random,
  type Reply,
  type ServerProgram,
  type Showing,
} from '../../harness/index.js';

const SLIDE = 'Lecture, "General UDP Client – Server Example"';

export default defineAssignment({
  title: 'A greeting over UDP',
  lecture: SLIDE,
  transport: 'udp',
  typed: (random) => [random.phrase(2), random.phrase(2), random.phrase(2)],
  roles: {
    server: checks({
      'answers-a-datagram': {
        title: 'sends a reply to the address the datagram came from',
        points: 15,
        rule: SLIDE,
        async run({ startServer, random, learned }) {
          const server = await startServer();
          const peer = await server.udpPeer();
          const greeting = `hello ${random.phrase()}`;
          const reply = await server.ask(peer, greeting);
          learned.set('reply', { sent: greeting, reply });
          if (reply.data.length === 0) {
            throw failure('empty-reply', 'The server replied with an empty datagram.', {
              sent: greeting,
              expected: 'a greeting',
            });
          }
        },
      },
      'greets-in-its-own-words': {
        title: 'sends a greeting of its own, not the text it received',
        points: 5,
        needs: 'answers-a-datagram',
        rule: `${SLIDE}: Sdata="Hello Client"`,
        hints: {
          echo: 'Send a greeting of your own, such as "Hello Client", instead of what {receive} gave.',
        },
        async run({ learned }) {
          const { sent, reply } = learned.get('reply') as { sent: string; reply: Reply };
          if (reply.text.trim() === sent)
            throw failure('echo', 'The server sent back the very text that it received.', {
              sent,
              received: reply.data,
              expected: 'a greeting of its own',
            });
        },
      },
      'prints-what-it-received': {
        title: 'prints the text that it received',
        points: 15,
        rule: SLIDE,
        hints: {
          'not-printed':
            'Print the text that came, {decode}, not a fixed one. Does the program reach {print} before it waits again or ends?',
          stale: 'Old text stands behind the new one. Take only as many bytes as have just come: {decode}.',
        },
        async run({ startServer, random }) {
          const server = await startServer();
          const end = random.word(9);
          await expectPrintedByServer(server, `hello ${random.phrase()} ${end}`, 'anyhow');
          if (await server.hasEnded()) return;
          const since = server.program.output.length;
          await expectPrintedByServer(server, random.word(6), 'anyhow', since);
          const printed = server.program.output.slice(since);
          if (printed.includes(end))
            throw failure('stale', 'The server printed the end of an earlier, longer text behind a shorter one.', {
              received: printed,
              expected: 'the text received, and no more',
            });
        },
      },
      'answers-whoever-asks': {
        title: 'answers each asker, wherever it asks from',
        points: 10,
        needs: 'answers-a-datagram',
        rule: 'Lecture, "General socket methods": recvfrom gives the data and the address of the socket sending it',
        hints: {
          'no-reply':
            'Everybody who asks gets an answer. Is the loop around {receive} too, and does each answer go to {asker}?',
        },
        async run({ startServer, random, otherAddress }) {
          const server = await startServer();
          const first = await server.udpPeer({ elsewhere: otherAddress() });
          await server.ask(first, random.phrase());
          if (await server.servedOnce()) return 'Ends after one datagram, as in the lecture.';
          const [second, third] = [await server.udpPeer(), await server.udpPeer()];
          const [text, other] = [random.phrase(), random.phrase()];
          await Promise.all([second.send(text, server.at), third.send(other, server.at)]);
          const both = () => second.inbox.length > 0 && third.inbox.length > 0;
          await server.while(both);
          if (!both() && !(await server.servedOnce())) {
            const silent = second.inbox.length > 0 ? third : second;
            throw diagnose(
              server.program,
              'server',
              { code: 'no-reply', summary: 'Two asked at the same time, and only one of them got a reply.' },
              { sent: silent === second ? text : other, expected: 'a reply to each asker' },
            );
          }
        },
      },
      'understands-utf-8': {
        title: 'prints text in any language',
        points: 5,
        rule: 'Lecture: data.decode("UTF-8")',
        hints: {
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
          'not-printed': 'Are letters beyond English lost? Read what came as UTF-8: {decode}.',
        },
        async run({ startServer, random }) {
          const server = await startServer();
          await expectPrintedByServer(server, `${foreign(random)} ${random.word()}`, 'as-text');
        },
      },
    }),
    client: checks({
      'sends-a-greeting': {
        title: 'sends a datagram to its server',
        points: 10,
        rule: SLIDE,
        async run({ startClient }) {
          const client = await startClient();
          const { arrivals } = client.datagrams();
          if (arrivals[0]!.data.length === 0)
            throw failure('never-sent', 'The client sent an empty datagram.', { expected: 'a greeting' });
        },
      },
      'looks-where-its-server-listens': {
        title: 'sends to the port that its own server binds',
        points: 5,
        needs: 'sends-a-greeting',
        rule: `${SLIDE}: both name port 5550`,
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        run: async (context) => expectOwnPort(context, await context.startClient()),
      },
      'prints-the-reply': {
        title: 'prints the reply that it received',
        points: 15,
        needs: 'sends-a-greeting',
        rule: SLIDE,
        hints: {
          'not-printed':
            'After it has sent, the client waits in {receive} and then prints what came: {decode}. Does it end before the reply is there?',
        },
        async run({ startClient, random }) {
          const client = await startClient();
          await expectReplyPrinted(client, `Hello ${random.phrase()}`, 'anyhow');
        },
      },
      'prints-where-it-came-from': {
        title: 'prints the address of whoever replied',
        points: 10,
        needs: 'prints-the-reply',
        rule: `${SLIDE}: print(Rdata, address)`,
        hints: {
          'not-printed': 'Print the address, too. It comes along with the reply: {asker}.',
        },
        async run({ startClient, random }) {
          const client = await startClient();
          const contact = client.datagrams();
          const before = client.program.output.length;
          await contact.peer.send(`Hello ${random.word()}`, contact.from);
          const shown = () => client.program.output.slice(before);
          const complete = () =>
            shown().includes(String(contact.port)) && /localhost|::1|\d{1,3}(?:\.\d{1,3}){3}/.test(shown());
          if (!(await client.prints(complete))) {
            throw diagnose(
              client.program,
              'client',
              { code: 'not-printed', summary: 'The client did not print the IP and port that the reply came from.' },
              { expected: `an address with port ${contact.port}, after the reply`, received: shown() },
            );
          }
        },
      },
      'ends-after-the-reply': {
        title: 'ends when it has printed the reply',
        points: 5,
        needs: 'sends-a-greeting',
        rule: "The task's page: then it ends",
        hints: {
          timeout:
            'With the answer on the screen the work is done. Is there a loop, or another {receive} or {input}, that still waits?',
        },
        async run({ startClient, random }) {
          const client = await startClient();
          const contact = client.datagrams();
          await contact.peer.send(`Hello ${random.phrase()}`, contact.from);
          await expectEnds(client);
        },
      },
      'understands-utf-8': {
        title: 'prints a reply in any language',
        points: 5,
        needs: 'sends-a-greeting',
        rule: 'Lecture: Rdata.decode("UTF-8")',
        hints: {
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
          'not-printed': 'Are letters beyond English lost? Read what came as UTF-8: {decode}.',
        },
        async run({ startClient, random }) {
          const client = await startClient();
          await expectReplyPrinted(client, `${foreign(random)} ${random.word()}`, 'as-text');
        },
      },
    }),
  },
});

async function expectPrintedByServer(server: ServerProgram, text: string, showing: Showing, since = 0): Promise<void> {
  const peer = await server.udpPeer();
  await peer.send(text, server.at);
  await expectPrints(server, text, { name: 'server', showing, since });
}

async function expectReplyPrinted(client: ClientProgram, text: string, showing: Showing): Promise<void> {
  const contact = client.datagrams();
  await contact.peer.send(text, contact.from);
  await expectPrints(client, text, { name: 'client', showing });
}

const GREETINGS = ['Grüße', 'Olá', 'señor', 'Здравствуйте', 'مرحبا', '你好', 'Γειά σου', 'Merhaba dünya'];

function foreign(random: Random): string {
  return random.pick(GREETINGS);
}
