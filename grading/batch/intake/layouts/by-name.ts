import type { Layout, NotUnderstood } from '../class.js';
import { type NameParts, readName } from '../file-name.js';
import type { Entry, Listing } from '../listing.js';
import { grouped, type HandedIn, type LayoutContents, type LayoutReader, newHandedIn } from './layout.js';

interface Named {
  entry: Entry;
  parts: NameParts;
}

const NOT_CODE = /\.(pdf|docx?|odt|txt|md|rtf|csv|xlsx?|png|jpe?g|gif|html?|ya?ml|json|xml|log|pcap(ng)?)$/i;

/** A folder for each student. */
export const folders = byName('folders', ({ folder, archive, loose }) =>
  folder > 0 && folder >= archive && folder >= loose
    ? `There are ${count(folder, 'folder')}, one for each student.`
    : '',
);

/** An archive for each student. */
export const archives = byName('archives', ({ folder, archive, loose }) =>
  archive > folder && archive >= loose ? `There are ${count(archive, 'archive')}, one for each student.` : '',
);

/** Loose files, whose names say the student. */
export const files = byName('files', ({ folder, archive, loose, people }) =>
  loose > folder && loose > archive
    ? `There are ${count(loose, 'loose file')}, whose names begin or end with ${people === 1 ? 'one student' : `${people} students`}.`
    : '',
);

/** One submission given where a class was expected. */
export const single: LayoutReader = {
  name: 'single',
  recognise: (listing) =>
    peopleIn(listing).size === 0 && listing.entries.length > 0
      ? 'The names in it say no students, so it is one submission.'
      : undefined,
  read({ name, entries }) {
    const one = newHandedIn({ name });
    one.pieces.push(...entries.map((entry) => ({ entry })));
    return { handedIn: [one], notUnderstood: [] };
  },
};

/** The students whom the names in a folder say; empty where the folder looks like one person's program. */
export function peopleIn({ entries }: Listing): Map<string, Named[]> {
  const named = entries.map((entry) => ({ entry, parts: readName(entry.name, entry.kind === 'folder') }));
  const candidates = named.filter(({ entry }) => entry.kind !== 'file' || !NOT_CODE.test(entry.name));
  // `server.py` beside `messages.py`: a program in several files, not two students.
  if (candidates.some(({ entry, parts }) => entry.kind === 'file' && parts.key === '' && parts.role !== '')) {
    if (!candidates.some(({ entry }) => entry.kind !== 'file')) return new Map();
  }
  const people = grouped(
    candidates.filter(({ parts }) => parts.key !== ''),
    ({ parts }) => parts.key,
  );
  mergeRunTogether(people);
  return people;
}

function byName(
  name: Layout,
  why: (counts: { folder: number; archive: number; loose: number; people: number }) => string,
): LayoutReader {
  return {
    name,
    recognise(listing) {
      const people = peopleIn(listing);
      const found = [...people.values()].flat();
      const of = (kind: Entry['kind']): number => found.filter(({ entry }) => entry.kind === kind).length;
      return why({ folder: of('folder'), archive: of('archive'), loose: of('file'), people: people.size }) || undefined;
    },
    read: readByName,
  };
}

function readByName(listing: Listing): LayoutContents {
  const people = peopleIn(listing);
  const notUnderstood: NotUnderstood[] = [];
  const taken = new Set([...people.values()].flat().map(({ entry }) => entry));
  for (const entry of listing.entries) {
    if (taken.has(entry)) continue;
    const parts = readName(entry.name, entry.kind === 'folder');
    const owner = parts.key === '' ? undefined : people.get(parts.key);
    if (owner) owner.push({ entry, parts });
    else if (entry.kind === 'file') notUnderstood.push({ path: entry.name, why: 'its name says no student' });
    else people.set(`unnamed ${entry.name}`, [{ entry, parts: { ...parts, name: entry.name } }]);
  }
  return { handedIn: [...people.values()].map(handedInBy), notUnderstood };
}

/** Several things of the same role are versions, of which the newest is graded; different roles belong together. */
function handedInBy(found: Named[]): HandedIn {
  const first = found[0]!;
  // A folder that nothing else belongs to is named by its owner: `no-socket-client` is no client of `no-socket`.
  const alone = found.length === 1 && first.entry.kind === 'folder';
  const id = found.find(({ parts }) => parts.id !== undefined)?.parts.id;
  const one = newHandedIn({
    name: alone && first.parts.id === undefined ? first.entry.name : first.parts.name || first.entry.name,
    ...(id === undefined ? {} : { id }),
  });
  for (const rivals of grouped(found, sameThing).values()) {
    rivals.sort(newestFirst);
    one.pieces.push({ entry: rivals[0]!.entry });
    one.late ||= rivals[0]!.parts.late;
    if (rivals.length < 2) continue;
    for (const [index, { entry }] of rivals.entries()) one.versions.push({ name: entry.name, graded: index === 0 });
  }
  return one;
}

function sameThing({ entry, parts }: Named): string {
  const isWhole = entry.kind !== 'file';
  const ending = isWhole ? '' : /\.\w+$/.exec(entry.name)?.[0];
  return `${isWhole ? 'whole' : 'file'} ${parts.role} ${ending}`;
}

function newestFirst(a: Named, b: Named): number {
  return (
    Number(b.parts.late) - Number(a.parts.late) ||
    b.parts.version - a.parts.version ||
    b.entry.modifiedMs - a.entry.modifiedMs ||
    (a.entry.name < b.entry.name ? -1 : 1)
  );
}

/** `aliserver.py` and `aliclient.py` name Ali when both are there, or when `ali` is there anyway. */
function mergeRunTogether(people: Map<string, Named[]>): void {
  const stems = new Map<string, string[]>();
  for (const key of people.keys()) {
    const match = /^(.{2,}?)(server|client)\d?$/.exec(key) ?? /^(server|client)\d?(.{2,})$/.exec(key);
    if (!match) continue;
    const stem = /^(server|client)$/.test(match[1]!) ? match[2]! : match[1]!;
    stems.set(stem, [...(stems.get(stem) ?? []), key]);
  }
  for (const [stem, keys] of stems) {
    if (keys.length < 2 && !people.has(stem)) continue;
    const together = people.get(stem) ?? [];
    for (const key of keys) {
      for (const { entry, parts } of people.get(key)!) {
        together.push({ entry, parts: { ...parts, role: key.replace(stem, ''), name: stem } });
      }
      people.delete(key);
    }
    people.set(stem, together);
  }
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
