import type { DnsMessage, DnsQuestion, DnsRecord } from './dns-message.js';

/** The records of a domain and everything below it. One of them is the SOA record of the origin. */
export interface Zone {
  origin: string;
  records: DnsRecord[];
}

/** Records for a name outside all zones: `undefined` where there is no such name, none where it has no such records. */
export type Wildcard = (name: string, type: string) => DnsRecord[] | undefined;

export type Answered = Pick<DnsMessage, 'rcode' | 'aa' | 'answers' | 'authorities'>;

/** A chain of aliases longer than this is broken off, as resolvers do. */
const LONGEST_CHAIN = 8;

/**
 * Answers one question from zones (RFC 1034, section 4.3.2, for a server that has all the data): aliases are followed across zones, the
 * RCODE is that of the last name in the chain (RFC 6604), and "no such name" and "no such records" carry the SOA (RFC 2308).
 */
export function lookUp(question: DnsQuestion, zones: Zone[], wildcard?: Wildcard): Answered {
  const answers: DnsRecord[] = [];
  const seen = new Set<string>();
  let name = question.name;
  for (let i = 0; i <= LONGEST_CHAIN; i += 1) {
    if (seen.has(fold(name))) break;
    seen.add(fold(name));
    const { zone, records } = recordsAt(name, question.type, zones, wildcard);
    const aa = zone !== undefined;
    const negative = { aa, answers, authorities: [soaOf(zone)] };
    if (records === undefined) return { rcode: 'NXDOMAIN', ...negative };
    const fitting = records.filter(({ type }) => type === question.type || question.type === 'ANY');
    if (fitting.length > 0) {
      // The owner is written as it was asked for, as a compressing server would.
      answers.push(...fitting.map((record) => ({ ...record, name })));
      return { rcode: 'NOERROR', aa, answers, authorities: [] };
    }
    const alias = records.find((record) => record.type === 'CNAME');
    if (alias?.type !== 'CNAME') return { rcode: 'NOERROR', ...negative };
    answers.push({ ...alias, name });
    name = alias.data;
  }
  return { rcode: 'SERVFAIL', aa: false, answers, authorities: [] };
}

/** The zone that a name belongs to, if any: the one with the longest origin. */
export function zoneOf(name: string, zones: Zone[]): Zone | undefined {
  return zones
    .filter(({ origin }) => isBelow(name, origin))
    .reduce<Zone | undefined>(
      (best, zone) => (best && best.origin.length >= zone.origin.length ? best : zone),
      undefined,
    );
}

/** Names are the same in any case, and with or without the final dot. */
export function fold(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}

function recordsAt(name: string, type: string, zones: Zone[], wildcard: Wildcard | undefined) {
  const zone = zoneOf(name, zones);
  if (!zone) return { zone, records: wildcard?.(fold(name), type) };
  const own = zone.records.filter((record) => fold(record.name) === fold(name));
  // A name above others exists, even where it has no records itself.
  const exists = own.length > 0 || zone.records.some((record) => isBelow(record.name, name));
  return { zone, records: exists ? own : undefined };
}

function isBelow(name: string, origin: string): boolean {
  const [inner, outer] = [fold(name), fold(origin)];
  return outer === '' || inner === outer || inner.endsWith(`.${outer}`);
}

/** A negative answer lives as long as the smaller of the SOA's TTL and its minimum (RFC 2308, section 5). */
function soaOf(zone: Zone | undefined): DnsRecord {
  const soa = zone?.records.find((record) => record.type === 'SOA');
  if (soa?.type === 'SOA') return { ...soa, ttl: Math.min(soa.ttl, soa.data.minimum) };
  const times = { serial: 1, refresh: 1800, retry: 900, expire: 604_800, minimum: 60 };
  return {
    name: '',
    ttl: 60,
    type: 'SOA',
    data: { mname: 'a.root-servers.net', rname: 'hostmaster.root-servers.net', ...times },
  };
}
