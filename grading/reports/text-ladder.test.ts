import fc from 'fast-check';
import stringWidth from 'string-width';
import stripAnsi from 'strip-ansi';
import { expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../../harness/test/growth.js';
import { bytesOf } from '../../harness/wire/bytes.js';
import type { LadderEvent } from './ladder.js';
import { HOSTILE, tcpWords, udpHello } from './page/test/sample-results.js';
import { textLadder } from './text-ladder.js';

test('a reply to the wrong port is seen at a glance', () => {
  const events = udpHello.checks[1]!.transcript!;
  expect(`\n${textLadder(events, { width: 90, color: false })}\n`).toMatchInlineSnapshot(`
    "
              server                            another port                             peer
      0.3 ms     ● starts: python3 server.py          │                                    │
       41 ms     ● prints “Server is ready”           │                                    │
       43 ms     ● listens on UDP 127.0.0.1:5550      │                                    │
       45 ms     │◄───────────────────── “copper falcon 902” → :5550 ──────────────────────│
       46 ms     ● prints “Client says: copper falcon 902”                                 │
       46 ms     │───── “Hello Client” → :6000 ──────►│                                    │
       52 ms     ■ ends with exit code 0              │                                    │
             ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 2.00 s pass ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
      2.05 s     │                                    │                no reply within 2 s !
    "
  `);
});

test('four clients at once fit a narrow terminal', () => {
  const events = tcpWords.checks[0]!.transcript!;
  expect(`\n${textLadder(events, { width: 70, color: false })}\n`).toMatchInlineSnapshot(`
    "
              server       peer 1        peer 2       peer 3       peer 4
      0.3 ms     ● starts: java Server.java │            │            │
             ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 612 ms pass ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
      612 ms     ● listens on TCP 192.168.1.7:9999       │            │
      613 ms     │◄ connects ╌│             │            │            │
      614 ms     │◄╌╌╌ connects to :9999 ╌╌╌│            │            │
      615 ms     │◄╌╌╌╌ connects to 192.168.1.7:9999 ╌╌╌╌│            │
      616 ms     │◄╌╌╌╌╌╌╌╌╌╌ connects to 192.168.1.7:9999 ╌╌╌╌╌╌╌╌╌╌╌│
      620 ms     │◄ “obsidi…” │             │            │            │
      621 ms     │◄─────── “тетрадь” ───────│            │            │
      623 ms     │◄─────────────── “kiwi” ───────────────│            │
      624 ms     │◄─────────────────── “marzipan” ────────────────────│
      625 ms     ● prints “client 1: obsidian”           │            │
      626 ms     │ “Length…” ►│             │            │            │
      626 ms     │╌ closes ╌╌►│             │            │            │
      627 ms     ● prints “client 2: тетрадь”            │            │
      628 ms     │ “Length: 7, first cha…” ►│            │            │
      628 ms     │╌╌╌╌╌╌╌╌ closes ╌╌╌╌╌╌╌╌╌►│            │            │
      629 ms     ● prints “client 3: kiwi”  │            │            │
      630 ms     │─ “Length: 4, first character: k\\n” ──►│            │
      630 ms     │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ closes ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌►│            │
      633 ms     │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ resets ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌✗│
      640 ms     ■ ended by SIGSEGV         │            │            │
             ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 2.00 s pass ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
      2.64 s     │            │connection reset before an answer came !
    "
  `);
});

test('colour changes nothing but the colour', () => {
  const events = tcpWords.checks[0]!.transcript!;
  const coloured = textLadder(events, { width: 100, color: true });
  const plain = textLadder(events, { width: 100, color: false });
  expect(coloured).not.toBe(plain);
  const unpadded = (text: string) => text.split('\n').map((line) => line.trimEnd());
  expect(unpadded(stripAnsi(coloured))).toEqual(unpadded(plain));
});

test('whatever crosses the wire or the terminal, every line fits and nothing acts on the terminal', () => {
  const party = fc.constantFrom(
    'server',
    'client',
    'client 2',
    'peer',
    'peer 2',
    'peer 3',
    'peer 4',
    'peer 5',
    'some other port',
  );
  const data = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.constant(HOSTILE),
      fc.constant('字'.repeat(200)),
      fc.constant('👩‍💻 '.repeat(40)),
    )
    .map((text) => bytesOf(Buffer.from(text)));
  const address = fc.record({ party, address: fc.ipV4(), port: fc.nat(65535) });
  const event = fc.oneof(
    fc.record({
      type: fc.constantFrom('stdin' as const, 'stdout' as const, 'stderr' as const),
      atMs: fc.nat(5000),
      party,
      data,
    }),
    fc.record({ type: fc.constant('datagram' as const), atMs: fc.nat(5000), from: address, to: address, data }),
    fc.record({
      type: fc.constantFrom('close' as const, 'reset' as const, 'connect' as const),
      atMs: fc.nat(5000),
      connection: fc.nat(3),
      from: address,
      to: address,
    }),
    fc.record({
      type: fc.constant('note' as const),
      atMs: fc.nat(5000),
      party,
      text: fc.constantFrom('no reply within 2 s', HOSTILE),
    }),
  ) as fc.Arbitrary<LadderEvent>;
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 60, max: 130 }),
      (events, width) => {
        const text = textLadder(events, { width, color: false });
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(text.replaceAll('\n', '').replace(/[\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      },
    ),
    { numRuns: 150 },
  );
});

test('an exchange in which nothing was seen says so', () => {
  expect(textLadder([], { width: 80, color: false })).toBe('nothing was seen');
});

test('large datagrams take time in proportion at most', () => {
  const [from, to] = [
    { party: 'client', address: '127.0.0.1', port: 61_000 },
    { party: 'peer', address: '127.0.0.1', port: 5550 },
  ];
  const ladder = (letters: number) => {
    const data = bytesOf('漢'.repeat(letters));
    const events = Array.from({ length: 20 }, (_, at): LadderEvent => ({ type: 'datagram', atMs: at, from, to, data }));
    return textLadder(events, { width: 80, color: false });
  };
  expect(ladder(20_000).split('\n')).toHaveLength(21);
  expect(growth(5_000, ladder)).toBeLessThan(TWICE_LINEAR);
});
