import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile, replaceFiles, replaceText } from './replace-file.js';
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

test('files of one folder are replaced whole, and all old ones stay when one of them cannot be written', async () => {
  const folder = await temporaryFolder();
  const contents = (): Promise<string[]> =>
    Promise.all(['report.txt', 'capture.pcapng'].map((name) => readFile(join(folder, name), 'latin1')));
  await replaceFiles(folder, [
    ['report.txt', 'a report, and a long one'],
    ['capture.pcapng', Buffer.from('\xff\0', 'latin1')],
  ]);
  await replaceFiles(folder, [['report.txt', 'short']]);
  expect(await contents()).toEqual(['short', '\xff\0']);
  const failing = replaceFiles(folder, [
    ['report.txt', 'new'],
    ['no such folder/page.html', 'new'],
    ['capture.pcapng', 'new'],
  ]);
  await expect(failing).rejects.toMatchObject({ code: 'ENOENT', syscall: 'open' });
  expect(await contents()).toEqual(['short', '\xff\0']);
  expect((await readdir(folder)).sort()).toEqual(['capture.pcapng', 'report.txt']);
});
