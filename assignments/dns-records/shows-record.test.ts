import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../harness/index.js';
import { falseTtl, missingOf, statedTtls } from './shows-record.js';

const at = { name: 'kofita.com', ttl: 4321 };
const mx: DnsRecord = { ...at, type: 'MX', data: { preference: 17, exchange: 'mx-lomak.kofita.com' } };
const srv: DnsRecord = {
  ...at,
  type: 'SRV',
  data: { priority: 4, weight: 61, port: 20811, target: 'sip-luned.kofita.com' },
};
const soa: DnsRecord = {
  ...at,
  type: 'SOA',
  data: {
    mname: 'ns1-tivor.kofita.com',
    rname: 'admin-gub.kofita.com',
    serial: 1609860190,
    refresh: 1,
    retry: 2,
    expire: 3,
    minimum: 4,
  },
};
const alias: DnsRecord = { ...at, type: 'CNAME', data: 'host-ziruk.kofita.com' };

describe('missingOf', () => {
  it.each([
    ['as dnspython writes it', mx, '17 mx-lomak.kofita.com.'],
    ['in columns, the other way round', mx, 'MX   mx-lomak.kofita.com    17'],
    ['as Node prints an object', mx, "{ exchange: 'mx-lomak.kofita.com', priority: 17 }"],
    ['as JSON with a line for each field', mx, '{\n  "exchange": "MX-LOMAK.kofita.com",\n  "priority": 17\n}'],
    ['with labels', srv, 'SRV: priority=4 weight=61 port=20811 target=sip-luned.kofita.com. (ttl 4321)'],
    ['as dnspython writes it', srv, '4 61 20811 sip-luned.kofita.com.'],
    ['with labels', soa, 'server: ns1-tivor.kofita.com. mail: admin-gub.kofita.com. serial: 1609860190'],
    ['at the end of a sentence', alias, 'www.kofita.com is an alias of host-ziruk.kofita.com.'],
  ])('is content %s', (_, record, output) => {
    expect(missingOf(record, output)).toBeUndefined();
  });

  it.each([
    ['the preference is not there', mx, 'MX mx-lomak.kofita.com. (TTL 4321)', '17'],
    ['the preference is a part of another number', mx, '117 mx-lomak.kofita.com. 17.2.0.192.in-addr.arpa', '17'],
    ['it is another server', mx, '17 mx-lomak.kofita.com.example.org', 'mx-lomak'],
    ['it is a longer name', alias, 'my-host-ziruk.kofita.com', 'host-ziruk'],
    ['priority and weight are swapped', srv, 'priority: 61 weight: 4 port: 20811 sip-luned.kofita.com', 'priority'],
    ['the serial is missing', soa, 'serial: 24635 ns1-tivor.kofita.com. admin-gub.kofita.com.', 'serial'],
    ['nothing was printed', soa, '', 'ns1-tivor'],
  ])('says what is missing when %s', (_, record, output, missing) => {
    expect(missingOf(record, output)).toContain(missing);
  });
});

describe('falseTtl', () => {
  const address: DnsRecord = { ...at, type: 'A', data: '192.0.2.7' };
  const server: DnsRecord = { ...mx, ttl: 777 };
  const answers = [
    { name: at.name, records: [address] },
    { name: at.name, records: [server] },
  ];

  it.each([
    ['no TTL at all', 'A 192.0.2.7\nMX 17 mx-lomak.kofita.com.'],
    ['each its own', 'kofita.com. 4321 IN A 192.0.2.7\nkofita.com. 777 IN MX 17 mx-lomak.kofita.com.'],
    ['a cache that counts down', 'A 192.0.2.7 4319\nMX 17 mx-lomak.kofita.com. ttl=775'],
    ['one of two in a line', '192.0.2.7 (4321) 17 mx-lomak.kofita.com.'],
  ])('is content with %s', (_, output) => {
    expect(falseTtl(output, answers)).toBeUndefined();
  });

  it.each([
    ['one that no answer has', 'A 192.0.2.7 TTL 60', { stated: 60, right: 4321 }],
    ['that of another answer', 'kofita.com. 4321 IN MX 17 mx-lomak.kofita.com.', { stated: 4321, right: 777 }],
  ])('sees %s', (_, output, found) => {
    expect(falseTtl(output, answers)).toEqual(found);
  });

  it('takes a number of the record itself for no TTL', () => {
    const port = { ...srv, ttl: 777, data: { ...srv.data, port: at.ttl } };
    const all = [answers[0]!, { name: `_sip._tcp.${at.name}`, records: [port] }];
    expect(falseTtl('4 61 4321 sip-luned.kofita.com.', all)).toBeUndefined();
  });
});

describe('statedTtls', () => {
  it.each([
    ['TTL = 3600', [3600]],
    ['192.0.2.1 (ttl 61)', [61]],
    ['{"ttl": 5, "address": "192.0.2.1"}', [5]],
    ['A | TTL | 77', [77]],
    ['type ttl data\nA 61 192.0.2.1', []],
    ['no TTL here: 5 records', []],
    ['192.0.2.1 in 61 s', []],
  ])('reads %j', (output, ttls) => {
    expect(statedTtls(output)).toEqual(ttls);
  });
});
