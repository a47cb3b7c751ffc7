import { fold, isGeneric, readName } from './file-name.js';
import { namesGroup } from './group-word.js';
import { comesFromPlatform, ownersOfFiles, peopleHandedIn } from './layouts/recognise.js';
import { type Entry, type Listing, wholes } from './listing.js';
import { archiveStem } from './unpack/unpack.js';

/** Fewer folders with the names of people may be anything that one student has made. */
const LEAST_PEOPLE = 4;
/** People of the same name are few; where many are in several places, those are several tasks of one class. */
const MOST_TWICE = 0.2;

/** The folders or archives of a class that lies in parts, such as its lab groups. */
export function mayBeSections(listing: Listing): Entry[] {
  const big = wholes(listing);
  return big.length < 2 || comesFromPlatform(listing) ? [] : big;
}

/** Whether several people's work lies in a folder, or what a platform gave; one person is enough where the folder is nobody's. */
export function isSection(part: Entry, listing: Listing): boolean {
  if (comesFromPlatform(listing)) return true;
  const people = peopleHandedIn(listing);
  if (people >= LEAST_PEOPLE) return true;
  if (!isNobodys(part) || isOfProgram(part, listing)) return false;
  return people > 0 || listing.entries.length === 0 || ownersOfFiles(listing) >= (isLate(part) ? 1 : LEAST_OWNERS);
}

/** Files that are named by one person alone may all be his. */
const LEAST_OWNERS = 2;

function isLate({ name, kind }: Entry): boolean {
  return readName(name, kind === 'folder').late;
}

const FILE_OF_PROGRAM = /\.(py|[cm]?[jt]sx?|java|class|c|cc|cpp|h|hpp|go|rs|sh|cs|kt|rb|php)$/i;

/** `src` beside `bin`, `server` beside `client`, or a folder with a program of its own: one person's, whatever lies deeper in it. */
function isOfProgram({ name, kind }: Entry, { entries }: Listing): boolean {
  const stem = kind === 'folder' ? name : archiveStem(name);
  const { role } = readName(name, kind === 'folder');
  return (
    role !== '' ||
    stem.split(/[\s_.-]+/).some((word) => isGeneric(word) && !OF_SECTIONS.test(word)) ||
    entries.some(
      (entry) => entry.kind === 'file' && FILE_OF_PROGRAM.test(entry.name) && readName(entry.name, false).key === '',
    )
  );
}

/** What teachers name parts of a class and their days by, in words that are nobody's name. */
const OF_SECTIONS =
  /^(sections?|sec|session|şube|sube|class|sınıf|sinif|submissions?|homeworks?|assignments?|mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|pazartesi|salı|çarşamba|perşembe|cuma|montag|dienstag|mittwoch|donnerstag|freitag|morning|afternoon|evening|[a-z]|\d{1,2}|[ivx]+)$/i;
/** Whether a folder's name cannot be that of a student or a group. */
export function isNobodys({ name, kind }: Entry): boolean {
  const stem = kind === 'folder' ? name : archiveStem(name);
  // What lies in the folder of a group may be anything of its members.
  if (namesGroup(stem)) return false;
  const { key, name: left } = readName(name, kind === 'folder');
  return key === '' || left.split(' ').every((word) => OF_SECTIONS.test(word));
}

/** Archives that lie unpacked beside themselves, as after "Extract all". */
export function unpackedBeside(parts: readonly Entry[]): Entry[] {
  const unpacked = new Set(parts.filter(({ kind }) => kind === 'folder').map(({ name }) => name));
  return parts.filter(({ kind, name }) => kind === 'archive' && unpacked.has(archiveStem(name)));
}

/**
 * Everything that lies in any of the parts, as one class; undefined where they are rather several tasks of the same people. Who is also
 * among those that were late has handed in again.
 */
export function together(whole: Listing, sections: readonly Listing[]): Listing | undefined {
  const all = sections.flatMap((section) => {
    const late = !comesFromPlatform(section) && readName(section.name, true).late;
    return section.entries.map((entry) => ({ section: section.name, late, entry }));
  });
  const inTime = all.filter(({ late }) => !late);
  const times = new Map<string, number>();
  for (const { entry } of inTime) times.set(fold(entry.name), (times.get(fold(entry.name)) ?? 0) + 1);
  const isTwice = ({ name }: Entry): boolean => (times.get(fold(name)) ?? 0) > 1;
  if (inTime.filter(({ entry }) => isTwice(entry)).length > inTime.length * MOST_TWICE) return undefined;
  const entries = all.map(({ section, late, entry }) => {
    // A file keeps its name, which a Java program needs.
    if (late) return entry.kind === 'file' ? { ...entry, isLate: true } : { ...entry, name: `late ${entry.name}` };
    return isTwice(entry) ? { ...entry, name: `${section} ${entry.name}` } : entry;
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...whole, entries, others: [...whole.others, ...sections.flatMap(({ others }) => others)] };
}
