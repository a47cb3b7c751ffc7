import packet, { type Answer } from 'dns-packet';
import { type RecordPlace, TYPE_NUMBERS, walkDns } from './dns-walk.js';

export type DnsRecord = { name: string; ttl: number } & (
  | { type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'PTR'; data: string }
  | { type: 'MX'; data: { preference: number; exchange: string } }
  | { type: 'SOA'; data: SoaData }
  | { type: 'SRV'; data: { priority: number; weight: number; port: number; target: string } }
  | { type: 'TXT'; data: string[] }
  /** A type that we do not speak: its number and bytes. */
  | { type: 'other'; number: number; data: Uint8Array }
);

/** Times are in seconds. */
interface SoaData {
  mname: string;
  rname: string;
  serial: number;
  refresh: number;
  retry: number;
  expire: number;
  minimum: number;
}

export const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const;
type Rcode = (typeof RCODES)[number];

export interface DnsQuestion {
  name: string;
  /** `A`, `MX`, …, `ANY`, or `TYPE65` for a number without a name here. */
  type: string;
  /** 1 is IN, the internet. */
  class: number;
}

/** A DNS message; the flags are named as in RFC 1035, section 4.1.1. Names have no final dot; the root is `''`. */
export interface DnsMessage {
  id: number;
  kind: 'query' | 'response';
  opcode: number;
  /** `RCODE9` for a number without a name here. */
  rcode: Rcode | `RCODE${number}`;
  aa: boolean;
  tc: boolean;
  rd: boolean;
  ra: boolean;
  questions: DnsQuestion[];
  answers: DnsRecord[];
  authorities: DnsRecord[];
  /** Without the OPT record, which is `edns`. */
  additionals: DnsRecord[];
  edns?: Edns;
}

/** RFC 6891. */
interface Edns {
  udpPayloadSize: number;
  version: number;
  /** The upper eight bits of the RCODE. */
  extendedRcode: number;
}

type DecodedDns = { ok: true; message: DnsMessage } | { ok: false; at: number; why: string };

/**
 * Reads a DNS message, and refuses one that is cut short, too long or wrong in any length; `at` is the offset of the first
 * byte that is not as it should be.
 */
export function decodeDns(bytes: Uint8Array): DecodedDns {
  const walked = walkDns(bytes);
  if (!walked.ok) return walked;
  const raw = Buffer.from(bytes);
  let decoded: packet.DecodedPacket;
  try {
    decoded = packet.decode(raw);
  } catch (error) {
    // A record of a type whose data we do not check.
    return { ok: false, at: 12, why: error instanceof Error ? error.message : String(error) };
  }
  const flags = raw.readUInt16BE(2);
  const opt = walked.additionals.findIndex(({ type }) => type === TYPE_NUMBERS.OPT);
  const edns = decoded.additionals?.[opt];
  const read = (answers: Answer[] | undefined, places: RecordPlace[]) =>
    (answers ?? []).flatMap((answer, i) => (answer.type === 'OPT' ? [] : [recordOf(answer, places[i]!, raw)]));
  return {
    ok: true,
    message: {
      id: raw.readUInt16BE(0),
      kind: flags & 0x8000 ? 'response' : 'query',
      opcode: (flags >> 11) & 15,
      rcode: RCODES[flags & 15] ?? `RCODE${flags & 15}`,
      aa: (flags & 0x0400) !== 0,
      tc: (flags & 0x0200) !== 0,
      rd: (flags & 0x0100) !== 0,
      ra: (flags & 0x0080) !== 0,
      questions: (decoded.questions ?? []).map(({ name, type }, i) => ({
        name: plainName(name),
        type: type.replace('UNKNOWN_', 'TYPE'),
        class: walked.questions[i]!.class,
      })),
      answers: read(decoded.answers, walked.answers),
      authorities: read(decoded.authorities, walked.authorities),
      additionals: read(decoded.additionals, walked.additionals),
      ...(edns?.type === 'OPT' && {
        edns: { udpPayloadSize: edns.udpPayloadSize, version: edns.ednsVersion, extendedRcode: edns.extendedRcode },
      }),
    },
  };
}

/**
 * Writes a DNS message, without compressing names.
 *
 * @throws RangeError for a name that cannot be written: an empty or too long label, more than 255 bytes in all.
 */
export function encodeDns(message: DnsMessage): Buffer {
  const rcode = RCODES.indexOf(message.rcode as Rcode);
  const flag = (set: boolean, bit: number) => (set ? bit : 0);
  const { aa, tc, rd, ra, edns } = message;
  const additionals: Answer[] = message.additionals.map(answerOf);
  if (edns) additionals.push(optOf(edns));
  // The codec has no field for opcode and RCODE; they travel in its flags.
  return packet.encode({
    id: message.id,
    type: message.kind,
    flags:
      (message.opcode << 11) |
      flag(aa, packet.AUTHORITATIVE_ANSWER) |
      flag(tc, packet.TRUNCATED_RESPONSE) |
      flag(rd, packet.RECURSION_DESIRED) |
      flag(ra, packet.RECURSION_AVAILABLE) |
      (rcode < 0 ? Number(message.rcode.slice('RCODE'.length)) : rcode),
    questions: message.questions.map((question) => ({
      name: checkedName(question.name),
      type: question.type.replace(/^TYPE/, 'UNKNOWN_') as 'A',
      class: CLASSES[question.class] ?? (`UNKNOWN_${question.class}` as 'IN'),
    })),
    answers: message.answers.map(answerOf),
    authorities: message.authorities.map(answerOf),
    additionals,
  });
}

const CLASSES: Record<number, packet.RecordClass> = { 1: 'IN', 2: 'CS', 3: 'CH', 4: 'HS', 255: 'ANY' };

function recordOf(answer: Exclude<Answer, { type: 'OPT' }>, place: RecordPlace, raw: Buffer): DnsRecord {
  const common = { name: plainName(answer.name), ttl: 'ttl' in answer ? (answer.ttl ?? 0) : 0 };
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return { ...common, type: answer.type, data: answer.data };
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { ...common, type: answer.type, data: plainName(answer.data) };
    case 'MX': {
      const { preference = 0, exchange } = answer.data;
      return { ...common, type: 'MX', data: { preference, exchange: plainName(exchange) } };
    }
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = answer.data;
      return { ...common, type: 'SRV', data: { priority, weight, port, target: plainName(target) } };
    }
    case 'SOA': {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = answer.data;
      const names = { mname: plainName(mname), rname: plainName(rname) };
      return { ...common, type: 'SOA', data: { ...names, serial, refresh, retry, expire, minimum } };
    }
    case 'TXT':
      return { ...common, type: 'TXT', data: [answer.data].flat().map(String) };
    default: {
      const data = raw.subarray(place.rdataAt, place.rdataAt + place.rdataLength);
      return { ...common, type: 'other', number: place.type, data };
    }
  }
}

/** A fresh object for the codec, which writes into what it is given. */
function answerOf(record: DnsRecord): Answer {
  const { ttl } = record;
  const common = { name: checkedName(record.name), ttl, class: 'IN' as const };
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return { ...common, type: record.type, data: record.data };
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { ...common, type: record.type, data: checkedName(record.data) };
    case 'MX':
      return { ...common, type: 'MX', data: { ...record.data, exchange: checkedName(record.data.exchange) } };
    case 'SRV':
      return { ...common, type: 'SRV', data: { ...record.data, target: checkedName(record.data.target) } };
    case 'SOA':
      return { ...common, type: 'SOA', data: { ...record.data, mname: checkedName(record.data.mname) } };
    case 'TXT':
      return { ...common, type: 'TXT', data: [...record.data] };
    case 'other':
      return { ...common, type: `UNKNOWN_${record.number}` as 'NULL', data: Buffer.from(record.data) };
  }
}

function optOf({ udpPayloadSize, version, extendedRcode }: Edns): Answer {
  const fields = { udpPayloadSize, extendedRcode, ednsVersion: version, flags: 0, flag_do: false, options: [] };
  return { name: '.', type: 'OPT', ...fields };
}

function plainName(name: string): string {
  return name.replace(/\.$/, '');
}

function checkedName(name: string): string {
  const plain = plainName(name);
  const labels = plain === '' ? [] : plain.split('.').map((label) => Buffer.byteLength(label));
  const length = labels.reduce((sum, size) => sum + size + 1, 1);
  if (length > 255 || labels.some((size) => size < 1 || size > 63)) throw new RangeError(`not a domain name: ${name}`);
  return plain === '' ? '.' : plain;
}
