import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { framed, frameOf, unframed } from './frame.js';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('a frame', () => {
  test.each([
    ['DataOutputStream.writeUTF', '00 05 31 34 3a 30 35'],
    ['struct.pack("!I", …)', '00 00 00 05 31 34 3a 30 35'],
    ['struct.pack("<I", …)', '05 00 00 00 31 34 3a 30 35'],
    ['ObjectOutputStream.writeObject', 'ac ed 00 05 74 00 05 31 34 3a 30 35'],
  ])('%s is found, taken off, and put around another text', (_name, bytes) => {
    const message = hex(bytes);
    const frame = frameOf(message);
    expect(unframed(message, frame)).toBe('14:05');
    expect(framed('14:05', frame)).toEqual(message);
    const other = framed('2031-02-03 Grüße', frame);
    expect(unframed(other, frameOf(other))).toBe('2031-02-03 Grüße');
  });

  test('no text has one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(frameOf(Buffer.from(text))).toBeUndefined();
      }),
    );
    expect(unframed(Buffer.from('14:05:59'), undefined)).toBe('14:05:59');
    expect(framed('14:05:59', undefined)).toEqual(Buffer.from('14:05:59'));
  });

  test('a buffer of which only the beginning is used has none', () => {
    expect(frameOf(Buffer.concat([Buffer.from('14:05:59'), Buffer.alloc(92)]))).toBeUndefined();
  });
});
