import { createWriteStream } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { aroundJunk } from '../junk.js';
import type { Budget } from './budget.js';
import { counting } from './counting.js';
import { safeParts } from './entry-name.js';

/** What an archive held beside the files that are now on disk. */
export interface Unpacked {
  refused: { path: string; why: string }[];
  /** Folders that held a `.git`, relative, with `/`; '' is the top. */
  gitFolders: Set<string>;
  /** Folders that held what nobody hands in: where they hold nothing else, somebody handed in all the same. */
  aroundJunk: Set<string>;
}

export interface Unpacking {
  into: string;
  budget: Budget;
  count: (bytes: number) => void;
  unpacked: Unpacked;
}

/** The parts of an entry's path, or undefined when it is not wanted; what was refused is recorded. */
export function admit(entryName: string, { budget, unpacked }: Unpacking): string[] | undefined {
  const name = safeParts(entryName);
  if ('refused' in name) {
    budget.entry();
    if (!/^\.?\/*$/.test(entryName)) unpacked.refused.push({ path: printable(entryName), why: name.refused });
    return undefined;
  }
  const git = name.parts.indexOf('.git');
  if (git >= 0) unpacked.gitFolders.add(name.parts.slice(0, git).join('/'));
  const around = aroundJunk(name.parts);
  if (around) {
    budget.skip();
    unpacked.aroundJunk.add(around.join('/'));
    return undefined;
  }
  budget.entry();
  return name.parts;
}

/** Writes one entry's content. A name that is taken by a file is taken over: the last of two entries counts, as in every unzip. */
export async function writeEntry(
  content: AsyncIterable<Uint8Array> | Uint8Array,
  parts: string[],
  meta: { executable: boolean; modified: Date },
  { into, count, unpacked }: Unpacking,
): Promise<void> {
  const target = join(into, ...parts);
  const mode = meta.executable ? 0o755 : 0o644;
  const write = async (): Promise<void> => {
    if (content instanceof Uint8Array) {
      count(content.length);
      await writeFile(target, content, { mode });
    } else await pipeline(content, counting(count), createWriteStream(target, { mode }));
  };
  try {
    await mkdir(dirname(target), { recursive: true });
    await write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST') {
      unpacked.refused.push({ path: parts.join('/'), why: 'a file and a folder have the same name' });
      return;
    }
    await rm(target, { force: true });
    throw error;
  }
  if (meta.modified.getTime() > 0) await utimes(target, meta.modified, meta.modified);
}

/** Makes a folder entry; an empty folder is part of what was handed in. */
export async function makeFolder(parts: string[], { into }: Unpacking): Promise<void> {
  await mkdir(join(into, ...parts), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && error.code !== 'ENOTDIR') throw error;
  });
}

function printable(name: string): string {
  return name.replace(/\p{C}/gu, '?');
}
