import { readFile, stat } from 'node:fs/promises';
import yauzl from 'yauzl';

/** Several are open at once, each in memory. */
const SMALL_BYTES = 8 * 1024 * 1024;

/** Opens a zip file; close it afterwards. A small one is read at once, for each entry would cost two readings of a few bytes. */
export async function openZip(path: string | Buffer): Promise<yauzl.ZipFile> {
  const options = { decodeStrings: false, autoClose: false };
  const { size } = await stat(path);
  if (size <= SMALL_BYTES) return yauzl.fromBufferPromise(await readFile(path), options);
  // A path in bytes is no less good: it is only handed to `fs.open`.
  return yauzl.openPromise(path as string, options);
}
