import { type DnsRecord, shows, showsAddress } from '../../harness/index.js';

/** How many lines above and below a record's name its numbers may stand: an object printed with a line for each field. */
const NEAR_LINES = 3;

/** What is missing of a record in a program's output, or nothing: then every part that a reader needs is there, in any layout. */
export function missingOf(record: DnsRecord, output: string): string | undefined {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return showsAddress(output, record.data) ? undefined : record.data;
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return showsName(output, record.data) ? undefined : record.data;
    case 'MX':
      return near(output, record.data.exchange, { preference: record.data.preference });
    case 'SRV':
      return near(output, record.data.target, {
        priority: record.data.priority,
        weight: record.data.weight,
        port: record.data.port,
      });
    case 'SOA':
      return near(output, record.data.mname, { serial: record.data.serial });
    case 'TXT':
      return record.data.find((text) => shows(output, text) === 'absent');
    default:
      return `the record of type ${record.number}`;
  }
}

/** A record as it stands in a zone file, for a report. */
export function written(record: DnsRecord): string {
  switch (record.type) {
    case 'MX':
      return `${record.data.preference} ${record.data.exchange}`;
    case 'SRV':
      return `${record.data.priority} ${record.data.weight} ${record.data.port} ${record.data.target}`;
    case 'SOA':
      return `${record.data.mname} ${record.data.rname} ${record.data.serial}`;
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return record.data;
    case 'TXT':
      return record.data.join('');
    default:
      return record.type;
  }
}

/** A domain name by itself, in any case, with or without its final dot. */
function showsName(output: string, name: string): boolean {
  return namePattern(name).test(output);
}

/** A whole number by itself: no part of a name, an address or another number. */
export function showsWhole(output: string, value: number): boolean {
  return new RegExp(`(?<![\\w.-])${value}(?![\\w-]|\\.\\d)`).test(output);
}

/** Lines whose TTLs are compared with those of every answer: many times what any program prints. */
const MOST_LINES = 2_000;

/** A question and the records that answer it. */
interface AnsweredRecords {
  name: string;
  records: DnsRecord[];
}

/**
 * A TTL that a text states and no answer has, or that it states of the wrong records: behind the word (`TTL 3600`, `"ttl": 60`), or in
 * the line of a record, where the TTL of another answer stands and its own does not.
 */
export function falseTtl(output: string, answers: AnsweredRecords[]): { stated: number; right: number } | undefined {
  const ttls = answers.flatMap(({ records }) => records.map(({ ttl }) => ttl));
  const stated = statedTtls(output).find((one) => !ttls.some((ttl) => isTtl(one, ttl)));
  if (stated !== undefined) return { stated, right: ttls[0] ?? 0 };
  const asked = new Set(answers.map(({ name }) => name.toLowerCase()));
  for (const line of output.split(/\r?\n/, MOST_LINES)) {
    const numbers = wholesIn(line).filter((number) => ttls.includes(number));
    if (numbers.length === 0) continue;
    const shown = answers.filter(({ records }) =>
      records.some((record) => !asked.has(written(record).toLowerCase()) && missingOf(record, line) === undefined),
    );
    // A line with several answers may tell the TTL of one of them.
    if (shown.length !== 1) continue;
    const { records } = shown[0]!;
    if (wholesIn(line).some((number) => records.some(({ ttl }) => isTtl(number, ttl)))) continue;
    const other = numbers.find((number) => !records.some((record) => wholesIn(written(record)).includes(number)));
    if (other !== undefined) return { stated: other, right: records[0]!.ttl };
  }
  return undefined;
}

/** A cache between library and program may have counted down a few seconds. */
function isTtl(stated: number, ttl: number): boolean {
  return stated <= ttl && stated >= ttl - 10;
}

function wholesIn(text: string): number[] {
  return [...text.matchAll(/(?<![\w.-])\d+(?![\w-]|\.\d)/g)].map(([digits]) => Number(digits));
}

/** The TTLs that a text states behind that word: `TTL 3600`, `"ttl": 60`, `ttl=5`. */
export function statedTtls(output: string): number[] {
  return [...output.matchAll(/\bttl\b["']?[ \t]*(?:is\b|of\b|in seconds\b)?[ \t:=>|('"-]{0,6}(\d+)/gi)].map(
    ([, digits]) => Number(digits),
  );
}

/** The words that are labels of a record's fields. */
const LABEL: Record<string, string> = {
  priority: 'prior\\w*',
  weight: 'weight',
  port: 'port',
  preference: '(?:pref|prior)\\w*',
  serial: 'serial\\w*',
};

/** Every number of a record stands near its name; where one is labelled, it is the one behind its label. */
function near(output: string, name: string, numbers: Record<string, number>): string | undefined {
  const lines = output.split(/\r?\n/);
  const places = lines.flatMap((line, at) => (namePattern(name).test(line) ? [at] : []));
  if (places.length === 0) return name;
  const missing = places.map((at) => {
    const own = lines[at]!;
    const around = lines.slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1).join('\n');
    return Object.entries(numbers).find(([field, value]) => {
      const label = new RegExp(`\\b${LABEL[field]}["']?[ \\t]*[:=][ \\t]*["']?(\\d+)`, 'i').exec(own)?.[1];
      if (label !== undefined) return Number(label) !== value;
      return !showsWhole(own, value) && !showsWhole(around, value);
    });
  });
  if (missing.includes(undefined)) return undefined;
  const [field, value] = missing[0]!;
  return `the ${field} ${value} of ${name}`;
}

function namePattern(name: string): RegExp {
  return new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\.?[\\w-])`, 'i');
}
