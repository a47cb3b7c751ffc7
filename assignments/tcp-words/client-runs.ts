import {
  type CheckContext,
  type ClientProgram,
  FINISH_WITHIN_MS,
  failure,
  REPLY_WITHIN_MS,
  type TcpPeer,
} from '../../harness/index.js';
import { type Answer, answerFor } from './made-up-answer.js';
import { Opened, openingOf } from './opening.js';

/** How the four clients come: as four programs, as one started four times, or as one that opens four connections. */
type Form = 'four programs' | 'one program, four times' | 'one program, four connections';

/** One client's connection and what is shown to it. */
export interface Served {
  peer: TcpPeer;
  word: string;
  /** The raw bytes that carried the word, without what the pair says before any. */
  sent: Buffer;
  /** Whether the pair's opening went before. */
  opened: boolean;
  answer: Answer;
  /** The program at whose terminal the answer must appear. */
  client: ClientProgram;
}

export interface Run {
  form: Form;
  served: Served[];
  clients: ClientProgram[];
}

/** How many clients the homework asks for. */
export const CLIENTS = 4;

/** A client that asks for nothing and sends the same again may take its word as an argument, with a usual one where it is given none. */
function isAlwaysTheSame(served: Served[], clients: ClientProgram[], source: string): boolean {
  const asks = clients.some((client) => client.typed.length > 0);
  return !asks && served.length === 2 && served[0]!.word === served[1]!.word && /argv|args\b|\$1|\$\{1/.test(source);
}

/** Whether and how our peers answer: the nth word with given bytes, with a made-up number and character, or not at all. */
export type Answers = ((nth: number) => Buffer) | 'made up' | 'none';

/**
 * Runs all clients of the submission against our peers, which answer each word with a number and a character that it does not have, and close
 * the connection to a client that waits for that.
 * @throws CheckFailure when the first client never connects
 */
export async function runClients(
  context: CheckContext,
  options: { answers?: Answers; words?: string[]; closes?: boolean } = {},
): Promise<Run> {
  const { random } = context;
  const files = context.programs('client').slice(0, CLIENTS);
  const words = options.words ?? Array.from({ length: CLIENTS }, () => random.word());
  const listeners = await context.listen();
  const served: Served[] = [];
  const clients: ClientProgram[] = [];
  const start = async (at: number): Promise<void> => {
    const client = await context.startClient({
      listeners,
      party: files.length > 1 || at > 0 ? `client ${at + 1}` : 'client',
      file: files[at % files.length]!,
      typist: () => wordTypist(words, at),
      message: words[at % CLIENTS]!,
      ...(context.learned.get('word as argument') ? { extra: ['message'] } : {}),
    });
    clients.push(client);
    await serveNew(context, client, served, { answers: options.answers ?? 'made up', closes: options.closes ?? true });
  };
  await start(0);
  const form: Form =
    files.length > 1
      ? 'four programs'
      : served.length > 1
        ? 'one program, four connections'
        : 'one program, four times';
  context.learned.set('form', form);
  if (form === 'four programs') for (let at = 1; at < files.length; at++) await start(at);
  if (form === 'one program, four times') {
    await start(1);
    if (!context.learned.has('word as argument') && isAlwaysTheSame(served, clients, files[0]!.text)) {
      context.learned.set('word as argument', true);
      // One that ends over the argument did not expect it.
      await start(1).catch(() => context.learned.set('word as argument', false));
    }
    for (let at = 2; at < CLIENTS; at++) await start(at);
  }
  if (context.learned.get('word as argument')) context.say('The word is given as an argument.');
  context.say(`The clients are ${form}.`);
  return { form, served, clients };
}

/** The first client alone, given a word where it asks for one. */
export async function firstClient(context: CheckContext): Promise<ClientProgram> {
  const word = context.random.word();
  return context.startClient({ typist: () => wordTypist([word], 0), message: word });
}

/** Answers the connections of one program as they come, until it has ended or waits for nothing of ours. */
async function serveNew(
  context: CheckContext,
  client: ClientProgram,
  served: Served[],
  { answers, closes }: { answers: Answers; closes: boolean },
): Promise<void> {
  const opening = openingOf(context);
  const openings = new Map<TcpPeer, Opened>();
  const openedOf = (peer: TcpPeer): Opened => {
    const opened = openings.get(peer) ?? new Opened(peer, opening);
    openings.set(peer, opened);
    return opened;
  };
  const unanswered = () =>
    connectionsOf(client).find((peer) => openedOf(peer).rest.length > 0 && !served.some((one) => one.peer === peer));
  const silent = () => connectionsOf(client).filter((peer) => peer.received.length === 0);
  const greeted = new Set<TcpPeer>();
  const greeting = context.learned.get('greeting') as Buffer | undefined;
  for (let turn = 0; turn < (3 + opening.length) * CLIENTS; turn++) {
    const mine = answers === 'none' ? [] : served.filter((one) => one.client === client);
    const open = mine.find((one) => !one.peer.reset && !ended.has(one.peer));
    const done = mine.length > 0;
    const withinMs = open
      ? ANSWERED_WITHIN_MS
      : done
        ? NEXT_WITHIN_MS
        : turn === 0
          ? REPLY_WITHIN_MS
          : FINISH_WITHIN_MS;
    const waited = await client.until(() => unanswered() !== undefined || client.program.exit !== undefined, withinMs);
    const peer = unanswered();
    if (peer) {
      // A word is one small segment; whatever follows at once belongs to it, or until it waits for an answer that does not come.
      await client.until(() => false, answers === 'none' ? 300 : 30);
      const opened = openedOf(peer);
      const step = opened.due;
      if (step) {
        await opened.answer(step);
        continue;
      }
      const sent = Buffer.from(opened.rest);
      const word = sent.toString('utf8').trim();
      const answer = answerFor(context, word);
      served.push({ peer, word, sent, opened: opened.isDone, answer, client });
      if (answers !== 'none') {
        const told = answers === 'made up' ? Buffer.from(answer.text) : answers(served.length - 1);
        await peer.send(greeted.has(peer) ? withoutGreeting(told, greeting!) : told);
      }
      continue;
    }
    if (waited === 'exited' || client.program.exit) return;
    // It may wait for the server to speak first, or for the end of an answer that it has.
    const waiting = silent().find((one) => !greeted.has(one));
    if (waiting && greeting?.length) {
      greeted.add(waiting);
      await waiting.send(greeting);
      continue;
    }
    if (!open) return;
    ended.add(open.peer);
    if (closes) open.peer.finish();
  }
}

/** What follows on a greeting. */
export function withoutGreeting(said: Buffer, greeting: Buffer): Buffer {
  return said.subarray(0, greeting.length).equals(greeting) ? said.subarray(greeting.length) : said;
}

/** After its answer a client may wait for the server to close, which a server of this homework may do at any time. */
const ANSWERED_WITHIN_MS = 400;

/** After its last answer a program that is several clients in turn may pause before the next one. */
const NEXT_WITHIN_MS = 1_500;

const ended = new WeakSet<TcpPeer>();

function connectionsOf(client: ClientProgram): TcpPeer[] {
  return client.contacts.flatMap((contact) => (contact.transport === 'tcp' ? [contact.peer] : []));
}

/** Asks which of the four clients this one is: "client number (1-4)". */
const WHICH_CLIENT = /\b1\s*(?:-|–|to|bis|a|até|hasta|\.\.+|,\s*2\s*,\s*3\s*,|\/\s*2\s*\/\s*3\s*\/)\s*4\b/i;

/** A client that asks more than once gets further words; then its input ends. */
export function wordTypist(words: string[], at: number): (prompt: string) => string | undefined {
  let next = 0;
  return (prompt) => {
    if (WHICH_CLIENT.test(prompt.split(/\r?\n/).at(-1) ?? '')) return String(at + 1);
    return next < CLIENTS ? words[(at + next++) % words.length] : undefined;
  };
}

/** @throws CheckFailure when fewer than four clients came */
export function expectFour({ served, form }: Run): void {
  if (served.length >= CLIENTS) return;
  throw failure('mismatch', `Only ${served.length} of four clients sent a word.`, {
    expected: 'four clients, each with a word',
    received: served.map(({ word }) => word).join(', ') || form,
  });
}
