import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { fold } from './file-name.js';
import { readClass } from './read-class.js';

interface Member {
  first: string;
  last: string;
  id: string;
  login: string;
}

/** People who are easily taken for one another; some numbers are such as platforms count with. */
const PEOPLE: Member[] = [
  { first: 'Ali', last: 'Veli', id: '20210001', login: 'av1' },
  { first: 'Ali', last: 'Veli', id: '20210002', login: 'av2' },
  { first: 'Veli', last: 'Ali', id: '20210003', login: 'va1' },
  { first: 'Ali Can', last: 'Veli', id: '20210004', login: 'acv' },
  { first: 'Can', last: 'Öztürk', id: '20210005', login: 'coe' },
  { first: 'Can', last: 'Ozturk', id: '20210006', login: 'coz' },
  { first: 'Can', last: 'Oeztuerk', id: '20210007', login: 'coet' },
  { first: 'Ben', last: 'Ok', id: '55501', login: 'ben' },
  { first: 'Ben', last: 'Okan', id: '55502', login: 'ok' },
  { first: 'Jan Peter', last: 'von der Heide', id: '55503', login: 'jan' },
  { first: 'Jan', last: 'Heide', id: '55504', login: 'heide' },
  { first: 'Ann', last: 'McDonald', id: '55505', login: 'can' },
];

const inAscii = (text: string): string => text.replaceAll('Ö', 'Oe').replaceAll('ü', 'ue');

/** What lies in the class's folder for one of them; `number` is the platform's own. */
const PLATFORMS: Record<string, (one: Member, number: number) => string> = {
  moodle: ({ first, last }, number) => `${first} ${last}_${number}_assignsubmission_file_/`,
  canvas: ({ first, last }, number) => `${fold(last)}${fold(first)}_${number}_9${number}_`,
  blackboard: ({ login }) => `HW1_${login}_attempt_2026-11-02-10-00-00_`,
  brightspace: ({ first, last }, number) => `${number}-77 - ${first} ${last} - Nov 2, 2026 1033 AM - `,
  ilias: ({ first, last, login }, number) =>
    `${inAscii(last)}_${inAscii(first)}_${login}_${number}/20261102103300_`.replace(/ (?=[^/]*\/)/g, '_'),
  openolat: ({ first, last }, number) =>
    `${inAscii(last)}_${inAscii(first)}_${number}/2_submissions/`.replaceAll(' ', '_'),
  'stud.ip': ({ first, last, login }) => `${last}, ${first} (${login})/Aufgabe 1/`,
  sakai: ({ first, last, login }) => `${last}, ${first}(${login})/Submission attachment(s)/`,
  schoology: ({ first, last, id }) => `${last}, ${first} - s${id}/Revision 1 - On Time/`,
  artemis: ({ login }, number) => `nws26-UDP_Hello-${number}-${login}/`,
  repositories: ({ login }) => `net-udp-${login}/`,
  'number and name': ({ first, last, id }) => `${id} ${first} ${last}/`,
  'name and number': ({ first, last, id }) => `${last}_${first}_${id}_`.replaceAll(' ', '_'),
  names: ({ first, last }) => `${first} ${last}/`,
};

test.each(Object.keys(PLATFORMS))('nobody stands in the row of somebody else: %s', async (platform) => {
  const pathOf = PLATFORMS[platform]!;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(PEOPLE, { minLength: 4 }), fc.boolean(), async (handedIn, packed) => {
      const tree: Tree = {};
      for (const [index, one] of handedIn.entries())
        for (const file of ['server.py', 'client.py'])
          tree[`${pathOf(one, 55500 + index)}${file}`] = `# of <${one.id}>`;
      const rows = PEOPLE.map(({ first, last, id, login }) => `"${last}","${first}",${id},${login}`);
      const root = await writeTree({
        'roster.csv': ['Last name,First name,ID,Login', ...rows, ''].join('\n'),
        ...(packed ? { 'class.zip': await zipOf(tree) } : {}),
      });
      if (!packed) await writeTree(tree, join(root, 'class'));
      const read = await readClass(join(root, packed ? 'class.zip' : 'class'), {
        workFolder: join(await temporaryFolder(), 'work'),
        roster: join(root, 'roster.csv'),
      });
      const known = read.students.filter(({ key }) => !read.unknown.some((other) => other.key === key));
      for (const { folder, files, id } of known) {
        const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
        expect(new Set(texts), Object.keys(tree).join(' | ')).toEqual(new Set([`# of <${id}>`]));
      }
      // Who is called like nobody else is found.
      const unique = handedIn.filter(({ login }) => ['jan', 'ben'].includes(login));
      const missing = new Set(read.missing.map(({ id }) => id));
      expect(
        unique.filter(({ id }) => missing.has(id)),
        Object.keys(tree).join(' | '),
      ).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
