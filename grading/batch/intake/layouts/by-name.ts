import type { Layout, NotUnderstood } from '../class.js';
import { KnownNames } from '../known-names.js';
import type { Entry, Listing } from '../listing.js';
import { grouped, type HandedIn, type LayoutContents, type LayoutReader, newHandedIn } from './layout.js';
import { isDocument, type Named, partsOf, peopleIn } from './people.js';

/** A folder for each student. */
export const folders = byName('folders', ({ folder, archive, loose, folders: all }) =>
  folder > 0 && folder >= archive && folder >= loose
    ? `${count(all, 'folder')}, ${all === 1 ? 'of one student' : 'one for each student'}.`
    : '',
);

/** An archive for each student. */
export const archives = byName('archives', ({ folder, archive, loose, archives: all }) =>
  archive > folder && archive >= loose
    ? `${count(all, 'archive')}, ${all === 1 ? 'of one student' : 'one for each student'}.`
    : '',
);

/** Loose files, whose names say the student. */
export const files = byName('files', ({ folder, archive, loose, people }) =>
  loose > folder && loose > archive
    ? `${count(loose, 'loose file')}, whose names begin or end with ${people === 1 ? 'one student' : `${people} students`}.`
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

interface Counts {
  /** Those whose names say people. */
  folder: number;
  archive: number;
  loose: number;
  people: number;
  /** All there are: who has one without a name is somebody, too. */
  folders: number;
  archives: number;
}

function byName(name: Layout, why: (counts: Counts) => string): LayoutReader {
  return {
    name,
    recognise(listing) {
      const people = peopleIn(listing);
      const found = [...people.values()].flat();
      const of = (kind: Entry['kind']): number => found.filter(({ entry }) => entry.kind === kind).length;
      const all = (kind: Entry['kind']): number => listing.entries.filter((entry) => entry.kind === kind).length;
      const counts = { folder: of('folder'), archive: of('archive'), loose: of('file'), people: people.size };
      return why({ ...counts, folders: all('folder'), archives: all('archive') }) || undefined;
    },
    read: readByName,
  };
}

function readByName(listing: Listing): LayoutContents {
  const people = peopleIn(listing);
  const known = new KnownNames(listing.people);
  const notUnderstood: NotUnderstood[] = [];
  const taken = new Set([...people.values()].flat().map(({ entry }) => entry));
  for (const entry of listing.entries) {
    if (taken.has(entry)) continue;
    const parts = partsOf(entry, known);
    const owner = parts.key === '' ? undefined : (people.get(parts.key) ?? people.get(parts.module?.key ?? ''));
    if (owner) owner.push({ entry, parts });
    else if (entry.kind === 'file' || entry.kind === 'link')
      notUnderstood.push({ path: entry.name, why: whyNobodys(entry, parts.key) });
    else people.set(`unnamed ${entry.name}`, [{ entry, parts: { ...parts, name: entry.name } }]);
  }
  return { handedIn: withNotes([...people.values()]), notUnderstood };
}

function whyNobodys(entry: Entry, key: string): string {
  return key === '' || !isDocument(entry)
    ? 'its name says no student'
    : "it is a document, and nobody's submission is named like it";
}

function withNotes(people: Named[][]): HandedIn[] {
  const alike = grouped(people, ([first]) => first!.parts.key);
  return people.map((found) => {
    const one = handedInBy(found);
    const { key } = found[0]!.parts;
    const others = key === '' ? [] : alike.get(key)!.filter((other) => other !== found);
    const named = others.map(([other]) => `"${other!.entry.name}"`);
    if (named.length > 0) one.notes.push(`Of nearly the same name: ${named.join(', ')}.`);
    return one;
  });
}

/** Several things of the same role are versions, of which the newest is graded; different roles belong together. */
function handedInBy(found: Named[]): HandedIn {
  const first = found[0]!;
  // A folder that nothing else belongs to is named by its owner: `no-socket-client` is no client of `no-socket`.
  const alone = found.length === 1 && first.entry.kind === 'folder';
  const id = found.find(({ parts }) => parts.id !== undefined)?.parts.id;
  const email = found.find(({ parts }) => parts.email !== undefined)?.parts.email;
  const says = first.parts.id ?? first.parts.at ?? first.parts.email;
  const byParts = first.parts.name || first.entry.name;
  const one = newHandedIn({
    name: first.called ?? (alone && says === undefined && !first.parts.late ? first.entry.name : byParts),
    ...(id === undefined ? {} : { id }),
    ...(email === undefined ? {} : { email }),
  });
  const things = grouped(found, sameThing);
  for (const rivals of things.values()) {
    rivals.sort(newestFirst);
    one.pieces.push({ entry: rivals[0]!.entry });
    one.late ||= rivals[0]!.parts.late;
    if (rivals.length < 2) continue;
    if (things.size === 1)
      one.earlier = rivals.slice(1).map(({ entry, parts: { late } }) => ({ pieces: [{ entry }], late }));
    for (const [index, { entry }] of rivals.entries())
      one.versions.push({ name: entry.isLate ? `late ${entry.name}` : entry.name, graded: index === 0 });
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
    Number(a.entry.kind === 'link') - Number(b.entry.kind === 'link') ||
    (a.parts.at !== undefined && b.parts.at !== undefined ? b.parts.at - a.parts.at : 0) ||
    Number(b.parts.late) - Number(a.parts.late) ||
    b.parts.version - a.parts.version ||
    b.entry.modifiedMs - a.entry.modifiedMs ||
    (a.entry.name < b.entry.name ? -1 : 1)
  );
}

function count(number: number, thing: string): string {
  return number === 1 ? `There is one ${thing}` : `There are ${number} ${thing}s`;
}
