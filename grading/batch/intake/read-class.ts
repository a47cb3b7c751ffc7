import { lstat, mkdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import PQueue from 'p-queue';
import { UsageError } from '../../../harness/usage-error.js';
import type { Class, Layout, NotUnderstood, Student } from './class.js';
import { collect } from './collect.js';
import type { HandedIn } from './layouts/layout.js';
import { holdsClass, layoutOf } from './layouts/recognise.js';
import { type Listing, listFolder } from './listing.js';
import { Roster, readRoster } from './roster.js';
import { studentKeys } from './student-key.js';
import { ArchiveRefused, Budget, CLASS_LIMITS, ForeignArchive } from './unpack/budget.js';
import { archiveStem, looksLikeArchive, unpack } from './unpack/unpack.js';

export interface ReadClassOptions {
  /** Made by us and emptied first; the students' files are unpacked into it. */
  workFolder: string;
  layout?: Layout | 'auto';
  /** A CSV file of everybody in the class. */
  roster?: string;
  /** Folders inside `path` that are not part of the class, such as the one for the results. */
  ignored?: readonly string[];
  stop?: AbortSignal;
}

/**
 * Reads a class as a platform or a person hands it over, a folder or an archive, and unpacks it.
 * @throws UsageError when there is nothing to read, an unknown layout or a roster without names; the reason of `stop`.
 */
export async function readClass(path: string, options: ReadClassOptions): Promise<Class> {
  const workFolder = resolve(options.workFolder);
  const roster = new Roster(options.roster === undefined ? [] : await readRoster(options.roster));
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  const opened = await openClass(path, workFolder, options);
  const { reader, why } = layoutOf(opened.listing, options.layout ?? 'auto');
  const { handedIn, notUnderstood } = await reader.read(opened.listing);
  if (handedIn.length === 0) throw nothingIn(path, reader.name, notUnderstood);
  const { students, refused } = await collectAll(handedIn, workFolder, options.stop);
  await rm(join(workFolder, 'class'), { recursive: true, force: true });
  const unknown = options.roster === undefined ? [] : matchRoster(students, roster);
  return {
    layout: { name: reader.name, why },
    students: students.sort((a, b) => (a.key < b.key ? -1 : 1)),
    notUnderstood: [...opened.refused, ...opened.listing.others, ...notUnderstood, ...refused],
    missing: roster.missing().map(({ login: _, ...person }) => person),
    unknown,
  };
}

/** A run that grades nobody would look like a success. */
function nothingIn(path: string, layout: Layout, [first]: NotUnderstood[]): UsageError {
  const example = first ? ` "${first.path}": ${first.why}.` : '';
  return new UsageError(
    `There is no submission in "${path}", read with the layout ${layout}.${example} Give the folder of the class, or another --layout.`,
  );
}

interface Opened {
  listing: Listing;
  refused: NotUnderstood[];
}

/** Goes through archives and single folders around the class until the class itself lies open. */
async function openClass(path: string, workFolder: string, options: ReadClassOptions): Promise<Opened> {
  const name = basename(resolve(path));
  const absolute = await realpath(path).catch(() => undefined);
  const status = absolute === undefined ? undefined : await lstat(absolute);
  if (absolute === undefined || !status)
    throw new UsageError(`There is no file or folder "${path}". Give the folder or archive of the class.`);
  const refused: NotUnderstood[] = [];
  const ignored = [workFolder, ...(options.ignored ?? []).map((one) => resolve(one))];
  let listing: Listing;
  if (status.isDirectory()) listing = await listFolder(absolute, name, { ignored });
  else if (looksLikeArchive(name) || looksLikeArchive(absolute)) {
    const target = join(workFolder, 'class', '0');
    listing = await openArchive(absolute, target, refused).catch((error) => {
      const help = error instanceof ForeignArchive ? ' Unpack it and give the folder.' : '';
      if (error instanceof ArchiveRefused)
        throw new UsageError(`"${path}" cannot be opened: it ${error.message}.${help}`);
      throw error;
    });
  } else {
    const around = await listFolder(dirname(absolute), basename(absolute));
    listing = { ...around, entries: around.entries.filter((entry) => entry.path === absolute), others: [] };
  }
  for (let level = 1; level <= 4; level += 1) {
    const inner = await onlyInner(listing, join(workFolder, 'class', String(level)), ignored);
    if (!inner) break;
    listing = inner.listing;
    refused.push(...inner.refused);
  }
  if (listing.entries.length === 0) throw new UsageError(`"${path}" is empty: there is no submission in it.`);
  return { listing, refused };
}

/** What the only folder or archive in a folder holds, when that is a class. */
async function onlyInner(listing: Listing, target: string, ignored: string[]): Promise<Opened | undefined> {
  const big = listing.entries.filter(({ kind }) => kind !== 'file');
  const only = big[0];
  if (!only || big.length !== 1 || listing.entries.length > 3 || holdsClass(listing)) return undefined;
  const refused: NotUnderstood[] = [];
  try {
    const inner =
      only.kind === 'folder'
        ? await listFolder(only.path, only.name, { ignored })
        : await openArchive(only.path, target, refused);
    if (!holdsClass(inner) && !(await onlyInner(inner, `${target}-in`, ignored))) return undefined;
    for (const { name } of listing.entries.filter((entry) => entry !== only)) {
      refused.push({ path: name, why: 'it lies beside the class, not in it' });
    }
    return { listing: inner, refused };
  } catch (error) {
    if (error instanceof ArchiveRefused) return undefined;
    throw error;
  }
}

async function openArchive(path: string | Buffer, target: string, refused: NotUnderstood[]): Promise<Listing> {
  const name = archiveStem(basename(String(path)));
  await rm(target, { recursive: true, force: true });
  const unpacked = await unpack(path, target, new Budget(CLASS_LIMITS));
  refused.push(...unpacked.refused);
  const clones = (entryName: string): boolean => unpacked.gitFolders.has(entryName);
  const listing = await listFolder(target, name, { clones });
  // The zip of a folder: its `.git` folders were seen one level further down.
  const [only] = listing.entries;
  if (listing.entries.length !== 1 || only?.kind !== 'folder') return listing;
  const inner = await listFolder(only.path, only.name, {
    clones: (entryName) => unpacked.gitFolders.has(`${only.name}/${entryName}`),
  });
  return holdsClass(inner) ? inner : listing;
}

async function collectAll(
  handedIn: HandedIn[],
  workFolder: string,
  stop: AbortSignal | undefined,
): Promise<{ students: Student[]; refused: NotUnderstood[] }> {
  const keys = studentKeys(
    handedIn.map((one) => [one.name, one.platformId].filter((word) => word && word !== '').join(' ')),
  );
  const queue = new PQueue({ concurrency: 4 });
  const collecting = queue.addAll(
    handedIn.map((one, index) => async () => ({
      one,
      key: keys[index]!,
      from: await collect(one.pieces, join(workFolder, 'students', keys[index]!), {
        ownFolder: join(workFolder, 'class'),
        stop,
      }),
    })),
  );
  const collected = await collecting.catch(async (error) => {
    // Nothing is written any more when the failure is told.
    queue.clear();
    await queue.onIdle();
    throw error;
  });
  const refused: NotUnderstood[] = [];
  const students = collected.map(({ one, key, from }): Student => {
    const { pieces, ...rest } = one;
    refused.push(...from.notUnderstood);
    const notes = [...new Set(rest.notes), ...(from.unreadable === undefined ? leftOut(from.notUnderstood) : [])];
    if (from.files.length === 0 && from.unreadable === undefined) notes.push('There is no file in it.');
    const typedOnly = pieces.length === 0 ? 'Only a typed text or a link was handed in, no file.' : undefined;
    const unreadable = from.unreadable ?? typedOnly;
    return {
      ...rest,
      key,
      knownAs: rest.name,
      folder: from.folder,
      files: from.files,
      notes,
      ...(unreadable === undefined ? {} : { unreadable }),
    };
  });
  return { students, refused };
}

const MOST_LEFT_OUT = 3;

/** For the row of the student: a score that leaves something out is worth a look. */
function leftOut(refused: readonly NotUnderstood[]): string[] {
  const shown = refused.slice(0, MOST_LEFT_OUT).map(({ path, why }) => `Left out: ${path} (${why}).`);
  const rest = refused.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more, in summary.txt.`] : shown;
}

/** Gives the students the names and ids of the roster; who is not in it is in the answer. */
function matchRoster(students: Student[], roster: Roster): { key: string; name: string }[] {
  const unknown: { key: string; name: string }[] = [];
  for (const student of students) {
    const found = roster.find(student);
    if (student.members.length > 0) {
      student.members = student.members.map((member) => ({ ...member, ...known(roster.find(member)) }));
    } else if (found) Object.assign(student, known(found));
    const members = student.members.map((member) => roster.find(member));
    if (!found && !members.some(Boolean)) unknown.push({ key: student.key, name: student.name });
  }
  return unknown;
}

function known(found: { name: string; id?: string; email?: string } | undefined) {
  if (!found) return {};
  const { name, id, email } = found;
  return { name, ...(id === undefined ? {} : { id }), ...(email === undefined ? {} : { email }) };
}
