import type { NotUnderstood } from '../class.js';
import type { Entry } from '../listing.js';
import { grouped, type HandedIn, type LayoutReader, mostly, newHandedIn } from './layout.js';

/** What Canvas writes before each file (lib/content_zipper.rb). */
interface CanvasName {
  /** Family name and given name run together, lower case. */
  name: string;
  late: boolean;
  user: string;
  /** The platform's number of the file, which grows with time. */
  attachment: number;
  /** The student's own file name; undefined for a typed text or a link. */
  file?: string;
}

const FILE = /^([^_]+)(_LATE)?_(\d+)_(\d+)_(.+)$/s;
/** A name with underscores in it: believed only beside others that are plain. */
const ODD_FILE = /^(.+?)(_LATE)?_(\d+)_(\d+)_(.+)$/s;
const ANONYMOUS = /^(anon)(_LATE)?_([A-Za-z0-9]+)_(\d+)_(.+)$/s;
const TYPED = /^([^_]+)(_LATE)?_([A-Za-z0-9]+)(?:_(\d+))?_(?:text|link)\.html$/s;

export function parseCanvasName(entryName: string): CanvasName | undefined {
  return partsOf(TYPED.exec(entryName) ?? ANONYMOUS.exec(entryName) ?? FILE.exec(entryName));
}

function partsOf(match: RegExpExecArray | null): CanvasName | undefined {
  if (!match) return undefined;
  const [, name = '', late, user = '', attachment, file] = match;
  return {
    name: name === 'anon' ? `anon ${user}` : name,
    late: late !== undefined,
    user,
    attachment: Number(attachment ?? 0),
    ...(file === undefined ? {} : { file }),
  };
}

/** Canvas's "Download Submissions": loose files, several for one student. */
export const canvas: LayoutReader = {
  name: 'canvas',
  recognise({ entries }) {
    const named = entries.filter((entry) => entry.kind !== 'folder' && parseCanvasName(entry.name));
    if (!mostly(named.length, entries.length)) return undefined;
    return `${named.length} files are named "name_user_attachment_file", as Canvas names its downloads.`;
  },
  read({ entries }) {
    const notUnderstood: NotUnderstood[] = [];
    const named: { entry: Entry; parts: CanvasName }[] = [];
    for (const entry of entries) {
      const isFolder = entry.kind === 'folder';
      const parts = isFolder ? undefined : (parseCanvasName(entry.name) ?? partsOf(ODD_FILE.exec(entry.name)));
      if (parts) named.push({ entry, parts });
      else notUnderstood.push({ path: entry.name, why: 'it is not named as Canvas names submissions' });
    }
    const handedIn: HandedIn[] = [];
    for (const group of grouped(named, ({ parts }) => parts.user).values()) {
      const { name, user } = group[0]!.parts;
      const one = newHandedIn({ name, platformId: user });
      one.late = group.some(({ parts }) => parts.late);
      for (const { entry, parts } of group) {
        if (parts.file !== undefined) continue;
        notUnderstood.push({ path: entry.name, why: 'it is a text or a link given to Canvas, not a program' });
      }
      const files = group.flatMap(({ entry, parts: { file, attachment } }) =>
        file === undefined ? [] : [{ entry, file, attachment }],
      );
      if (files.length > 0 && files.length < group.length)
        one.notes.push('There is a typed text or a link; it is not graded.');
      addNewest(one, files);
      handedIn.push(one);
    }
    return { handedIn, notUnderstood };
  },
};

interface Attached {
  entry: Entry;
  file: string;
  attachment: number;
}

/**
 * Canvas adds `-1`, `-2`, … when a file of the same name is handed in again. Where the plain name is there too, the
 * highest is the newest. A number without a plain name beside it is either such a suffix (only one: taken off, for
 * a Java class must be in a file of its name) or the student's own numbering (several: left alone). Four programs
 * called client are the four clients of an assignment, not four attempts.
 */
function addNewest(one: HandedIn, files: Attached[]): void {
  const names = new Set(files.map(({ file }) => file));
  const attempts = files.map((file) => ({ ...file, ...firstOf(file.file, names) }));
  const things = grouped(attempts, ({ first }) => first);
  const alike = grouped([...things.keys()], (first) => numbered(first)?.plain ?? first);
  for (const [first, rivals] of things) {
    rivals.sort((a, b) => b.attempt - a.attempt || b.attachment - a.attachment);
    const [newest] = rivals;
    const plain = numbered(first)?.plain ?? first;
    const isSeries = rivals.length >= 4 && /client/i.test(first);
    if (isSeries) for (const { entry, file } of rivals) one.pieces.push({ entry, as: file });
    else one.pieces.push({ entry: newest!.entry, as: alike.get(plain)!.length === 1 ? plain : first });
    if (isSeries || rivals.length === 1) continue;
    for (const { entry } of rivals) one.versions.push({ name: entry.name, graded: entry === newest!.entry });
  }
}

/** The file of which another is a later attempt, which may have a number of its own: `client-1.py` of `client-1-1.py`. */
function firstOf(file: string, names: ReadonlySet<string>): { first: string; attempt: number } {
  const { plain, number } = numbered(file) ?? {};
  return plain !== undefined && names.has(plain)
    ? { first: firstOf(plain, names).first, attempt: number! }
    : { first: file, attempt: 0 };
}

function numbered(file: string): { plain: string; number: number } | undefined {
  const match = /^(.+?)-(\d{1,2})(\.[^.]*|\.tar\.\w+)?$/s.exec(file);
  return match ? { plain: `${match[1]}${match[3] ?? ''}`, number: Number(match[2]) } : undefined;
}
