import {
  type CheckContext,
  type CheckFailure,
  diagnose,
  failure,
  REPLY_WITHIN_MS,
  type ServerProgram,
  shows,
  type UdpPeer,
} from '../../harness/index.js';
import { learnWrapping, wrappingOf } from './client-turns.js';
import { asksName, NAME, untilShown } from './terminal.js';

/** Starts the server, once it is known how lines travel: the client that shows it looks on the same port. */
export async function startChatServer(context: CheckContext): Promise<ServerProgram> {
  await wrappingOf(context);
  const server = await context.startServer();
  // It may want to know its user's name before it looks at its socket.
  if ((await server.program.untilWantsInput(1_000)) === 'wants' && asksName(server.program.sinceTyped))
    server.program.type(NAME);
  return server;
}

/** A line reaches the server from its partner; settles when it is shown, or will not be. Returns why it is not, if it is not. */
async function deliver(
  context: CheckContext,
  server: ServerProgram,
  peer: UdpPeer,
  text: string,
): Promise<CheckFailure | undefined> {
  const { before, after } = await wrappingOf(context);
  const since = server.program.output.length;
  await peer.send(`${before}${text}${after}`, server.at);
  return untilShown(server.program, 'server', text, since);
}

/** @throws CheckFailure when the server does not print a line that comes from its partner */
export async function expectServerShows(
  context: CheckContext,
  server: ServerProgram,
  peer: UdpPeer,
  text: string,
): Promise<void> {
  const notShown = await deliver(context, server, peer, text);
  if (notShown) throw notShown;
}

/**
 * One turn as the server's partner: a line goes out, the server's user types an answer, the answer comes back. Whether the line is
 * shown does not matter here.
 * @throws CheckFailure
 */
export async function turnWithServer(
  context: CheckContext,
  server: ServerProgram,
  peer: UdpPeer,
  turn: { sent: string; typed: string },
): Promise<void> {
  const { program } = server;
  const before = { came: peer.inbox.length };
  await deliver(context, server, peer, turn.sent);
  const wants = await program.untilWantsInput(REPLY_WITHIN_MS, () => peer.inbox.length > before.came);
  if (wants === 'met') {
    throw failure('not-read', 'The server answered before its user had typed anything.', {
      sent: turn.sent,
      received: peer.inbox.at(-1)!.data,
      expected: 'the line that its user types',
    });
  }
  if (wants !== 'wants') {
    throw diagnose(
      program,
      'server',
      { code: 'not-read', summary: 'The server did not ask its user for an answer.' },
      { sent: turn.sent, expected: `${turn.sent} on its screen, and then a line read from the terminal` },
    );
  }
  program.type(turn.typed);
  const answer = () =>
    peer.inbox.slice(before.came).find((arrival) => shows(arrival.data.toString('utf8'), turn.typed) === 'shown');
  await program.until(() => answer() !== undefined, { withinMs: REPLY_WITHIN_MS });
  const found = answer();
  if (found) {
    learnWrapping(context, 'answer wrapping', found.data.toString('utf8'), turn.typed);
    return;
  }
  const other = peer.inbox[before.came];
  if (other)
    throw failure('mismatch', 'What the server sent is not the line that its user typed.', {
      sent: turn.typed,
      received: other.data,
      expected: turn.typed,
    });
  throw diagnose(
    program,
    'server',
    { code: 'no-reply', summary: 'The line that was typed at the server did not reach its partner.' },
    { sent: turn.typed, expected: `${turn.typed} at the address the message came from` },
  );
}
