import { describe, expect, test } from 'vitest';
import { nearPrograms } from './near-program.js';

const PYTHON = 'import socket\ns = socket.socket()\n';
const file = (path: string, text?: string) => ({ path, executable: false, ...(text === undefined ? {} : { text }) });
const sentences = (...given: Parameters<typeof nearPrograms>) => nearPrograms(...given).map(({ sentence }) => sentence);
const told = (path: string, text?: string) => sentences([file(path, text)], 'server', false);

describe('what was meant as a program is named, with what to do', () => {
  test.each([
    ['server.py.txt', '', 'server.py.txt is a text file: rename it to server.py and hand it in again.'],
    [
      'src/Server.java.TXT',
      '',
      'src/Server.java.TXT is a text file: rename it to src/Server.java and hand it in again.',
    ],
    ['server.txt', PYTHON, 'server.txt is a text file: if it is Python, rename it to server.py and hand it in again.'],
    ['server.txt', '#include <stdio.h>\n', expect.stringContaining('if it is C, rename it to server.c')],
    ['server.txt', 'import java.net.*;\nclass A { static void main(String[] a) {} }', expect.stringContaining('Java')],
    ['server.txt', 'const net = require("net");', expect.stringContaining('JavaScript')],
    [
      'server',
      PYTHON,
      'server has no ending that says its language: if it is Python, rename it to server.py and hand it in again.',
    ],
    ['server.ipynb', '{}', expect.stringContaining('notebook')],
    ['server.docx', undefined, 'server.docx is a document: hand in the program itself, saved as plain text.'],
    ['server.rar', undefined, 'server.rar is an archive: unpack it and hand in what is in it.'],
    ['Server.class', undefined, expect.stringContaining('hand in its source')],
    [
      'Server.cs',
      'class A {}',
      expect.stringMatching(/^Server\.cs is C#, which is not graded here; Python, .*shell are\.$/),
    ],
    ['server.py', '\n', 'server.py is empty.'],
    ['server.py', undefined, expect.stringContaining('is not plain text')],
  ])('%s', (path, text, sentence) => {
    expect(told(path, text)).toEqual([sentence]);
  });
});

test.each([
  ['notes.txt', 'I import my ideas from elsewhere.'],
  ['README.md', '# Homework\nimport socket'],
  ['requirements.txt', 'dnspython'],
  ['server.py', PYTHON],
  ['hello/__init__.py', ''],
  ['data.json', '{}'],
])('%s was not meant as one', (path, text) => {
  expect(told(path, text)).toEqual([]);
});

test('what is named like the role is told alone, and anything else only where no program was found', () => {
  const files = [file('a.png'), file('report.pdf'), file('client.txt', PYTHON), file('server.docx')];
  expect(sentences(files, 'server', false)).toEqual([expect.stringMatching(/^server\.docx/)]);
  expect(sentences(files, 'client', true)).toEqual([expect.stringMatching(/^client\.txt/)]);
  const papers = [file('a.png'), file('b.pdf'), file('c.docx')];
  expect(sentences(papers, 'client', false)).toEqual([
    expect.stringMatching(/^b\.pdf/),
    expect.stringMatching(/^c\.docx/),
  ]);
  expect(sentences(papers, 'client', true)).toEqual([]);
});

test.each([
  ['server.ipynb', 'notebook'],
  ['server.py.txt', 'named-as-text'],
  ['server.php', 'other-language'],
  ['server.zip', 'no-source'],
])('%s is known as: %s', (path, kind) => {
  expect(nearPrograms([file(path, '')], 'server', false)).toMatchObject([{ kind, file: path }]);
});
