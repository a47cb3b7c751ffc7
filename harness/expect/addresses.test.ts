import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesShown, longForm, showsAddress } from './addresses.js';

describe('showsAddress', () => {
  it.each([
    ['Host-->>192.0.2.7', '192.0.2.7'],
    ["('www', [], ['192.0.2.7'])", '192.0.2.7'],
    ['The address is 192.0.2.7.', '192.0.2.7'],
    ['AAAA 2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['[2001:db8::1]:53', '2001:0db8::0001'],
    ['AAAA: 2001:db8:0:0:0:0:0:1 (ttl 5)', '2001:db8::1'],
    ['mapped ::ffff:192.0.2.7', '::ffff:c000:207'],
  ])('finds it in %j', (text, address) => {
    expect(showsAddress(text, address)).toBe(true);
  });

  it.each([
    ['192.0.2.71', '192.0.2.7'],
    ['1192.0.2.7', '192.0.2.7'],
    ['7.2.0.192.in-addr.arpa', '192.0.2.7'],
    ['192.0.2.7.5', '192.0.2.7'],
    ['2001:db8::10', '2001:db8::1'],
    ['at 12:30:45', '::1'],
  ])('does not take %j for it', (text, address) => {
    expect(showsAddress(text, address)).toBe(false);
  });

  it('knows every address in every spelling', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(longForm(longForm(address))).toBe(longForm(address));
        expect(showsAddress(`AAAA ${longForm(address)}`, address)).toBe(true);
        expect(showsAddress(`AAAA ${address.toUpperCase()}`, longForm(address))).toBe(true);
      }),
    );
  });

  it('lists what stands in a text', () => {
    expect(addressesShown('a 192.0.2.1, 10.0.0.1:53 and ::1; not 300.1.1.1 or 9.2.0.192.in-addr.arpa')).toEqual([
      '192.0.2.1',
      '10.0.0.1',
      '0000:0000:0000:0000:0000:0000:0000:0001',
    ]);
  });
});
