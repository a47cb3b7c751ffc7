import { copyFile, lchown, lstat, mkdir, readlink, realpath, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Owner } from './student-owner.js';

/**
 * Copies `files` (paths relative to `from`) into `to`. Links are copied as links and never followed, so that a
 * submission cannot make the grader read a file for it; pipes, sockets and devices are left behind.
 * @throws {Error} when a path leads out of `from`, by dots or through a linked folder.
 */
export async function copyFiles(from: string, files: string[], to: string, owner: Owner): Promise<void> {
  const source = await realpath(from);
  const made = new Set<string>();
  for (const file of files) {
    const folder = await realpath(dirname(join(source, file)));
    if (isAbsolute(file) || leadsOut(file) || leadsOut(relative(source, folder))) {
      throw new Error(`the file ${file} lies outside its submission`);
    }
    await makeFolders(to, dirname(file), owner, made);
    await copyOne(join(source, file), join(to, file), owner);
  }
}

function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || path.includes(`${sep}..${sep}`) || isAbsolute(path);
}

async function makeFolders(to: string, folder: string, owner: Owner, made: Set<string>): Promise<void> {
  if (folder === '.' || made.has(folder)) return;
  await makeFolders(to, dirname(folder), owner, made);
  await mkdir(join(to, folder), { recursive: true });
  await give(join(to, folder), owner);
  made.add(folder);
}

async function copyOne(source: string, target: string, owner: Owner): Promise<void> {
  const kind = await lstat(source);
  if (kind.isSymbolicLink()) await symlink(await readlink(source), target);
  else if (kind.isDirectory()) await mkdir(target, { recursive: true });
  else if (kind.isFile()) await copyFile(source, target);
  else return;
  await give(target, owner);
}

/** Hands a file over to the student's user, without following it if it is a link. */
export async function give(path: string, owner: Owner): Promise<void> {
  if (owner !== 'mine') await lchown(path, owner.uid, owner.gid);
}
