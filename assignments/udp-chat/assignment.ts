import { type CheckContext, checks, defineAssignment, expectOwnPort, failure, shows } from '../../harness/index.js';
import { answerClient, firstDatagram, nextLine } from './client-turns.js';
import { foreignWord, sentence, word } from './lines.js';
import { expectServerShows, startChatServer, turnWithServer } from './server-turns.js';

const SLIDE = 'Lecture, "Chat Client Server"';

export default defineAssignment({
  title: 'A chat over UDP',
  lecture: SLIDE,
  transport: 'udp',
  typed: (random) => [sentence(random)],
  roles: {
    server: checks({
      'shows-what-arrives': {
        title: 'prints the line that its partner sent',
        points: 15,
        rule: `${SLIDE}: print(str(Rdata))`,
        hints: {
          'not-printed': 'Print the line as soon as it has come, before you ask for an answer: {decode}, then {print}.',
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
        },
        async run(context) {
          const server = await startChatServer(context);
          await expectServerShows(context, server, await server.udpPeer(), sentence(context.random));
          context.learned.set('server shows', true);
        },
      },
      'sends-what-is-typed': {
        title: 'asks its user for a line and sends it to its partner',
        points: 15,
        rule: `${SLIDE}: Sdata=input(…)`,
        hints: {
          'not-read': 'When a line has come, ask your user for the answer with {input}, and send what was typed.',
          'no-reply': 'Send what was typed, to {asker}: {answer}.',
          mismatch: 'Send the very line that was typed, and nothing else.',
        },
        async run(context) {
          const server = await startChatServer(context);
          const lines = { sent: sentence(context.random), typed: sentence(context.random) };
          await turnWithServer(context, server, await server.udpPeer(), lines);
          context.learned.set('server sends', true);
        },
      },
      'goes-on-turn-by-turn': {
        title: 'goes on for as many turns as its users like',
        points: 10,
        rule: `${SLIDE}: while True`,
        hints: {
          'no-reply':
            'Receiving, printing, asking and sending all belong inside the loop. Does the socket stay open after the first turn?',
          'not-printed': 'Receiving and printing belong inside the loop, too. Is each new line printed?',
          'not-read': 'Ask for a new line in each turn: {input} belongs inside the loop.',
          stale: 'Old text stands behind the new one. Take only as many bytes as have just come: {decode}.',
        },
        async run(context) {
          const server = await startChatServer(context);
          const peer = await server.udpPeer();
          const end = context.random.word(9);
          const long = turn(context);
          await turnWithServer(context, server, peer, { ...long, sent: `${long.sent} ${end}` });
          const since = server.program.output.length;
          for (let turns = 0; turns < 2; turns++) await turnWithServer(context, server, peer, turn(context));
          const printed = server.program.output.slice(since);
          if (printed.includes(end.slice(-4)))
            throw failure('stale', 'The server printed the end of an earlier, longer line behind a shorter one.', {
              received: printed,
              expected: 'the line that arrived, and no more',
            });
        },
      },
      'answers-whoever-writes': {
        title: 'sends each line to the address the last datagram came from',
        points: 5,
        rule: `${SLIDE}: s.sendto(Sdata, address)`,
        hints: {
          'no-reply': 'Take the address anew in each turn: {asker}. Is the first one kept?',
          'misdirected-reply': 'Take the address anew in each turn: {asker}.',
        },
        async run(context) {
          const server = await startChatServer(context);
          const elsewhere = await server.udpPeer({ elsewhere: context.otherAddress() });
          await turnWithServer(context, server, elsewhere, turn(context));
          if (await server.servedOnce()) return 'Ends after one turn.';
          await turnWithServer(context, server, await server.udpPeer(), turn(context));
          return undefined;
        },
      },
      'understands-utf-8': {
        title: 'shows and sends lines in any language',
        points: 5,
        rule: 'Lecture: encode("UTF-8"), decode("UTF-8")',
        hints: {
          mismatch: 'Use UTF-8 both ways: {decode} when a line comes, {encode} when one is sent.',
          'not-printed': 'Are letters beyond English lost? Use UTF-8 both ways: {decode} and {encode}.',
          'no-reply': 'Are letters beyond English lost? Use UTF-8 both ways: {decode} and {encode}.',
        },
        async run(context) {
          const server = await startChatServer(context);
          const peer = await server.udpPeer();
          const lines = { sent: foreignWord(context.random), typed: foreignWord(context.random) };
          const { show, send } = whatWorks(context, 'server');
          if (send) await turnWithServer(context, server, peer, lines);
          else await expectServerShows(context, server, peer, lines.sent);
          if (show) expectText(server.program.output, lines.sent, 'server');
        },
      },
    }),
    client: checks({
      'sends-what-is-typed': {
        title: 'asks its user for a line and sends it to its server',
        points: 15,
        rule: `${SLIDE}: data=input(…)`,
        hints: {
          mismatch: 'Send the very line that was typed, and nothing else.',
          'never-sent': 'Ask for a line with {input} and send it: {reach}. Does it wait for its partner first?',
        },
        async run(context) {
          const typed = sentence(context.random);
          const { text } = await firstDatagram(context, typed);
          if (shows(text, typed) !== 'shown')
            throw failure('mismatch', 'What the client sent is not the line that was typed.', {
              sent: typed,
              received: text,
              expected: typed,
            });
          context.learned.set('client sends', true);
        },
      },
      'looks-where-its-server-listens': {
        title: 'sends to the port that its own server binds',
        points: 5,
        rule: `${SLIDE}: both name port 5550`,
        hints: {
          mismatch: 'Write the same port into both programs: the client goes to the port that the server takes.',
        },
        async run(context) {
          return expectOwnPort(context, (await firstDatagram(context, word(context.random))).client);
        },
      },
      'shows-what-arrives': {
        title: 'prints the answer of its partner',
        points: 15,
        rule: `${SLIDE}: print(Rdata, address)`,
        hints: {
          'not-printed': 'After it has sent, the client waits in {receive} and then prints what came: {decode}.',
          mismatch: 'Bytes came, and bytes were shown. Make text of them before you print: {decode}.',
        },
        async run(context) {
          const { client } = await firstDatagram(context, word(context.random));
          const notShown = await answerClient(context, client, sentence(context.random));
          if (notShown) throw notShown;
          context.learned.set('client shows', true);
        },
      },
      'goes-on-turn-by-turn': {
        title: 'goes on for as many turns as its users like',
        points: 10,
        rule: `${SLIDE}: while True`,
        hints: {
          'not-read': 'Ask for a new line in each turn: {input} belongs inside the loop.',
          'never-sent':
            'Asking, sending, receiving and printing all belong inside the loop. Does the socket stay open after the first turn?',
          'not-printed': 'Receiving and printing belong inside the loop, too. Is each new answer printed?',
          mismatch: 'Send the line of this turn, not one that was typed before.',
        },
        async run(context) {
          const { client } = await firstDatagram(context, word(context.random));
          const { show } = whatWorks(context, 'client');
          for (let turns = 0; turns < 3; turns++) {
            const notShown = await answerClient(context, client, word(context.random));
            if (show && notShown) throw notShown;
            if (turns < 2) await nextLine(client, word(context.random));
          }
        },
      },
      'understands-utf-8': {
        title: 'sends and shows lines in any language',
        points: 5,
        rule: 'Lecture: encode("UTF-8"), decode("UTF-8")',
        hints: {
          mismatch: 'Use UTF-8 both ways: {encode} when a line is sent, {decode} when one comes.',
          'not-printed': 'Are letters beyond English lost? Use UTF-8 both ways: {encode} and {decode}.',
        },
        async run(context) {
          const typed = foreignWord(context.random);
          const { client, text } = await firstDatagram(context, typed);
          const { show, send } = whatWorks(context, 'client');
          if (send && shows(text, typed) !== 'shown')
            throw failure('mismatch', 'A line with letters beyond English did not arrive as UTF-8.', {
              sent: typed,
              received: text,
              expected: typed,
            });
          if (!show) return;
          const answer = foreignWord(context.random);
          const notShown = await answerClient(context, client, answer);
          if (notShown) throw notShown;
          expectText(client.program.output, answer, 'client');
        },
      },
    }),
  },
});

function turn({ random }: CheckContext): { sent: string; typed: string } {
  return { sent: word(random), typed: word(random) };
}

/** What a program does at all: what it does not do has cost its points. With neither, both are asked for. */
function whatWorks({ learned }: CheckContext, role: 'server' | 'client'): { show: boolean; send: boolean } {
  const [show, send] = [learned.has(`${role} shows`), learned.has(`${role} sends`)];
  return { show: show || !send, send: send || !show };
}

/** Letters beyond English are readable, not lost and not escaped bytes. */
function expectText(output: string, text: string, name: string): void {
  const shown = shows(output, text);
  if (shown === 'shown') return;
  throw failure(
    'mismatch',
    shown === 'as-bytes-literal'
      ? `The ${name} printed the raw bytes (b'…') and not the text.`
      : `The ${name} did not print letters beyond English as they were written.`,
    { expected: text, received: output.slice(-500) },
  );
}
