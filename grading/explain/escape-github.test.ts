import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, TWICE_LINEAR } from '../../harness/test/growth.js';
import { markdownBlock, markdownText, workflowLog, workflowMessage, workflowProperty } from './escape-github.js';
import { attacks } from './test/results.js';

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...attacks));

/** What GitHub's runner makes of a command: commands separated by two colons, properties by commas, then unescaped. */
function readCommand(line: string) {
  const [, name, properties = '', message = ''] = line.match(/^::([a-z-]+) ?(.*?)::(.*)$/)!;
  const plain = (text: string) =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  const pairs = properties.split(',').map((pair) => pair.split('=', 1).concat(pair.slice(pair.indexOf('=') + 1)));
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key, value]) => [key, plain(value!)])),
    message: plain(message),
  };
}

describe('workflow commands', () => {
  it('carry any text in one line, whole, and no second command', () => {
    fc.assert(
      fc.property(anything, anything, (title, message) => {
        const line = `::error title=${workflowProperty(title)}::${workflowMessage(message)}`;
        expect(line).not.toMatch(/[\r\n]/);
        const read = readCommand(line);
        expect(Object.keys(read.properties)).toEqual(['title']);
        expect(read.name).toBe('error');
      }),
    );
  });

  it('show lines as lines and signs as themselves', () => {
    const read = readCommand(
      `::error title=${workflowProperty('a: 100%, b')}::${workflowMessage('5 % 3\nis 2, not: 1')}`,
    );
    expect(read).toEqual({ name: 'error', properties: { title: 'a: 100%, b' }, message: '5 % 3\nis 2, not: 1' });
  });

  it('are not looked for between the two lines of a fence', () => {
    expect(workflowLog('::error::x\n', 'k3y')).toBe('::stop-commands::k3y\n::error::x\n::k3y::\n');
  });
});

describe('Markdown', () => {
  it('a block ends where it should, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', '\n', 'a', ' ') }), (text) => {
        const lines = markdownBlock(text).split('\n');
        const fence = lines.at(-1)!;
        expect(fence).toMatch(/^`{3,}$/);
        expect(lines[0]).toBe(`${fence}text`);
        expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
      }),
    );
  });

  it.each([
    ['<img src=x>', '&#60;img src\\=x&#62;'],
    ['a | b', 'a \\| b'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['@everyone', '@<!-- -->everyone'],
    ['http://evil.example', 'http://<!-- -->evil.example'],
    ['a\nb', 'a↵b'],
  ])('%j is text', (text, expected) => expect(markdownText(text)).toBe(expected));
});

it.each(['\n', '`', '`a', '\n`'])(
  'however long a text of %j is, the time to write it grows with its length',
  (piece) => {
    const write = (length: number) => {
      const text = `${piece.repeat(length / piece.length)}x`;
      return [markdownBlock(text), workflowLog(text, 'token'), markdownText(text), workflowMessage(text)];
    };
    expect(growth(40_000, write)).toBeLessThan(TWICE_LINEAR);
    expect(() => write(300_000)).not.toThrow();
  },
);
