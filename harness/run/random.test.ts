import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from './random.js';

/** One of everything that can be drawn. */
function draws(random: Random): unknown[] {
  return [
    random.int(0, 1_000_000),
    random.word(),
    random.phrase(),
    random.otherTimeMs(),
    random.port(),
    random.pick(['a', 'b', 'c']),
    random.shuffle([1, 2, 3, 4, 5]),
  ];
}

describe('Random', () => {
  test('the same seed gives the same draws, in every run of the program', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draws(new Random(seed))).toEqual(draws(new Random(seed)));
      }),
    );
    expect([new Random('a').int(0, 1_000_000), new Random('a').word(7)]).toEqual([998_921, 'tedafup']);
  });

  test('other seeds give other draws', () => {
    const words = Array.from({ length: 500 }, (_, seed) => new Random(String(seed)).phrase());
    expect(new Set(words).size).toBe(500);
  });

  test('a fork is the same however much was drawn before it, and draws from it shift nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(20), (seed, name, drawn) => {
        const random = new Random(seed);
        for (let at = 0; at < drawn; at++) random.int(0, 9);
        expect(draws(random.fork(name))).toEqual(draws(new Random(seed).fork(name)));
        const [one, other] = [new Random(seed), new Random(seed)];
        draws(one.fork(name));
        expect(draws(one)).toEqual(draws(other));
      }),
    );
  });

  test('forks of other names draw something else', () => {
    const random = new Random('seed');
    const ports = Array.from({ length: 200 }, (_, at) => random.fork(`check ${at}`).phrase());
    expect(new Set(ports).size).toBe(200);
    expect(random.fork('a').fork('b').phrase()).not.toBe(random.fork('b').fork('a').phrase());
  });

  test('whole numbers lie within their bounds, and reach both', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(2000), (seed, least, more) => {
        const number = new Random(seed).int(least, least + more);
        expect(Number.isInteger(number) && number >= least && number <= least + more).toBe(true);
      }),
    );
    const random = new Random('bounds');
    expect(new Set(Array.from({ length: 100 }, () => random.int(1, 3)))).toEqual(new Set([1, 2, 3]));
  });

  test('words are lower-case letters of the length that was asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, letters) => {
        expect(new Random(seed).word(letters)).toMatch(new RegExp(`^[a-z]{${letters}}$`));
      }),
    );
    expect(new Random('x').phrase(4).split(' ')).toHaveLength(4);
  });

  test('a shuffle has every item once, a pick is one of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(), { minLength: 1 }), (seed, items) => {
        const random = new Random(seed);
        expect(random.shuffle(items).toSorted()).toEqual(items.toSorted());
        expect(items).toContain(random.pick(items));
      }),
    );
  });

  test('another time is certainly not now: years ahead, its day no month, its hour after noon', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const time = new Date(new Random(seed).otherTimeMs());
        expect(time.getUTCFullYear()).toBeGreaterThan(2030);
        expect(time.getUTCDate()).toBeGreaterThan(12);
        expect(time.getUTCHours()).toBeGreaterThan(12);
        expect(Math.min(time.getUTCMinutes(), time.getUTCSeconds(), time.getUTCMilliseconds())).toBeGreaterThan(9);
      }),
    );
  });

  test('a port is one that neither courses nor the kernel use', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const port = new Random(seed).port();
        expect(port >= 20_000 && port < 30_000).toBe(true);
      }),
    );
  });
});
