import { connect, type Socket } from 'node:net';
import { bytesOf } from './bytes.js';
import type { Endpoint, Transcript } from './transcript.js';
import { plain } from './udp-peer.js';

let connections = 0;

/** Our end of one TCP connection, whoever opened it. TCP is a byte stream: `received` grows, segments carry no meaning. */
export class TcpPeer {
  readonly connection = ++connections;
  readonly #socket: Socket;
  readonly #transcript: Transcript;
  readonly us: Endpoint;
  readonly them: Endpoint;
  received = Buffer.alloc(0);
  /** The other end has finished sending (its FIN came). */
  ended = false;
  /** The other end reset the connection. */
  reset = false;
  /** When the last bytes came, in epoch milliseconds. */
  lastAtEpochMs: number | undefined;
  #finished = false;

  constructor(socket: Socket, us: Endpoint, them: Endpoint, transcript: Transcript) {
    this.#socket = socket;
    this.us = us;
    this.them = them;
    this.#transcript = transcript;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.lastAtEpochMs = Date.now();
      const data = bytesOf(chunk);
      if (transcript.record({ type: 'segment', connection: this.connection, from: them, to: us, data }))
        this.received = Buffer.concat([this.received, chunk]);
      else socket.destroy();
    });
    socket.on('end', () => {
      this.ended = true;
      transcript.record({ type: 'close', connection: this.connection, from: them, to: us });
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server that never reads its request resets the connection after its answer: the answer still counts.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') {
        if (!this.reset && !this.ended)
          transcript.record({ type: 'reset', connection: this.connection, from: them, to: us });
        this.reset = true;
      }
    });
  }

  /**
   * Connects to a listening program.
   * @throws the socket's error (ECONNREFUSED, …) or a timeout error after `withinMs`.
   */
  static async open(options: {
    party: string;
    target: Endpoint;
    transcript: Transcript;
    withinMs: number;
    localAddress?: string;
  }): Promise<TcpPeer> {
    const { target } = options;
    const socket = connect({
      host: target.address,
      port: target.port,
      allowHalfOpen: true,
      ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        socket.destroy();
        reject(Object.assign(new Error('the connection was not accepted in time'), { code: 'ETIMEDOUT' }));
      }, options.withinMs);
      socket.once('connect', () => {
        clearTimeout(timer);
        resolve();
      });
      socket.once('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
    const us = { party: options.party, address: plain(socket.localAddress ?? ''), port: socket.localPort ?? 0 };
    const peer = new TcpPeer(socket, us, target, options.transcript);
    options.transcript.record({ type: 'connect', connection: peer.connection, from: us, to: target });
    return peer;
  }

  /** True once nothing more can arrive. */
  get over(): boolean {
    return this.ended || this.reset;
  }

  async send(data: Uint8Array | string): Promise<void> {
    const raw = typeof data === 'string' ? Buffer.from(data) : data;
    this.#transcript.record({
      type: 'segment',
      connection: this.connection,
      from: this.us,
      to: this.them,
      data: bytesOf(raw),
    });
    if (this.#socket.writable) await new Promise<void>((resolve) => this.#socket.write(raw, () => resolve()));
  }

  /** Sends our FIN: we have finished, and still listen. */
  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#transcript.record({ type: 'close', connection: this.connection, from: this.us, to: this.them });
    this.#socket.end();
  }

  /** Resets the connection: nothing of it lingers at either end. */
  abort(): void {
    this.#socket.resetAndDestroy();
  }

  /**
   * Leaves, as a program that has ended does. Where the other program is gone (`isAlone`) nobody can see a reset, which leaves nothing
   * of a connection that the program closed first: its port is free at once, for a listener of ours, too.
   */
  close(isAlone = false): void {
    if (isAlone && this.ended && !this.#finished) this.abort();
    else {
      if (!this.#finished && !this.over) this.finish();
      this.#socket.destroySoon();
      // Whatever the program does now, we are gone.
      setTimeout(() => this.#socket.destroy(), 20).unref();
    }
  }
}
