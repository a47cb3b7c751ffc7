import {
  type CheckContext,
  type CheckFailure,
  type ClientProgram,
  diagnose,
  failure,
  NOT_NOW,
  REPLY_WITHIN_MS,
  shows,
} from '../../harness/index.js';
import { word } from './lines.js';
import { asksName, NAME, untilShown } from './terminal.js';

/** More a client does not ask before it comes to the line that it sends. */
const MOST_LINES_BEFORE = 3;

/** Starts the client and types a line at it; it is left waiting for more. */
export async function firstDatagram(
  context: CheckContext,
  typed: string,
): Promise<{ client: ClientProgram; text: string }> {
  const client = await clientThatWasTold(context, typed);
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

/**
 * Starts the client and types a line at the prompt for it. A name that it asks for first is known by the word, or by this: what was typed is
 * not sent, and another prompt comes.
 */
async function clientThatWasTold(context: CheckContext, typed: string): Promise<ClientProgram> {
  const known = context.learned.get('lines before') as number | undefined;
  let first: unknown;
  for (let before = known ?? 0; ; before++) {
    let asksOn = false;
    const typist = () => {
      let prompts = 0;
      let named = false;
      let given = false;
      return (prompt: string) => {
        if (prompts++ < before || (asksName(prompt) && !named)) {
          named = true;
          return NAME;
        }
        asksOn = given;
        if (given) return NOT_NOW;
        given = true;
        return typed;
      };
    };
    try {
      const client = await context.startClient({ message: typed, typist });
      context.learned.set('lines before', before);
      return client;
    } catch (error) {
      first ??= error;
      if (known !== undefined || !asksOn || before === MOST_LINES_BEFORE) throw first;
    }
  }
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
  const wants = await client.untilWantsInput(REPLY_WITHIN_MS);
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

/**
 * How this submission wraps a line in a datagram: nothing around it, a name in front, JSON. Learned from its own client, whose datagram
 * holds the line that was typed at it.
 */
export async function wrappingOf(context: CheckContext): Promise<Wrapping> {
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

interface Wrapping {
  before: string;
  after: string;
}

/** Remembers what stands around a typed line in a datagram. */
export function learnWrapping({ learned, say }: CheckContext, name: string, datagram: string, typed: string): void {
  const at = datagram.indexOf(typed);
  if (at < 0) return;
  const wrapping = { before: datagram.slice(0, at), after: datagram.slice(at + typed.length) };
  learned.set(name, wrapping);
  if (wrapping.before !== '' || wrapping.after.trim() !== '')
    say('A line travels with something around it, as its own programs send it.');
}
