import { LONGEST_NAME } from '../file-name.js';
import { isJunk } from '../junk.js';
import type { Entry, Listing } from '../listing.js';
import { openZip } from './open-zip.js';
import { looksLikeArchive } from './unpack.js';
import { nameOf } from './zip-names.js';

const MOST_ENTRIES = 20_000;

/** What a zip file would lay open, one level deep, by its list alone: nothing is unpacked. Undefined where it has no list that can be read. */
export async function listZip(path: string | Buffer, name: string): Promise<Listing | undefined> {
  const paths: string[][] = [];
  try {
    const zip = await openZip(path);
    try {
      for await (const entry of zip.eachEntry()) {
        const inside = (nameOf(entry) ?? entry.fileNameRaw.toString('latin1')).split(/[/\\]/);
        if (!isJunk(inside.filter(Boolean))) paths.push(inside);
        if (paths.length === MOST_ENTRIES) break;
      }
    } finally {
      zip.close();
    }
  } catch {
    return undefined;
  }
  const [first = ''] = paths[0] ?? [];
  const isWrapped = paths.every(([top, ...rest]) => top === first && rest.length > 0);
  const entries = new Map<string, Entry>();
  for (const [top = '', next] of isWrapped ? paths.map((inside) => inside.slice(1)) : paths) {
    if (top === '') continue;
    if (top.length > LONGEST_NAME) return undefined;
    const kind = next !== undefined ? 'folder' : looksLikeArchive(top) ? 'archive' : 'file';
    const isClone = next === '.git' || entries.get(top)?.isClone === true;
    entries.set(top, { name: top, path: '', kind, modifiedMs: 0, isClone, looksLikeResults: false });
  }
  return { name, path: '', entries: [...entries.values()], people: [], others: [] };
}
