import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import PQueue from 'p-queue';
import { UsageError } from '../../../harness/usage-error.js';
import type { Class, Layout, NotUnderstood, Student } from './class.js';
import { branchesNote, otherBranches } from './clone-branches.js';
import { collectNewest } from './collect-newest.js';
import { isResultsOf } from './earlier-results.js';
import { membersByFolders } from './group-members.js';
import type { HandedIn } from './layouts/layout.js';
import { layoutOf } from './layouts/recognise.js';
import { IS_RESULTS } from './listing.js';
import { openClass } from './open-class.js';
import { type RosterPerson, readRoster } from './roster.js';
import { Roster } from './roster-search.js';
import { tellSamePerson } from './same-person.js';
import { studentKeys } from './student-key.js';

export interface ReadClassOptions {
  /** Made by us and emptied first; the students' files are unpacked into it. */
  workFolder: string;
  layout?: Layout | 'auto';
  /** A CSV file of everybody in the class. */
  roster?: string;
  /** Folders inside `path` that are not part of the class, such as the one for the results. */
  ignored?: readonly string[];
  stop?: AbortSignal;
}

/**
 * Reads a class as a platform or a person hands it over, a folder or an archive, and unpacks it.
 * @throws UsageError when there is nothing to read, an unknown layout or a roster without names; the reason of `stop`.
 */
export async function readClass(path: string, options: ReadClassOptions): Promise<Class> {
  const workFolder = resolve(options.workFolder);
  const roster = new Roster(options.roster === undefined ? [] : await readRoster(options.roster));
  const known = roster.people.map(({ name }) => name);
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  const layout = options.layout ?? 'auto';
  const isFlat = ONE_EACH.includes(layout);
  const opened = await openClass(path, { workFolder, ignored: options.ignored ?? [], known, isFlat });
  const { reader, why } = layoutOf(opened.listing, layout);
  const { handedIn, notUnderstood } = await reader.read(opened.listing);
  if (handedIn.length === 0) throw nothingIn(path, reader.name, notUnderstood);
  const collected = await collectAll(handedIn, { workFolder, known, stop: options.stop });
  const { students, earlier } = await withoutEarlierResults(collected);
  await rm(join(workFolder, 'class'), { recursive: true, force: true });
  const { unknown, inRoster } = matchRoster(students, roster, collected.membersOf);
  tellSamePerson(students, inRoster);
  return {
    layout: { name: reader.name, why: [why, ...partsOf(opened.sections)].join(' ') },
    students: students.sort((a, b) => (a.key < b.key ? -1 : 1)),
    notUnderstood: [...opened.refused, ...opened.listing.others, ...earlier, ...notUnderstood, ...collected.refused],
    missing: roster.missing().map(({ login: _, ...person }) => person),
    unknown: options.roster === undefined ? [] : unknown,
  };
}

/** Layouts in which a folder or an archive of the class is one student's. */
const ONE_EACH: readonly (Layout | 'auto')[] = ['folders', 'archives', 'single'];

function partsOf(sections: string[] | undefined): string[] {
  return sections ? [`The class lies in ${sections.length} parts: ${sections.join(', ')}.`] : [];
}

/** A run that grades nobody would look like a success. */
function nothingIn(path: string, layout: Layout, [first]: NotUnderstood[]): UsageError {
  const example = first ? ` "${first.path}": ${first.why}.` : '';
  return new UsageError(
    `There is no submission in "${path}", read with the layout ${layout}.${example} Give the folder of the class, or another --layout.`,
  );
}

interface AllCollected {
  students: Student[];
  refused: NotUnderstood[];
  /** By their keys: those whose files look like our own results. */
  likeResults: Set<string>;
  /** By the keys of groups: the names of members, as far as folders say them. */
  membersOf: Map<string, string[]>;
}

async function collectAll(
  handedIn: HandedIn[],
  { workFolder, known, stop }: { workFolder: string; known: readonly string[]; stop: AbortSignal | undefined },
): Promise<AllCollected> {
  const keys = studentKeys(handedIn);
  const queue = new PQueue({ concurrency: 4 });
  const collecting = queue.addAll(
    handedIn.map((one, index) => async () => ({
      one,
      key: keys[index]!,
      branches: await branchesOf(one.pieces),
      members: await membersByFolders(one),
      ...(await collectNewest(one, join(workFolder, 'students', keys[index]!), {
        ownFolder: join(workFolder, 'class'),
        known,
        stop,
      })),
    })),
  );
  const collected = await collecting.catch(async (error) => {
    // Nothing is written any more when the failure is told.
    queue.clear();
    await queue.onIdle();
    throw error;
  });
  const refused: NotUnderstood[] = [];
  const likeResults = new Set<string>();
  const membersOf = new Map(collected.flatMap(({ key, members }) => (members.length > 0 ? [[key, members]] : [])));
  const students = collected.map(({ one, key, branches, from, back }): Student => {
    const { pieces, earlier, ...rest } = one;
    refused.push(...from.notUnderstood);
    const versions =
      back === 0 ? rest.versions : rest.versions.map(({ name }, index) => ({ name, graded: index === back }));
    const left = from.unreadable === undefined ? leftOut(from.notUnderstood) : [];
    const notes = [...new Set(rest.notes), ...branchesNote(branches), ...left];
    if (pieces.some(({ entry }) => entry.looksLikeResults)) {
      likeResults.add(key);
      notes.push('It looks like the results of netgrade. If nobody handed it in, take it out of the class.');
    }
    const typedOnly = pieces.length === 0 ? 'Only a typed text or a link was handed in, no file.' : undefined;
    const unreadable = from.unreadable ?? typedOnly;
    notes.push(...from.notes);
    if (back > 0) notes.push('What was handed in last holds no program, so what came before it was graded.');
    if (from.files.length === 0 && unreadable === undefined) notes.push('There is no file in it.');
    return {
      ...rest,
      late: back === 0 ? rest.late : earlier[back - 1]!.late,
      key,
      knownAs: rest.name,
      folder: from.folder,
      files: from.files,
      versions: [...versions, ...from.versions],
      notes,
      ...(unreadable === undefined ? {} : { unreadable }),
    };
  });
  return { students, refused, likeResults, membersOf };
}

/** Of a clone that was handed over as it is: an archive of one is unpacked without its `.git`. */
async function branchesOf(pieces: HandedIn['pieces']): Promise<string[]> {
  const clones = pieces.flatMap(({ entry: { isClone, kind, path } }) =>
    isClone && kind === 'folder' && typeof path === 'string' ? [path] : [],
  );
  return (await Promise.all(clones.map(otherBranches))).flat();
}

/** Copies of our own results, such as a class that was moved with them may hold, are nobody's submission. */
async function withoutEarlierResults({ students, likeResults }: AllCollected) {
  const others = students.filter(({ key }) => !likeResults.has(key));
  const kept: Student[] = [];
  const earlier: NotUnderstood[] = [];
  for (const student of students) {
    if (!likeResults.has(student.key) || !(await isResultsOf(others, student))) kept.push(student);
    else earlier.push({ path: student.knownAs, why: IS_RESULTS });
  }
  return { students: kept, earlier };
}

const MOST_LEFT_OUT = 3;

/** For the row of the student: a score that leaves something out is worth a look. */
function leftOut(refused: readonly NotUnderstood[]): string[] {
  const shown = refused.slice(0, MOST_LEFT_OUT).map(({ path, why }) => `Left out: ${path} (${why}).`);
  const rest = refused.length - shown.length;
  return rest > 0 ? [...shown, `And ${rest} more, in summary.txt.`] : shown;
}

/** Gives the students the names and ids of the roster; who is in it, and who is not, is in the answer. */
function matchRoster(
  students: Student[],
  roster: Roster,
  membersOf: ReadonlyMap<string, readonly string[]>,
): { unknown: Class['unknown']; inRoster: Map<string, RosterPerson> } {
  const left: Student[] = [];
  const inRoster = new Map<string, RosterPerson>();
  roster.compareNumbers(students);
  for (const student of students) {
    const found = roster.find(student);
    if (found) inRoster.set(student.key, found);
    if (student.members.length > 0) {
      student.members = student.members.map((member) => ({ ...member, ...told(roster.find(member)) }));
    } else if (found) Object.assign(student, told(found));
    const members = student.members.map((member) => roster.find(member));
    if (!found && !members.some(Boolean)) left.push(student);
  }
  const alone = left.filter(({ members }) => members.length === 0).map(({ knownAs }) => knownAs);
  const among = roster.findAmongWords(
    alone,
    students.map(({ knownAs }) => knownAs),
  );
  const unfound = left.filter(({ knownAs }) => !among.has(knownAs));
  const membersFound = roster.findMembers(new Map(unfound.map(({ key }) => [key, membersOf.get(key) ?? []])));
  for (const student of left) {
    const found = among.get(student.knownAs);
    if (found) inRoster.set(student.key, found);
    Object.assign(student, told(found));
    student.members.push(...(membersFound.get(student.key) ?? []).map(({ login: _, ...member }) => member));
  }
  const unknown = unfound.filter(({ members }) => members.length === 0).map(({ key, name }) => ({ key, name }));
  return { unknown, inRoster };
}

function told(found: { name: string; id?: string; email?: string } | undefined) {
  if (!found) return {};
  const { name, id, email } = found;
  return { name, ...(id === undefined ? {} : { id }), ...(email === undefined ? {} : { email }) };
}
