import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { DOWNLOADS, type HandIn, handedIn, type Work } from '../test/downloads.js';
import { isJunk } from './junk.js';
import { mayBeProgram } from './may-be-program.js';
import { readClass } from './read-class.js';

const LONGEST_NAME_BYTES = 255;

/** Cuts what the student chose, as systems do with what is too long for them; its end stays. */
function fitting(path: string, own: string): string {
  const before = path.split('/').at(-1)!;
  let kept = own;
  while (Buffer.byteLength(`${before}${kept}`) > LONGEST_NAME_BYTES) kept = kept.slice(1);
  return `${path}${kept}`;
}

const mark = (number: number, attempt: number, at: number): string => `<${number}> <${attempt}> <${at}>`;

/** A class in which every file says whose it is and of which attempt. */
async function treeOf(platform: string, all: readonly HandIn[]): Promise<Tree> {
  const { before, isFolder, beside } = DOWNLOADS[platform]!;
  const tree: Tree = { ...beside?.(all) };
  for (const handIn of all)
    for (const [attempt, works] of handIn.attempts.entries())
      for (const [at, { file, folder, packed }] of works.entries()) {
        const text = mark(handIn.number, attempt, at);
        const path = before(handIn, attempt) + (isFolder ? folder : '');
        if (packed) tree[`${path}work ${at}.zip`] = await zipOf({ [`${folder}${file}`]: text });
        else tree[fitting(path, file)] = text;
      }
  return tree;
}

/** Where files are loose, a folder is there only in an archive. */
const isGraded = ({ file, folder, packed }: Work, isFolder: boolean): boolean =>
  !isJunk(isFolder || packed ? [...folder.split('/').filter(Boolean), file] : [file]);

test.each(Object.keys(DOWNLOADS))(
  'the newest that everybody handed in is in his own row, and all of it: %s',
  async (platform) => {
    const { attempts, layout, isFolder } = DOWNLOADS[platform]!;
    await fc.assert(
      fc.asyncProperty(handedIn(attempts), fc.boolean(), async (all, packed) => {
        const tree = await treeOf(platform, all);
        const root = await writeTree(packed ? { 'class.zip': await zipOf(tree) } : {});
        if (!packed) await writeTree(tree, join(root, 'class'));
        const read = await readClass(join(root, packed ? 'class.zip' : 'class'), {
          workFolder: join(await temporaryFolder(), 'work'),
        });
        const names = Object.keys(tree).join('\n');
        expect(read.layout.name, names).toBe(layout);
        expect(read.students.length, names).toBe(all.length);
        const rows = new Map<string, { texts: string[]; told: string[] }>();
        for (const { folder, files, versions, notes } of read.students) {
          const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
          const marks = texts.filter((text) => /^<\d+> <\d> <\d>$/.test(text));
          const owners = new Set(marks.map((text) => text.split(' <', 2).join(' <')));
          expect(owners.size, `${[...owners]} in one row of\n${names}`).toBeLessThan(2);
          for (const owner of owners)
            rows.set(owner, { texts: marks, told: [...versions.map(({ name }) => name), ...notes] });
        }
        for (const { number, attempts: own } of all) {
          const graded = own.map((works) => works.filter((work) => isGraded(work, isFolder)));
          const withProgram = graded.findLastIndex((works) => works.some(({ file }) => mayBeProgram(file)));
          const newest = withProgram < 0 ? own.length - 1 : withProgram;
          if (graded[newest]!.length === 0) continue;
          const row = rows.get(`<${number}> <${newest}>`);
          expect(row, `${number} in\n${names}`).toBeDefined();
          for (const [at, work] of own[newest]!.entries()) {
            // What Canvas calls a later attempt of the same file is one.
            const isTold = row!.told.some((one) => one.endsWith(work.file));
            const isThere = !isGraded(work, isFolder) || isTold || row!.texts.includes(mark(number, newest, at));
            expect(isThere, `"${work.file}" of ${number} in\n${names}`).toBe(true);
          }
        }
      }),
      { numRuns: 5 },
    );
  },
);
