import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../../harness/test/growth.js';
import { bareCode } from './bare-code.js';
import { hashSubmission } from './submission-hash.js';
import { temporaryFolder } from './test/class-folder.js';

test.each([
  ['.py', 'x = 1  # one\n\n\ny = 2\n', 'x=1\ny = 2'],
  ['.py', '"""About."""\nx = "#no"\n', "x = '#no'".replaceAll("'", '"')],
  ['.java', '/* a */ int x; // b\n', 'int x;'],
])('%s: comments and white space do not count', (ending, one, other) => {
  expect(bareCode(one, ending)).toBe(bareCode(other, ending));
});

test.each([
  ['.py', 'x = "a b"', 'x = "ab"'],
  ['.py', 'x = "# a"', 'x = "# b"'],
  ['.js', 'x = "// a"', 'x = "// b"'],
])('%s: what is in quotes counts', (ending, one, other) => {
  expect(bareCode(one, ending)).not.toBe(bareCode(other, ending));
});

/** Of a hundred thousand in a row each of these once took hours: one file would have held up a class. */
test.each([
  ['.js', '\\"'],
  ['.js', "\\'"],
  ['.js', '\\`'],
  ['.c', '/*a'],
  ['.py', '\\"'],
  ['.py', "\\'"],
  ['.py', '"""a\\'],
  ['.py', '\n '],
])('%s: many of %j take time in proportion at most', (ending, piece) => {
  expect(growth(5_000, (times) => bareCode(piece.repeat(times), ending))).toBeLessThan(TWICE_LINEAR);
});

test.each([
  ['.py', 'x = "a # b\ny = 1', 'x = "a # b\ny=1'],
  ['.c', 'int x; /* a', 'int x;'],
])('%s: what is never closed ends with its line or the file', (ending, one, other) => {
  expect(bareCode(one, ending)).toBe(bareCode(other, ending));
});

test('programs under other names with other comments are the same source, but not the same submission', async () => {
  const root = await temporaryFolder();
  const write = async (folder: string, files: Record<string, string>) => {
    await mkdir(join(root, folder));
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, folder, name), text);
    return hashSubmission(join(root, folder), Object.keys(files).sort());
  };
  const ali = await write('ali', { 'server.py': 'x=1\n', 'client.py': 'y=2\n' });
  const ben = await write('ben', { 'benserver.py': '# mine\nx = 1\r\n', 'a.py': 'y = 2', 'readme.txt': 'by Ben' });
  const cem = await write('cem', { 'server.py': 'x=1\n', 'client.py': 'y=3\n' });
  expect(ben.source).toBe(ali.source);
  expect(ben.submission).not.toBe(ali.submission);
  expect(cem.source).not.toBe(ali.source);
  expect(await write('empty', { 'notes.txt': 'x' })).not.toHaveProperty('source');
});
