import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isRunFile, RESULTS_FOLDER, RUN_FILE } from '../result-store.js';
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
    const status = isFolder || dirent.isFile() ? await lstat(full).catch(() => undefined) : undefined;
    if (!status) listing.others.push({ path: entryName, why: 'it is a link, or no regular file' });
    else if (isFolder && (await holdsResults(full))) {
      listing.others.push({ path: entryName, why: 'it holds the results of an earlier run' });
    } else {
      const kind = isFolder ? 'folder' : looksLikeArchive(entryName) ? 'archive' : 'file';
      const isClone = isFolder && (clones?.(entryName) || (await exists(within(full, '.git'))));
      listing.entries.push({ name: entryName, path: full, kind, modifiedMs: status.mtimeMs, isClone });
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

const MOST_RUN_FILE_BYTES = 4096;

/** Whether a folder is one of our own results. What lies there may be a student's: a pipe, a device, a link to one. */
async function holdsResults(folder: string | Buffer): Promise<boolean> {
  const results = await lstat(within(folder, RESULTS_FOLDER)).catch(() => undefined);
  if (!results?.isDirectory()) return false;
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(within(folder, RUN_FILE), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
  if (!file) return false;
  try {
    const status = await file.stat();
    return status.isFile() && status.size <= MOST_RUN_FILE_BYTES && isRunFile(await file.readFile('utf8'));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
