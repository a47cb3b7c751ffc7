import { answerTo } from '../program/dialogue.js';
import type { Program } from '../program/program.js';
import { type WaitingSocket, waitingSockets } from '../program/sockets.js';
import { TcpPeer } from '../wire/tcp-peer.js';
import type { Endpoint, Transcript } from '../wire/transcript.js';
import { type Arrival, UdpPeer } from '../wire/udp-peer.js';
import { EXTRA_REPLY_WITHIN_MS, FINISH_WITHIN_MS, REPLY_WITHIN_MS } from './bounds.js';
import { diagnose } from './diagnose.js';
import { endedBadly } from './ended-badly.js';
import { type CheckFailure, failure } from './failure.js';

/** A datagram that came back, and when. */
export interface Reply {
  data: Buffer;
  text: string;
  sentAtEpochMs: number;
  atEpochMs: number;
  /** The port where it landed, when that is not the asker's. */
  misdirectedTo?: number;
}

/** A student's server, listening. */
export class ServerProgram {
  readonly program: Program;
  readonly at: Endpoint;
  readonly #transcript: Transcript;
  readonly #typed: () => string | undefined;
  readonly #open: { close(isAlone?: boolean): unknown }[] = [];
  readonly #strays: UdpPeer[];
  #peers = 0;

  constructor(
    program: Program,
    socket: WaitingSocket,
    transcript: Transcript,
    typed: () => string | undefined,
    strays: UdpPeer[],
  ) {
    this.program = program;
    this.at = { party: program.party, address: reachable(socket.address), port: socket.port };
    this.#transcript = transcript;
    this.#typed = typed;
    this.#strays = strays;
    this.#open.push(...strays);
  }

  /** A peer that sends datagrams from a random port; `elsewhere` from another loopback address too, as another computer would. */
  async udpPeer(options: { elsewhere?: string } = {}): Promise<UdpPeer> {
    const six = this.at.address.includes(':');
    const peer = await UdpPeer.open({
      party: this.#nextParty(),
      otherParty: this.at.party,
      transcript: this.#transcript,
      family: six ? 6 : 4,
      ...(six ? {} : { address: options.elsewhere ?? (this.at.address.startsWith('127.') ? '127.0.0.1' : '0.0.0.0') }),
    });
    this.#open.push(peer);
    return peer;
  }

  /**
   * A peer that connects.
   * @throws CheckFailure when the server does not accept
   */
  async tcpPeer(options: { elsewhere?: string } = {}): Promise<TcpPeer> {
    const party = this.#nextParty();
    try {
      const peer = await TcpPeer.open({
        party,
        target: this.at,
        transcript: this.#transcript,
        withinMs: REPLY_WITHIN_MS,
        ...(options.elsewhere ? { localAddress: options.elsewhere } : {}),
      });
      this.#open.push(peer);
      return peer;
    } catch (error) {
      await this.program.until(() => false, { withinMs: 200 });
      throw diagnose(this.program, 'server', {
        code: 'not-concurrent',
        summary: `The server did not accept a connection (${(error as NodeJS.ErrnoException).code ?? 'error'}).`,
      });
    }
  }

  /**
   * Sends a datagram and waits for the answer to it.
   * @throws CheckFailure `no-reply`, `misdirected-reply`, `crashed`, … when none comes
   */
  async ask(peer: UdpPeer, data: Uint8Array | string): Promise<Reply> {
    const reply = await this.tryAsk(peer, data, { anywhere: true });
    if (reply?.misdirectedTo !== undefined) throw this.misdirected(peer, data, reply);
    if (reply) return reply;
    throw diagnose(
      this.program,
      'server',
      {
        code: 'no-reply',
        summary: this.program.exit
          ? 'The server ended without a reply.'
          : 'The server sent no reply; it waits for something else.',
      },
      { sent: data, expected: 'a reply to the address the request came from' },
    );
  }

  /**
   * Sends a datagram and waits for the answer, or for the certainty that none will come. With `anywhere` also for one that lands on another
   * port which the server's file names.
   */
  async tryAsk(peer: UdpPeer, data: Uint8Array | string, { anywhere = false } = {}): Promise<Reply | undefined> {
    const heard = (anywhere ? [peer, ...this.#strays] : [peer]).map((one) => ({ one, before: one.inbox.length }));
    const sentAtEpochMs = Date.now();
    await peer.send(data, this.at);
    const reached = () => heard.find(({ one, before }) => one.inbox.length > before);
    await this.while(() => reached() !== undefined);
    const where = reached();
    if (!where) return undefined;
    const reply = replyOf(where.one.inbox[where.before]!, sentAtEpochMs);
    return where.one === peer ? reply : { ...reply, misdirectedTo: where.one.endpoint.port };
  }

  /** What to throw where a reply must have come to the asker. */
  misdirected(peer: UdpPeer, sent: Uint8Array | string, reply: Reply): CheckFailure {
    return failure(
      'misdirected-reply',
      `The server sent its reply to port ${reply.misdirectedTo}, not to the address and port the request came from.`,
      {
        sent,
        received: reply.data,
        expected: `a reply to ${peer.endpoint.address} port ${peer.endpoint.port}`,
        lastWords: this.program.lastWords,
      },
    );
  }

  /** Waits until a condition holds, typing at the server's terminal when it asks for a line meanwhile. */
  async while(condition: () => boolean, withinMs = REPLY_WITHIN_MS): Promise<void> {
    const deadline = performance.now() + withinMs;
    for (let lines = 0; lines < 20; lines++) {
      const waited = await this.program.untilWantsInput(deadline - performance.now(), condition);
      const line = waited === 'wants' ? (answerTo(this.program.sinceTyped, 'go on') ?? this.#typed()) : undefined;
      if (line === undefined) {
        if (waited === 'wants') await this.program.until(condition, { withinMs: deadline - performance.now() });
        return;
      }
      this.program.type(line);
    }
  }

  /** Datagrams that came after the first answer: the program is given time to send one too many. */
  async extraReplies(peer: UdpPeer, expected: number): Promise<Arrival[]> {
    await this.program.until(() => peer.inbox.length > expected, { withinMs: EXTRA_REPLY_WITHIN_MS });
    return peer.inbox.slice(expected);
  }

  /** Whether its terminal comes to show something. */
  async prints(condition: (output: string) => boolean): Promise<boolean> {
    await this.program.until(() => condition(this.program.output), { withinMs: FINISH_WITHIN_MS });
    return condition(this.program.output);
  }

  /** True when it has ended by itself, as a server that serves once does; waits until it has settled, or a moment where that cannot be seen. */
  async hasEnded(): Promise<boolean> {
    await this.program.until(() => this.program.exit !== undefined, { withinMs: EXTRA_REPLY_WITHIN_MS });
    return this.program.exit !== undefined;
  }

  /**
   * As `hasEnded`, for the check in which it counts that the end was meant.
   * @throws CheckFailure when it ended of an error
   */
  async servedOnce(): Promise<boolean> {
    if (!(await this.hasEnded())) return false;
    await this.program.drained();
    if (!endedBadly(this.program)) return true;
    throw diagnose(this.program, 'server', { code: 'crashed', summary: 'The server ended with an error.' });
  }

  /** Whether it still waits on its port. */
  get listening(): boolean {
    return (
      this.program.exit === undefined &&
      waitingSockets(this.program.running.processIds()).some((socket) => socket.port === this.at.port)
    );
  }

  async dispose(): Promise<void> {
    await this.program.dispose();
    await Promise.all(this.#open.map((peer) => peer.close(true)));
  }

  #nextParty(): string {
    this.#peers++;
    return this.#peers === 1 ? 'peer' : `peer ${this.#peers}`;
  }
}

function replyOf(arrival: Arrival, sentAtEpochMs: number): Reply {
  return { data: arrival.data, text: arrival.data.toString('utf8'), sentAtEpochMs, atEpochMs: arrival.atEpochMs };
}

/** Where a socket that is bound to any address can be reached. */
function reachable(address: string): string {
  return address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
}
