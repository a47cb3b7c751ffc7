import unicodeWidth from 'string-width';
import { expect, test } from 'vitest';
import { stringWidth } from './string-width.js';

test('every text is as wide as the tables of Unicode say', () => {
  const all = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code));
  for (const one of all)
    expect(stringWidth(`a${one}b`), one.codePointAt(0)?.toString(16)).toBe(unicodeWidth(`a${one}b`));
  const words = [
    'a─►“b”…',
    'مرحبا zisulal',
    '日本',
    '👨‍👩‍👧',
    'e\u0301',
    '☎️',
    '▶️',
    '↔️',
    '\u001b[31mred\u001b[39m',
    'a\tb',
    '한',
  ];
  for (const word of words) expect(stringWidth(word), word).toBe(unicodeWidth(word));
});
