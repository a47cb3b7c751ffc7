import { describe, expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { usesIn } from './uses.js';

/** The parts of one of the files given as name and text. */
function parts(of: string, files: Record<string, string>): string[] {
  const submitted = Object.entries(files).map(([path, text]) => ({ path, text, executable: false }));
  return usesIn(submitted).partsOf(of).sort();
}

describe('the parts of a program', () => {
  test.each<[string, string, Record<string, string>, string[]]>([
    ['a module', 'a.py', { 'a.py': 'import b', 'b.py': 'from c import d', 'c.py': '', 'd.py': '' }, ['b.py', 'c.py']],
    [
      'a neighbour in its package',
      'p/__main__.py',
      { 'p/__main__.py': 'from .server import Server', 'p/server.py': '', 'server.py': '' },
      ['p/server.py'],
    ],
    [
      'a neighbour taken out of its package',
      'p/a.py',
      { 'p/a.py': 'from . import b, c', 'p/b.py': '', 'p/__init__.py': '' },
      ['p/b.py'],
    ],
    [
      'one of a folder further up',
      'p/q/a.py',
      { 'p/q/a.py': 'from ..b import c', 'p/b.py': '', 'b.py': '' },
      ['p/b.py'],
    ],
    ['one of another folder', 'run.py', { 'run.py': 'from lib.udp import Server', 'lib/udp.py': '' }, ['lib/udp.py']],
    ['one named from the top', 'p/a.py', { 'p/a.py': 'from p.b import c', 'p/b.py': '' }, ['p/b.py']],
    [
      'a JavaScript module',
      'bin/a.mjs',
      { 'bin/a.mjs': "import { b } from '../lib/b.mjs';", 'lib/b.mjs': '' },
      ['lib/b.mjs'],
    ],
    ['a folder with an index', 'a.js', { 'a.js': "require('./lib')", 'lib/index.js': '' }, ['lib/index.js']],
    ['a TypeScript module', 'a.ts', { 'a.ts': "import { b } from './b.js';", 'b.ts': '' }, ['b.ts']],
    [
      'a Java class',
      'A.java',
      { 'A.java': 'new Helper();', 'B.java': 'class Helper {}', 'C.java': 'class C {}' },
      ['B.java'],
    ],
    ['C without a main', 'a.c', { 'a.c': 'int main() {}', 'b.c': 'int b() {}', 'c.c': 'int main() {}' }, ['b.c']],
    ['a header', 'a.cpp', { 'a.cpp': '#include "lib/b.hpp"\nint main() {}', 'lib/b.hpp': '' }, ['lib/b.hpp']],
    [
      'Go in the same folder',
      'a/main.go',
      { 'a/main.go': 'func main() {}', 'a/b.go': 'package main', 'b/c.go': 'package main' },
      ['a/b.go'],
    ],
    [
      'a Go package',
      'main.go',
      { 'main.go': 'import "hello/udp"\nfunc main() {}', 'udp/b.go': 'package udp' },
      ['udp/b.go'],
    ],
    [
      'a Rust module',
      'src/main.rs',
      { 'src/main.rs': 'mod net;', 'src/net/mod.rs': 'pub mod a;', 'src/net/a.rs': '' },
      ['src/net/a.rs', 'src/net/mod.rs'],
    ],
  ])('%s', (_, of, files, found) => {
    expect(parts(of, files)).toEqual(found);
  });

  test('what a library is called by is no module of theirs', () => {
    expect(parts('a.py', { 'a.py': 'import dns.query\nfrom dns import name', 'query.py': '', 'name.py': '' })).toEqual(
      [],
    );
    expect(parts('a.js', { 'a.js': "require('net')", 'net.js': '' })).toEqual([]);
  });
});

test('many files that all use each other are followed in time that grows with their number', () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      path: `p${at % 7}/m${at}.py`,
      executable: false,
      text: Array.from({ length: 300 }, (_none, other) => `import m${other}`).join('\n'),
    }));
  const all = (count: number) => {
    const given = files(count);
    const uses = usesIn(given);
    for (const { path } of given) uses.partsOf(path);
  };
  expect(growth(20, all)).toBeLessThan(2 * TWICE_LINEAR);
});
