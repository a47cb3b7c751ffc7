import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignmentHash } from './assignment-hash.js';

let course: string;
beforeAll(async () => {
  course = await mkdtemp(join(tmpdir(), 'netgrade-course-'));
  await mkdir(join(course, 'own'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(course, name), content);
});
afterAll(() => rm(course, { recursive: true }));

const FILES = {
  'own/assignment.ts': "import { word } from './word.ts'; import list from '../list.txt'; export default [word, list];",
  'own/word.ts': "export const word: string = 'a';",
  'list.txt': 'one two',
  'own/brief.md': 'The task',
};
const hash = (folder = course): Promise<string> =>
  assignmentHash({ id: 'own', folder: join(folder, 'own'), module: join(folder, 'own', 'assignment.ts') });

test.each(['own/assignment.ts', 'own/word.ts', 'list.txt'] as const)(
  'changes with %s, by which submissions are judged, and back with it',
  async (name) => {
    const before = await hash();
    await writeFile(
      join(course, name),
      FILES[name].replace(/'a'|two|default/, (word) => `${word} `),
    );
    expect(await hash()).not.toBe(before);
    await writeFile(join(course, name), FILES[name]);
    expect(await hash()).toBe(before);
  },
);

test('is the same for what judges nobody, and wherever the course lies', async () => {
  const before = await hash();
  await writeFile(join(course, 'own', 'brief.md'), 'The task, in other words');
  await writeFile(join(course, 'own', 'grading.log'), 'Layout: folders.');
  expect(await hash()).toBe(before);
  const moved = join(course, 'deep', 'course');
  await cp(join(course, 'own'), join(moved, 'own'), { recursive: true });
  await cp(join(course, 'list.txt'), join(moved, 'list.txt'));
  expect(await hash(moved)).toBe(before);
});
