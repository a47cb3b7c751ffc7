import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes a folder that a program has made what it liked of: closed folders, paths longer than the system takes in one piece. Never
 * throws: what stays is told by the emptiness that the next arena looks for.
 */
export function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
    return;
  } catch {
    if (process.platform === 'win32') return;
  }
  // These go down step by step, and follow no link.
  for (const [command, ...args] of [
    ['chmod', '-R', 'u+rwx', '--', path],
    ['rm', '-rf', '--', path],
  ] as const) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      // As far as it went.
    }
  }
}

/** Where everybody may leave something, as far as it is there. */
const SHARED_PLACES = ['/tmp', '/var/tmp', '/dev/shm', '/run/lock'];

/** Removes what a user of ours left in the places that all users share. */
export function removeLeft(uid: number): void {
  for (const place of SHARED_PLACES) {
    for (const name of namesIn(place)) {
      const path = join(place, name);
      if (lstatSync(path, { throwIfNoEntry: false })?.uid === uid) removeTree(path);
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
