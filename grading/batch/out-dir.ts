import { lstat, mkdir, readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { isJunk } from './intake/junk.js';
import { isLock, isLockOf, lockOutDir } from './out-dir-lock.js';
import { RUN_FILE, resultsIn } from './results-folder.js';
import { systemWords } from './system-words.js';

/** Where the unpacked submissions lie, inside the folder for results. It is emptied by each run. */
export const UNPACKED = 'submissions';

/**
 * Takes the folder for results for this run. Refused is any that could cost somebody their files, for a run replaces what lies
 * in its folder: one that holds other things, or the class itself.
 * @returns how to let go of it; what this run made there is then gone again, unless results were begun
 * @throws UsageError
 */
export async function claimOutDir(outDir: string, classPath: string): Promise<() => Promise<void>> {
  const found = await readdir(outDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw cannotHold(outDir, error);
  });
  if (found && (await lies(classPath, outDir))) {
    throw new UsageError(`The class lies in "${outDir}" itself. Give another --out: a new folder, here or elsewhere.`);
  }
  const isOurs = found?.some((name) => name === RUN_FILE || isLock(name));
  if (found && !isOurs && found.some((name) => !isJunk([name]))) {
    throw new UsageError(
      `"${outDir}" holds something else than the results of netgrade. Give a new or an empty folder as --out.`,
    );
  }
  // A run in it would count what lies there as results, and whoever handed it in as nobody.
  if (isOurs && (await lies(outDir, classPath)) && !(await isCertainlyOurs(outDir))) {
    throw new UsageError(`"${outDir}" lies in the class and may be somebody's submission. Give a new folder as --out.`);
  }
  const madeFrom = await makeFolders(outDir).catch((error) => {
    throw cannotHold(outDir, error);
  });
  const unlock = await lockOutDir(outDir).catch(async (error) => {
    if (error instanceof UsageError) throw error;
    throw cannotHold(outDir, error);
  });
  return async () => {
    const isBegun = (await readdir(outDir).catch((): string[] => [])).includes(RUN_FILE);
    if (!isBegun) await rm(join(outDir, UNPACKED), { recursive: true, force: true });
    await unlock();
    if (!isBegun && madeFrom !== undefined) await removeEmpty(outDir, madeFrom);
  };
}

/**
 * Makes a folder and those around it; the outermost that had to be made. Node's own way gives a wrong reason on a read-only disk,
 * and goes on for ever where a folder exists that nothing can be made in, as in /proc.
 */
async function makeFolders(folder: string): Promise<string | undefined> {
  const absolute = resolve(folder);
  if (await lstat(absolute).catch(() => undefined)) return undefined;
  const outer = await makeFolders(dirname(absolute));
  try {
    // Other people's marks; and in a plain container programs may read what everybody may.
    await mkdir(absolute, { mode: 0o700 });
  } catch (error) {
    // Another run may have made it meanwhile; which of the two may have it, its lock decides.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return outer;
  }
  return outer ?? absolute;
}

/** Removes empty folders from `folder` up to `last`, which is around it or the same. */
async function removeEmpty(folder: string, last: string): Promise<void> {
  for (let one = resolve(folder); one.startsWith(resolve(last)); one = dirname(one)) {
    try {
      await rmdir(one);
    } catch {
      return;
    }
  }
}

async function isCertainlyOurs(outDir: string): Promise<boolean> {
  return (await resultsIn(outDir)) === 'ours' || isLockOf(outDir);
}

async function lies(path: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(path).catch(() => resolve(path)));
  return way !== '..' && !way.startsWith(`..${sep}`);
}

function cannotHold(outDir: string, error: NodeJS.ErrnoException): UsageError {
  return new UsageError(`"${outDir}" cannot hold the results: ${systemWords(error)}. Give another --out.`);
}
