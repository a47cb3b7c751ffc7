import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from '../../../harness/usage-error.js';
import type { NotUnderstood } from './class.js';
import { holdsClass } from './layouts/recognise.js';
import { type Entry, type Listing, listFolder } from './listing.js';
import { ArchiveRefused, Budget, CLASS_LIMITS, ForeignArchive } from './unpack/budget.js';
import { listZip } from './unpack/list-zip.js';
import { archiveStem, unpack } from './unpack/unpack.js';

/**
 * Unpacks an archive, or all the parts of one.
 * @throws UsageError when one cannot be read
 */
export async function openArchive(
  paths: readonly (string | Buffer)[],
  target: string,
  { refused, known }: { refused: NotUnderstood[]; known: readonly string[] },
): Promise<Listing> {
  const name = archiveStem(basename(String(paths[0])));
  await rm(target, { recursive: true, force: true });
  const budget = new Budget(CLASS_LIMITS);
  const clonesIn = new Set<string>();
  for (const path of paths) {
    const unpacked = await unpack(path, target, { budget, known }).catch((error) => {
      const help = error instanceof ForeignArchive ? ' Unpack it and give the folder.' : '';
      if (error instanceof ArchiveRefused)
        throw new UsageError(`"${path}" cannot be opened: it ${error.message}.${help}`);
      throw error;
    });
    refused.push(...unpacked.refused);
    for (const folder of unpacked.gitFolders) clonesIn.add(folder);
  }
  const clones = (entryName: string): boolean => clonesIn.has(entryName);
  const listing = await listFolder(target, name, { clones, known });
  // The zip of a folder: its `.git` folders were seen one level further down.
  const [only] = listing.entries;
  if (listing.entries.length !== 1 || only?.kind !== 'folder') return listing;
  const inner = await listFolder(only.path, only.name, {
    known,
    clones: (entryName) => clonesIn.has(`${only.name}/${entryName}`),
  });
  if (!holdsClass(inner)) return listing;
  refused.push(...listing.others);
  return inner;
}

/** What lies in a folder or an archive; undefined where that cannot be told without unpacking. */
export async function inWhole(
  { kind, path, name }: Entry,
  options: { ignored: readonly string[]; known: readonly string[] },
): Promise<Listing | undefined> {
  return kind === 'folder' ? listFolder(path, name, options) : listZip(path, name);
}
