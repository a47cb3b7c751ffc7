import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../usage-error.js';
import { languageByName, languageOf } from './languages.js';

/** One file of a submission. `text` is absent for what is not text or too large to be a program's source. */
export interface SubmittedFile {
  /** Relative to the submission's folder, with `/`. */
  path: string;
  text?: string;
  executable: boolean;
}

/** What was handed in: a folder or a single file. */
export interface Submission {
  name: string;
  /** The folder that holds the files, absolute. */
  folder: string;
  files: SubmittedFile[];
  /** What was passed over and why, in sentences. */
  notes: string[];
}

const MOST_FILES = 400;
const MOST_SOURCE_BYTES = 512 * 1024;
/** Of all sources together: they are searched for many things, and each is compared with every other. */
const MOST_SOURCES_BYTES = 4 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;
/** Beyond this a folder is no submission, and the rest of it is not even listed. */
const MOST_ENTRIES = 20_000;
const PASSED_OVER = new Set(['node_modules', '__pycache__', '__MACOSX', 'venv', 'env', 'target', '.git']);

/**
 * Reads what was handed in. Links are never followed: one that points outside would show the grader's own files.
 * @throws UsageError when there is no such path, it may not be read, or it is neither a folder nor a file.
 */
export async function readSubmission(path: string): Promise<Submission> {
  const absolute = resolve(path);
  const status = await lstat(absolute).catch(() => undefined);
  if (!status) {
    throw new UsageError(`There is no file or folder "${path}". Give the folder that holds your program.`);
  }
  const real = await realpath(absolute);
  const target = await lstat(real);
  const notes: string[] = [];
  if (target.isFile()) {
    const name = basename(real);
    const one = { name, folder: dirname(real), notes };
    if (isOption(name)) return { ...one, files: [], notes: [noteOfOption(name)] };
    return { ...one, files: [await readOne(dirname(real), real)] };
  }
  if (!target.isDirectory()) {
    throw new UsageError(`"${path}" is neither a file nor a folder. Give the folder that holds your program.`);
  }
  const found = await listFiles(real, path, notes);
  const files: SubmittedFile[] = [];
  const left: string[] = [];
  let bytes = 0;
  let sourceBytes = 0;
  for (const full of found) {
    const shown = relative(real, full);
    const size = files.length < MOST_FILES ? (await lstat(full)).size : Number.POSITIVE_INFINITY;
    if (bytes + size > MOST_BYTES) {
      left.push(shown);
      continue;
    }
    bytes += size;
    const file = await readOne(real, full);
    sourceBytes += file.text?.length ?? 0;
    if (file.text !== undefined && sourceBytes > MOST_SOURCES_BYTES) {
      notes.push(`"${shown}" was not looked into: the sources of a submission may have 4 MiB together.`);
      delete file.text;
    }
    files.push(file);
  }
  // As one walks through folders.
  const walked = (file: SubmittedFile) => file.path.replaceAll('/', '\0');
  files.sort((a, b) => (walked(a) < walked(b) ? -1 : 1));
  notes.push(...notesOfLeft(left));
  return { name: basename(real), folder: real, files, notes };
}

/** The regular files below a folder. Programs' sources and the manifest come first, those nearest the top before all others, so that no heap of other files hides them. */
async function listFiles(top: string, asGiven: string, notes: string[]): Promise<string[]> {
  const found: string[] = [];
  let entriesSeen = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await entriesOf(folder);
    if (entries === undefined) {
      if (folder === top)
        throw new UsageError(
          `"${asGiven}" may not be read by you. Give yourself the right to read it, and to open it.`,
        );
      notes.push(`"${relative(top, folder)}" may not be read and was passed over.`);
      return;
    }
    // A virtual environment of Python, whatever it is called.
    if (folder !== top && entries.some((entry) => entry.name === 'pyvenv.cfg')) return;
    entries.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const full = join(folder, entry.name);
      const shown = relative(top, full);
      if (PASSED_OVER.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.env')) continue;
      if (++entriesSeen > MOST_ENTRIES) {
        if (entriesSeen === MOST_ENTRIES + 1)
          notes.push(`The folder holds more than ${MOST_ENTRIES} files; from "${shown}" on they were passed over.`);
        return;
      }
      if (await isMisread(full)) {
        notes.push(`"${shown}" was passed over: its name is not written in UTF-8. Rename it.`);
      } else if (entry.isSymbolicLink()) {
        notes.push(`"${shown}" is a link and was not followed. Hand in the file itself.`);
      } else if (entry.isDirectory()) {
        if (depth < 8) await walk(full, depth + 1);
        else notes.push(`"${shown}" lies too deep and was passed over.`);
      } else if (entry.isFile() && isOption(entry.name)) {
        notes.push(noteOfOption(shown));
      } else if (entry.isFile()) {
        found.push(full);
      } else {
        notes.push(`"${shown}" is not a regular file and was passed over.`);
      }
    }
  };
  await walk(top, 0);
  const depthOf = (full: string) => full.split(sep).length;
  return found.sort((a, b) => rank(basename(a)) - rank(basename(b)) || depthOf(a) - depthOf(b));
}

/** Whether gcc would take a source for a file of options (`@x.c`): in its own processes it names sources without their folder. */
function isOption(name: string): boolean {
  const language = languageByName(name);
  return name.startsWith('@') && (language === 'c' || language === 'c++');
}

/** Whether a name is not what it was read as: bytes that are no text are all read as the same mark, by which no file is found. */
async function isMisread(path: string): Promise<boolean> {
  return path.includes('\uFFFD') && (await lstat(path).catch(() => undefined)) === undefined;
}

function noteOfOption(shown: string): string {
  return `"${shown}" was passed over: gcc takes a name that begins with @ for a file of options. Rename it.`;
}

/** What is in a folder; undefined where we have no right to read it. */
async function entriesOf(folder: string): Promise<Dirent[] | undefined> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') return undefined;
    throw error;
  }
}

/** 0 for the manifest and for what can be a program's source, 1 for anything else. */
function rank(name: string): 0 | 1 {
  return name === 'netgrade.yml' || languageOf({ path: name, text: '', executable: false }) !== undefined ? 0 : 1;
}

function notesOfLeft(left: string[]): string[] {
  const why = `a submission may have ${MOST_FILES} files and 32 MiB`;
  if (left.length === 0) return [];
  if (left.length <= 3) return left.map((shown) => `"${shown}" was passed over: ${why}.`);
  return [`${left.length} files ("${left[0]}" and others) were passed over: ${why}.`];
}

async function readOne(folder: string, full: string): Promise<SubmittedFile> {
  const path = relative(folder, full).replaceAll('\\', '/');
  const status = await lstat(full);
  const executable = (status.mode & 0o111) !== 0;
  if (status.size > MOST_SOURCE_BYTES) return { path, executable };
  const raw = await readFile(full).catch(() => undefined);
  const text = raw && textOf(raw);
  return text === undefined ? { path, executable } : { path, executable, text };
}

/** The text of a file; undefined for what is none. An editor's UTF-16 is read too: no language takes it, but what the program is meant to be shows. */
function textOf(raw: Buffer): string | undefined {
  const wide = wideEncoding(raw);
  if (wide) return new TextDecoder(wide).decode(raw);
  return raw.includes(0) ? undefined : raw.toString('utf8');
}

/** UTF-16 by its mark; without it, by the empty half of each plain letter. */
function wideEncoding(raw: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = raw;
  if ((first === 0xff && second === 0xfe) || isEveryOther(raw, 1)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || isEveryOther(raw, 0) ? 'utf-16be' : undefined;
}

const LOOKED_AT_BYTES = 256;

/** Whether most bytes at odd or at even places are zero, as far as was looked, and no others are. */
function isEveryOther(raw: Buffer, zerosAt: 0 | 1): boolean {
  const head = raw.subarray(0, LOOKED_AT_BYTES);
  const zeros = head.reduce((sum, byte) => sum + Number(byte === 0), 0);
  const placed = head.every((byte, at) => byte !== 0 || at % 2 === zerosAt);
  return placed && raw.length % 2 === 0 && zeros * 4 > head.length;
}
