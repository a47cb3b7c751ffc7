import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../../harness/usage-error.js';
import { systemWords } from '../system-words.js';
import type { NotUnderstood } from './class.js';
import { downloadParts } from './download-parts.js';
import { inSections, type Opened, sectionsIn } from './in-sections.js';
import { isDocument } from './layouts/people.js';
import { holdsClass } from './layouts/recognise.js';
import { type Listing, listFolder, wholes } from './listing.js';
import { openArchive } from './open-archive.js';
import { submittedIn } from './submitted-in.js';
import { looksLikeArchive } from './unpack/unpack.js';

/**
 * Goes through archives and single folders around the class until the class itself lies open.
 * @throws UsageError when there is nothing to read
 */
export async function openClass(path: string, options: OpenClassOptions): Promise<Opened> {
  try {
    return await open(path, options);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new UsageError(
      `"${path}" cannot be read: ${systemWords(error as Error)}. Give yourself the right to read it.`,
    );
  }
}

interface OpenClassOptions {
  workFolder: string;
  ignored: readonly string[];
  /** The names in the roster. */
  known: readonly string[];
  /** Whether each folder and each archive of the class is one student's for certain. */
  isFlat: boolean;
}

async function open(path: string, { workFolder, ignored: others, known, isFlat }: OpenClassOptions): Promise<Opened> {
  const name = basename(resolve(path));
  const absolute = await realpath(path).catch(() => undefined);
  const status = absolute === undefined ? undefined : await lstat(absolute);
  if (absolute === undefined || !status)
    throw new UsageError(`There is no file or folder "${path}". Give the folder or archive of the class.`);
  const refused: NotUnderstood[] = [];
  const ignored = [workFolder, ...others.map((one) => resolve(one))];
  let listing: Listing;
  if (status.isDirectory()) listing = await listFolder(absolute, name, { ignored, known });
  else if (looksLikeArchive(name) || looksLikeArchive(absolute)) {
    listing = await openArchive([absolute], join(workFolder, 'class', '0'), { refused, known });
  } else {
    const around = await listFolder(dirname(absolute), basename(absolute));
    listing = { ...around, entries: around.entries.filter((entry) => entry.path === absolute), others: [] };
  }
  const parts = downloadParts(listing).map((entry) => entry.path);
  if (parts.length > 0) listing = await openArchive(parts, join(workFolder, 'class', '0'), { refused, known });
  for (let level = 1; level <= 4; level += 1) {
    const inner = await onlyInner(listing, join(workFolder, 'class', String(level)), { ignored, known });
    if (!inner) break;
    refused.push(...listing.others, ...inner.refused);
    listing = inner.listing;
  }
  if (listing.entries.length === 0) throw new UsageError(`"${path}" is empty: there is no submission in it.`);
  const inOne = { listing, refused };
  return isFlat ? inOne : ((await inSections(inOne, workFolder, { ignored, known })) ?? inOne);
}

/** What the only folder or archive in a folder holds, when that is a class. */
async function onlyInner(
  listing: Listing,
  target: string,
  { ignored, known }: { ignored: string[]; known: readonly string[] },
): Promise<Opened | undefined> {
  const submitted = await submittedIn(listing, { ignored, known });
  const big = submitted ? [submitted] : wholes(listing);
  const only = big[0];
  const programs = listing.entries.filter((entry) => entry.kind === 'file' && !isDocument(entry));
  if (!only || big.length !== 1 || programs.length > 2) return undefined;
  if (!submitted && holdsClass(listing)) return undefined;
  const refused: NotUnderstood[] = [];
  try {
    const inner =
      only.kind === 'folder'
        ? await listFolder(only.path, only.name, { ignored, known })
        : await openArchive([only.path], target, { refused, known });
    const options = { ignored, known };
    const isClass = submitted || holdsClass(inner) || (await sectionsIn(inner, options)) !== undefined;
    if (!isClass && !(await onlyInner(inner, `${target}-in`, options))) return undefined;
    for (const { name } of listing.entries.filter((entry) => entry !== only)) {
      refused.push({ path: name, why: 'it lies beside the class, not in it' });
    }
    return { listing: inner, refused };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
