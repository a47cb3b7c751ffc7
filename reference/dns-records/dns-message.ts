/** DNS messages (RFC 1035, section 4): a question turned into bytes, the bytes of an answer turned into records. */
import { SocketAddress } from 'node:net';

/** The types of the lecture and their numbers (RFC 1035, 2782 and 3596). */
const TYPE_NUMBER = { A: 1, CNAME: 5, SOA: 6, PTR: 12, MX: 15, AAAA: 28, SRV: 33 };
export type RecordType = keyof typeof TYPE_NUMBER;

export interface DnsRecord {
  type: RecordType;
  /** For how many seconds it may be kept. */
  ttl: number;
  /** Its data, as zone files write it. */
  text: string;
}

const HEADER_BYTES = 12;
const RECURSION_DESIRED = 0x0100;
const INTERNET = 1;

/** A message that asks for the records of one type. The answer will have the same id. */
export function encodeQuestion(id: number, name: string, type: RecordType): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(RECURSION_DESIRED, 2); // the resolver shall find the answer, wherever it is
  header.writeUInt16BE(1, 4); // one question
  return Buffer.concat([header, encodeName(name), Buffer.from([0, TYPE_NUMBER[type], 0, INTERNET])]);
}

/** Before each label of a name stands its length; the root's, which is 0, ends the name (section 3.1). */
function encodeName(name: string): Buffer {
  const labels = name
    .replace(/\.$/, '')
    .split('.')
    .map((label) => Buffer.from(label));
  if (labels.some(({ length }) => length < 1 || length > 63)) throw new Error('this is no name of a domain');
  return Buffer.concat([...labels.flatMap((label) => [Buffer.from([label.length]), label]), Buffer.from([0])]);
}

/** Whether a message answers the question, and not another one. */
export function isAnswerTo(question: Buffer, message: Buffer): boolean {
  return message.length >= HEADER_BYTES && message.readUInt16BE(0) === question.readUInt16BE(0);
}

/** Whether the answer was too long for its datagram. */
export function isTruncated(answer: Buffer): boolean {
  return (answer.readUInt16BE(2) & 0x0200) !== 0;
}

/** The records of an answer, none where there are none. Throws when the resolver reports an error. */
export function decodeAnswer(answer: Buffer): DnsRecord[] {
  const code = answer.readUInt16BE(2) & 0x000f;
  if (code === 3) throw new Error('this name does not exist');
  if (code !== 0) throw new Error(`the resolver could not answer (code ${code})`);

  let at = HEADER_BYTES;
  // The question comes back in the answer: a name, then two bytes of type and two of class.
  for (let left = answer.readUInt16BE(4); left > 0; left--) at = readName(answer, at).end + 4;

  const records: DnsRecord[] = [];
  for (let left = answer.readUInt16BE(6); left > 0; left--) {
    // A record: name, type (2 bytes), class (2), TTL (4), length of the data (2), data.
    const { end: fields } = readName(answer, at);
    const data = fields + 10;
    at = data + answer.readUInt16BE(fields + 8);
    const type = typeOf(answer.readUInt16BE(fields));
    if (type) records.push({ type, ttl: answer.readUInt32BE(fields + 4), text: readData(answer, type, data) });
  }
  return records;
}

function typeOf(wanted: number): RecordType | undefined {
  return (Object.keys(TYPE_NUMBER) as RecordType[]).find((type) => TYPE_NUMBER[type] === wanted);
}

function readData(message: Buffer, type: RecordType, at: number): string {
  const numbers16 = (count: number) =>
    Array.from({ length: count }, (_, index) => message.readUInt16BE(at + 2 * index));
  switch (type) {
    case 'A':
      return message.subarray(at, at + 4).join('.');
    case 'AAAA': {
      const groups = numbers16(8).map((group) => group.toString(16));
      // SocketAddress writes the longest run of zeros as "::", as people do.
      return new SocketAddress({ family: 'ipv6', address: groups.join(':') }).address;
    }
    case 'CNAME':
    case 'PTR':
      return readName(message, at).name;
    case 'MX':
      return [...numbers16(1), readName(message, at + 2).name].join(' ');
    case 'SRV':
      return [...numbers16(3), readName(message, at + 6).name].join(' ');
    case 'SOA': {
      const primary = readName(message, at);
      const mailbox = readName(message, primary.end);
      const [serial, refresh, retry, expire, minimum] = [0, 4, 8, 12, 16].map((by) =>
        message.readUInt32BE(mailbox.end + by),
      );
      return [primary.name, mailbox.name, serial, refresh, retry, expire, minimum].join(' ');
    }
  }
}

/** Reads a name. In place of its last labels may stand a pointer to where the message has them already (section 4.1.4). */
function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  let end: number | undefined;
  // No name has more than 127 labels. A message may be forged, with pointers that lead round in a circle.
  for (let steps = 0; steps < 255; steps++) {
    const length = message.readUInt8(at);
    if (length === 0) return { name: `${labels.join('.')}.`, end: end ?? at + 1 };
    if (length >= 0xc0) {
      end ??= at + 2;
      at = message.readUInt16BE(at) & 0x3fff;
    } else {
      labels.push(message.toString('utf8', at + 1, at + 1 + length));
      at += 1 + length;
    }
  }
  throw new Error('the answer holds a name without end');
}
