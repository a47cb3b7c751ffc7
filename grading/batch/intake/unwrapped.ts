import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { CLIENT_NAME, SERVER_NAME } from '../../../harness/program/roles.js';
import type { Version } from './class.js';
import { isDocument } from './layouts/people.js';
import { mayBeProgram } from './may-be-program.js';
import { filesUnder, lastPart, toSlashes } from './student-files.js';
import { isNumbered, versionOf } from './version-name.js';

interface Unwrapped {
  folder: string;
  versions: Version[];
  /** The folders that a platform put beside the student's own. */
  beside: string[];
}

/**
 * What lies in the single folders around a program; of folders that are versions, the newest; and of what a platform keeps for each
 * student, what was handed in.
 */
export async function unwrapped(folder: string): Promise<Unwrapped> {
  let inner = folder;
  let versions: Version[] = [];
  const beside: string[] = [];
  for (let level = 0; level < 8; level += 1) {
    const found = await readdir(inner, { withFileTypes: true });
    const folders = found.filter((dirent) => dirent.isDirectory()).map(({ name }) => name);
    const hasFiles = found.some((dirent) => !dirent.isDirectory() && !isDocument({ kind: 'file', name: dirent.name }));
    const submitted = hasFiles ? [] : submittedOf(folders);
    const next = submitted.length === 0 && folders.length === found.length ? newestFirst(folders) : [];
    const among = submitted.length === 0 ? next : submitted;
    const [into] = among;
    if (into === undefined) break;
    const isSure = submitted.length === 0 && (next.length === 1 || next.every(isNumbered));
    if (!isSure && !(await standsForAll(inner, into, folders))) break;
    if (among.length > 1) versions = among.map((name, index) => ({ name, graded: index === 0 }));
    for (const name of submitted.length === 0 ? [] : folders)
      if (!submitted.includes(name)) beside.push(toSlashes(relative(folder, join(inner, name))));
    inner = join(inner, into);
  }
  return { folder: inner, versions, beside };
}

/** Whether a folder holds a program for each that the others hold: else it may be one of several parts, whatever it is called. */
async function standsForAll(parent: string, chosen: string, folders: readonly string[]): Promise<boolean> {
  const programsIn = async (name: string) => (await filesUnder(join(parent, name))).filter(mayBeProgram).map(lastPart);
  const own = await programsIn(chosen);
  if (own.length === 0) return false;
  for (const other of folders) {
    const theirs = await programsIn(other);
    for (const role of [SERVER_NAME, CLIENT_NAME])
      if (theirs.some((name) => role.test(name)) && !own.some((name) => role.test(name))) return false;
  }
  return true;
}

/** The only folder; or all of them, the newest first, where they are versions of one thing; else none. */
function newestFirst(folders: readonly string[]): string[] {
  if (folders.length < 2) return [...folders];
  // VPL keeps what came of running each version beside it, under its name and `.ceg`: `v1.1` is no such thing.
  const own = folders.filter((name) => !/\.ceg$/i.test(name) || !folders.includes(name.slice(0, -4)));
  const dated = own.map((name) => ({ name, version: versionOf(name) }));
  const known = dated.flatMap(({ name, version }) => (version === undefined ? [] : [{ name, version }]));
  if (known.length < own.length || new Set(known.map(({ version }) => version)).size < own.length) return [];
  return known.sort((a, b) => b.version - a.version).map(({ name }) => name);
}

/** Sakai's `Submission attachment(s)`; OpenOlat's `2_submissions` and what was handed in again, `4_revisions_1`. */
const SUBMITTED = /^(?:\d+_)?(?:submissions?(?: attachment\(s\))?|revisions?_(\d+))$/i;
/** `Feedback Attachment(s)`, `1_task`, `3_corrections`, `5_corrections_1`, `6_assessment`: of teachers. */
const OF_TEACHERS =
  /^((\d+_)?(tasks?|reviews?|corrections?|solutions?|grading|assessments?)(_\d+)?|feedback attachment\(s\))$/i;

/** Of the folders that a platform makes for each student, those with what he handed in, the newest first; none where they are not such. */
function submittedOf(folders: readonly string[]): string[] {
  const submitted = folders.filter((name) => SUBMITTED.test(name));
  const again = (name: string): number => Number(SUBMITTED.exec(name)?.[1] ?? 0);
  const others = folders.filter((name) => !SUBMITTED.test(name));
  return submitted.filter((name) => again(name) === 0).length === 1 &&
    folders.length > 1 &&
    others.every((name) => OF_TEACHERS.test(name))
    ? submitted.sort((a, b) => again(b) - again(a))
    : [];
}
