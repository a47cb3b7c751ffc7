import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from './bytes.js';
import { encodeDns } from './dns-message.js';
import { addressPair, checksum } from './packet-ip.js';
import { pcapngOf } from './pcapng.js';
import type { Endpoint, TranscriptEvent } from './transcript.js';

const STARTED_AT = new Date('2026-11-23T14:05:59.123Z');
const end = (party: string, port: number, address = '127.0.0.1'): Endpoint => ({ party, address, port });
const peer = end('peer', 40_000);
const server = end('server', 5550);

const udp = (atMs: number, from: Endpoint, to: Endpoint, data: string | Uint8Array): TranscriptEvent => ({
  atMs,
  type: 'datagram',
  from,
  to,
  data: bytesOf(data),
});
const tcp = (
  atMs: number,
  from: Endpoint,
  to: Endpoint,
  data: string | Uint8Array,
  connection = 1,
): TranscriptEvent => ({ atMs, type: 'segment', connection, from, to, data: bytesOf(data) });
const opened = (atMs: number, from: Endpoint, to: Endpoint, connection = 1): TranscriptEvent => ({
  atMs,
  type: 'connect',
  connection,
  from,
  to,
});
const closed = (
  atMs: number,
  type: 'close' | 'reset',
  from: Endpoint,
  to: Endpoint,
  connection = 1,
): TranscriptEvent => ({ atMs, type, connection, from, to });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pcapng-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let files = 0;

/** What tshark, which must be installed, reads in each packet, with every checksum verified. */
async function dissect(events: TranscriptEvent[], fields: string[], more: string[] = []): Promise<string[][]> {
  files += 1;
  const file = join(folder, `${files}.pcapng`);
  await writeFile(file, pcapngOf(events, STARTED_AT));
  const checks = ['ip', 'udp', 'tcp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);
  const args = ['-n', '-r', file, ...checks, ...more, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  const { stdout } = await promisify(execFile)('tshark', args, {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TZ: 'UTC' },
  });
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
}

const WRONG_CHECKSUM = 'ip.checksum.status == 0 || udp.checksum.status == 0 || tcp.checksum.status == 0';
const COMPLAINTS = `_ws.expert.severity >= 6291456 || _ws.malformed || ${WRONG_CHECKSUM}`;

/** Expert information of warning level (6,291,456) or above, malformed packets and wrong checksums. */
async function complaints(events: TranscriptEvent[], filter = COMPLAINTS): Promise<string[][]> {
  return dissect(events, ['frame.number', '_ws.expert.message'], ['-Y', filter]);
}

describe('tshark reads', { timeout: 30_000 }, () => {
  test('datagrams, with their times, parties and checksums', async () => {
    const events = [
      udp(1.5, peer, server, '5 + 6'),
      udp(2.000001, server, peer, '11'),
      udp(3, peer, server, ''),
      udp(4, peer, server, 'caf\u00e9'),
    ];
    const rows = await dissect(events, [
      'frame.time_epoch',
      'ip.src',
      'udp.srcport',
      'udp.dstport',
      'udp.payload',
      'udp.checksum.status',
      'frame.comment',
    ]);
    expect(rows.map((row) => row.slice(1, 6))).toEqual([
      ['127.0.0.1', '40000', '5550', Buffer.from('5 + 6').toString('hex'), '1'],
      ['127.0.0.1', '5550', '40000', Buffer.from('11').toString('hex'), '1'],
      ['127.0.0.1', '40000', '5550', '', '1'],
      ['127.0.0.1', '40000', '5550', Buffer.from('caf\u00e9').toString('hex'), '1'],
    ]);
    expect(rows.map(([time]) => time)).toEqual([
      '1795442759.124500000',
      '1795442759.125000001',
      '1795442759.126000000',
      '1795442759.127000000',
    ]);
    expect(rows[0]![6]).toBe('peer \u2192 server: datagram');
    expect(await complaints(events)).toEqual([]);
  });

  test('a connection from handshake to FIN, in order and without complaint', async () => {
    const events = [
      opened(1, peer, server),
      tcp(2, peer, server, 'hey server, Set my time'),
      tcp(3, server, peer, '14:05:59'),
      closed(4, 'close', server, peer),
      closed(5, 'close', peer, server),
    ];
    const rows = await dissect(events, ['tcp.flags.str', 'tcp.seq', 'tcp.ack', 'tcp.len', 'tcp.checksum.status']);
    expect(rows.map(([flags, ...rest]) => [flags!.replaceAll('\u00b7', ''), ...rest])).toEqual([
      ['S', '0', '0', '0', '1'],
      ['AS', '0', '1', '0', '1'],
      ['A', '1', '1', '0', '1'],
      ['AP', '1', '1', '23', '1'],
      ['A', '1', '24', '0', '1'],
      ['AP', '1', '24', '8', '1'],
      ['A', '24', '9', '0', '1'],
      ['AF', '9', '24', '0', '1'],
      ['A', '24', '10', '0', '1'],
      ['AF', '24', '10', '0', '1'],
      ['A', '10', '25', '0', '1'],
    ]);
    expect(await complaints(events)).toEqual([]);
  });

  test('a megabyte in one segment as one stream, and what comes after a half-close', async () => {
    const big = Buffer.alloc(1_000_003, 'abcdefg');
    const events = [
      opened(1, peer, server),
      closed(2, 'close', peer, server),
      tcp(3, server, peer, big),
      closed(4, 'close', server, peer),
    ];
    const lengths = await dissect(events, ['tcp.len'], ['-Y', 'tcp.len > 0']);
    expect(lengths.reduce((sum, [length]) => sum + Number(length), 0)).toBe(big.length);
    expect(await complaints(events)).toEqual([]);
  });

  test('a reset; four connections at once; ends that the transcript does not show', async () => {
    const clients = [1, 2, 3, 4].map((i) => end(`client ${i}`, 41_000 + i));
    const events = [
      ...clients.map((client, i) => opened(i, client, server, i + 1)),
      ...clients.map((client, i) => tcp(10 + i, client, server, `word${i}`, i + 1)),
      ...clients.map((client, i) => tcp(20 + i, server, client, `5 ${i}`, i + 1)),
      closed(30, 'reset', server, clients[0]!, 1),
      closed(31, 'close', server, clients[1]!, 2),
      closed(32, 'close', server, clients[1]!, 2),
      tcp(33, end('client 9', 41_009), server, 'from the middle', 9),
    ];
    const rows = await dissect(
      events,
      ['tcp.stream', 'tcp.flags.reset'],
      ['-Y', 'tcp.len > 0 || tcp.flags.reset == 1'],
    );
    expect(new Set(rows.map(([stream]) => stream)).size).toBe(5);
    expect(rows.filter(([, reset]) => reset === 'True' || reset === '1')).toHaveLength(1);
    // A reset is itself a warning; nothing else is.
    expect((await complaints(events)).map(([, message]) => message)).toEqual([
      'server \u2192 client 1: reset,Connection reset (RST)',
    ]);
  });

  test('IPv6, sockets bound to any address, and a mixture of families', async () => {
    const six = (party: string, port: number) => end(party, port, '2001:db8::1');
    const events = [
      udp(1, six('peer', 1), six('server', 2), 'six'),
      opened(2, six('peer', 40_000), six('server', 80)),
      tcp(3, six('peer', 40_000), six('server', 80), Buffer.alloc(70_000)),
      udp(4, end('client', 3), end('peer', 4, '::'), 'any'),
      udp(5, end('client', 3), end('peer', 4, '0.0.0.0'), 'any'),
      udp(6, end('client', 3, '::1'), end('peer', 4, '127.0.0.1'), 'mixed'),
    ];
    const rows = await dissect(events, ['ip.dst', 'ipv6.dst'], ['-Y', 'udp']);
    expect(rows).toEqual([
      ['', '2001:db8::1'],
      ['127.0.0.1', ''],
      ['127.0.0.1', ''],
      ['', '::ffff:127.0.0.1'],
    ]);
    expect(await complaints(events)).toEqual([]);
  });

  test('DNS in datagrams and over TCP', async () => {
    const resolver = end('resolver', 53, '127.0.0.53');
    const script = end('script', 50_000);
    const flags = { opcode: 0, rcode: 'NOERROR', aa: false, tc: false, rd: true, ra: false } as const;
    const query = {
      id: 7,
      kind: 'query',
      ...flags,
      questions: [{ name: 'example.test', type: 'A', class: 1 }],
    } as const;
    const sections = { authorities: [], additionals: [] };
    const asked = encodeDns({ ...query, questions: [...query.questions], answers: [], ...sections });
    const answers = [{ name: 'example.test', ttl: 60, type: 'A' as const, data: '192.0.2.1' }];
    const answered = encodeDns({
      ...query,
      questions: [...query.questions],
      kind: 'response',
      ra: true,
      answers,
      ...sections,
    });
    const framed = (data: Buffer) => Buffer.concat([Buffer.from([0, data.length]), data]);
    const events = [
      udp(1, script, resolver, asked),
      udp(2, resolver, script, answered),
      opened(3, script, resolver),
      tcp(4, script, resolver, framed(asked)),
      tcp(5, resolver, script, framed(answered).subarray(0, 9)),
      tcp(6, resolver, script, framed(answered).subarray(9)),
    ];
    const rows = await dissect(events, ['dns.qry.name', 'dns.a'], ['-Y', 'dns']);
    expect(rows).toEqual([
      ['example.test', ''],
      ['example.test', '192.0.2.1'],
      ['example.test', ''],
      ['example.test', '192.0.2.1'],
    ]);
    expect(await complaints(events)).toEqual([]);
  });

  test('notes as comments of the packet that follows, or of the last one', async () => {
    const note = (atMs: number, text: string): TranscriptEvent => ({ atMs, type: 'note', party: 'server', text });
    const rows = await dissect(
      [note(0, 'first'), udp(1, peer, server, 'x'), note(2000, 'no reply within 2 s')],
      ['frame.comment'],
    );
    expect(rows[0]![0]).toBe('server: first,peer \u2192 server: datagram,server: no reply within 2 s');
  });

  test('any exchange without complaint', async () => {
    const port = fc.integer({ min: 10_000, max: 60_000 });
    const flow = fc.record({
      client: port,
      messages: fc.array(fc.tuple(fc.boolean(), fc.uint8Array({ minLength: 1, maxLength: 200 })), { maxLength: 5 }),
      polite: fc.boolean(),
      udp: fc.boolean(),
    });
    const flows = fc.uniqueArray(flow, { selector: ({ client }) => client, minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(flows, async (all) => {
        let atMs = 0;
        const events = all.flatMap(({ client, messages, polite, udp: datagrams }, connection) => {
          const them = end('client', client);
          const us = end('peer', 9999);
          const said = messages.map(([up, data]) => {
            const [from, to] = up ? [them, us] : [us, them];
            atMs += 0.25;
            return datagrams ? udp(atMs, from, to, data) : tcp(atMs, from, to, data, connection);
          });
          if (datagrams) return said;
          const over = polite
            ? [closed(atMs, 'close', them, us, connection), closed(atMs, 'close', us, them, connection)]
            : [];
          return [opened(atMs, them, us, connection), ...said, ...over];
        });
        // Random bytes may look like any protocol: only the lower layers are asked.
        expect(await complaints(events, `tcp.analysis.flags || ${WRONG_CHECKSUM}`)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

test('the same events give the same file', () => {
  const events = [opened(1, peer, server), tcp(2, peer, server, 'word'), udp(3, peer, server, 'x')];
  expect(pcapngOf(events, STARTED_AT)).toEqual(pcapngOf(events, STARTED_AT));
});

test('every block says its own length twice and ends on a word', () => {
  const event = fc
    .tuple(fc.uint8Array({ maxLength: 64 }), fc.string({ maxLength: 30 }))
    .map(([data, text]): TranscriptEvent[] => [
      { atMs: 1, type: 'note', party: 'p', text },
      udp(2, peer, server, data),
    ]);
  fc.assert(
    fc.property(fc.array(event, { maxLength: 10 }), (groups) => {
      const file = Buffer.from(pcapngOf(groups.flat(), STARTED_AT));
      let blocks = 0;
      for (let at = 0; at < file.length; blocks += 1) {
        const length = file.readUInt32LE(at + 4);
        expect(length % 4).toBe(0);
        expect(file.readUInt32LE(at + length - 4)).toBe(length);
        at += length;
      }
      expect(blocks).toBe(2 + groups.length);
    }),
  );
});

test('a datagram larger than any that can be sent is left out', () => {
  const length = (data: Buffer) => pcapngOf([udp(1, peer, server, data)], STARTED_AT).length;
  expect(length(Buffer.alloc(65_507))).toBeGreaterThan(65_507);
  expect(length(Buffer.alloc(65_508))).toBe(length(Buffer.alloc(0)) - block(0));
  function block(payload: number) {
    return pcapngOf([udp(1, peer, server, Buffer.alloc(payload))], STARTED_AT).length - pcapngOf([], STARTED_AT).length;
  }
});

test('the checksum of RFC 1071, section 3', () => {
  expect(checksum(Buffer.from('0001f203f4f5f6f7', 'hex'))).toBe(~0xddf2 & 0xffff);
});

test.each([
  ['127.0.0.1', '192.168.1.7', '7f000001', 'c0a80107'],
  ['::ffff:10.0.0.1', '10.0.0.2', '0a000001', '0a000002'],
  ['fe80::1%lo', '2001:db8::ffff:1.2.3.4', 'fe800000000000000000000000000001', '20010db8000000000000ffff01020304'],
  ['', '', '7f000001', '7f000001'],
])('%s and %s have one family', (from, to, source, destination) => {
  const pair = addressPair(from, to);
  expect([pair.source.toString('hex'), pair.destination.toString('hex')]).toEqual([source, destination]);
});
