import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLessThanPromised, leftIn } from './space.js';
import { DEFAULT_LIMITS } from './world.js';

const MB = 1024 ** 2;
const { folderBytes, folderFiles } = DEFAULT_LIMITS;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netgrade-space-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is left of a file system is told by a folder of it, and a folder that is gone says nothing', () => {
  expect(leftIn(folder).bytes).toBeGreaterThan(0);
  expect(leftIn(join(folder, 'gone'))).toEqual({ bytes: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY });
});

test.each([
  ['room as promised', { bytes: folderBytes, files: folderFiles }, false],
  ['no room for bytes', { bytes: 0, files: folderFiles }, true],
  ['no room for files', { bytes: folderBytes, files: 0 }, true],
  ['less than promised', { bytes: folderBytes - 3 * MB, files: folderFiles }, true],
  ['what was written missing, and no more', { bytes: folderBytes - MB, files: folderFiles - 2 }, false],
  ['file systems that do not count', { bytes: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY }, false],
])('with %s, %j is less than promised: %j', (_, left, less) => {
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  writeFileSync(join(folder, 'deep', 'er', 'file'), Buffer.alloc(2 * MB, 1));
  expect(isLessThanPromised(left, [folder])).toBe(less);
});

test('what only looks large, and what a link leads to, counts as nothing written', () => {
  const beside = mkdtempSync(join(tmpdir(), 'netgrade-space-'));
  writeFileSync(join(beside, 'file'), Buffer.alloc(4 * MB, 1));
  symlinkSync(beside, join(folder, 'link'));
  symlinkSync(join(beside, 'file'), join(folder, 'other-link'));
  const sparse = openSync(join(folder, 'sparse'), 'w');
  ftruncateSync(sparse, 100 * MB);
  closeSync(sparse);
  expect(isLessThanPromised({ bytes: folderBytes - 2 * MB, files: folderFiles }, [folder])).toBe(true);
  expect(isLessThanPromised({ bytes: folderBytes - 2 * MB, files: folderFiles }, [folder, beside])).toBe(false);
  rmSync(beside, { recursive: true });
});
