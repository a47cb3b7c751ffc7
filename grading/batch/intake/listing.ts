import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { resultsIn } from '../results-folder.js';
import type { NotUnderstood } from './class.js';
import { isJunk } from './junk.js';
import { decode, encodingOf, utf8 } from './legacy-text.js';
import { isUnnamedFolder } from './new-folder.js';
import { looksLikeArchive } from './unpack/unpack.js';

/** One thing that lies directly in the class's folder. */
export interface Entry {
  name: string;
  /** Bytes where the name is not UTF-8, for by its text it could not be found again. */
  path: string | Buffer;
  /** A link is never followed, but somebody may be named by it. */
  kind: 'folder' | 'archive' | 'file' | 'link';
  modifiedMs: number;
  /** A clone: the folder holds a `.git`, or did in the archive it came from. */
  isClone: boolean;
  /** It lies in a part of the class for those that were late. */
  isLate?: boolean;
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
  /** The names in the roster. */
  people: readonly string[];
  /** Devices and the like, and what an earlier run has left. */
  others: NotUnderstood[];
}

/** The folders and archives in it: one of them alone can be a whole submission, or hold many. */
export function wholes({ entries }: Listing): Entry[] {
  return entries.filter(({ kind }) => kind === 'folder' || kind === 'archive');
}

/** Why our own results, wherever they lie, are nobody's submission. */
export const IS_RESULTS = 'it holds the results of an earlier run';

/** Lists a folder without following links and without what systems leave behind. `ignored` are absolute paths; `known` names help to read those that are not UTF-8. */
export async function listFolder(
  path: string | Buffer,
  name: string,
  {
    ignored = [],
    known = [],
    clones,
  }: { ignored?: readonly string[]; known?: readonly string[]; clones?: (name: string) => boolean } = {},
): Promise<Listing> {
  const listing: Listing = { name, path, entries: [], people: known, others: [] };
  const dirents = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  const nameOf = namesOf(dirents, known);
  const found = dirents.map((dirent) => ({ dirent, entryName: nameOf(dirent.name) }));
  found.sort((a, b) => (a.entryName < b.entryName ? -1 : 1));
  for (const { dirent, entryName } of found) {
    const full = within(path, dirent.name);
    if (isJunk([entryName]) || ignored.some((one) => one === full)) continue;
    const isFolder = dirent.isDirectory();
    const results = isFolder ? await resultsIn(full) : 'none';
    const status =
      isFolder || dirent.isFile() || dirent.isSymbolicLink() ? await lstat(full).catch(() => undefined) : undefined;
    if (!status) listing.others.push({ path: entryName, why: 'it is no regular file' });
    else if (isFolder && isUnnamedFolder(entryName) && (await isEmpty(full))) {
      listing.others.push({ path: entryName, why: 'it is a new folder that nobody named, and empty' });
    } else if (results === 'ours') {
      listing.others.push({ path: entryName, why: IS_RESULTS });
    } else {
      const kind = dirent.isSymbolicLink()
        ? 'link'
        : isFolder
          ? 'folder'
          : looksLikeArchive(entryName)
            ? 'archive'
            : 'file';
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

/** How the names of a folder are read: those that are not UTF-8 were given on another system. */
function namesOf(dirents: readonly { name: Buffer }[], known: readonly string[]): (name: Buffer) => string {
  const legacy = dirents.flatMap(({ name }) => (utf8(name) === undefined ? [name] : []));
  const encoding = legacy.length === 0 ? undefined : encodingOf(legacy, { known });
  return (name) => (encoding === undefined ? name.toString() : (utf8(name) ?? decode(name, encoding)));
}

/** A path as text where that finds the file again. */
function within(folder: string | Buffer, name: string | Buffer): string | Buffer {
  const bytes = Buffer.from(name);
  if (typeof folder === 'string' && Buffer.from(bytes.toString()).equals(bytes)) return join(folder, bytes.toString());
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), bytes]);
}

async function isEmpty(folder: string | Buffer): Promise<boolean> {
  return readdir(folder).then(
    (found) => found.every((name) => isJunk([name])),
    () => false,
  );
}

async function exists(path: string | Buffer): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
