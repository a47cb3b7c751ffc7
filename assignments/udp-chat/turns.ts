import {
  type CheckContext,
  type CheckFailure,
  type ClientProgram,
  diagnose,
  failure,
  NOT_NOW,
  type Random,
  REPLY_WITHIN_MS,
  type ServerProgram,
  shows,
  type UdpPeer,
} from '../../harness/index.js';

/** Words that chat programs take for an end; no line of ours may hold one. */
const QUITS = /bye|exit|quit|stop|end|q$/i;
const NAME = /name\b|\bnick|nombre|nome\b|\balias\b|اسم/i;

/** A line of several words that somebody might type, with nothing in it that ends a chat. */
export function sentence(random: Random): string {
  return harmless(() => `${random.word()} ${random.word()} ${random.word()}`);
}

/** A line of one word, for whatever is not about whole lines: who reads word by word loses the points for that once. */
export function word(random: Random): string {
  return harmless(() => random.word(9));
}

/** A line of one word with letters beyond English. */
export function foreignWord(random: Random): string {
  return harmless(() => `${random.word()}-${random.pick(FOREIGN)}`);
}

const FOREIGN = ['Grüße', 'mañana', 'você', 'Привет', 'مرحبا', '你好', 'déjà-vu', 'teşekkürler'];

function harmless(make: () => string): string {
  let text = make();
  while (QUITS.test(text)) text = make();
  return text;
}

/**
 * How this submission wraps a line in a datagram: nothing around it, a name in front, JSON. Learned from its own client, whose datagram
 * holds the line that was typed at it.
 */
async function wrappingOf(context: CheckContext): Promise<Wrapping> {
  const known = context.learned.get('wrapping') as Wrapping | undefined;
  if (known) return known;
  context.learned.set('wrapping', { before: '', after: '' });
  if (context.has('client')) {
    const typed = word(context.random);
    const first = await firstDatagram(context, typed).catch(() => undefined);
    await first?.client.dispose();
    if (first) learnWrapping(context, 'wrapping', first.text, typed);
  }
  return wrappingOf(context);
}

/** Starts the server, once it is known how lines travel: the client that shows it looks on the same port. */
export async function startChatServer(context: CheckContext): Promise<ServerProgram> {
  await wrappingOf(context);
  const server = await context.startServer();
  const asksName = () => NAME.test(lastLine(server.program.sinceTyped));
  // It may want to know its user's name before it looks at its socket.
  if ((await server.program.untilWantsInput(1_000)) === 'wants' && asksName()) server.program.type('maram');
  return server;
}

interface Wrapping {
  before: string;
  after: string;
}

/** Remembers what stands around a typed line in a datagram. */
function learnWrapping({ learned, say }: CheckContext, name: string, datagram: string, typed: string): void {
  const at = datagram.indexOf(typed);
  if (at < 0) return;
  const wrapping = { before: datagram.slice(0, at), after: datagram.slice(at + typed.length) };
  learned.set(name, wrapping);
  if (wrapping.before !== '' || wrapping.after.trim() !== '')
    say('A line travels with something around it, as its own programs send it.');
}

/** Starts the client and types a line at it; it is left waiting for more. */
export async function firstDatagram(
  context: CheckContext,
  typed: string,
): Promise<{ client: ClientProgram; text: string }> {
  let given = false;
  let named = false;
  const client = await context.startClient({
    message: typed,
    typist: (prompt) => {
      if (NAME.test(lastLine(prompt)) && !named) {
        named = true;
        return 'maram';
      }
      if (given) return NOT_NOW;
      given = true;
      return typed;
    },
  });
  const contact = client.datagrams();
  const holding = () => contact.arrivals.find((arrival) => shows(arrival.data.toString('utf8'), typed) === 'shown');
  await client.until(() => holding() !== undefined, REPLY_WITHIN_MS);
  if (!holding()) {
    // It announced itself and waits for a first word before it asks its user.
    await contact.peer.send(word(context.random), contact.from);
    await client.until(() => holding() !== undefined, REPLY_WITHIN_MS);
  }
  return { client, text: (holding() ?? contact.arrivals[0]!).data.toString('utf8') };
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
      { sent: turn.sent, expected: 'a line read from the terminal (input())' },
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

/** The partner's answer comes to the client, as its own server writes it. Returns why it is not shown, if it is not. */
export async function answerClient(
  { learned }: CheckContext,
  client: ClientProgram,
  text: string,
): Promise<CheckFailure | undefined> {
  const wrapping = (learned.get('answer wrapping') ?? learned.get('wrapping')) as Wrapping | undefined;
  const contact = client.datagrams();
  const since = client.program.output.length;
  const from = contact.arrivals.at(-1)?.from ?? contact.from;
  await contact.peer.send(`${wrapping?.before ?? ''}${text}${wrapping?.after ?? ''}`, from);
  return untilShown(client.program, 'client', text, since);
}

/** The client's user types the next line, which must arrive as one datagram. */
export async function nextLine(client: ClientProgram, typed: string): Promise<void> {
  const contact = client.datagrams();
  const before = contact.arrivals.length;
  const all = () => client.contacts.flatMap((one) => (one.transport === 'udp' ? one.arrivals : []));
  const wants = await client.program.untilWantsInput(REPLY_WITHIN_MS);
  if (wants !== 'wants') {
    throw diagnose(
      client.program,
      'client',
      { code: 'not-read', summary: 'After the first turn the client did not ask for another line.' },
      { expected: 'a line read from the terminal for each turn' },
    );
  }
  client.program.type(typed);
  const came = () => all().find((arrival) => shows(arrival.data.toString('utf8'), typed) === 'shown');
  await client.program.until(() => came() !== undefined, { withinMs: REPLY_WITHIN_MS });
  if (came()) return;
  const other = contact.arrivals[before];
  if (other)
    throw failure('mismatch', 'What the client sent is not the line that was typed.', {
      sent: typed,
      received: other.data,
      expected: typed,
    });
  throw diagnose(
    client.program,
    'client',
    { code: 'never-sent', summary: 'The line that was typed at the client was not sent.' },
    { sent: typed },
  );
}

/** Why a program's terminal does not come to show a text. */
async function untilShown(
  program: ClientProgram['program'],
  name: string,
  text: string,
  since: number,
): Promise<CheckFailure | undefined> {
  const printed = () => program.shownSince(since);
  const shown = () => shows(printed(), text) !== 'absent' && !/<Buffer /.test(printed());
  await program.until(shown, { withinMs: REPLY_WITHIN_MS });
  if (shown()) return undefined;
  const details = { expected: text, received: printed() };
  if (shows(printed(), text) === 'as-bytes-literal')
    return failure('mismatch', `The ${name} printed the raw bytes (b'…') and not the text.`, details);
  const summary = `The ${name} did not print what its partner wrote.`;
  return diagnose(program, name, { code: 'not-printed', summary }, details);
}

function lastLine(prompt: string): string {
  return (
    prompt
      .split(/\r?\n/)
      .filter((text) => text.trim() !== '')
      .at(-1) ?? ''
  );
}
