import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { readSmall } from './read-small.js';
import { sealOf } from './results-folder.js';

/** The file that says which run is using the folder. */
export const LOCK = '.lock';

/**
 * Keeps two runs from using one folder at once. What a killed run left behind does not count: its process is gone.
 * @returns how to let go
 * @throws UsageError when another run is using the folder
 */
export async function lockOutDir(outDir: string): Promise<() => Promise<void>> {
  const path = join(outDir, LOCK);
  const own = `${process.pid} ${await startOf(process.pid)} ${await sealOf(outDir)}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await writeFile(path, own, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = (await readSmall(path)) ?? '';
    if (await isRunning(holder)) {
      throw new UsageError(
        `Another run (process ${holder.split(' ')[0]}) is using "${outDir}". Wait for it, or give another --out.`,
      );
    }
    await rm(path, { force: true });
  }
  throw new UsageError(`"${outDir}" is being used by another run. Wait for it, or give another --out.`);
}

/** Whether the lock in a folder was made there, by this run or another, and not handed in with it. */
export async function isLockOf(outDir: string): Promise<boolean> {
  const holder = (await readSmall(join(outDir, LOCK))) ?? '';
  return holder.split(' ')[2] === (await sealOf(outDir));
}

async function isRunning(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(' ');
  if (!pid || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return (await startOf(Number(pid))) === start;
}

/** When a process began, where the system says so: a number used again is another process. */
async function startOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22, counted behind the command's name, which may hold spaces (proc_pid_stat(5)).
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
}
