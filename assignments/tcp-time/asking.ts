import {
  type CheckContext,
  diagnose,
  failure,
  frameOf,
  ownRequest,
  pause,
  type ServerProgram,
  type TcpPeer,
  type ToldTime,
  timesIn,
  unframed,
} from '../../harness/index.js';

export const REQUEST = 'hey server, Set my time';

/** How a server is brought to tell its time: by connecting alone, or by these bytes. */
type Manner = 'speaks first' | Buffer;

export interface Answer {
  told: ToldTime;
  peer: TcpPeer;
  server: ServerProgram;
}

/** One that speaks first has spoken by then. */
const SPEAKS_FIRST_WITHIN_MS = 1_000;
/** One that answers a request without a newline has answered by then; a newline that comes after its answer does no harm. */
const ANSWERS_WITHIN_MS = 1_500;
/** TCP has no messages: how long the rest of an answer may be on its way where no close ends it. */
const REST_WITHIN_MS = 400;

/**
 * The first answer of a submission's server, and with it how the server wants to be asked: silence is tried first, then a request, then the
 * newline that a line-reading server waits for, then, with a server started anew, whatever the submission's own client sends.
 * @throws CheckFailure when it answers none of them
 */
export async function firstAnswer(context: CheckContext): Promise<Answer> {
  const { learned, say } = context;
  const server = await context.startServer();
  const exchange = await Exchange.begin(server);
  let manner: Manner = 'speaks first';
  await exchange.greeted();
  if (!exchange.answered) {
    learned.set('greeting', Buffer.from(exchange.peer.received));
    manner = Buffer.from(REQUEST);
    await exchange.request(manner);
    await server.while(() => exchange.answered, ANSWERS_WITHIN_MS);
  }
  if (!exchange.answered) {
    manner = Buffer.from(`${REQUEST}\n`);
    await exchange.request(Buffer.from('\n'));
    await server.while(() => exchange.answered);
    if (exchange.answered) say('Reads its request as a line, ended by a newline.');
  }
  learned.set('manner', manner);
  const first = await exchange.end(manner).catch((error: unknown) => ({ error }));
  if ('told' in first && toldTime(first.told.text)) return first;
  const own = await ownRequestAfter(context, exchange);
  if (own) {
    const answer = await Exchange.begin(await context.startServer())
      .then((other) => other.ask(own))
      .catch(() => undefined);
    if (answer && toldTime(answer.told.text)) {
      learned.set('manner', own);
      say('Is asked in the words that its own client sends.');
      return answer;
    }
  }
  if ('error' in first) throw first.error;
  return first;
}

/**
 * One client's whole exchange with a server that has been asked before. With `slowlyMs` it is so long about it, after the connection where
 * it has a request to send, that a clock read before would show.
 * @throws CheckFailure when no answer comes
 */
export async function ask({ learned }: CheckContext, server: ServerProgram, slowlyMs = 0): Promise<Answer> {
  const manner = (learned.get('manner') as Manner | undefined) ?? Buffer.from(REQUEST);
  if (manner === 'speaks first') await pause(slowlyMs);
  const exchange = await Exchange.begin(server);
  if (manner === 'speaks first') return exchange.ask();
  await pause(slowlyMs);
  return exchange.ask(manner);
}

/** What the submission's own server says before it is asked: a greeting, or nothing; a time is none. Looked at once. */
export async function greetingOf(context: CheckContext): Promise<Buffer> {
  const { learned } = context;
  if (!learned.has('greeting')) {
    learned.set('greeting', Buffer.alloc(0));
    // A server that cannot be used is not its client's fault.
    const server = context.has('server') ? await context.startServer().catch(() => undefined) : undefined;
    const exchange = server && (await Exchange.begin(server).catch(() => undefined));
    await exchange?.greeted();
    if (exchange && !exchange.answered) learned.set('greeting', Buffer.from(exchange.peer.received));
    await server?.dispose();
  }
  return learned.get('greeting') as Buffer;
}

/** What a server said after its greeting. */
export async function afterGreeting(context: CheckContext, received: Buffer): Promise<Buffer> {
  const greeting = await greetingOf(context);
  return received.subarray(0, greeting.length).equals(greeting) ? received.subarray(greeting.length) : received;
}

/** What its own client sends, once the server has left its port; a client that sends the time itself would have it from an echo. */
async function ownRequestAfter(context: CheckContext, { server, peer }: Exchange): Promise<Buffer | undefined> {
  if (!context.has('client')) return undefined;
  peer.abort();
  await server.dispose();
  const own = await ownRequest(context);
  return own && !toldTime(String(own)) ? own : undefined;
}

function toldTime(text: string): boolean {
  return timesIn(text).some((time) => time.hasClock);
}

class Exchange {
  readonly server: ServerProgram;
  readonly peer: TcpPeer;
  #askedAtEpochMs: number;

  private constructor(server: ServerProgram, peer: TcpPeer, askedAtEpochMs: number) {
    this.server = server;
    this.peer = peer;
    this.#askedAtEpochMs = askedAtEpochMs;
  }

  /** A server that speaks first is asked by being connected to. */
  static async begin(server: ServerProgram): Promise<Exchange> {
    const askedAtEpochMs = Date.now();
    return new Exchange(server, await server.tcpPeer(), askedAtEpochMs);
  }

  /** Waits for what the server says without being asked. */
  async greeted(): Promise<void> {
    await this.server.program.until(() => this.answered, { withinMs: SPEAKS_FIRST_WITHIN_MS });
  }

  async request(data: Buffer): Promise<void> {
    this.#askedAtEpochMs = Date.now();
    await this.peer.send(data);
  }

  /** A server may send a welcome first: it has answered when a time has come, or nothing more can. */
  get answered(): boolean {
    return toldTime(this.#text) || this.peer.over;
  }

  /** @throws CheckFailure when no answer comes */
  async ask(request?: Buffer): Promise<Answer> {
    if (request) await this.request(request);
    await this.server.while(() => this.answered);
    return this.end(request ?? 'speaks first');
  }

  /** @throws CheckFailure when no answer came, or only what was sent */
  async end(manner: Manner): Promise<Answer> {
    const { server, peer } = this;
    const sent = manner === 'speaks first' ? REQUEST : manner;
    if (peer.received.length === 0) {
      const summary = peer.over ? 'The server closed the connection without an answer.' : 'The server sent no answer.';
      throw diagnose(server.program, 'server', { code: 'no-reply', summary }, { sent, expected: 'the current time' });
    }
    await server.while(() => peer.over, REST_WITHIN_MS);
    if (this.#text.trim() === String(sent).trim())
      throw failure('echo', 'The server sent back the very request that it received.', {
        sent,
        received: peer.received,
        expected: 'the current time',
      });
    const told = {
      text: this.#text,
      askedAtEpochMs: this.#askedAtEpochMs,
      answeredAtEpochMs: peer.lastAtEpochMs ?? Date.now(),
    };
    return { told, peer, server };
  }

  get #text(): string {
    return unframed(this.peer.received, frameOf(this.peer.received));
  }
}
