import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { TcpPeer } from './tcp-peer.js';
import type { Transcript, Transport } from './transcript.js';
import { type Arrival, plain, UdpPeer } from './udp-peer.js';

/** A client that reached us: by its first datagram, or by a connection. */
export type Contact =
  | { transport: 'udp'; port: number; peer: UdpPeer; from: { address: string; port: number }; arrivals: Arrival[] }
  | { transport: 'tcp'; port: number; peer: TcpPeer };

/**
 * Our peers where a client may look for its server: both transports on several ports at once. They listen from birth and
 * record; who came where is read off `contacts`.
 */
export class Listeners {
  readonly contacts: Contact[] = [];
  readonly #udp = new Map<number, UdpPeer>();
  readonly #tcp = new Map<number, Server>();
  readonly #transcript: Transcript;
  readonly #clientParty: string;
  #peers = 0;
  #onContact: ((contact: Contact) => void) | undefined;

  constructor(transcript: Transcript, clientParty: string) {
    this.#transcript = transcript;
    this.#clientParty = clientParty;
  }

  onContact(listener: (contact: Contact) => void): void {
    this.#onContact = listener;
  }

  /** Listens on a port; returns the transports that could be bound there (a port that is taken is left alone). */
  async listen(port: number, transports: Transport[] = ['udp', 'tcp']): Promise<Transport[]> {
    const bound: Transport[] = [];
    if (transports.includes('udp') && (this.#udp.has(port) || (await this.#listenUdp(port)))) bound.push('udp');
    if (transports.includes('tcp') && (this.#tcp.has(port) || (await this.#listenTcp(port)))) bound.push('tcp');
    return bound;
  }

  /** Stops listening on a port, so that the student's own server can have it. Connections and contacts stay. */
  async release(port: number): Promise<void> {
    await this.#udp.get(port)?.close();
    this.#udp.delete(port);
    const server = this.#tcp.get(port);
    this.#tcp.delete(port);
    if (server) await new Promise<void>((resolve) => server.close(() => resolve())).catch(() => undefined);
  }

  /** The peer that listens for datagrams on this port now. */
  udpPeer(port: number): UdpPeer | undefined {
    return this.#udp.get(port);
  }

  async close(): Promise<void> {
    for (const contact of this.contacts) if (contact.transport === 'tcp') contact.peer.close();
    for (const server of this.#tcp.values()) server.close();
    await Promise.all([...this.#udp.values()].map((peer) => peer.close()));
    this.#udp.clear();
    this.#tcp.clear();
  }

  async #listenUdp(port: number): Promise<boolean> {
    const options = { party: 'peer', otherParty: this.#clientParty, transcript: this.#transcript, port };
    // One dual-stack socket where there is IPv6, so that `localhost` may mean ::1.
    const peer =
      (await UdpPeer.open({ ...options, family: 6, address: '::' }).catch(() => undefined)) ??
      (await UdpPeer.open({ ...options, family: 4 }).catch(() => undefined));
    if (!peer) return false;
    this.#udp.set(port, peer);
    peer.onArrival((arrival) => {
      const known = this.contacts.find(
        (contact) =>
          contact.transport === 'udp' &&
          contact.port === port &&
          contact.from.port === arrival.from.port &&
          contact.from.address === arrival.from.address,
      );
      if (known?.transport === 'udp') known.arrivals.push(arrival);
      else this.#contact({ transport: 'udp', port, peer, from: arrival.from, arrivals: [arrival] });
    });
    return true;
  }

  async #listenTcp(port: number): Promise<boolean> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const number = ++this.#peers;
      const us = { party: number === 1 ? 'peer' : `peer ${number}`, address: plain(socket.localAddress ?? ''), port };
      const them = {
        party: this.#clientParty,
        address: plain(socket.remoteAddress ?? ''),
        port: socket.remotePort ?? 0,
      };
      const peer = new TcpPeer(socket, us, them, this.#transcript);
      const kept = this.#transcript.record({ type: 'connect', connection: peer.connection, from: them, to: us });
      if (!kept) return void socket.destroy();
      this.#contact({ transport: 'tcp', port, peer });
    });
    server.on('error', () => undefined);
    for (const host of ['::', '0.0.0.0']) {
      try {
        server.listen({ port, host });
        await once(server, 'listening');
        this.#tcp.set(port, server);
        return true;
      } catch {
        // Taken, or no IPv6: the next one.
      }
    }
    return false;
  }

  #contact(contact: Contact): void {
    this.contacts.push(contact);
    this.#onContact?.(contact);
  }
}
