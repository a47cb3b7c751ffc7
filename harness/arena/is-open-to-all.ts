import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is wrong with the first of these paths that other users cannot reach; undefined where they can reach all. */
export function hiddenAmong(paths: string[]): string | undefined {
  const hidden = paths.find((path) => !isOpenToAll(path));
  return hidden && `${hidden} lies in a private folder, where the user that programs run as cannot read it.`;
}

/** Whether every user may pass through the folders above `path`. */
export function isOpenToAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}
