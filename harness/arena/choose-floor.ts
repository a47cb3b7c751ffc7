import { mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder that hides nothing when the arena lays its own file system on it. A made one is removed at the end. */
export function chooseFloor(): { path: string; made: boolean } {
  for (const path of ['/srv', '/media', '/mnt', '/var/local', '/var/opt']) {
    try {
      if (statSync(path).isDirectory() && readdirSync(path).length === 0) return { path, made: false };
    } catch {
      // Not on this system.
    }
  }
  return { path: mkdtempSync(join(tmpdir(), 'netgrade-')), made: true };
}

export function removeFloor(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // An empty folder in the temporary folder is no harm.
  }
}
