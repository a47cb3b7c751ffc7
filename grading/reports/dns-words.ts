import { type Answer, decode } from 'dns-packet';

/**
 * Says a DNS message in one line: `query A www.example.test` or `answer NXDOMAIN`, `answer www.example.test A 10.1.2.3`.
 * Undefined for bytes that are no DNS message. This is for people to read; nothing is judged by it.
 */
export function dnsWords(raw: Uint8Array): string | undefined {
  if (raw.length < 12) return undefined;
  try {
    const message = decode(Buffer.from(raw)) as ReturnType<typeof decode> & { rcode?: string };
    const asked = message.questions?.map((question) => `${question.type} ${question.name}`).join(', ') ?? '';
    if (message.type === 'query') return asked === '' ? undefined : `query ${asked}`;
    if (message.rcode !== undefined && message.rcode !== 'NOERROR') return `answer ${message.rcode} (${asked})`;
    const answers = message.answers ?? [];
    if (answers.length === 0) return `answer without records (${asked})`;
    return `answer ${answers.map(recordWords).join('; ')}`;
  } catch {
    return undefined;
  }
}

function recordWords(record: Answer): string {
  if (record.type === 'OPT') return 'OPT';
  const ttl = 'ttl' in record ? ` ttl ${record.ttl}` : '';
  return `${record.name} ${record.type} ${dataWords('data' in record ? record.data : '')}${ttl}`;
}

function dataWords(data: unknown): string {
  if (typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map(dataWords).join(' ');
  if (data instanceof Uint8Array) return Buffer.from(data).toString('utf8');
  if (typeof data === 'object' && data !== null) return Object.values(data).join(' ');
  return String(data);
}
