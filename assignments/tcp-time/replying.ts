import {
  type CheckContext,
  CheckFailure,
  type ClientProgram,
  diagnose,
  expectTimePrinted,
  type Frame,
  framed,
  frameOf,
  REPLY_WITHIN_MS,
  renderTime,
  type TcpPeer,
  timesIn,
  unframed,
} from '../../harness/index.js';
import { afterGreeting, greetingOf } from './asking.js';

/** Remembers how the submission's own server writes and frames its answer, so that its client gets one like that. */
export async function learnAnswer(context: CheckContext, received: Buffer, madeAt: number): Promise<void> {
  const answer = await afterGreeting(context, received);
  const frame = frameOf(answer);
  const text = unframed(answer, frame);
  if (timesIn(text).length > 0) context.learned.set('sample', { text, madeAt });
  context.learned.set('frame', frame ?? 'none');
}

/**
 * A client may read the greeting before it asks, where its own server has one.
 * @throws CheckFailure when it sends nothing
 */
export async function asks(context: CheckContext): Promise<void> {
  const greeting = await greetingOf(context);
  const client = await context.startClient();
  const peer = client.connection();
  if (await asksUngreeted(client, peer)) return;
  if (greeting.length > 0) await peer.send(greeting);
  if (greeting.length > 0 && (await asksUngreeted(client, peer))) return;
  throw diagnose(
    client.program,
    'client',
    {
      code: 'never-sent',
      summary:
        greeting.length > 0
          ? 'The client connected and was greeted as its own server does, but sent no request.'
          : 'The client connected but sent no request.',
    },
    { expected: 'a request, such as "hey server, Set my time"' },
  );
}

async function asksUngreeted(client: ClientProgram, peer: TcpPeer): Promise<boolean> {
  await client.until(() => peer.received.length > 0, REPLY_WITHIN_MS);
  return peer.received.length > 0;
}

/** One that reads the greeting after it has asked has read it by then; mostly it is seen waiting for more long before. */
const GREETING_READ_WITHIN_MS = 400;

/** When a greeting comes: as soon as the client has connected, or together with the time. TCP may do either to one that asks at once. */
type Greets = 'first' | 'with the time';

interface Way {
  /** A time to be written like this, and not as its own server writes it. */
  like?: string | undefined;
  /** Otherwise as found out before. */
  greets?: Greets | undefined;
}

/**
 * Sends the client a time of another year, written and framed as its own server does, after that server's greeting, and closes, as the server
 * of this task does.
 */
export async function reply(
  context: CheckContext,
  client: ClientProgram,
  { like, greets = greetsOf(context) }: Way = {},
): Promise<{ text: string; timeMs: number }> {
  const { learned, random } = context;
  const peer = client.connection();
  const greeting = await greetingOf(context);
  const isGreeted = greeting.length > 0 && greets !== 'with the time';
  if (isGreeted) await peer.send(greeting);
  await client.until(() => peer.received.length > 0, REPLY_WITHIN_MS);
  if (isGreeted) await client.until(() => false, GREETING_READ_WITHIN_MS);
  const timeMs = random.otherTimeMs();
  const text = renderTime(
    new Date(timeMs),
    like ?? (learned.get('sample') as { text: string } | undefined),
    random.int(100, 999),
  );
  const own = learned.get('frame') as Frame | 'none' | undefined;
  const time = framed(text, own === 'none' ? undefined : (own ?? frameOf(peer.received)));
  await peer.send(isGreeted ? time : Buffer.concat([greeting, time]));
  peer.finish();
  return { text, timeMs };
}

function greetsOf({ learned }: CheckContext): Greets | undefined {
  return learned.get('greets') as Greets | undefined;
}

/** @throws CheckFailure when the terminal does not show the time that came */
export async function printsTime(
  context: CheckContext,
  options: { asText?: boolean; complete?: boolean; like?: string },
): Promise<void> {
  const shows = async (greets?: Greets): Promise<void> => {
    const client = await context.startClient();
    const since = client.program.output.length;
    const sent = await reply(context, client, { like: options.like, greets });
    await expectTimePrinted(client, sent, { since, ...options }).finally(() => client.dispose());
  };
  const showsOtherwise = async (): Promise<boolean> => {
    try {
      await shows('with the time');
      return true;
    } catch (error) {
      if (error instanceof CheckFailure) return false;
      throw error;
    }
  };
  const mayDiffer = (await greetingOf(context)).length > 0 && greetsOf(context) === undefined;
  if (!mayDiffer) return shows();
  await shows().catch(async (error: unknown) => {
    if (!(error instanceof CheckFailure) || !(await showsOtherwise())) throw error;
    context.learned.set('greets', 'with the time' satisfies Greets);
  });
}

const RENDERINGS = ['Mon Nov 23 14:05:59 2026', '2026-11-23T14:05:59', '23/11/2026 14:05:59'];

/** A usual way of writing a time that is not its own server's. */
export function otherRendering({ learned, random }: CheckContext): string {
  const shape = (text: string) => text.replace(/\d+/g, '0').replace(/[A-Za-z]+/g, 'a');
  const own = shape((learned.get('sample') as { text: string } | undefined)?.text ?? '').trim();
  return random.pick(RENDERINGS.filter((rendering) => !own.startsWith(shape(rendering))));
}
