import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../run/random.js';
import { reverseName } from './dns-random.js';
import { addressesIn, nameSpace, reversedAddress } from './name-space.js';

const space = (seed = 'names') => {
  const random = new Random(seed);
  return nameSpace((max) => random.int(0, max - 1));
};

describe('nameSpace', () => {
  it('gives every address a name that leads back to it', () => {
    const { wildcard, isReverseName } = space();
    const addresses = [
      ...addressesIn(wildcard('yahoo.com', 'A')!),
      ...addressesIn(wildcard('yahoo.com', 'AAAA')!),
      '8.8.8.8',
    ];
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      const pointer = wildcard(reverseName(address), 'PTR')!.find((record) => record.type === 'PTR');
      const name = pointer!.data as string;
      expect(isReverseName(name)).toBe(true);
      expect(addressesIn(wildcard(name, 'A')!).map((found) => reverseName(found))).toEqual([reverseName(address)]);
    }
  });

  it('has other records with another seed', () => {
    expect(space('one').wildcard('yahoo.com', 'A')).not.toEqual(space('two').wildcard('yahoo.com', 'A'));
    expect(space('one').wildcard('yahoo.com', 'A')).toEqual(space('one').wildcard('yahoo.com', 'A'));
  });

  it.each(['http://www.google.com/', 'two words.com', '-a.com', 'a..com', '5.2.192.in-addr.arpa'])(
    'knows nothing of %j',
    (name) => {
      expect(space().wildcard(name, 'A')).toBeUndefined();
    },
  );
});

it('reversedAddress undoes reverseName', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(reversedAddress(reverseName(address))).toBe(address);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
      const address = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
      expect(reversedAddress(reverseName(address))).toBe(address);
    }),
  );
  expect(reversedAddress('yahoo.com')).toBeUndefined();
});
