import { isIPv4, isIPv6 } from 'node:net';

/** Addresses of one packet: 4 bytes each, or 16 bytes each. */
interface AddressPair {
  source: Buffer;
  destination: Buffer;
}

export const TCP = 6;
export const UDP = 17;

/** The largest payload of an IP packet here: 65,535 bytes, less the IPv4 header that the length counts. */
export function largestPayload({ source }: AddressPair): number {
  return source.length === 4 ? 0xffff - 20 : 0xffff;
}

/**
 * The bytes of two textual addresses in one family. An unspecified or unreadable one (a socket bound to any address) becomes the
 * other one, or loopback; where one is IPv4 and the other IPv6, the first is mapped (RFC 4291, section 2.5.5.2).
 */
export function addressPair(from: string, to: string): AddressPair {
  const [left, right] = [addressBytes(from), addressBytes(to)];
  const source = left ?? right ?? Buffer.from([127, 0, 0, 1]);
  const destination = right ?? source;
  if (source.length === destination.length) return { source, destination };
  return { source: mapped(source), destination: mapped(destination) };
}

/** An IPv4 (RFC 791) or IPv6 (RFC 8200) packet around a UDP or TCP segment, whose checksum at `checksumAt` is filled in. */
export function ipPacket(
  addresses: AddressPair,
  protocol: typeof TCP | typeof UDP,
  segment: Buffer,
  checksumAt: number,
  id: number,
): Buffer {
  const { source, destination } = addresses;
  segment.writeUInt16BE(0, checksumAt);
  const pseudo = Buffer.alloc(8);
  pseudo.writeUInt32BE(segment.length, 0);
  pseudo.writeUInt32BE(protocol, 4);
  const sum = checksum(source, destination, pseudo, segment);
  // UDP uses zero for "no checksum" (RFC 768).
  segment.writeUInt16BE(sum === 0 && protocol === UDP ? 0xffff : sum, checksumAt);
  return Buffer.concat([
    source.length === 4 ? ipv4Header(addresses, protocol, segment, id) : ipv6Header(addresses, protocol, segment),
    segment,
  ]);
}

function ipv4Header({ source, destination }: AddressPair, protocol: number, segment: Buffer, id: number): Buffer {
  const header = Buffer.alloc(20);
  header[0] = 0x45; // version 4, five words
  header.writeUInt16BE(20 + segment.length, 2);
  header.writeUInt16BE(id & 0xffff, 4);
  header.writeUInt16BE(0x4000, 6); // do not fragment
  header[8] = 64; // time to live
  header[9] = protocol;
  source.copy(header, 12);
  destination.copy(header, 16);
  header.writeUInt16BE(checksum(header), 10);
  return header;
}

function ipv6Header({ source, destination }: AddressPair, protocol: number, segment: Buffer): Buffer {
  const header = Buffer.alloc(40);
  header[0] = 0x60; // version 6
  header.writeUInt16BE(segment.length, 4);
  header[6] = protocol;
  header[7] = 64; // hop limit
  source.copy(header, 8);
  destination.copy(header, 24);
  return header;
}

/** The internet checksum (RFC 1071) over parts; each but the last has an even length. */
export function checksum(...parts: Buffer[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let at = 0; at + 1 < part.length; at += 2) sum += part.readUInt16BE(at);
    if (part.length % 2 === 1) sum += part.at(-1)! << 8;
  }
  // 64 KiB of 16-bit words stay far below 2^53.
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

function addressBytes(text: string): Buffer | undefined {
  const plain = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain === '0.0.0.0' ? undefined : Buffer.from(plain.split('.').map(Number));
  if (!isIPv6(plain) || plain === '::') return undefined;
  const [left = '', right] = plain.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, embedded).split('::');
  const groups = (half: string | undefined) => (half ? half.split(':') : []);
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** The IPv4 tail of an IPv6 address as two groups. */
function embedded(_match: string, ...bytes: string[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function mapped(address: Buffer): Buffer {
  return address.length === 16 ? address : Buffer.concat([Buffer.alloc(10), Buffer.from([0xff, 0xff]), address]);
}
