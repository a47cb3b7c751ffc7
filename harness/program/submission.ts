import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../usage-error.js';

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
const PASSED_OVER = new Set(['node_modules', '__pycache__', '__MACOSX', 'venv', 'env', 'target', '.git']);

/**
 * Reads what was handed in. Links are never followed: one that points outside would show the grader's own files.
 * @throws UsageError when there is no such path, or it is neither a folder nor a file.
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
    const file = await readOne(dirname(real), real);
    return { name: basename(real), folder: dirname(real), files: [file], notes };
  }
  if (!target.isDirectory()) {
    throw new UsageError(`"${path}" is neither a file nor a folder. Give the folder that holds your program.`);
  }
  const files: SubmittedFile[] = [];
  let bytes = 0;
  let sourceBytes = 0;
  const walk = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const full = join(folder, entry.name);
      const shown = relative(real, full);
      if (PASSED_OVER.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.env')) continue;
      if (entry.isSymbolicLink()) {
        notes.push(`"${shown}" is a link and was not followed. Hand in the file itself.`);
      } else if (entry.isDirectory()) {
        if (depth < 8) await walk(full, depth + 1);
        else notes.push(`"${shown}" lies too deep and was passed over.`);
      } else if (entry.isFile()) {
        const size = (await lstat(full)).size;
        if (files.length >= MOST_FILES || bytes + size > MOST_BYTES) {
          notes.push(`"${shown}" was passed over: a submission may have ${MOST_FILES} files and 32 MiB.`);
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
      } else {
        notes.push(`"${shown}" is not a regular file and was passed over.`);
      }
    }
  };
  await walk(real, 0);
  return { name: basename(real), folder: real, files, notes };
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
  const wide =
    raw[0] === 0xff && raw[1] === 0xfe ? 'utf-16le' : raw[0] === 0xfe && raw[1] === 0xff ? 'utf-16be' : undefined;
  if (wide) return new TextDecoder(wide).decode(raw);
  return raw.includes(0) ? undefined : raw.toString('utf8');
}
