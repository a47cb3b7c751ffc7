import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { bytesOf } from './bytes.js';
import type { Endpoint, Transcript } from './transcript.js';

/** A datagram that reached one of our peers. */
export interface Arrival {
  data: Buffer;
  from: { address: string; port: number };
  /** Epoch milliseconds, with a fraction. */
  atEpochMs: number;
  atMs: number;
}

/**
 * Our end of a UDP exchange: bound from birth, so that nothing is lost, and recording everything.
 * One socket speaks with whoever writes to it; `target` is whom it writes to first.
 */
export class UdpPeer {
  readonly endpoint: Endpoint;
  readonly inbox: Arrival[] = [];
  readonly #socket: Socket;
  readonly #transcript: Transcript;
  readonly #otherParty: string;
  readonly #dualStack: boolean;
  #onArrival: ((arrival: Arrival) => void) | undefined;

  private constructor(
    socket: Socket,
    endpoint: Endpoint,
    otherParty: string,
    transcript: Transcript,
    dualStack: boolean,
  ) {
    this.#dualStack = dualStack;
    this.#socket = socket;
    this.endpoint = endpoint;
    this.#otherParty = otherParty;
    this.#transcript = transcript;
    socket.on('error', () => {
      // An ICMP refusal of something that we sent; the silence that follows is what the check judges.
    });
    socket.on('message', (data, from) => {
      const arrival = {
        data,
        from: { address: plain(from.address), port: from.port },
        atEpochMs: Date.now(),
        atMs: transcript.nowMs,
      };
      const kept = transcript.record({
        type: 'datagram',
        from: { party: otherParty, ...arrival.from },
        to: endpoint,
        data: bytesOf(data),
      });
      if (!kept) return;
      this.inbox.push(arrival);
      this.#onArrival?.(arrival);
    });
  }

  /**
   * Opens a peer. `address` is where it binds (default: any), `port` 0 lets the kernel choose.
   * @throws the socket's error when the address cannot be bound.
   */
  static async open(options: {
    party: string;
    otherParty: string;
    transcript: Transcript;
    family?: 4 | 6;
    address?: string;
    port?: number;
  }): Promise<UdpPeer> {
    const socket = createSocket({ type: options.family === 6 ? 'udp6' : 'udp4' });
    try {
      socket.bind({ port: options.port ?? 0, ...(options.address === undefined ? {} : { address: options.address }) });
      await once(socket, 'listening');
    } catch (error) {
      // It keeps its descriptor until it is closed, and most ports that a source names may be taken.
      socket.close();
      throw error;
    }
    const { address, port } = socket.address();
    return new UdpPeer(
      socket,
      { party: options.party, address: plain(address), port },
      options.otherParty,
      options.transcript,
      options.family === 6,
    );
  }

  onArrival(listener: (arrival: Arrival) => void): void {
    this.#onArrival = listener;
  }

  /** Sends one datagram and settles when the kernel has it, or has refused it: the silence that follows is what the check judges. */
  async send(data: Uint8Array | string, to: { address: string; port: number }): Promise<void> {
    const raw = typeof data === 'string' ? Buffer.from(data) : data;
    this.#transcript.record({
      type: 'datagram',
      from: this.endpoint,
      to: { party: this.#otherParty, ...to },
      data: bytesOf(raw),
    });
    const address = this.#dualStack && !to.address.includes(':') ? `::ffff:${to.address}` : to.address;
    await new Promise<void>((resolve) => {
      try {
        this.#socket.send(raw, to.port, address, () => resolve());
      } catch {
        // A port that nobody can be answered at, such as 0, or a peer that was closed meanwhile.
        resolve();
      }
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      try {
        this.#socket.close(() => resolve());
      } catch {
        resolve();
      }
    });
  }
}

/** `::ffff:127.0.0.1` is 127.0.0.1 to everybody but the socket layer. */
export function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
}
