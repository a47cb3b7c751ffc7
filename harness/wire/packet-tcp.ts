import { addressPair, ipPacket, largestPayload, TCP } from './packet-ip.js';
import type { Endpoint } from './transcript.js';

const FIN = 0x01;
const SYN = 0x02;
const RST = 0x04;
const PSH = 0x08;
const ACK = 0x10;

/** One end of a connection, as its packets show it. */
interface Side {
  endpoint: Endpoint;
  /** The sequence number of the next byte that it sends. */
  next: number;
  /** How many packets it has sent, which numbers them. */
  packets: number;
  finished: boolean;
}

/**
 * Rebuilds the packets of one TCP connection (RFC 9293) from what its ends sent: handshake, data with acknowledgements, FIN or
 * RST. What really travelled may have been cut elsewhere; the bytes and their order are the same.
 */
export class TcpFlow {
  readonly #client: Side;
  readonly #server: Side;
  #reset = false;

  constructor(connection: number, client: Endpoint, server: Endpoint) {
    // Any numbers will do; these tell the two directions apart in a hex dump.
    this.#client = { endpoint: client, next: (connection * 0x10000) >>> 0, packets: 0, finished: false };
    this.#server = { endpoint: server, next: (0x80000000 + connection * 0x10000) >>> 0, packets: 0, finished: false };
  }

  handshake(): Buffer[] {
    const [client, server] = [this.#client, this.#server];
    const packets = [
      packet(client, server, SYN),
      packet(server, client, SYN | ACK, 1),
      packet(client, server, ACK, 1, 1),
    ];
    for (const side of [client, server]) advance(side, 1);
    return packets;
  }

  /** Data from one end, in as many packets as it needs, each acknowledged. None after that end's FIN or a RST. */
  segment(from: Endpoint, data: Buffer): Buffer[] {
    const { side, other } = this.#sides(from);
    if (side.finished || this.#reset) return [];
    const most = largestPayload(addressPair(from.address, other.endpoint.address)) - 20;
    const packets: Buffer[] = [];
    for (let at = 0; at < data.length; at += most) {
      const part = data.subarray(at, at + most);
      packets.push(packet(side, other, at + most >= data.length ? PSH | ACK : ACK, 0, 0, part));
      advance(side, part.length);
      if (!other.finished || at + most >= data.length) packets.push(packet(other, side, ACK));
    }
    return packets;
  }

  finish(from: Endpoint): Buffer[] {
    const { side, other } = this.#sides(from);
    if (side.finished || this.#reset) return [];
    side.finished = true;
    const packets = [packet(side, other, FIN | ACK)];
    advance(side, 1);
    return [...packets, packet(other, side, ACK)];
  }

  reset(from: Endpoint): Buffer[] {
    if (this.#reset) return [];
    this.#reset = true;
    const { side, other } = this.#sides(from);
    return [packet(side, other, RST | ACK)];
  }

  #sides(from: Endpoint): { side: Side; other: Side } {
    const { endpoint } = this.#client;
    // Two ends may share an address or even a party name, never both address and port.
    const isClient =
      from.port === endpoint.port && (from.port !== this.#server.endpoint.port || from.address === endpoint.address);
    return isClient ? { side: this.#client, other: this.#server } : { side: this.#server, other: this.#client };
  }
}

function advance(side: Side, by: number): void {
  side.next = (side.next + by) >>> 0;
}

/** `acknowledged` and `sent` count the SYNs that are under way in the handshake. */
function packet(
  from: Side,
  to: Side,
  flags: number,
  acknowledged = 0,
  sent = 0,
  data: Buffer = Buffer.alloc(0),
): Buffer {
  const addresses = addressPair(from.endpoint.address, to.endpoint.address);
  const options = flags & SYN ? synOptions(largestPayload(addresses) - 20) : Buffer.alloc(0);
  const header = Buffer.alloc(20);
  header.writeUInt16BE(from.endpoint.port, 0);
  header.writeUInt16BE(to.endpoint.port, 2);
  header.writeUInt32BE((from.next + sent) >>> 0, 4);
  header.writeUInt32BE(flags & ACK ? (to.next + acknowledged) >>> 0 : 0, 8);
  header[12] = ((20 + options.length) / 4) << 4;
  header[13] = flags;
  header.writeUInt16BE(0xffff, 14); // the window, times 128 after the handshake: never full
  from.packets += 1;
  return ipPacket(addresses, TCP, Buffer.concat([header, options, data]), 16, from.packets);
}

/** Maximum segment size, and window scale 7 (RFC 7323), padded to whole words. */
function synOptions(maximumSegmentSize: number): Buffer {
  const options = Buffer.from([2, 4, 0, 0, 1, 3, 3, 7]);
  options.writeUInt16BE(maximumSegmentSize, 2);
  return options;
}
