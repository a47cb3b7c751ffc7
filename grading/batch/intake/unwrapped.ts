import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Version } from './class.js';

/** What lies in the single folders around a program; of folders that are numbered versions, the newest. */
export async function unwrapped(folder: string): Promise<{ folder: string; versions: Version[] }> {
  let inner = folder;
  let versions: Version[] = [];
  for (let level = 0; level < 8; level += 1) {
    const found = await readdir(inner, { withFileTypes: true });
    const isOnly = found.length === 1 && found[0]!.isDirectory();
    if (!isOnly && !found.every((dirent) => dirent.isDirectory() && VERSION.test(dirent.name))) break;
    const names = found.map(({ name }) => name).sort((a, b) => numberIn(b) - numberIn(a));
    if (names.length === 0) break;
    if (names.length > 1) versions = names.map((name, index) => ({ name, graded: index === 0 }));
    inner = join(inner, names[0]!);
  }
  return { folder: inner, versions };
}

const VERSION = /^(v|ver|version|attempt|rev|revision)[ _.-]?\d{1,4}$/i;

function numberIn(name: string): number {
  return Number(/\d+$/.exec(name)?.[0]);
}
