import { expect, test } from 'vitest';
import { goImports, importableOf, importsOf } from './go-standard.js';
import { findToolchain } from './toolchains.js';

test.each<[string, string[]]>([
  ['package main\n\nimport "fmt"\n', ['fmt']],
  ['package main\nimport (\n\t"net"\n\t"fmt"\n)\n', ['fmt', 'net']],
  ['package main\nimport (\n\tstr "strings"\n\t_ "embed"\n)\nimport "os"\n', ['embed', 'os', 'strings']],
  ['package main\nfunc main() { println("import \\"fmt\\"") }\n', []],
  ['package main\nimport (\n\t"net" // (sockets)\n\t/* ) */ "fmt"\n)\n', ['fmt', 'net']],
  ['package main\nimport ("net"; "fmt")\nimport m "math/rand"', ['fmt', 'math/rand', 'net']],
])('%j imports %j', (source, names) => {
  expect(importsOf(source)).toEqual(names);
});

test('a program may import what a library offers, not what is within it', () => {
  const names = [
    'embed',
    'internal/abi',
    'net',
    'net/http/internal',
    'net/netip',
    'unsafe',
    'vendor/golang.org/x/net/idna',
  ];
  expect([...importableOf(`${names.join('\n')}\n`)]).toEqual(['net', 'net/netip', 'unsafe']);
});

// To compile the compiler takes minutes: that this ends at all says that nothing was compiled.
test.each(['cmd/compile/internal/ssa', 'cmd/go', 'internal/abi', 'net/http/internal', 'nosuch'])(
  'nothing is prepared for a program that imports %s',
  async (name) => {
    const go = await findToolchain('go');
    if (!go.found) throw new Error(go.missing);
    expect(await goImports(go.env.GOROOT!, go.env, `package main\nimport _ "${name}"\n`)).toBeUndefined();
  },
);
