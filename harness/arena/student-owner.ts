import { readFileSync } from 'node:fs';

/** The user that a slot's programs run as and that owns their work folder; `'mine'` where they run as we do. */
export type Owner = { uid: number; gid: number } | 'mine';

/** Above what systems and containers give out. */
const FIRST_UID = 200_000;
/** What we use where only the usual 65536 users are mapped, as in a rootless container. */
const FIRST_UID_IN_CONTAINER = 61_200;

/** A user of its own for every slot, where we are root and have users to give away. */
export function studentOwner(slot: number): Owner {
  if (process.getuid?.() !== 0) return 'mine';
  const last = lastMappedUid();
  const uid = [FIRST_UID, FIRST_UID_IN_CONTAINER].map((first) => first + slot).find((candidate) => candidate <= last);
  return uid === undefined ? 'mine' : { uid, gid: uid };
}

/** user_namespaces(7): lines of first id inside, first id outside, how many. */
function lastMappedUid(): number {
  try {
    const map = readFileSync('/proc/self/uid_map', 'latin1').trim().split('\n');
    const ends = map
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([first = 0, , count = 0]) => first + count - 1);
    return Math.max(...ends);
  } catch {
    return Number.MAX_SAFE_INTEGER; // No user namespaces in this kernel: every id exists.
  }
}
