import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { resultsIn } from '../results-folder.js';
import type { NotUnderstood } from './class.js';
import { isJunk } from './junk.js';
import { looksLikeArchive } from './unpack/unpack.js';

/** One thing that lies directly in the class's folder. */
export interface Entry {
  name: string;
  /** Bytes where the name is not UTF-8, for by its text it could not be found again. */
  path: string | Buffer;
  kind: 'folder' | 'archive' | 'file';
  modifiedMs: number;
  /** A clone: the folder holds a `.git`, or did in the archive it came from. */
  isClone: boolean;
  /** It may be a copy of our own results, or a student's folder that was made to look so. */
  looksLikeResults: boolean;
}

/** The class's folder, one level deep. */
export interface Listing {
  /** The folder's name, or the name of the archive it came from. */
  name: string;
  path: string | Buffer;
  /** Sorted by name. */
  entries: Entry[];
  /** Links, devices and the like, and what an earlier run has left. */
  others: NotUnderstood[];
}

/** Why our own results, wherever they lie, are nobody's submission. */
export const IS_RESULTS = 'it holds the results of an earlier run';

/** Lists a folder without following links and without what systems leave behind. `ignored` are absolute paths. */
export async function listFolder(
  path: string | Buffer,
  name: string,
  { ignored = [], clones }: { ignored?: readonly string[]; clones?: (name: string) => boolean } = {},
): Promise<Listing> {
  const listing: Listing = { name, path, entries: [], others: [] };
  const found = (await readdir(path, { withFileTypes: true, encoding: 'buffer' })).map((dirent) => ({
    dirent,
    entryName: nameOf(dirent.name),
  }));
  found.sort((a, b) => (a.entryName < b.entryName ? -1 : 1));
  for (const { dirent, entryName } of found) {
    const full = within(path, dirent.name);
    if (isJunk([entryName]) || ignored.some((one) => one === full)) continue;
    const isFolder = dirent.isDirectory();
    const results = isFolder ? await resultsIn(full) : 'none';
    const status = isFolder || dirent.isFile() ? await lstat(full).catch(() => undefined) : undefined;
    if (!status) listing.others.push({ path: entryName, why: 'it is a link, or no regular file' });
    else if (results === 'ours') {
      listing.others.push({ path: entryName, why: IS_RESULTS });
    } else {
      const kind = isFolder ? 'folder' : looksLikeArchive(entryName) ? 'archive' : 'file';
      const isClone = isFolder && (clones?.(entryName) || (await exists(within(full, '.git'))));
      const looksLikeResults = results === 'alike';
      listing.entries.push({
        name: entryName,
        path: full,
        kind,
        modifiedMs: status.mtimeMs,
        isClone,
        looksLikeResults,
      });
    }
  }
  return listing;
}

/** A name that is not UTF-8 was most likely given on Windows, in the West. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A path as text where that finds the file again. */
function within(folder: string | Buffer, name: string | Buffer): string | Buffer {
  const bytes = Buffer.from(name);
  if (typeof folder === 'string' && Buffer.from(bytes.toString()).equals(bytes)) return join(folder, bytes.toString());
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), bytes]);
}

async function exists(path: string | Buffer): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
