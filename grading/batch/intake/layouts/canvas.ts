import type { NotUnderstood } from '../class.js';
import type { Entry } from '../listing.js';
import { grouped, type HandedIn, type LayoutReader, mostly, newHandedIn } from './layout.js';

/** What Canvas writes before each file (lib/content_zipper.rb). */
interface CanvasName {
  /** Family name and given name run together, lower case. */
  name: string;
  late: boolean;
  user: string;
  /** The student's own file name; undefined for a typed text or a link. */
  file?: string;
}

const FILE = /^([^_]+)(_LATE)?_(\d+)_\d+_(.+)$/s;
/** A name with underscores in it: believed only beside others that are plain. */
const ODD_FILE = /^(.+?)(_LATE)?_(\d+)_\d+_(.+)$/s;
const ANONYMOUS = /^(anon)(_LATE)?_([A-Za-z0-9]+)_\d+_(.+)$/s;
const TYPED = /^([^_]+)(_LATE)?_([A-Za-z0-9]+)(?:_\d+)?_(?:text|link)\.html$/s;

export function parseCanvasName(entryName: string): CanvasName | undefined {
  return partsOf(TYPED.exec(entryName) ?? ANONYMOUS.exec(entryName) ?? FILE.exec(entryName));
}

function partsOf(match: RegExpExecArray | null): CanvasName | undefined {
  if (!match) return undefined;
  const [, name = '', late, user = '', file] = match;
  return {
    name: name === 'anon' ? `anon ${user}` : name,
    late: late !== undefined,
    user,
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
      const files = group.flatMap(({ entry, parts }) =>
        parts.file === undefined ? [] : [{ entry, file: parts.file }],
      );
      if (files.length > 0 && files.length < group.length)
        one.notes.push('There is a typed text or a link; it is not graded.');
      addNewest(one, files);
      handedIn.push(one);
    }
    return { handedIn, notUnderstood };
  },
};

/**
 * Canvas adds `-1`, `-2`, … when a file of the same name is handed in again. Where the plain name is there too, the
 * highest is the newest. A number without a plain name beside it is either such a suffix (only one: taken off, for
 * a Java class must be in a file of its name) or the student's own numbering (several: left alone). Four programs
 * called client are the four clients of an assignment, not four attempts.
 */
function addNewest(one: HandedIn, files: { entry: Entry; file: string }[]): void {
  const numbered = files.map(({ entry, file }) => {
    const match = /^(.+?)-(\d{1,2})(\.[^.]*|\.tar\.\w+)?$/s.exec(file);
    return match
      ? { entry, file, plain: `${match[1]}${match[3] ?? ''}`, attempt: Number(match[2]) }
      : { entry, file, plain: file, attempt: 0 };
  });
  for (const [plain, attempts] of grouped(numbered, (file) => file.plain)) {
    attempts.sort((a, b) => b.attempt - a.attempt);
    const isSeries = !attempts.some(({ attempt }) => attempt === 0) || (attempts.length >= 4 && /client/i.test(plain));
    if (attempts.length === 1) one.pieces.push({ entry: attempts[0]!.entry, as: plain });
    else if (isSeries) for (const { entry, file } of attempts) one.pieces.push({ entry, as: file });
    else {
      one.pieces.push({ entry: attempts[0]!.entry, as: plain });
      for (const [index, { entry }] of attempts.entries()) one.versions.push({ name: entry.name, graded: index === 0 });
    }
  }
}
