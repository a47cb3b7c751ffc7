import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { NotUnderstood, Person } from '../class.js';
import type { Entry, Listing } from '../listing.js';
import { grouped, type HandedIn, type LayoutReader, mostly, newHandedIn } from './layout.js';

const METADATA = 'submission_metadata.yml';
const FOLDER = /^submission_(\d+)$/;

/** Gradescope's "Export Submissions": `submission_<id>` folders and a YAML file whose keys begin with a colon. */
export const gradescope: LayoutReader = {
  name: 'gradescope',
  recognise({ entries }) {
    if (entries.some((entry) => entry.name === METADATA)) {
      return `There is a ${METADATA}, as Gradescope's exports have.`;
    }
    const folders = entries.filter((entry) => entry.kind === 'folder' && FOLDER.test(entry.name));
    return mostly(folders.length, entries.length)
      ? `${folders.length} folders are named "submission_…", as in Gradescope's exports.`
      : undefined;
  },
  async read(listing) {
    const notUnderstood: NotUnderstood[] = [];
    const metadata = await readMetadata(listing, notUnderstood);
    const handedIn: Submitted[] = [];
    for (const entry of listing.entries) {
      const id = FOLDER.exec(archiveless(entry))?.[1];
      if (entry.name === METADATA) continue;
      if (id === undefined || entry.kind === 'file') {
        notUnderstood.push({ path: entry.name, why: 'it is not named as Gradescope names submissions' });
        continue;
      }
      const known = metadata.get(`submission_${id}`);
      const people = known?.people ?? [];
      const first = people.length === 1 ? people[0] : undefined;
      const name = people.map((person) => person.name).join(' & ') || `submission ${id}`;
      const one = newHandedIn({ ...first, name, platformId: id });
      if (people.length > 1) one.members.push(...people);
      one.pieces.push({ entry });
      if (!known && metadata.size > 0) one.notes.push(`${METADATA} does not say who handed this in.`);
      handedIn.push({ one, number: Number(id), people, at: known?.at ?? '' });
      metadata.delete(`submission_${id}`);
    }
    for (const id of metadata.keys()) notUnderstood.push({ path: METADATA, why: `it names ${id}, which is not there` });
    return { handedIn: newestOfEach(handedIn), notUnderstood };
  },
};

function archiveless(entry: Entry): string {
  return entry.kind === 'archive' ? entry.name.replace(/\.zip$/i, '') : entry.name;
}

interface Known {
  people: Person[];
  at: string;
}

async function readMetadata(listing: Listing, notUnderstood: NotUnderstood[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  const entry = listing.entries.find(({ name, kind }) => name === METADATA && kind === 'file');
  if (!entry) return known;
  let document: unknown;
  try {
    document = parse(await readFile(entry.path, 'utf8'), { maxAliasCount: 100, logLevel: 'silent' });
  } catch (error) {
    const why = `it is not readable YAML (${String((error as Error).message).split('\n')[0]})`;
    notUnderstood.push({ path: METADATA, why });
    return known;
  }
  for (const [folder, value] of Object.entries(asRecord(document))) {
    const submitters = field(value, 'submitters');
    const people = (Array.isArray(submitters) ? submitters : []).flatMap((submitter): Person[] => {
      const name = text(field(submitter, 'name'));
      const id = text(field(submitter, 'sid'));
      const email = text(field(submitter, 'email'));
      if (!name && !id && !email) return [];
      return [{ name: name || email || id, ...(id && { id }), ...(email && { email }) }];
    });
    known.set(folder, { people, at: text(field(value, 'created_at')) });
  }
  return known;
}

interface Submitted {
  one: HandedIn;
  number: number;
  people: Person[];
  at: string;
}

/** Whoever appears twice is graded once, on the newest. */
function newestOfEach(all: readonly Submitted[]): HandedIn[] {
  return [...grouped(all, whoHandedIn).values()].map((own) => {
    const [newest, ...before] = own.sort(newestFirst).map(({ one }) => one);
    newest!.earlier = before.map(({ pieces }) => ({ pieces, late: false }));
    if (own.length > 1)
      newest!.versions = own.map(({ one }) => ({ name: one.pieces[0]!.entry.name, graded: one === newest }));
    return newest!;
  });
}

/** By all that is known of them, in any order: a name alone may be of several people, and so may a number such as 0. */
function whoHandedIn({ one, people }: Submitted): string {
  const isKnown = people.length > 0 && people.every(({ id, email }) => id !== undefined || email !== undefined);
  if (!isKnown) return `submission ${one.platformId}`;
  return JSON.stringify(people.map(({ name, id, email }) => JSON.stringify([name, id, email])).sort());
}

/** Times may be of summer and winter; where they say nothing, the numbers of submissions grow with time. */
function newestFirst(a: Submitted, b: Submitted): number {
  const [atA, atB] = [Date.parse(a.at), Date.parse(b.at)];
  return (atB > atA ? 1 : atB < atA ? -1 : 0) || b.number - a.number;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Ruby writes symbols, so the keys begin with a colon; other tools that write the same file leave it out. */
function field(value: unknown, name: string): unknown {
  const record = asRecord(value);
  return record[`:${name}`] ?? record[name];
}

function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
