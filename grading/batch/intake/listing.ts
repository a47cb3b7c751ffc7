import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isJunk } from './junk.js';
import { looksLikeArchive } from './unpack/unpack.js';

/** One thing that lies directly in the class's folder. */
export interface Entry {
  name: string;
  path: string;
  kind: 'folder' | 'archive' | 'file';
  modifiedMs: number;
  /** A clone: the folder holds a `.git`, or did in the archive it came from. */
  isClone: boolean;
}

/** The class's folder, one level deep. */
export interface Listing {
  /** The folder's name, or the name of the archive it came from. */
  name: string;
  path: string;
  /** Sorted by name. */
  entries: Entry[];
  /** Links, devices and the like, and names that cannot be found again because they are not UTF-8. */
  others: string[];
}

/** Lists a folder without following links and without what systems leave behind. `ignored` are absolute paths. */
export async function listFolder(
  path: string,
  name: string,
  { ignored = [], clones }: { ignored?: readonly string[]; clones?: (name: string) => boolean } = {},
): Promise<Listing> {
  const listing: Listing = { name, path, entries: [], others: [] };
  const found = await readdir(path, { withFileTypes: true });
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const dirent of found) {
    const full = join(path, dirent.name);
    if (isJunk([dirent.name]) || ignored.includes(full)) continue;
    if (!dirent.isFile() && !dirent.isDirectory()) {
      listing.others.push(dirent.name);
      continue;
    }
    const isFolder = dirent.isDirectory();
    const kind = isFolder ? 'folder' : looksLikeArchive(dirent.name) ? 'archive' : 'file';
    const status = await lstat(full).catch(() => undefined);
    if (!status) {
      listing.others.push(dirent.name);
      continue;
    }
    const { mtimeMs } = status;
    const isClone = isFolder && (clones?.(dirent.name) || (await exists(join(full, '.git'))));
    listing.entries.push({ name: dirent.name, path: full, kind, modifiedMs: mtimeMs, isClone });
  }
  return listing;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
