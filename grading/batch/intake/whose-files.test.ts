import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { fold } from './file-name.js';
import { readClass } from './read-class.js';

interface HandIn {
  name: string;
  id: string;
  joint: string;
  packed: 'folder' | 'zip' | 'wrapped zip' | 'loose';
  before: string;
  behind: string;
}

const handIn: fc.Arbitrary<HandIn> = fc.record({
  name: fc.constantFrom('Ali Veli', 'Veli Ali', 'Ayşe Gül', 'Ben Ok', 'ben ok', 'Öz', 'McDonald Ann', 'ali'),
  id: fc.constantFrom('', '100100', '100200', 'b20cs017', 'av1@uni.example', 'av2@uni.example'),
  joint: fc.constantFrom('_', ' ', '-'),
  packed: fc.constantFrom('folder', 'zip', 'wrapped zip', 'loose'),
  before: fc.constantFrom('', 'hw1', 'udp', 'late'),
  behind: fc.constantFrom('', 'v2', 'final', '(1)', '2026-11-02', 'late'),
});

const owner = ({ name, id }: HandIn): string => `${fold(name)} ${fold(id)}`;

function called({ name, id, joint, before, behind }: HandIn): string {
  return [before, ...name.split(' '), id, behind].filter(Boolean).join(joint);
}

/** Every file says whose it is. */
async function classOf(handedIn: readonly HandIn[]): Promise<{ tree: Tree; inIt: HandIn[] }> {
  const tree: Tree = {};
  const inIt = new Map<string, HandIn>();
  for (const one of handedIn) {
    const base = called(one);
    // Two things of the same name cannot lie in one folder.
    if (inIt.has(base.toLowerCase())) continue;
    inIt.set(base.toLowerCase(), one);
    const files = ['server.py', 'client.py'].map((file) => [file, `# of <${owner(one)}>`] as const);
    const under = (folder: string) => Object.fromEntries(files.map(([file, text]) => [`${folder}${file}`, text]));
    if (one.packed === 'folder') Object.assign(tree, under(`${base}/`));
    else if (one.packed === 'loose') Object.assign(tree, under(`${base}${one.joint}`));
    else tree[`${base}.zip`] = await zipOf(under(one.packed === 'zip' ? '' : `${base}/`));
  }
  return { tree, inIt: [...inIt.values()] };
}

test('nobody gets the files of somebody with another name or number, and everybody is somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(handIn, { minLength: 4, maxLength: 9 }), async (handedIn) => {
      const { tree, inIt } = await classOf(handedIn);
      fc.pre(new Set(inIt.map(owner)).size > 2);
      const root = await writeTree(tree);
      const read = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
      const found = new Set<string>();
      for (const { folder, files, name } of read.students) {
        const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
        const owners = new Set(texts.flatMap((text) => /<(.+)>/.exec(text)?.[1] ?? []));
        expect([...owners], `the files of ${name}, among ${Object.keys(tree).join(' | ')}`).toHaveLength(1);
        for (const one of owners) found.add(one);
      }
      const versions = read.students.flatMap((student) => student.versions.map((version) => version.name)).join('\n');
      const lost = inIt.filter((one) => !found.has(owner(one)) && !versions.includes(called(one)));
      expect(lost.map(called), Object.keys(tree).join(' | ')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
