import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { readSmall } from './read-small.js';
import { sealOf } from './results-folder.js';

/** `.lock.1` says which run is using the folder; where that run was killed, the next one's is `.lock.2`. */
const NUMBERED = /^\.lock\.(\d{1,9})$/;
/** What a run writes before it is a lock: `.lock-draft.<process>.<which>`. */
const DRAFT = /^\.lock-draft\.(\d+)\./;

export function isLock(name: string): boolean {
  return NUMBERED.test(name) || DRAFT.test(name);
}

let drafts = 0;

/**
 * Keeps two runs from using one folder at once. What a killed run left behind does not count: its process is gone. Its lock is not
 * removed to make room, for of two runs that find it the slower would remove the quicker one's: each tries to be the next in number,
 * which only one can be.
 * @returns how to let go
 * @throws UsageError when another run is using the folder
 */
export async function lockOutDir(outDir: string): Promise<() => Promise<void>> {
  const own = `${process.pid} ${await startOf(process.pid)} ${await sealOf(outDir)}`;
  drafts += 1;
  const draft = join(outDir, `.lock-draft.${process.pid}.${drafts}`);
  try {
    // Written before it is a lock: nobody may find one without a process in it, and take that for dead.
    await writeFile(draft, own);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const found = await locksIn(outDir);
      await refuseIfUsed(outDir, found);
      const next = join(outDir, `.lock.${Math.max(0, ...found.map(({ number }) => number)) + 1}`);
      if (!(await named(draft, next, own))) continue;
      // Between the look and the lock others may have come and gone, and the count may have begun anew.
      const others = (await locksIn(outDir)).filter(({ path }) => path !== next);
      if ((await livingOf(others)) !== undefined) {
        await rm(next, { force: true });
        continue;
      }
      // Dead ones only take up room.
      for (const { path } of others) await rm(path, { force: true }).catch(() => {});
      await removeAbandonedDrafts(outDir);
      return () => rm(next, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new UsageError(`"${outDir}" is being used by another run. Wait for it, or give another --out.`);
}

/** Whether a lock in a folder was made there, by this run or another, and not handed in with it. */
export async function isLockOf(outDir: string): Promise<boolean> {
  const seal = await sealOf(outDir);
  return (await locksIn(outDir)).some(({ holder }) => holder.split(' ')[2] === seal);
}

interface Lock {
  path: string;
  number: number;
  holder: string;
}

async function locksIn(outDir: string): Promise<Lock[]> {
  const locks: Lock[] = [];
  for (const name of await readdir(outDir)) {
    const number = NUMBERED.exec(name)?.[1];
    const path = join(outDir, name);
    if (number !== undefined) locks.push({ path, number: Number(number), holder: (await readSmall(path)) ?? '' });
  }
  return locks;
}

/** Gives a draft the name of a lock, as its only owner; false where another has it. */
async function named(draft: string, path: string, content: string): Promise<boolean> {
  try {
    await link(draft, path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Some disks, such as a USB stick's, give a file one name only.
      await writeFile(path, content, { flag: 'wx' });
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function refuseIfUsed(outDir: string, locks: readonly Lock[]): Promise<void> {
  const living = await livingOf(locks);
  if (living === undefined) return;
  throw new UsageError(`Another run (process ${living}) is using "${outDir}". Wait for it, or give another --out.`);
}

/** The process of a lock whose run goes on. */
async function livingOf(locks: readonly Lock[]): Promise<string | undefined> {
  for (const { holder } of locks) if (await isRunning(holder)) return holder.split(' ')[0];
  return undefined;
}

async function removeAbandonedDrafts(outDir: string): Promise<void> {
  for (const name of await readdir(outDir)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid !== undefined && !exists(Number(pid))) await rm(join(outDir, name), { force: true });
  }
}

async function isRunning(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(' ');
  if (!pid || !/^\d+$/.test(pid) || !exists(Number(pid))) return false;
  return (await startOf(Number(pid))) === start;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, where the system says so: a number used again is another process. */
async function startOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22, counted behind the command's name, which may hold spaces (proc_pid_stat(5)).
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? 'unknown';
}
