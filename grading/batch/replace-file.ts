import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** So much is written at once: less would be many small writes, more would be memory. */
const WRITE_CHARACTERS = 64 * 1024;

/**
 * Replaces a file by what `write` puts into it. Whoever reads the path finds the old file or the whole new one, and the old
 * one stays when the writing fails.
 */
export async function replaceFile(path: string, write: (target: FileHandle) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
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
