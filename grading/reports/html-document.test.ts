import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedJson, escapedHtml } from './html-document.js';
import { safeHref } from './links.js';

test('data embedded in a script element comes back, and can end neither the element nor a line', () => {
  const words = fc.constantFrom('</script>', '<!--', '<script>', ']]>', '\u2028', '\u2029', '&', 'ü');
  const text = fc.oneof(words, fc.string());
  const member = fc.oneof(text, fc.array(fc.oneof(text, fc.array(text))));
  fc.assert(
    fc.property(fc.dictionary(words, member, { noNullPrototype: true }), (value) => {
      const json = [...embeddedJson(value)].join('');
      expect(JSON.parse(json)).toEqual(value);
      expect(json).not.toMatch(/[<\u2028\u2029]/);
    }),
  );
});

test('escaped text has no character that means something to HTML', () => {
  expect(escapedHtml(`<a href="x" onclick='y'>&\u0000`)).toBe(
    '&#60;a href=&#34;x&#34; onclick=&#39;y&#39;&#62;&#38;\ufffd',
  );
});

test.each([
  ['students/amira.html', 'students/amira.html'],
  ['../index.html#x', '../index.html#x'],
  ['javascript:alert(1)', './javascript%3Aalert(1)'],
  [' \tjava:x', './%20%09java%3Ax'],
  ['//evil.example/x', './%2F%2Fevil.example%2Fx'],
])('the link %j leads to %j', (href, safe) => {
  expect(safeHref(href)).toBe(safe);
});
