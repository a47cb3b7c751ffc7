import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portsNamed, stringsNamed, withoutComments } from './source.js';

describe('withoutComments', () => {
  test.each<[string, string, string, string]>([
    ['a Python remark', 'python', 's.bind(a) # s.listen(5)', 's.bind(a) '],
    ['a hash in a Python string', 'python', 'print("#1", \'#2\') # three', 'print("#1", \'#2\') '],
    ['an escaped quote before a hash', 'python', String.raw`print("a\"#b") #c`, String.raw`print("a\"#b") `],
    ['a string on lines of its own', 'python', '"""\ns.listen(5)\n"""\nx = 1', '\n\n\nx = 1'],
    [
      'a string on lines of its own, not what stands between two values',
      'python',
      'a = """\n1\n"""\nb = 2\n"""c"""\n',
      'a = """\n1\n"""\nb = 2\n\n',
    ],
    ['a slash remark behind a quote that is never closed', 'rust', "fn f<'a>() {} // bind(", "fn f<'a>() {}  "],
    ['a string on one line', 'python', "'''old: s.listen(5)'''\nx = 1", '\nx = 1'],
    ['a shell remark', 'shell', 'nc -l 5550 # wait', 'nc -l 5550 '],
    ['a slash remark', 'node', 'a(); // b()\nc();', 'a();  \nc();'],
    ['a starred remark over lines', 'java', 'a(); /* b();\n c(); */ d();', 'a(); \n d();'],
    ['slashes in a string', 'node', 'fetch("http://x"); // y', 'fetch("http://x");  '],
    ['a slash remark in a template', 'typescript', '`a // b`; // c', '`a // b`;  '],
    ['an apostrophe inside a remark', 'c', "a(); // don't\nb();", 'a();  \nb();'],
  ])('takes out %s', (_, language, text, code) => {
    expect(withoutComments(text, language)).toBe(code);
  });

  test('keeps a Python text that is a value, whatever stands in it', () => {
    expect(withoutComments('page = """\n5550\n"""', 'python')).toContain('5550');
  });

  test('of a program without remarks gives the program', () => {
    const code = fc.stringMatching(/^[a-z0-9 ().,=+\n]*$/);
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('python', 'node', 'c'),
        (text, language) => withoutComments(text, language) === text,
      ),
    );
  });
});

describe('portsNamed', () => {
  test.each<[string, number[]]>([
    ['s.bind(("127.0.0.1", 5550))', [5550]],
    ['PORT=5_550', [5550]],
    ['bind(("localhost",5550)); bind(("localhost",5550))', [5550]],
    ['ports = [8080, 9090]', [8080, 9090]],
    ['htons(12345);', [12345]],
    ['"localhost:4000"', [4000]],
    ['http://localhost:4000/', [4000]],
    ['connect to port 5000.', [5000]],
    ['x = 5550.5', []],
    ['port5550 = a1234', []],
    ['recv(70000)', []],
    ['bind(("", 0))', []],
    ['version 3.10', []],
    ['بورت ٥٥٥٠', []],
  ])('in %j are %j', (text, ports) => {
    expect(portsNamed(text)).toEqual(ports);
  });

  test('every port from 1 to 65535 is found, wherever it stands by itself', () => {
    const port = fc.integer({ min: 1, max: 65535 });
    const around = fc.constantFrom(['(', ')'], ['= ', '\n'], [':', '"'], ['', ''], [',', ',']);
    fc.assert(
      fc.property(
        port,
        around,
        (number, [before, after]) => portsNamed(`${before}${number}${after}`).join() === String(number),
      ),
    );
  });

  test('nothing above 65535 is taken for a port', () => {
    fc.assert(
      fc.property(fc.integer({ min: 65_536, max: 10_000_000 }), (number) => portsNamed(`bind(${number})`).length === 0),
    );
  });
});

test('stringsNamed gives the texts of a source in order, without their quotes', () => {
  expect(stringsNamed(`print("a'b", 'c"d', "", "e\\"f")`)).toEqual([`a'b`, `c"d`, '', 'e\\"f']);
  expect(stringsNamed('a = 1')).toEqual([]);
});

// Each of these once took minutes, or hours, for a file of the largest size that is looked into.
test.each([
  ["\n'''x", 'python'],
  ['\n"""a', 'python'],
  ["''''''", 'python'],
  ['/* ', 'c'],
  ['`\\', 'node'],
  ['\\"', 'java'],
  ["\\'", 'rust'],
])('a source that is nothing but %j is read in one pass', (piece, language) => {
  const text = piece.repeat((512 * 1024) / piece.length);
  expect(withoutComments(text, language).length).toBeLessThanOrEqual(text.length);
  stringsNamed(text);
});
