import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder, writeTree } from '../test/class-folder.js';
import { classOf, PEOPLE, PLATFORMS, someHandedIn } from '../test/similar-people.js';
import { readClass } from './read-class.js';

test.each(Object.keys(PLATFORMS))('nobody stands in the row of somebody else: %s', async (platform) => {
  const rows = PEOPLE.map(({ first, last, id, login }) => `"${last}","${first}",${id},${login}`);
  const roster = await writeTree({ 'roster.csv': ['Last name,First name,ID,Login', ...rows, ''].join('\n') });
  await fc.assert(
    fc.asyncProperty(someHandedIn, async (some) => {
      const { path, names } = await classOf(platform, some);
      const read = await readClass(path, {
        workFolder: join(await temporaryFolder(), 'work'),
        roster: join(roster, 'roster.csv'),
      });
      const known = read.students.filter(({ key }) => !read.unknown.some((other) => other.key === key));
      for (const { folder, files, id } of known) {
        const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
        expect(new Set(texts), names).toEqual(new Set([`# of <${id}>`]));
      }
      // Who is called like nobody else is found.
      const unique = some.handedIn.filter(({ login }) => ['jan', 'ben'].includes(login));
      const missing = new Set(read.missing.map(({ id }) => id));
      expect(
        unique.filter(({ id }) => missing.has(id)),
        names,
      ).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
