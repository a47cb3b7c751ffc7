import { lstatSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS, type Space } from './world.js';

type Amount = Pick<Space, 'bytes' | 'files'>;

/** What may still be written in a folder's file system; anything where it does not tell, as when the folder is gone. */
export function leftIn(folder: string): Amount {
  try {
    const { blocks, bavail, bsize, files, ffree } = statfsSync(folder);
    // Some file systems make room as it is asked for, and say that they have none at all.
    return {
      bytes: blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize,
      files: files === 0 ? Number.POSITIVE_INFINITY : ffree,
    };
  } catch {
    return { bytes: Number.POSITIVE_INFINITY, files: Number.POSITIVE_INFINITY };
  }
}

/** Whether what is left, and what programs have written to `places`, is together less than they may write. */
export function isLessThanPromised(left: Amount, places: string[]): boolean {
  const { folderBytes, folderFiles } = DEFAULT_LIMITS;
  const missing = { bytes: folderBytes - left.bytes, files: folderFiles - left.files };
  const found = { bytes: 0, files: 0 };
  const enough = () => found.files >= folderFiles || (found.bytes >= missing.bytes && found.files >= missing.files);
  const waiting = [...places];
  for (let path = waiting.pop(); path !== undefined && !enough(); path = waiting.pop()) {
    try {
      const kind = lstatSync(path);
      // Windows counts no blocks.
      found.bytes += kind.blocks === undefined ? kind.size : kind.blocks * BLOCK_BYTES;
      found.files++;
      if (kind.isDirectory()) for (const name of readdirSync(path)) waiting.push(join(path, name));
    } catch {
      // Gone, closed, or further down than the system can name.
    }
  }
  return !enough();
}

/** stat(2): the unit in which it counts, whatever the file system's is. */
const BLOCK_BYTES = 512;
