import { readdir } from 'node:fs/promises';
import { readName } from './file-name.js';
import { namesGroup } from './group-word.js';
import type { HandedIn } from './layouts/layout.js';

/** As ILIAS calls the folder of a member: `Veli_Ali_av11_55501`. */
const OF_MEMBER = /^\p{L}[^_]*(_[^_]+)+_\d+$/u;

/**
 * The names of a group's members, where a platform has put a folder for each into that of the group and nothing else: ILIAS keeps
 * `Team 4711/Veli_Ali_av11_55501`. None for a person, whose folders are his own affair.
 */
export async function membersByFolders({ name, pieces }: HandedIn): Promise<string[]> {
  const path = pieces.length === 1 && pieces[0]!.entry.kind === 'folder' ? pieces[0]!.entry.path : undefined;
  if (path === undefined || !namesGroup(name)) return [];
  const found = await readdir(path, { withFileTypes: true }).catch(() => []);
  if (!found.every((dirent) => dirent.isDirectory() && OF_MEMBER.test(dirent.name))) return [];
  return found.map((dirent) => readName(dirent.name, true).name);
}
