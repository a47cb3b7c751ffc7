import { createSocket } from 'node:dgram';
import { Resolver as Client } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type DnsMessage, type DnsRecord, decodeDns, encodeDns } from './dns-message.js';
import { furnishing, type Rng, randomZone, reverseName } from './dns-random.js';
import { type Resolver, type ResolverOptions, startResolver } from './dns-server.js';
import type { Zone } from './dns-zone.js';
import { Transcript } from './transcript.js';

const soa = (origin: string): DnsRecord => ({
  name: origin,
  ttl: 300,
  type: 'SOA',
  data: { mname: `ns.${origin}`, rname: `admin.${origin}`, serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 60 },
});
const address = (name: string, data: string): DnsRecord => ({ name, ttl: 120, type: 'A', data });

const ZONES: Zone[] = [
  {
    origin: 'example.test',
    records: [
      soa('example.test'),
      ...['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((data) => address('example.test', data)),
      { name: 'www.example.test', ttl: 99, type: 'CNAME', data: 'Web.Other.test' },
      { name: 'broken.example.test', ttl: 99, type: 'CNAME', data: 'gone.example.test' },
      { name: 'loop.example.test', ttl: 99, type: 'CNAME', data: 'loop.example.test' },
      { name: 'example.test', ttl: 60, type: 'MX', data: { preference: 10, exchange: 'mail.example.test' } },
      { name: 'example.test', ttl: 60, type: 'TXT', data: ['hello', 'there'] },
      {
        name: '_sip._tcp.example.test',
        ttl: 60,
        type: 'SRV',
        data: { priority: 1, weight: 2, port: 5060, target: 'sip.example.test' },
      },
      ...Array.from({ length: 60 }, (_, i) => address('many.example.test', `192.0.2.${i + 1}`)),
    ],
  },
  { origin: 'other.test', records: [soa('other.test'), address('web.other.test', '198.51.100.7')] },
  {
    origin: '2.0.192.in-addr.arpa',
    records: [
      soa('2.0.192.in-addr.arpa'),
      { name: '1.2.0.192.in-addr.arpa', ttl: 5, type: 'PTR', data: 'example.test' },
    ],
  },
];

const running: Resolver[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((resolver) => resolver.close()));
});

async function start(options: Partial<ResolverOptions> = {}) {
  const transcript = new Transcript();
  const resolver = await startResolver({ address: '127.0.0.1', port: 0, transcript, zones: ZONES, ...options });
  running.push(resolver);
  const client = new Client({ timeout: 300, tries: 1 });
  client.setServers([`127.0.0.1:${resolver.port}`]);
  return { resolver, client, transcript };
}

function query(name: string, type: string, more: Partial<DnsMessage> = {}): Buffer {
  const flags = { opcode: 0, rcode: 'NOERROR', aa: false, tc: false, rd: true, ra: false } as const;
  const sections = { questions: [{ name, type, class: 1 }], answers: [], authorities: [], additionals: [] };
  return encodeDns({ id: 4711, kind: 'query', ...flags, ...sections, ...more });
}

async function askUdp(port: number, data: Uint8Array): Promise<Buffer> {
  const socket = createSocket('udp4');
  try {
    socket.send(data, port, '127.0.0.1');
    const [reply] = await once(socket, 'message', { signal: AbortSignal.timeout(2000) });
    return reply as Buffer;
  } finally {
    socket.close();
  }
}

function read(bytes: Uint8Array): DnsMessage {
  const decoded = decodeDns(bytes);
  if (!decoded.ok) throw new Error(`byte ${decoded.at}: ${decoded.why}`);
  return decoded.message;
}

describe('a resolver library gets', () => {
  test('every type of record', async () => {
    const { client } = await start();
    expect((await client.resolve4('EXAMPLE.test', { ttl: true })).map(({ ttl }) => ttl)).toEqual([120, 120, 120]);
    expect(await client.resolve4('www.example.test')).toEqual(['198.51.100.7']);
    expect(await client.resolveCname('www.example.test')).toEqual(['Web.Other.test']);
    expect(await client.resolveMx('example.test')).toMatchObject([{ priority: 10, exchange: 'mail.example.test' }]);
    expect(await client.resolveTxt('example.test')).toEqual([['hello', 'there']]);
    expect(await client.resolveSrv('_sip._tcp.example.test')).toMatchObject([{ port: 5060, name: 'sip.example.test' }]);
    expect(await client.resolveSoa('example.test')).toMatchObject({ serial: 7, hostmaster: 'admin.example.test' });
    expect(await client.reverse('192.0.2.1')).toEqual(['example.test']);
  });

  test('the error that fits', async () => {
    const { client, resolver } = await start();
    await expect(client.resolve4('nobody.example.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(client.resolve4('elsewhere.invalid')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(client.resolve6('example.test')).rejects.toMatchObject({ code: 'ENODATA' });
    await expect(client.resolve4('_tcp.example.test')).rejects.toMatchObject({ code: 'ENODATA' });
    resolver.behaviour = 'servfail';
    await expect(client.resolve4('example.test')).rejects.toMatchObject({ code: 'ESERVFAIL' });
    resolver.behaviour = 'refused';
    await expect(client.resolve4('example.test')).rejects.toMatchObject({ code: 'EREFUSED' });
    resolver.behaviour = ({ type }) => (type === 'A' ? 'silent' : 'answer');
    await expect(client.resolve4('example.test')).rejects.toMatchObject({ code: 'ETIMEOUT' });
    expect(await client.resolveMx('example.test')).toHaveLength(1);
    expect(resolver.queries.map(({ answered }) => (answered === 'nothing' ? answered : answered.rcode))).toEqual([
      'NXDOMAIN',
      'NXDOMAIN',
      'NOERROR',
      'NOERROR',
      'SERVFAIL',
      'REFUSED',
      'nothing',
      'NOERROR',
    ]);
  });

  test('an answer too long for a datagram over TCP, in full', async () => {
    const { client, resolver } = await start();
    expect(await client.resolve4('many.example.test')).toHaveLength(60);
    const seen = resolver.queries.map(({ transport, answered }) => [
      transport,
      answered !== 'nothing' && answered.truncated,
    ]);
    expect(seen.at(-1)).toEqual(['tcp', false]);
    expect(seen[0]).toEqual(['udp', true]);
  });

  test('what a wildcard furnishes', async () => {
    const { client } = await start({
      wildcard: (name, type) =>
        name === 'a.invalid' ? (type === 'A' ? [address(name, '203.0.113.9')] : []) : undefined,
    });
    expect(await client.resolve4('A.invalid')).toEqual(['203.0.113.9']);
    await expect(client.resolveMx('a.invalid')).rejects.toMatchObject({ code: 'ENODATA' });
    await expect(client.resolve4('b.invalid')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

describe('on the wire', () => {
  test('a response carries the question, the flags of a resolver, and no answer from outside', async () => {
    const { resolver } = await start();
    const reply = read(await askUdp(resolver.port, query('eXample.TEST', 'A')));
    expect(reply).toMatchObject({
      id: 4711,
      kind: 'response',
      rcode: 'NOERROR',
      aa: true,
      rd: true,
      ra: true,
      tc: false,
    });
    expect(reply.questions).toEqual([{ name: 'eXample.TEST', type: 'A', class: 1 }]);
    expect(reply.answers.map(({ name }) => name)).toEqual(Array(3).fill('eXample.TEST'));
    expect(reply.edns).toBeUndefined();
  });

  test('negative answers carry the SOA with its minimum as TTL', async () => {
    const { resolver } = await start();
    for (const [name, type, rcode] of [
      ['no.example.test', 'A', 'NXDOMAIN'],
      ['example.test', 'AAAA', 'NOERROR'],
    ] as const) {
      const reply = read(await askUdp(resolver.port, query(name, type)));
      expect(reply).toMatchObject({
        rcode,
        answers: [],
        authorities: [{ type: 'SOA', name: 'example.test', ttl: 60 }],
      });
    }
  });

  test('aliases: the chain, a broken one, one in a circle', async () => {
    const { resolver } = await start();
    const chain = read(await askUdp(resolver.port, query('www.example.test', 'A')));
    expect(chain.answers.map(({ type }) => type)).toEqual(['CNAME', 'A']);
    const broken = read(await askUdp(resolver.port, query('broken.example.test', 'A')));
    expect(broken).toMatchObject({ rcode: 'NXDOMAIN', answers: [{ type: 'CNAME' }] });
    expect(read(await askUdp(resolver.port, query('loop.example.test', 'A')))).toMatchObject({ rcode: 'SERVFAIL' });
  });

  test('EDNS is answered, its size respected, and a version that we do not know refused', async () => {
    const { resolver } = await start();
    const edns = { udpPayloadSize: 4096, version: 0, extendedRcode: 0 };
    const long = await askUdp(resolver.port, query('many.example.test', 'A', { edns }));
    expect(long.length).toBeGreaterThan(512);
    expect(read(long)).toMatchObject({ tc: false, edns: { version: 0 } });
    const short = read(
      await askUdp(resolver.port, query('many.example.test', 'A', { edns: { ...edns, udpPayloadSize: 600 } })),
    );
    expect(short).toMatchObject({ tc: true, answers: [], edns: { version: 0 } });
    const future = read(await askUdp(resolver.port, query('example.test', 'A', { edns: { ...edns, version: 1 } })));
    expect(future).toMatchObject({ answers: [], edns: { extendedRcode: 1 } });
  });

  test('what is no proper query gets the proper error', async () => {
    const { resolver } = await start();
    const good = query('example.test', 'A');
    expect(read(await askUdp(resolver.port, good.subarray(0, 20)))).toMatchObject({ id: 4711, rcode: 'FORMERR' });
    // As text the byte would be three, and the label too long to be written again.
    const noText = query(`${'a'.repeat(63)}.test`, 'A');
    noText[20] = 0xfe;
    expect(read(await askUdp(resolver.port, noText))).toMatchObject({ id: 4711, rcode: 'FORMERR' });
    expect(read(await askUdp(resolver.port, query('example.test', 'A', { questions: [] })))).toMatchObject({
      rcode: 'FORMERR',
    });
    expect(read(await askUdp(resolver.port, query('example.test', 'A', { opcode: 2 })))).toMatchObject({
      rcode: 'NOTIMP',
    });
    const chaos = query('version.bind', 'TXT', { questions: [{ name: 'version.bind', type: 'TXT', class: 3 }] });
    expect(read(await askUdp(resolver.port, chaos))).toMatchObject({ rcode: 'REFUSED' });
    // Nonsense, and responses, are not answered at all; the server lives on.
    for (const nonsense of [Buffer.from('hello'), query('example.test', 'A', { kind: 'response' })]) {
      await expect(
        Promise.race([
          askUdp(resolver.port, nonsense),
          new Promise((_, no) => setTimeout(no, 50, new Error('silence'))),
        ]),
      ).rejects.toThrow('silence');
    }
    expect(read(await askUdp(resolver.port, good)).answers).toHaveLength(3);
  });

  test('several queries on one connection, cut anywhere', async () => {
    const { resolver, transcript } = await start();
    const framed = ['example.test', 'no.example.test', 'web.other.test'].map((name) => {
      const body = query(name, 'A');
      return Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body]);
    });
    const bytes = Buffer.concat(framed);
    const socket = connect({ port: resolver.port, host: '127.0.0.1', noDelay: true });
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(chunk));
    for (const [from, to] of [
      [0, 1],
      [1, 30],
      [30, framed[0]!.length + 1],
      [framed[0]!.length + 1, bytes.length],
    ]) {
      socket.write(bytes.subarray(from, to));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    socket.end();
    await once(socket, 'close');
    const replies: DnsMessage[] = [];
    for (let rest = Buffer.concat(received); rest.length > 0; rest = rest.subarray(2 + rest.readUInt16BE(0))) {
      replies.push(read(rest.subarray(2, 2 + rest.readUInt16BE(0))));
    }
    expect(replies.map(({ rcode, answers }) => [rcode, answers.length])).toEqual([
      ['NOERROR', 3],
      ['NXDOMAIN', 0],
      ['NOERROR', 1],
    ]);
    expect(transcript.events.map(({ type }) => type)).toContain('connect');
    expect(transcript.events.at(-1)).toMatchObject({ type: 'close', from: { party: 'resolver' } });
  });

  test('every exchange is in the transcript', async () => {
    const { resolver, transcript } = await start({ asker: 'client' });
    await askUdp(resolver.port, query('example.test', 'A'));
    expect(transcript.events).toMatchObject([
      { type: 'datagram', from: { party: 'client' }, to: { party: 'resolver', port: resolver.port } },
      { type: 'datagram', from: { party: 'resolver' }, to: { party: 'client' } },
    ]);
  });

  test('addresses come in an order that the seed decides, and all of them each time', async () => {
    const orders = [0, 1, 2].map(() => [] as string[]);
    for (const [i, seed] of [5, 5, 1].entries()) {
      const { resolver } = await start({ rng: (max) => seed % max });
      const { answers } = read(await askUdp(resolver.port, query('example.test', 'A')));
      orders[i] = answers.map(({ data }) => String(data));
      expect([...orders[i]!].sort()).toEqual(['192.0.2.1', '192.0.2.2', '192.0.2.3']);
    }
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[0]).not.toEqual(orders[2]);
  });

  test('a port that is taken is an error', async () => {
    const { resolver } = await start();
    await expect(start({ port: resolver.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

const seeded = (seed: number): Rng => {
  let state = seed;
  return (max) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * max);
  };
};

describe('random data', () => {
  test('the seed decides all of it, and every record can be sent', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const names = ['yahoo.test', 'www.yahoo.test', '_xmpp._tcp.yahoo.test', 'b.test'];
        const zones = randomZone(seeded(seed), names);
        expect(randomZone(seeded(seed), names)).toEqual(zones);
        const records = zones.flatMap((zone) => zone.records);
        const types = new Set(records.map(({ type }) => type));
        expect([...types].sort()).toEqual(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TXT']);
        const flags = { opcode: 0, rcode: 'NOERROR', aa: true, tc: false, rd: true, ra: true } as const;
        const bytes = encodeDns({
          id: 1,
          kind: 'response',
          ...flags,
          questions: [],
          answers: records,
          authorities: [],
          additionals: [],
        });
        expect(read(bytes).answers).toHaveLength(records.length);
      }),
      { numRuns: 50 },
    );
  });

  test('every address is from a documentation range and has its name', async () => {
    const zones = randomZone(seeded(9), ['yahoo.test', 'b.test']);
    const { client } = await start({ zones });
    for (const record of zones.flatMap((zone) => zone.records)) {
      if (record.type !== 'A' && record.type !== 'AAAA') continue;
      expect(record.data).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8:/);
      expect(await client.reverse(record.data)).toContain(record.name);
    }
    expect(await client.resolveSrv('_sip._tcp.yahoo.test')).toHaveLength(2);
    expect(await client.resolveCname('www.yahoo.test')).toHaveLength(1);
  });

  test('whatever is asked is furnished, the same in any order', async () => {
    const ask = async (names: [string, string][]) => {
      const { client } = await start({ wildcard: furnishing(seeded(3)) });
      const answers = new Map<string, unknown>();
      for (const [name, type] of names)
        answers.set(`${name} ${type}`, JSON.stringify(sorted(await client.resolve(name, type))));
      return answers;
    };
    const names: [string, string][] = [
      ['yahoo.com', 'A'],
      ['yahoo.com', 'MX'],
      ['www.yahoo.com', 'CNAME'],
      ['www.yahoo.com', 'A'],
      ['yahoo.com', 'SOA'],
      ['yu.edu.jo', 'MX'],
      ['_ldap._tcp.google.com', 'SRV'],
      ['deep.below.google.com', 'AAAA'],
      ['8.8.8.8.in-addr.arpa', 'PTR'],
    ];
    const forwards = await ask(names);
    const backwards = await ask([...names].reverse());
    expect(new Map([...backwards].reverse())).toEqual(forwards);
    expect(new Set(forwards.values()).size).toBe(names.length);
  });

  test.each([
    ['192.0.2.1', '1.2.0.192.in-addr.arpa'],
    ['2001:db8::1', `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`],
    ['::', `${'0.'.repeat(32)}ip6.arpa`],
  ])('%s is looked up as %s', (ip, name) => {
    expect(reverseName(ip)).toBe(name);
  });
});

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...value].map((one) => JSON.stringify(one)).sort() : value;
}
