/**
 * DNS records: asks the system's resolver for the records of a domain, and prints every one with its TTL.
 *
 *     node lookup.js [domain]
 *
 * Node's own functions (dns.resolveMx and the like) tell the TTL of addresses only, so the two files beside this one speak
 * DNS themselves. A library for DNS messages would do as well.
 */
import { askResolver } from './ask-resolver.js';
import type { DnsRecord, RecordType } from './dns-message.js';

const domain = process.argv[2] ?? 'yahoo.com';

interface Answer {
  question: string;
  records: DnsRecord[];
  /** What to say where there are no records. */
  otherwise: string;
}

/** Asks one question. A question without an answer is no reason to stop: it becomes a sentence, and the others are asked. */
async function look(type: RecordType, name: string): Promise<Answer> {
  const question = `${type} ${name}`;
  try {
    return { question, records: await askResolver(name, type), otherwise: 'no records of this type' };
  } catch (error) {
    return { question, records: [], otherwise: error instanceof Error ? error.message : String(error) };
  }
}

function print({ question, records, otherwise }: Answer): void {
  console.log(question);
  // An alias is followed: the records of the name that it stands for come with it, so each line says its own type.
  for (const { type, ttl, text } of records) console.log(`    ${type} ${text} (TTL ${ttl} s)`);
  if (records.length === 0) console.log(`    ${otherwise}`);
}

/** The name under which the names of addresses are kept: 192.0.2.7 is 7.2.0.192.in-addr.arpa (RFC 1035, section 3.5). */
function reverseName(address: string): string {
  return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
}

// All at once: none waits for another, so a resolver that is silent costs its patience once and not six times.
const answers = await Promise.all([
  look('A', domain),
  look('AAAA', domain),
  look('CNAME', `www.${domain}`),
  look('MX', domain),
  look('SOA', domain),
  look('SRV', `_sip._tcp.${domain}`),
]);
for (const answer of answers) print(answer);

// Only now is it known which addresses to ask about.
const addresses = answers[0].records.filter(({ type }) => type === 'A').map(({ text }) => text);
for (const answer of await Promise.all(addresses.map((address) => look('PTR', reverseName(address))))) print(answer);
