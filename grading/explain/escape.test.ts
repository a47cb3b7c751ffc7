import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText, html, visible, visibleLines, withoutPaths, xmlText } from './escape.js';
import { attacks } from './test/results.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...attacks),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

describe('visible', () => {
  it.each([
    ['\u001b[31mred', '␛[31mred'],
    ['11\n', '11↵'],
    ['a\tb\r', 'a␉b␍'],
    ['\u009bK', '\\x9bK'],
    ['\u202e0/001', '\\u202e0/001'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['a\u200db', 'a\u200db'],
    ['1\u200d2', '1\\u200d2'],
    ['a\u3164b\u2800c\u034fd', 'a\\u3164b\\u2800c\\u034fd'],
    ['a\ufe0fb ❤\ufe0f', 'a\\ufe0fb ❤\ufe0f'],
    ['👩‍👩‍👧 می‌خواهم مرحبا é', '👩‍👩‍👧 می‌خواهم مرحبا é'],
  ])('shows %j as %j', (text, shown) => expect(visible(text)).toBe(shown));

  it('lets through no control, format or unpaired character, whatever it is given', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = visible(text).replace(/(?<=[\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]/gu, '');
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(visible(text)).not.toMatch(/\p{M}{6}/u);
      }),
    );
  });

  it('splits lines at line feeds only, with or without a carriage return', () => {
    expect(visibleLines('a\r\nb\rc\n\nd\n')).toEqual(['a', 'b␍c', '', 'd']);
    expect(visibleLines('')).toEqual([]);
  });
});

it('html leaves no character that could begin markup or end an attribute', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(html(text)).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});

it('xmlText keeps only what XML 1.0 allows, and keeps lines and tabs', () => {
  expect(xmlText('a\r\n\tb\u0000\uffff')).toBe('a\n\tb␀\\uffff');
  const allowed = /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
  fc.assert(
    fc.property(anything, (text) => {
      expect(xmlText(text)).toMatch(allowed);
    }),
  );
});

it.each(['=1+1', '+1', '-1', '@A1', ' =1', '\t=1', '\r\n=1', '＝1'])('csvText makes no formula of %j', (text) => {
  expect(csvText(text)).toBe(`'${visible(text)}`);
});
it('csvText leaves an ordinary name alone', () => expect(csvText("O'Neill, Sara")).toBe("O'Neill, Sara"));

describe('withoutPaths', () => {
  it.each([
    ['File "/tmp/a b/../x/work/server.py", line 3', /^File ".*server\.py", line 3$/],
    ['at file:///home/me/hw/server.js:4:9', /^at server\.js:4:9$/],
    ['/home/me/hw/Server.java:4: error: cannot find symbol', /^Server\.java:4: error: cannot find symbol$/],
    ["can't open file 'C:\\Users\\me\\hw\\server.py'", /^can't open file 'server\.py'$/],
    [
      'see https://docs.python.org/3/library/socket.html',
      /^see https:\/\/docs\.python\.org\/3\/library\/socket\.html$/,
    ],
    ["Too many open files: '/dev/null'", /^Too many open files: '\/dev\/null'$/],
    ['#include "/etc/hosts"', /^#include "\/etc\/hosts"$/],
    ['7 / 2, (/, 5, 6), 7/2, 05/06/2026, and/or', /^7 \/ 2, \(\/, 5, 6\), 7\/2, 05\/06\/2026, and\/or$/],
  ])('%j', (text, expected) => {
    expect(withoutPaths(text)).toMatch(expected);
    expect(withoutPaths(text)).not.toMatch(/\/(tmp|home|Users)\b|C:\\/);
  });
});
