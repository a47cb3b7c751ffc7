import { lstat, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../../harness/usage-error.js';
import { systemWords } from '../system-words.js';
import type { NotUnderstood } from './class.js';
import { downloadParts } from './download-parts.js';
import { isDocument } from './layouts/people.js';
import { holdsClass } from './layouts/recognise.js';
import { type Listing, listFolder, wholes } from './listing.js';
import { isSection, mayBeSections, together } from './sections.js';
import { ArchiveRefused, Budget, CLASS_LIMITS, ForeignArchive } from './unpack/budget.js';
import { listZip } from './unpack/list-zip.js';
import { archiveStem, looksLikeArchive, unpack } from './unpack/unpack.js';

/** What was handed over, laid open. */
interface Opened {
  listing: Listing;
  refused: NotUnderstood[];
  /** The names of its parts, where it is in several. */
  sections?: string[];
}

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

/** A class that lies in several folders or archives, in one. */
async function inSections(
  { listing, refused }: Opened,
  workFolder: string,
  { ignored, known }: { ignored: string[]; known: readonly string[] },
): Promise<Opened | undefined> {
  const refusedInside: NotUnderstood[] = [];
  const parts = mayBeSections(listing);
  if (parts.length === 0) return undefined;
  const sections: Listing[] = [];
  // Before anything is unpacked: what one student alone made to look like a class must cost nobody anything.
  for (const { kind, path, name } of parts) {
    const inside = kind === 'folder' ? await listFolder(path, name, { ignored, known }) : await listZip(path, name);
    if (!inside || !isSection(inside)) return undefined;
    sections.push(inside);
  }
  for (const [number, { kind, path, name }] of parts.entries()) {
    if (kind === 'folder') continue;
    const target = join(workFolder, 'class', `section-${number}`);
    sections[number] = { ...(await openArchive([path], target, { refused: refusedInside, known })), name };
  }
  const all = together(listing, sections);
  if (!all) {
    if (holdsClass(listing)) return undefined;
    const names = parts.map(({ name }) => `"${name}"`).join(', ');
    throw new UsageError(`It holds the same people several times, in ${names}. Give the folder of one task.`);
  }
  for (const { name, kind } of listing.entries)
    if (kind === 'file' || kind === 'link') refused.push({ path: name, why: 'it lies beside the parts of the class' });
  return { listing: all, refused: [...refused, ...refusedInside], sections: parts.map(({ name }) => name) };
}

/** What Teams hands in is in one folder, beside what students are still working on. */
const SUBMITTED = /^Submitted files$/i;

/** What the only folder or archive in a folder holds, when that is a class. */
async function onlyInner(
  listing: Listing,
  target: string,
  { ignored, known }: { ignored: string[]; known: readonly string[] },
): Promise<Opened | undefined> {
  const submitted = listing.entries.find(({ kind, name }) => kind === 'folder' && SUBMITTED.test(name));
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
    if (!submitted && !holdsClass(inner) && !(await onlyInner(inner, `${target}-in`, { ignored, known })))
      return undefined;
    for (const { name } of listing.entries.filter((entry) => entry !== only)) {
      refused.push({ path: name, why: 'it lies beside the class, not in it' });
    }
    return { listing: inner, refused };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/**
 * Unpacks an archive, or all the parts of one.
 * @throws UsageError when one cannot be read
 */
async function openArchive(
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
