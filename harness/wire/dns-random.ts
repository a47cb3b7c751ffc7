import type { DnsRecord } from './dns-message.js';
import { fold, type Wildcard, type Zone, zoneOf } from './dns-zone.js';

/** An integer from 0 to `max - 1`. */
export type Rng = (max: number) => number;

/** Domains for documentation (RFC 5737, RFC 3849), so that no record points at anybody. */
const IPV4_NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];
const IPV6_NETWORK = '2001:db8';

/**
 * Random zones for names: each domain gets SOA, NS, two to four A, one or two AAAA, MX, TXT, a `www` alias and two SRV
 * records for `_sip._tcp`, and every address its PTR record in a reverse zone. A name below another one (`www.a.test` with
 * `a.test`) joins its zone: `_service._tcp.…` with SRV records, any other with addresses unless it is the alias.
 */
export function randomZone(rng: Rng, names: string[]): Zone[] {
  const pick = picker(rng);
  const zones: Zone[] = [];
  const byLength = [...new Set(names.map(fold))].sort((a, b) => a.split('.').length - b.split('.').length);
  for (const name of byLength) {
    const host = name
      .split('.')
      .filter((label) => !label.startsWith('_'))
      .join('.');
    let zone = zoneOf(host, zones);
    if (!zone) {
      zone = domain(host, pick);
      zones.push(zone);
    }
    if (zone.records.some((record) => fold(record.name) === name)) continue;
    if (host === name) zone.records.push(...addresses(name, pick));
    else zone.records.push(...services(name, zone.origin, pick));
  }
  return [...zones, ...reverseZones(zones, pick)];
}

/**
 * Furnishes every name that is asked for with random records; the same seed and name give the same, in whatever order the
 * questions come. Addresses have names, too.
 */
export function furnishing(rng: Rng): Wildcard {
  const seed = rng(2 ** 31);
  const known = new Map<string, Zone[]>();
  return (name, type) => {
    const base = baseOf(name);
    if (!known.has(base)) {
      const own = generator(seed, base);
      known.set(base, /\.arpa$/.test(base) ? reverseOnly(base, picker(own)) : randomZone(own, [base]));
    }
    const zones = known.get(base)!;
    const zone = zoneOf(name, zones);
    const records = zone?.records.filter((record) => fold(record.name) === name) ?? [];
    if (records.length > 0 || !zone) return records;
    // A host below the domain that nobody thought of.
    const pick = picker(generator(seed, name));
    const added = name.startsWith('_') ? (type === 'SRV' ? services(name, base, pick) : []) : addresses(name, pick);
    zone.records.push(...added);
    return added;
  };
}

/** The domain that a name belongs to: its last two labels, three below `co.uk`, `edu.jo` and the like; a reverse name itself. */
function baseOf(name: string): string {
  if (name.endsWith('.arpa')) return name;
  const labels = name.split('.').filter((label) => !label.startsWith('_'));
  return labels.slice(/\.(?:ac|co|com|edu|gob|gov|net|org)\.\w\w$/.test(name) ? -3 : -2).join('.');
}

interface Picker {
  rng: Rng;
  between(low: number, high: number): number;
  ttl(): number;
  word(): string;
  ipv4(): string;
  ipv6(): string;
}

function picker(rng: Rng): Picker {
  const used = new Set<string>();
  const between = (low: number, high: number) => low + rng(high - low + 1);
  // Nobody has two addresses by accident, as long as there are enough.
  const fresh = (make: () => string): string => {
    for (let i = 0; i < 50; i += 1) {
      const one = make();
      if (!used.has(one)) return used.add(one) && one;
    }
    return make();
  };
  const hex = () => between(1, 0xffff).toString(16);
  return {
    rng,
    between,
    // Odd numbers, which nobody would guess.
    ttl: () => between(61, 86_399),
    word: () =>
      Array.from({ length: between(5, 8) }, (_, i) => (i % 2 ? 'aeiou' : 'bcdfghklmnprst')[rng(i % 2 ? 5 : 14)]).join(
        '',
      ),
    ipv4: () => fresh(() => `${IPV4_NETWORKS[rng(IPV4_NETWORKS.length)]}.${between(1, 254)}`),
    ipv6: () => fresh(() => `${IPV6_NETWORK}:${hex()}:${hex()}:${hex()}:${hex()}:${hex()}:${hex()}`),
  };
}

function domain(origin: string, pick: Picker): Zone {
  const { between, ttl, word } = pick;
  const [mail, backup, ns1, ns2] = [`mx-${word()}`, `mx2-${word()}`, `ns1-${word()}`, `ns2-${word()}`].map(
    (host) => `${host}.${origin}`,
  ) as [string, string, string, string];
  const host = `host-${word()}.${origin}`;
  const [mxTtl, nsTtl] = [ttl(), ttl()];
  const soa = {
    mname: ns1,
    rname: `admin-${word()}.${origin}`,
    serial: between(1_000_000_000, 4_000_000_000),
    refresh: between(1200, 43_200),
    retry: between(120, 7200),
    expire: between(600_000, 2_419_200),
    minimum: between(60, 3600),
  };
  const records: DnsRecord[] = [
    { name: origin, ttl: ttl(), type: 'SOA', data: soa },
    { name: origin, ttl: nsTtl, type: 'NS', data: ns1 },
    { name: origin, ttl: nsTtl, type: 'NS', data: ns2 },
    ...addresses(origin, pick),
    { name: origin, ttl: mxTtl, type: 'MX', data: { preference: between(1, 19), exchange: mail } },
    { name: origin, ttl: mxTtl, type: 'MX', data: { preference: between(20, 90), exchange: backup } },
    { name: origin, ttl: ttl(), type: 'TXT', data: [`v=spf1 include:${word()}.${origin} -all`] },
    { name: `www.${origin}`, ttl: ttl(), type: 'CNAME', data: host },
    ...services(`_sip._tcp.${origin}`, origin, pick),
  ];
  return { origin, records: [...records, ...[host, mail, backup, ns1, ns2].flatMap((name) => addresses(name, pick))] };
}

function addresses(name: string, { between, ttl, ipv4, ipv6 }: Picker): DnsRecord[] {
  const [ttl4, ttl6] = [ttl(), ttl()];
  return [
    ...Array.from({ length: between(2, 4) }, (): DnsRecord => ({ name, ttl: ttl4, type: 'A', data: ipv4() })),
    ...Array.from({ length: between(1, 2) }, (): DnsRecord => ({ name, ttl: ttl6, type: 'AAAA', data: ipv6() })),
  ];
}

function services(name: string, origin: string, { between, ttl, word }: Picker): DnsRecord[] {
  const shared = ttl();
  return [between(1, 9), between(10, 40)].map((priority) => ({
    name,
    ttl: shared,
    type: 'SRV',
    data: { priority, weight: between(1, 99), port: between(1025, 65_535), target: `sip-${word()}.${origin}` },
  }));
}

/** The reverse zones of all addresses in zones, one for each network. */
function reverseZones(zones: Zone[], pick: Picker): Zone[] {
  const reverse = new Map<string, Zone>();
  for (const record of zones.flatMap((zone) => zone.records)) {
    if (record.type !== 'A' && record.type !== 'AAAA') continue;
    const name = reverseName(record.data);
    const origin = name
      .split('.')
      .slice(record.type === 'A' ? 1 : 24)
      .join('.');
    const zone = reverse.get(origin) ?? reverseZone(origin, pick);
    reverse.set(origin, zone);
    if (zone.records.some((other) => other.name === name)) continue;
    zone.records.push({ name, ttl: pick.ttl(), type: 'PTR', data: record.name });
  }
  return [...reverse.values()];
}

function reverseOnly(name: string, pick: Picker): Zone[] {
  const zone = reverseZone(name, pick);
  zone.records.push({ name, ttl: pick.ttl(), type: 'PTR', data: `${pick.word()}.${pick.word()}.example` });
  return [zone];
}

function reverseZone(origin: string, { between, ttl, word }: Picker): Zone {
  const times = { refresh: 7200, retry: 900, expire: 1_209_600, minimum: between(60, 3600) };
  const data = { mname: `ns-${word()}.example`, rname: `admin-${word()}.example`, serial: between(1e9, 4e9), ...times };
  return { origin, records: [{ name: origin, ttl: ttl(), type: 'SOA', data }] };
}

/** The name under which an address is looked up: `1.2.0.192.in-addr.arpa` (RFC 1035, section 3.5), nibbles for IPv6 (RFC 3596). */
export function reverseName(address: string): string {
  if (!address.includes(':')) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  const [left = '', right] = address.split('::');
  const groups = (half: string) => (half === '' ? [] : half.split(':'));
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right ?? '')];
  const nibbles = all.map((group) => group.padStart(4, '0')).join('');
  return `${[...nibbles].reverse().join('.')}.ip6.arpa`;
}

/** A small generator of its own for each name: FNV-1a mixes seed and name, mulberry32 goes on from there. */
function generator(seed: number, name: string): Rng {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return (max) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * max);
  };
}
