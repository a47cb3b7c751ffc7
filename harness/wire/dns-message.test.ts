import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DnsMessage, type DnsRecord, decodeDns, encodeDns, RCODES } from './dns-message.js';

const hex = (text: string) => Buffer.from(text.replace(/\s+/g, ''), 'hex');

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
const u16 = fc.nat(0xffff);
const u32 = fc.nat(0xffffffff);
const data: fc.Arbitrary<{ type: DnsRecord['type']; data: unknown }> = fc.oneof(
  fc.record({ type: fc.constant('A' as const), data: fc.ipV4() }),
  fc.record({
    type: fc.constant('AAAA' as const),
    data: fc.constantFrom('2001:db8::1', '::1', '2001:db8:1:2:3:4:5:6'),
  }),
  fc.record({ type: fc.constantFrom('CNAME' as const, 'NS' as const, 'PTR' as const), data: name }),
  fc.record({ type: fc.constant('MX' as const), data: fc.record({ preference: u16, exchange: name }) }),
  fc.record({
    type: fc.constant('SRV' as const),
    data: fc.record({ priority: u16, weight: u16, port: u16, target: name }),
  }),
  fc.record({
    type: fc.constant('SOA' as const),
    data: fc.record({ mname: name, rname: name, serial: u32, refresh: u32, retry: u32, expire: u32, minimum: u32 }),
  }),
  fc.record({
    type: fc.constant('TXT' as const),
    data: fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 3 }),
  }),
);
const record = fc.tuple(name, u32, data).map(([owner, ttl, rest]) => ({ name: owner, ttl, ...rest }) as DnsRecord);
const message: fc.Arbitrary<DnsMessage> = fc.record(
  {
    id: u16,
    kind: fc.constantFrom('query' as const, 'response' as const),
    opcode: fc.nat(5),
    rcode: fc.constantFrom(...RCODES),
    aa: fc.boolean(),
    tc: fc.boolean(),
    rd: fc.boolean(),
    ra: fc.boolean(),
    questions: fc.array(
      fc.record({ name, type: fc.constantFrom('A', 'MX', 'ANY', 'TYPE65'), class: fc.constantFrom(1, 3) }),
      { maxLength: 2 },
    ),
    answers: fc.array(record, { maxLength: 4 }),
    authorities: fc.array(record, { maxLength: 2 }),
    additionals: fc.array(record, { maxLength: 2 }),
    edns: fc.record({
      udpPayloadSize: fc.integer({ min: 512, max: 4096 }),
      version: fc.nat(1),
      extendedRcode: fc.nat(255),
    }),
  },
  {
    requiredKeys: [
      'id',
      'kind',
      'opcode',
      'rcode',
      'aa',
      'tc',
      'rd',
      'ra',
      'questions',
      'answers',
      'authorities',
      'additionals',
    ],
  },
);

test('what is written is read back, and writing changes nothing', () => {
  fc.assert(
    fc.property(message, (original) => {
      const before = structuredClone(original);
      const decoded = decodeDns(encodeDns(original));
      expect(decoded).toEqual({ ok: true, message: original });
      expect(original).toEqual(before);
    }),
  );
});

test('a message cut anywhere is refused, and so is one with bytes behind it', () => {
  fc.assert(
    fc.property(message, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 }), (original, cut, more) => {
      const bytes = encodeDns(original);
      const at = cut % bytes.length;
      expect(decodeDns(bytes.subarray(0, at))).toMatchObject({ ok: false });
      expect(decodeDns(Buffer.concat([bytes, more]))).toMatchObject({ ok: false, at: bytes.length });
    }),
  );
});

test('any bytes are read or refused, never thrown over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void decodeDns(bytes)),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(message, fc.nat(), fc.nat(255), (original, at, value) => {
      const bytes = encodeDns(original);
      bytes[at % bytes.length] = value;
      decodeDns(bytes);
    }),
    { numRuns: 2000 },
  );
});

describe('messages written by hand', () => {
  const header = '1234 8180 0001 0001 0000 0000';
  const question = '03777777 076578616d706c65 03636f6d 00 0001 0001';

  test('compressed names are followed', () => {
    const decoded = decodeDns(hex(`${header} ${question} c00c 0005 0001 0000003c 0007 046d61696c c010`));
    expect(decoded).toMatchObject({
      ok: true,
      message: { answers: [{ name: 'www.example.com', type: 'CNAME', ttl: 60, data: 'mail.example.com' }] },
    });
  });

  test('the codec itself would read a short address as 10.0.0.undefined', () => {
    expect(decodeDns(hex(`${header} ${question} c00c 0001 0001 0000003c 0003 0a0000`))).toMatchObject({ ok: false });
    expect(decodeDns(hex(`${header} ${question} c00c 0001 0001 0000003c 0005 0a00000102`))).toMatchObject({
      ok: false,
      at: 49,
      why: "a record's data ends at byte 49, its length says 50",
    });
  });

  test.each([
    ['a pointer to itself', `${header} ${question} c021 0001 0001 0000003c 0004 0a000001`, 33],
    ['a pointer forwards', `${header} ${question} c030 0001 0001 0000003c 0004 0a000001`, 33],
    ['a pointer into the header', `${header} ${question} c002 0001 0001 0000003c 0004 0a000001`, 33],
    ['a reserved label type', `${header} 43777777 00 0001 0001`, 12],
    ['a name without an end', `${header} 03777777`, 16],
    ['half a header', '1234 8180', 4],
    ['an MX record without its name', `${header} ${question} c00c 000f 0001 0000003c 0002 000a`, 47],
    ['a TXT string beyond its record', `${header} ${question} c00c 0010 0001 0000003c 0002 0561`, 51],
  ])('%s is refused', (_name, bytes, at) => {
    expect(decodeDns(hex(bytes))).toMatchObject({ ok: false, at });
  });

  test('a type that we do not speak keeps its bytes', () => {
    const decoded = decodeDns(hex(`${header} ${question} c00c 0063 0001 0000003c 0003 010203`));
    expect(decoded).toMatchObject({
      ok: true,
      message: { answers: [{ type: 'other', number: 99, data: hex('010203') }] },
    });
  });
});

test.each(['a..b', `${'x'.repeat(64)}.com`, Array(130).fill('ab').join('.')])('%s is no name', (bad) => {
  const empty = {
    id: 1,
    kind: 'query',
    opcode: 0,
    rcode: 'NOERROR',
    aa: false,
    tc: false,
    rd: true,
    ra: false,
  } as const;
  const questions = [{ name: bad, type: 'A', class: 1 }];
  expect(() => encodeDns({ ...empty, questions, answers: [], authorities: [], additionals: [] })).toThrow(RangeError);
});
