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
    if (!isOnly && !found.every((dirent) => dirent.isDirectory() && versionOf(dirent.name) !== undefined)) break;
    const names = found.map(({ name }) => name).sort((a, b) => versionOf(b)! - versionOf(a)!);
    if (names.length === 0) break;
    if (names.length > 1) versions = names.map((name, index) => ({ name, graded: index === 0 }));
    inner = join(inner, names[0]!);
  }
  return { folder: inner, versions };
}

/** Numbered, with nothing behind it but when it was handed in: `Version 2`, `Revision 2 - Submitted on Nov 3`. */
const NUMBERED =
  /^(?:v|ver|version|attempt|rev|revision|submission)[ _.-]?(\d{1,4})(?:[ _]*[-(,][ _]*(?:submitted|handed|late|\d).*)?$/i;
/** A day, and perhaps its hour: `2026-11-02 18.30.05`. */
const DATED = /^\d{4}([-_.]?)\d\d\1\d\d(?:[T _.-]+\d\d([-_.:h]?)\d\d(?:\2\d\d)?Z?)?$/;

/** The higher is the newer; undefined for what is no version's name. */
function versionOf(name: string): number | undefined {
  const number = NUMBERED.exec(name)?.[1];
  if (number !== undefined) return Number(number);
  return DATED.test(name) ? Number(name.replace(/\D/g, '').padEnd(14, '0')) : undefined;
}
