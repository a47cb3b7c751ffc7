import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allImportsOf, goImports, importableOf, importsOf } from './go-standard.js';
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
    const source = `package main\nimport _ "${name}"\n`;
    expect(await goImports(go.env.GOROOT!, go.env, source, importsOf(source))).toBeUndefined();
  },
);

test('the programs of a submission share what is prepared for them, and what one may not import keeps nothing from the others', async () => {
  const go = await findToolchain('go');
  if (!go.found) throw new Error(go.missing);
  const sources = ['errors', 'sort', 'nosuch'].map((name) => `package main\nimport _ "${name}"\n`);
  const packages = allImportsOf([...sources, sources[0]!]);
  expect(packages).toEqual(['errors', 'nosuch', 'sort']);
  const [one, other, bad] = await Promise.all(
    sources.map((source) => goImports(go.env.GOROOT!, go.env, source, packages)),
  );
  expect(one?.config).toEqual(other?.config);
  expect(readFileSync(one!.config, 'utf8')).toMatch(/^packagefile errors=[\s\S]*^packagefile sort=/m);
  expect(bad).toBeUndefined();
});
