import { expect, it } from 'vitest';
import type { CauseCode, Role } from '../../harness/run/verdict.js';
import { hintFor } from './hints.js';

const roles: Role[] = ['server', 'client', 'script'];
const codes = [
  ...['no-program', 'does-not-build', 'died-at-start', 'missing-module', 'usage', 'never-listened', 'never-sent'],
  ...['wrong-transport', 'no-reply', 'empty-reply', 'extra-reply', 'misdirected-reply', 'mismatch', 'echo', 'constant'],
  ...['stale', 'not-printed', 'not-read', 'not-closed', 'not-concurrent', 'crashed', 'timeout', 'memory', 'cpu'],
  ...['output-flood', 'file-size', 'processes', 'private-format'],
] as CauseCode[];

it('never tells a UDP program about connections, nor a TCP program about datagrams', () => {
  for (const code of codes.filter((one) => one !== 'wrong-transport')) {
    for (const role of roles) {
      expect(hintFor(code, { role, transport: 'tcp' }), code).not.toMatch(
        code === 'misdirected-reply' ? /$./ : /sendto|SOCK_DGRAM/,
      );
      if (['not-concurrent', 'not-closed', 'stale', 'cpu', 'output-flood', 'processes', 'echo'].includes(code))
        continue;
      expect(hintFor(code, { role, transport: 'udp' }), code).not.toMatch(
        /`(accept|connect|listen|recv|send)`|SOCK_STREAM/,
      );
    }
  }
});

it('names the socket type that is asked when the other one was used', () => {
  expect(hintFor('wrong-transport', { role: 'server', transport: 'udp' })).toContain('SOCK_DGRAM');
  expect(hintFor('wrong-transport', { role: 'server', transport: 'tcp' })).toContain('SOCK_STREAM');
});

it('is one to three plain sentences that fit below a failure', () => {
  for (const code of codes) {
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
