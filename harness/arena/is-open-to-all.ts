import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether every user may pass through the folders above `path`. */
export function isOpenToAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}
