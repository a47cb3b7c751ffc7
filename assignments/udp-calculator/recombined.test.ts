import { describe, expect, test } from 'vitest';
import { recombined } from './recombined.js';

const SUMS = { base: [21, 14], again: [21, 14], left: [26, 14], right: [21, 19] } as const;

/** The requests of a client that writes its computation so. */
function requests(write: (a: number, b: number) => Uint8Array | string) {
  const bursts = ([a, b]: readonly [number, number]) => [[Buffer.from(write(a, b) as string)]];
  return { base: bursts(SUMS.base), again: [bursts(SUMS.again)], left: bursts(SUMS.left), right: bursts(SUMS.right) };
}

describe('recombined', () => {
  test.each<[string, (a: number, b: number) => Uint8Array | string]>([
    ['text', (a, b) => `${a}|+|${b}`],
    ['JSON', (a, b) => JSON.stringify({ operator: '+', numbers: [a, b] })],
    ['binary', (a, b) => Uint8Array.of(43, 0, a, 0, b)],
    ['floating point', (a, b) => new Uint8Array(Float64Array.of(a, b).buffer)],
    ['with a key', (a, b) => Buffer.from(`${a} + ${b}`).map((byte, at) => byte ^ (31 * at))],
  ])('makes the request for both changes at once: %s', (_, write) => {
    const { made, isSharedOnly } = recombined(requests(write));
    expect(made).toEqual([[Buffer.from(write(26, 19) as string)]]);
    expect(isSharedOnly).toBe(false);
  });

  test('a result that comes along stays that of the first computation', () => {
    const { made, common } = recombined(requests((a, b) => `${a} + ${b} = ${a + b}`));
    expect(String(made)).toBe('26 + 19 = 35');
    expect(common.map(({ at }) => at)).toEqual([10, 11]);
  });

  test('several datagrams are put together each by itself', () => {
    const bursts = (a: string, b: string) => [[Buffer.from('hello')], [a, '+', b].map((text) => Buffer.from(text))];
    const base = bursts('21', '14');
    const { made } = recombined({ base, again: [base], left: bursts('26', '14'), right: bursts('21', '19') });
    expect(made).toEqual(bursts('26', '19'));
  });

  test('bytes that change by themselves stay the first request’s', () => {
    let time = 100;
    const { made } = recombined(requests((a, b) => `${a} + ${b} at ${time++}`));
    expect(String(made)).toBe('26 + 19 at 100');
  });

  test('a byte that is the same by chance once changes by itself all the same', () => {
    const seals = ['k', 'k', 'q', 'k', 'z'];
    const request = (a: number, b: number) => [[Buffer.from(`${a} + ${b} ${seals.shift()}`)]];
    const base = request(21, 14);
    const again = [request(21, 14), request(21, 14)];
    const { made } = recombined({ base, again, left: request(26, 14), right: request(21, 19) });
    expect(String(made)).toBe('26 + 19 k');
  });

  test('a request that holds the result only is the same for two computations', () => {
    const { made, isSharedOnly } = recombined(requests((a, b) => `= ${a + b}`));
    expect(made).toBeUndefined();
    expect(isSharedOnly).toBe(true);
    expect(recombined(requests((a, b) => 'x'.repeat(a + b))).isSharedOnly).toBe(true);
  });

  test('a request that is the same for everything, or another one each time, tells nothing', () => {
    let count = 0;
    for (const write of [() => '5 + 6', () => String(7919 * count++), () => 'x'.repeat(count++)]) {
      expect(recombined(requests(write))).toMatchObject({ isSharedOnly: false });
    }
  });
});
