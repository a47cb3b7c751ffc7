import { encode } from 'dns-packet';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dnsWords } from './dns-words.js';

const question = { type: 'SRV' as const, name: '_sip._tcp.oak.test' };

test.each([
  [encode({ type: 'query', id: 1, questions: [question] }), 'query SRV _sip._tcp.oak.test'],
  [encode({ type: 'response', id: 1, questions: [question] }), 'answer without records (SRV _sip._tcp.oak.test)'],
  [encode({ type: 'response', id: 1, flags: 3, questions: [question] }), 'answer NXDOMAIN (SRV _sip._tcp.oak.test)'],
  [
    encode({
      type: 'response',
      id: 1,
      questions: [question],
      answers: [{ ...question, ttl: 60, data: { priority: 5, weight: 10, port: 5060, target: 'a.oak.test' } }],
    }),
    'answer _sip._tcp.oak.test SRV 5 10 5060 a.oak.test ttl 60',
  ],
])('a message is said in words (%#)', (raw, words) => {
  expect(dnsWords(raw)).toBe(words);
});

test('bytes that are no message are not given for one, and never throw', () => {
  expect(dnsWords(Buffer.from('hello'))).toBeUndefined();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (raw) => void dnsWords(raw)));
});
