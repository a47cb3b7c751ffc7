import { UsageError } from '../../../../harness/usage-error.js';
import type { Layout } from '../class.js';
import type { Listing } from '../listing.js';
import { blackboard } from './blackboard.js';
import { brightspace } from './brightspace.js';
import { archives, files, folders, single } from './by-name.js';
import { canvas } from './canvas.js';
import { classroom50, githubClassroom } from './classroom.js';
import { gradescope } from './gradescope.js';
import type { LayoutReader } from './layout.js';
import { moodle } from './moodle.js';
import { type Named, peopleIn } from './people.js';

/** Platforms leave marks that nobody makes by hand, so they are asked first. */
const PLATFORMS: LayoutReader[] = [gradescope, moodle, canvas, blackboard, brightspace, classroom50, githubClassroom];
const BY_NAME: LayoutReader[] = [folders, archives, files, single];

interface Recognised {
  reader: LayoutReader;
  why: string;
}

/** The layout of a folder: the one asked for, or the first that recognises it. */
export function layoutOf(listing: Listing, asked: Layout | 'auto'): Recognised {
  const all = [...PLATFORMS, ...BY_NAME];
  if (asked !== 'auto') {
    const reader = all.find(({ name }) => name === asked);
    if (!reader)
      throw new UsageError(`There is no layout "${asked}". There are: ${all.map((one) => one.name).join(', ')}.`);
    return { reader, why: 'You said so.' };
  }
  for (const reader of all) {
    const why = reader.recognise(listing);
    if (why !== undefined) return { reader, why };
  }
  return { reader: folders, why: 'Nothing else fits.' };
}

/** True when a folder holds several people's work, or plainly comes from a platform. */
export function holdsClass(listing: Listing): boolean {
  return comesFromPlatform(listing) || peopleIn(listing).size >= 2;
}

/** True where the marks of a platform are in its names. */
export function comesFromPlatform(listing: Listing): boolean {
  return PLATFORMS.some((reader) => reader.recognise(listing) !== undefined);
}

/** How many people the names of loose files say, where each is named as a person's program is: `ali_server.py`. */
export function ownersOfFiles(listing: Listing): number {
  const people = [...peopleIn(listing).values()];
  const isProgram = ({ entry, parts }: Named): boolean => entry.kind === 'file' && parts.role !== '';
  return people.every((found) => found.every(isProgram)) ? people.length : 0;
}

/** How many people have a folder or an archive of their own in it. */
export function peopleHandedIn(listing: Listing): number {
  return [...peopleIn(listing).values()].filter((found) => found.some(({ entry }) => entry.kind !== 'file')).length;
}
