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
  for (const path of leftBy(uid)) removeTree(path);
}

/** What is a user's own in the places that all users share. */
export function leftBy(uid: number): string[] {
  return SHARED_PLACES.flatMap((place) => namesIn(place).map((name) => join(place, name))).filter(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.uid === uid,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
