import { expect, it } from 'vitest';
import type { Role } from '../../harness/run/verdict.js';
import { CAUSE_CODES, hintFor } from './hints.js';

const roles: Role[] = ['server', 'client', 'script'];
/** Hints that name both kinds of calls, because one course teaches both. */
const forBoth = new Set([
  'not-concurrent',
  'not-closed',
  'stale',
  'cpu',
  'output-flood',
  'processes',
  'echo',
  'wrong-transport',
]);

it('never tells a UDP program about connections, nor a TCP program about datagrams', () => {
  for (const code of CAUSE_CODES.filter((one) => !forBoth.has(one))) {
    for (const role of roles) {
      expect(hintFor(code, { role, transport: 'udp' }), code).not.toMatch(
        /`(accept|connect|listen|recv|send)`|SOCK_STREAM/,
      );
      if (code === 'misdirected-reply') continue; // A TCP reply cannot go astray.
      expect(hintFor(code, { role, transport: 'tcp' }), code).not.toMatch(/sendto|SOCK_DGRAM/);
    }
  }
});

it('names the socket type that is asked when the other one was used', () => {
  expect(hintFor('wrong-transport', { role: 'server', transport: 'udp' })).toContain('SOCK_DGRAM');
  expect(hintFor('wrong-transport', { role: 'server', transport: 'tcp' })).toContain('SOCK_STREAM');
});

it('is one to three plain sentences that fit below a failure', () => {
  for (const code of CAUSE_CODES) {
    for (const role of roles) {
      for (const transport of ['udp', 'tcp'] as const) {
        const hint = hintFor(code, { role, transport });
        expect(hint.length, `${code}: ${hint}`).toBeLessThan(250);
        expect(hint, code).toMatch(/^[A-Z].*[.?]$/);
        expect(hint, code).not.toMatch(/undefined|\n/);
      }
    }
  }
});
