import type { Entry, Listing } from '../listing.js';
import { type LayoutContents, type LayoutReader, mostly, newHandedIn } from './layout.js';

/** Clones made by `gh classroom clone` (`<slug>-submissions/<slug>-<login>`). */
export const githubClassroom: LayoutReader = {
  name: 'github-classroom',
  recognise(listing) {
    const clones = clonesIn(listing);
    if (isClassroom50(listing) || !mostly(clones.length, listing.entries.length)) return undefined;
    const prefix = commonPrefix(listing.name, clones);
    if (prefix === '') return undefined;
    return `${clones.length} repositories are named "${prefix}…", as clones of GitHub Classroom are.`;
  },
  read: readClones,
};

/** What `gh teacher download` leaves (`<classroom>-<assignment>-<username>`, and a scores.csv). */
export const classroom50: LayoutReader = {
  name: 'classroom-50',
  recognise(listing) {
    const clones = clonesIn(listing);
    if (!isClassroom50(listing) || clones.length === 0) return undefined;
    const prefix = commonPrefix(listing.name, clones);
    if (prefix === '') return undefined;
    return `${clones.length} repositories are named "${prefix}…" beside a scores.csv, as a download of Classroom 50 has.`;
  },
  read: readClones,
};

function isClassroom50({ entries }: Pick<Listing, 'entries'>): boolean {
  return entries.some(({ name }) => name === 'scores.csv');
}

/** The repositories; where the `.git` folders were left out, the name of the folder around them must speak for them. */
function clonesIn({ name, entries }: Listing): Entry[] {
  const folders = entries.filter(({ kind }) => kind === 'folder');
  const slug = /^(.+)-submissions$/.exec(name)?.[1];
  const bySlug = slug === undefined ? [] : folders.filter((entry) => entry.name.startsWith(`${slug}-`));
  if (bySlug.length > 0) return bySlug;
  const clones = folders.filter(({ isClone }) => isClone);
  if (clones.length > 0) return clones;
  return isClassroom50({ entries }) && folders.length > 1 ? folders : [];
}

/**
 * What all repositories' names begin with, up to a hyphen; what follows is the login or the team. Logins may begin
 * alike, so the folder around them is asked first.
 */
export function commonPrefix(folderName: string, clones: readonly { name: string }[]): string {
  const slug = /^(.+)-submissions$/.exec(folderName)?.[1];
  if (slug !== undefined && clones.length > 0 && clones.every(({ name }) => name.startsWith(`${slug}-`))) {
    return `${slug}-`;
  }
  if (clones.length < 2) return '';
  let prefix = clones[0]!.name;
  for (const { name } of clones) {
    while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  }
  return prefix.slice(0, prefix.lastIndexOf('-') + 1);
}

function readClones(listing: Listing): LayoutContents {
  const clones = clonesIn(listing);
  const prefix = commonPrefix(listing.name, clones);
  const handedIn = clones.map((entry) => {
    const login = entry.name.slice(prefix.length) || entry.name;
    const one = newHandedIn({ name: login, platformId: login });
    one.pieces.push({ entry });
    return one;
  });
  const notUnderstood = listing.entries
    .filter((entry) => !clones.includes(entry) && entry.name !== 'scores.csv')
    .map((entry) => ({ path: entry.name, why: 'it is not a clone of a student repository' }));
  return { handedIn, notUnderstood };
}
