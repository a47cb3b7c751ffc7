import { isIPv4 } from 'node:net';
import type { DnsRecord } from './dns-message.js';
import { furnishing, type Rng } from './dns-random.js';
import type { Wildcard } from './dns-zone.js';

/** Every label of letters, digits, hyphens and underscores: what can be a host's name or a service's (RFC 1123, section 2.1; RFC 2782). */
const NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** A name space, and what it has given out so far. */
export interface NameSpace {
  wildcard: Wildcard;
  /** Whether a name was given out as the name of an address. */
  isReverseName(name: string): boolean;
}

/**
 * A closed name space with random records for every proper name that is asked for (`http://…` is none), where forward and reverse
 * agree: every address has a name, and that name has the address, as programs check that distrust reverse look-ups.
 */
export function nameSpace(rng: Rng): NameSpace {
  const furnish = furnishing(rng);
  const addressOf = new Map<string, string>();
  const wildcard: Wildcard = (name, type) => {
    if (!NAME.test(name)) return undefined;
    if (name === 'localhost')
      return [
        { name, ttl: 0, type: 'A', data: '127.0.0.1' },
        { name, ttl: 0, type: 'AAAA', data: '::1' },
      ];
    const address = addressOf.get(name);
    if (address !== undefined) return [{ name, ttl: 300, type: isIPv4(address) ? 'A' : 'AAAA', data: address }];
    const reversed = reversedAddress(name);
    if (name.endsWith('.arpa') && reversed === undefined) return undefined;
    const records = furnish(name, type);
    if (reversed !== undefined)
      for (const record of records ?? []) if (record.type === 'PTR') addressOf.set(record.data, reversed);
    return records;
  };
  return { wildcard, isReverseName: (name) => addressOf.has(name.toLowerCase()) };
}

/** The address that a name such as `4.3.2.1.in-addr.arpa` stands for, if it is a whole one. */
export function reversedAddress(name: string): string | undefined {
  const [, numbers] = /^((?:\d{1,3}\.){4})in-addr\.arpa\.?$/i.exec(name) ?? [];
  if (numbers !== undefined) return numbers.split('.').slice(0, 4).reverse().join('.');
  const [, nibbles] = /^((?:[0-9a-f]\.){32})ip6\.arpa\.?$/i.exec(name) ?? [];
  if (nibbles === undefined) return undefined;
  return nibbles.replaceAll('.', '').split('').reverse().join('').match(/.{4}/g)!.join(':');
}

/** The addresses among records. */
export function addressesIn(records: DnsRecord[]): string[] {
  return records.flatMap((record) => (record.type === 'A' || record.type === 'AAAA' ? [record.data] : []));
}
