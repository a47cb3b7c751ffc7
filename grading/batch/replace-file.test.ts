import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile, replaceText } from './replace-file.js';
import { temporaryFolder } from './test/class-folder.js';

test('a text in pieces, long and short, is in the file as it was made', async () => {
  const path = join(await temporaryFolder(), 'page.html');
  await writeFile(path, 'a much older page');
  const pieces = Array.from({ length: 3000 }, (_, at) => `${at}ü`.repeat(1 + (at % 90)));
  await replaceText(path, pieces);
  expect(await readFile(path, 'utf8')).toBe(pieces.join(''));
  await replaceText(path, []);
  expect(await readFile(path, 'utf8')).toBe('');
});

test('the old file is there until the new one is whole, and stays when the writing fails', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'gradebook.csv');
  await writeFile(path, 'old');
  const failing = replaceFile(path, async (target) => {
    await target.writeFile('half of the n');
    expect(await readFile(path, 'utf8')).toBe('old');
    throw new Error('the disk is gone');
  });
  await expect(failing).rejects.toThrow('the disk is gone');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['gradebook.csv']);
});
