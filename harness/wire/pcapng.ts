import { rawOf } from './bytes.js';
import { addressPair, ipPacket, largestPayload, UDP } from './packet-ip.js';
import { TcpFlow } from './packet-tcp.js';
import type { Endpoint, TranscriptEvent } from './transcript.js';

/** Packets without a link layer: the first byte is the IP header's (https://www.tcpdump.org/linktypes.html). */
const LINKTYPE_RAW = 101;
const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE = 1;
const ENHANCED_PACKET = 6;
/** Option codes of the pcapng specification (draft-ietf-opsawg-pcapng). */
const OPTION = { comment: 1, application: 4, interfaceName: 2, timeResolution: 9 } as const;

interface CapturedPacket {
  /** Nanoseconds since 1970. */
  at: bigint;
  data: Buffer;
  comments: string[];
}

/**
 * A capture file for Wireshark with what crossed the wire. Only payloads, endpoints and times were recorded; headers,
 * handshakes, acknowledgements and checksums are rebuilt around them. Comments say which program sent each message, and hold
 * the notes of the transcript ("no reply within 2 s").
 *
 * @param startedAt when the check began, from which the events' `atMs` counts
 */
export function pcapngOf(events: TranscriptEvent[], startedAt: Date): Uint8Array {
  const blocks = packetsOf(events, startedAt).map(({ at, data, comments }) => {
    const fixed = Buffer.alloc(20);
    fixed.writeUInt32LE(0, 0); // the only interface
    fixed.writeUInt32LE(Number(at >> 32n), 4);
    fixed.writeUInt32LE(Number(at & 0xffffffffn), 8);
    fixed.writeUInt32LE(data.length, 12);
    fixed.writeUInt32LE(data.length, 16);
    const texts = comments.map((comment) => option(OPTION.comment, Buffer.from(comment).subarray(0, 0xfff0)));
    return block(ENHANCED_PACKET, fixed, padded(data), ...endedOptions(texts));
  });
  return Buffer.concat([sectionHeader(), interfaceDescription(), ...blocks]);
}

function packetsOf(events: TranscriptEvent[], startedAt: Date): CapturedPacket[] {
  const flows = new Map<number, TcpFlow>();
  const packets: CapturedPacket[] = [];
  const started = BigInt(startedAt.getTime()) * 1_000_000n;
  let notes: string[] = [];
  let latest = 0n;
  let identification = 0;
  for (const event of events) {
    if (event.type === 'note') notes.push(`${event.party}: ${event.text}`);
    identification = (identification + 1) & 0xffff;
    const made = packetsOfEvent(event, flows, identification);
    for (const [i, data] of made.entries()) {
      const at = started + BigInt(Math.round(event.atMs * 1e6));
      // Rebuilt packets follow one another by a microsecond, so that their order is never in doubt.
      latest = at > latest ? at : latest + 1000n;
      packets.push({ at: latest, data, comments: i === 0 ? [...notes, ...commentOf(event)] : [] });
      if (i === 0) notes = [];
    }
  }
  packets.at(-1)?.comments.push(...notes);
  return packets;
}

function packetsOfEvent(event: TranscriptEvent, flows: Map<number, TcpFlow>, identification: number): Buffer[] {
  switch (event.type) {
    case 'datagram':
      return datagram(event.from, event.to, rawOf(event.data), identification);
    case 'connect': {
      const flow = new TcpFlow(event.connection, event.from, event.to);
      flows.set(event.connection, flow);
      return flow.handshake();
    }
    case 'segment':
    case 'close':
    case 'reset': {
      const before: Buffer[] = [];
      let flow = flows.get(event.connection);
      if (!flow) {
        // Recorded from the middle on: the handshake must have been, and a server rarely has the higher port.
        const [client, server] = event.from.port > event.to.port ? [event.from, event.to] : [event.to, event.from];
        flow = new TcpFlow(event.connection, client, server);
        flows.set(event.connection, flow);
        before.push(...flow.handshake());
      }
      if (event.type === 'segment') return [...before, ...flow.segment(event.from, rawOf(event.data))];
      return [...before, ...(event.type === 'close' ? flow.finish(event.from) : flow.reset(event.from))];
    }
    default:
      return [];
  }
}

/** One UDP datagram (RFC 768); none where it is too large to have been sent. */
function datagram(from: Endpoint, to: Endpoint, data: Buffer, identification: number): Buffer[] {
  const addresses = addressPair(from.address, to.address);
  if (8 + data.length > largestPayload(addresses)) return [];
  const header = Buffer.alloc(8);
  header.writeUInt16BE(from.port, 0);
  header.writeUInt16BE(to.port, 2);
  header.writeUInt16BE(8 + data.length, 4);
  return [ipPacket(addresses, UDP, Buffer.concat([header, data]), 6, identification)];
}

function commentOf(event: TranscriptEvent): string[] {
  return 'from' in event ? [`${event.from.party} \u2192 ${event.to.party}: ${event.type}`] : [];
}

function sectionHeader(): Buffer {
  const fixed = Buffer.alloc(16);
  fixed.writeUInt32LE(0x1a2b3c4d, 0); // little-endian
  fixed.writeUInt16LE(1, 4); // version 1.0
  fixed.writeBigInt64LE(-1n, 8); // the section goes on to the end of the file
  return block(SECTION_HEADER, fixed, ...endedOptions([option(OPTION.application, Buffer.from('netgrade'))]));
}

function interfaceDescription(): Buffer {
  const fixed = Buffer.alloc(8);
  fixed.writeUInt16LE(LINKTYPE_RAW, 0);
  const nanoseconds = option(OPTION.timeResolution, Buffer.from([9]));
  return block(INTERFACE, fixed, ...endedOptions([option(OPTION.interfaceName, Buffer.from('arena')), nanoseconds]));
}

function block(type: number, ...body: Buffer[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(12 + body.reduce((sum, part) => sum + part.length, 0));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(type);
  return Buffer.concat([head, length, ...body, length]);
}

function option(code: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(code, 0);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, padded(value)]);
}

/** Options, if any, and the end of options. */
function endedOptions(options: Buffer[]): Buffer[] {
  return options.length > 0 ? [...options, Buffer.alloc(4)] : [];
}

/** Blocks and options are filled up to 32 bits. */
function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
