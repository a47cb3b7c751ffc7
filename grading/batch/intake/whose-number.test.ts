import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree } from '../test/class-folder.js';
import { readClass } from './read-class.js';

/** What platforms write where they tell nobody's name, or nobody's in the roster. */
const COUNTED: Record<string, (number: number) => string> = {
  'marked blind in Moodle': (number) => `Participant_${number}_assignsubmission_file_/server.py`,
  'from Gradescope, without its list': (number) => `submission_${number}/server.py`,
  'in groups of Canvas': (number) => `group${number % 7}_${number}_9${number}_server.py`,
  'of strangers in Canvas': (number) => `zedxu_${number}_9${number}_server.py`,
  'of namesakes in Moodle': (number) => `Ali Can${number % 5}_${number + 5}_assignsubmission_file_/server.py`,
  'of copies of namesakes': (number) => `Ali Can${number % 5} (${number + 5})/server.py`,
  'of copies': (number) => `Zed${number % 9} Xu (${number})/server.py`,
};

test.each(Object.entries(COUNTED))('a count is not the number of somebody in the roster: %s', async (_, path) => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 8 });
  // Class lists count their lines.
  const lines = Array.from({ length: 40 }, (__, at) => `${at + 1},Ali Can${(at + 1) % 5}`);
  const roster = await writeTree({ 'roster.csv': ['No,Name', ...lines, ''].join('\n') });
  await fc.assert(
    fc.asyncProperty(numbers, async (some) => {
      const tree: Tree = Object.fromEntries(some.map((number) => [path(number), '']));
      const read = await readClass(await writeTree(tree), {
        workFolder: join(await temporaryFolder(), 'work'),
        roster: join(roster, 'roster.csv'),
      });
      expect(read.missing, Object.keys(tree).join(' | ')).toHaveLength(lines.length);
    }),
    { numRuns: 6 },
  );
});

test('a login that is another one’s name is its owner’s', async () => {
  const root = await writeTree({
    'roster.csv': 'Name,GitHub username\nAli Veli,av1\nJohn Smith,ali-veli\nMia Li,mia\n',
    ...Object.fromEntries(
      ['ali-veli', 'av1', 'mia'].map((login) => [`hw-udp-submissions/hw-udp-${login}/server.py`, '']),
    ),
  });
  const read = await readClass(join(root, 'hw-udp-submissions'), {
    workFolder: join(await temporaryFolder(), 'work'),
    roster: join(root, 'roster.csv'),
  });
  expect(Object.fromEntries(read.students.map(({ knownAs, name }) => [knownAs, name]))).toEqual({
    'ali-veli': 'John Smith',
    av1: 'Ali Veli',
    mia: 'Mia Li',
  });
});
