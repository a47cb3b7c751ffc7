import type { Layout, NotUnderstood, Person, Version } from '../class.js';
import type { Entry, Listing } from '../listing.js';

/** Something to put into a student's folder. */
export interface Piece {
  entry: Entry;
  /** The name that the student gave it, where the platform added to it. */
  as?: string;
}

/** What was handed in at one time. */
interface Attempt {
  pieces: Piece[];
  late: boolean;
}

/** What one person or group handed in, before it is unpacked. */
export interface HandedIn extends Person, Attempt {
  platformId?: string;
  members: Person[];
  /** What was handed in before, the newest first, in the order of `versions`: there in case that no program was handed in since. */
  earlier: Attempt[];
  versions: Version[];
  notes: string[];
}

export interface LayoutContents {
  handedIn: HandedIn[];
  notUnderstood: NotUnderstood[];
}

/** One way in which a class is handed over. */
export interface LayoutReader {
  name: Layout;
  /** One sentence saying by what it was recognised; undefined when it is not this layout. */
  recognise(listing: Listing): string | undefined;
  read(listing: Listing): LayoutContents | Promise<LayoutContents>;
}

/** A newly found person with nothing attached yet. */
export function newHandedIn(person: Person & { platformId?: string }): HandedIn {
  return { ...person, members: [], late: false, pieces: [], earlier: [], versions: [], notes: [] };
}

/** Groups by an identity, keeping the order of first appearance. */
export function grouped<T, Key>(items: readonly T[], by: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Most of them, so that a stray sheet or a readme does not hide what the rest plainly is. */
export function mostly(part: number, whole: number): boolean {
  return part > 0 && part * 2 > whole;
}
