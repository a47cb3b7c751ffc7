import { closeSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a file is called while it is written; only a killed run leaves one, and the next that writes the same file uses it up. */
export const PART = '.part';

/** So much is written at once: less would be many small writes, more would be memory. */
const WRITE_CHARACTERS = 64 * 1024;

/**
 * Replaces a file by what `write` puts into it. Whoever reads the path finds the old file or the whole new one, and the old
 * one stays when the writing fails.
 */
export async function replaceFile(path: string, write: (target: FileHandle) => Promise<void>): Promise<void> {
  const part = `${path}${PART}`;
  const target = await open(part, 'w');
  try {
    await write(target);
    await target.sync();
    await target.close();
    await rename(part, path);
  } finally {
    await target.close().catch(() => {});
    await rm(part, { force: true });
  }
}

/** Replaces a file by a text that is made while it is written, so that it is never in memory as a whole. */
export async function replaceText(path: string, pieces: Iterable<string>): Promise<void> {
  await replaceFile(path, async (target) => {
    let waiting: string[] = [];
    let characters = 0;
    for (const piece of pieces) {
      waiting.push(piece);
      characters += piece.length;
      if (characters < WRITE_CHARACTERS) continue;
      await target.writeFile(waiting.join(''));
      waiting = [];
      characters = 0;
    }
    await target.writeFile(waiting.join(''));
  });
}

const synced = promisify(fsync);

/**
 * Replaces small files of one folder, each as `replaceFile` does. They are written right here: Node's threads, all at it in one folder,
 * would spend more time on waiting for each other than on writing. Only the disk is waited for in them.
 */
export async function replaceFiles(
  folder: string,
  files: readonly (readonly [name: string, data: string | Uint8Array])[],
): Promise<void> {
  const paths = files.map(([name]) => join(folder, name));
  try {
    const targets: number[] = [];
    try {
      for (const [at, [, data]] of files.entries()) {
        const target = openSync(`${paths[at]}${PART}`, 'w');
        targets.push(target);
        writeFileSync(target, data);
      }
      // None may be closed while it is still being synced.
      const ends = await Promise.allSettled(targets.map((target) => synced(target)));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    } finally {
      for (const target of targets) closeSync(target);
    }
    for (const path of paths) renameSync(`${path}${PART}`, path);
  } catch (error) {
    for (const path of paths) rmSync(`${path}${PART}`, { force: true });
    throw error;
  }
}
