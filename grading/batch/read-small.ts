import { constants, type PathLike } from 'node:fs';
import { open } from 'node:fs/promises';

const MOST_BYTES = 16 * 1024;

/** The text of a small file that may be a student's making: of a pipe, a device, a link or a large file there is none. */
export async function readSmall(path: PathLike): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
  if (!file) return undefined;
  try {
    const status = await file.stat();
    return status.isFile() && status.size <= MOST_BYTES ? await file.readFile('utf8') : undefined;
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
