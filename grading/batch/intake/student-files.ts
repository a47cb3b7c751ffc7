import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

/** Every file under a folder, relative, with `/`, sorted. */
export async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return found
    .filter((dirent) => dirent.isFile())
    .map((dirent) => toSlashes(relative(folder, join(dirent.parentPath, dirent.name))))
    .sort();
}

/** The name, or the first with a number before its ending that is not taken. */
export async function freeName(folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = ending === '' ? name : name.slice(0, -ending.length);
  for (let number = 0; ; number += 1) {
    const candidate = number === 0 ? name : `${stem} ${number}${ending}`;
    if ((await kindOf(join(folder, candidate))) === 'nothing') return toSlashes(candidate);
  }
}

export async function kindOf(path: string): Promise<'file' | 'other' | 'nothing'> {
  return lstat(path).then(
    (status) => (status.isFile() ? 'file' : 'other'),
    () => 'nothing',
  );
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
