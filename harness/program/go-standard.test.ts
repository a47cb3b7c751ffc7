import { expect, test } from 'vitest';
import { importsOf } from './go-standard.js';

test.each<[string, string[]]>([
  ['package main\n\nimport "fmt"\n', ['fmt']],
  ['package main\nimport (\n\t"net"\n\t"fmt"\n)\n', ['fmt', 'net']],
  ['package main\nimport (\n\tstr "strings"\n\t_ "embed"\n)\nimport "os"\n', ['embed', 'os', 'strings']],
  ['package main\nfunc main() { println("import \\"fmt\\"") }\n', []],
  ['package main\nimport ("net"; "fmt")\nimport m "math/rand"', ['fmt', 'math/rand', 'net']],
])('%j imports %j', (source, names) => {
  expect(importsOf(source)).toEqual(names);
});
