import { readFileSync } from 'node:fs';

/** The user that a slot's programs run as and that owns their work folder; `'mine'` where they run as we do. */
export type Owner = { uid: number; gid: number } | 'mine';

/** Above what systems and containers give out. */
const FIRST_UID = 200_000;
/** Two graders may run on one machine at once, and a program's clean-up or its `kill -9 -1` reaches every process of its user: each grader has its own users. */
const GRADERS = 16_384;
export const SLOTS = 256;
/** What we use where only the usual 65536 users are mapped, as in a rootless container: room for few graders, below `nobody`. */
const FIRST_UID_IN_CONTAINER = 61_200;
const GRADERS_IN_CONTAINER = 16;

/** Tells the agent which grader it belongs to: the id of the grader's process. */
export const GRADER_VARIABLE = 'NETGRADE_GRADER';

/** A user of its own for every slot of every grader, where we are root and have users to give away. */
export function studentOwner(slot: number): Owner {
  if (process.getuid?.() !== 0) return 'mine';
  const last = lastMappedUid();
  const grader = Number(process.env[GRADER_VARIABLE] ?? process.pid);
  const among = (first: number, graders: number) => first + (grader % graders) * SLOTS + (slot % SLOTS);
  const uid = [among(FIRST_UID, GRADERS), among(FIRST_UID_IN_CONTAINER, GRADERS_IN_CONTAINER)].find(
    (own) => own <= last,
  );
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
