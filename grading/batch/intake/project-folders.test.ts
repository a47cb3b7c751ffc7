import { describe, expect, test } from 'vitest';
import { type Tree, writeTree } from '../test/class-folder.js';
import { both, PAIR, seen } from '../test/seen-class.js';

/** Who handed in what, with somebody else beside, so that it is a class. */
async function studentsIn(tree: Tree): Promise<Record<string, string>> {
  const { students } = await seen(await writeTree({ ...tree, 'Can Su/server.py': 'another' }));
  const { 'Can Su': _, ...others } = students;
  return others;
}

describe('folders inside a submission', () => {
  test.each<[string, Tree, string]>([
    [
      'a project as an editor makes it',
      { 'src/com/ali/Server.java': 'source', 'out/com/ali/Server.class': 'made of it' },
      'out/com/ali/Server.class src/com/ali/Server.java',
    ],
    [
      'a folder for each program',
      { 'server/server.py': 'one', 'server/handlers/x.py': 'its part', 'client/client.py': 'the other' },
      'client/client.py server/handlers/x.py server/server.py',
    ],
    [
      'names of versions, with a program only in the older',
      { 'draft/server.py': 'the program', 'final/report.pdf': 'about it' },
      'draft/server.py final/report.pdf',
    ],
    [
      'names of versions, with one program in each',
      { 'first/server.py': 'one', 'last/client.py': 'the other' },
      'first/server.py last/client.py',
    ],
    [
      'what a platform calls what was handed in, without the client',
      { 'submission/server.py': 'one', 'tasks/client.py': 'the other' },
      'submission/server.py tasks/client.py',
    ],
    [
      'v1.1, which is not what came of v1',
      { 'v1/server.py': 'the first', 'v1.1/server.py': 'the second' },
      'v1.1/server.py v1/server.py',
    ],
  ])('nothing is left out: %s', async (_, files, read) => {
    const own = Object.fromEntries(Object.entries(files).map(([path, text]) => [`Ali Veli/${path}`, text]));
    expect(await studentsIn(own)).toEqual({ 'Ali Veli': read });
  });
});

describe('folders with names that say little', () => {
  test('numbered ones with a program in each are a student each, whatever lies deeper', async () => {
    const numbered = ['01', '02', '03'].flatMap((one) => [
      [`${one}/server.py`, one],
      [`${one}/handlers/h.py`, one],
    ]);
    expect(Object.keys(await studentsIn(Object.fromEntries(numbered)))).toEqual(['01', '02', '03']);
  });

  test('days alone are a student each: nobody else is left to be one', async () => {
    const days = { ...both('2026-05-12', '# a'), ...both('2026-06-11', '# b') };
    expect(await studentsIn(days)).toEqual({ '2026-05-12': PAIR, '2026-06-11': PAIR });
  });

  test('birthdays are no days of handing in', async () => {
    const namesakes = { ...both('Veli 12.05.2003', '# a'), ...both('Veli 11.04.2004', '# b') };
    expect(await studentsIn(namesakes)).toEqual({ 'Veli 11.04.2004': PAIR, 'Veli 12.05.2003': PAIR });
  });
});
