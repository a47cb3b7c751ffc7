import { type NameParts, readName } from '../file-name.js';
import { KnownNames } from '../known-names.js';
import type { Entry, Listing } from '../listing.js';
import { archiveStem } from '../unpack/unpack.js';
import { grouped } from './layout.js';

export interface Named {
  entry: Entry;
  parts: NameParts;
  /** Where the name of the entry would not tell him from another one of the same name. */
  called?: string;
}

/** What the name of an entry says, and where it lies. */
export function partsOf(entry: Entry, known: KnownNames): NameParts {
  const parts = readName(entry.name, entry.kind === 'folder', known);
  return entry.isLate ? { ...parts, late: true } : parts;
}

const DOCUMENT =
  /\.(pdf|docx?|odt|txt|md|rtf|csv|xlsx?|png|jpe?g|gif|html?|ya?ml|json|xml|log|pcap(ng)?|lnk|url|webloc|eml|msg)$/i;

/** True for what lies beside programs and is none; a task, a list of marks, `.classpath`. */
export function isDocument({ kind, name }: Pick<Entry, 'kind' | 'name'>): boolean {
  return (kind === 'file' || kind === 'link') && (DOCUMENT.test(name) || name.startsWith('.'));
}

/** The students whom the names in a folder say; empty where the folder looks like one person's program. */
export function peopleIn(listing: Listing): Map<string, Named[]> {
  const known = new KnownNames(listing.people);
  const named = listing.entries.map((entry) => ({
    entry,
    parts: partsOf(entry, known),
  }));
  const programs = named.filter(({ entry }) => !isDocument(entry));
  if (isOneProgram(programs)) return new Map();
  const mayBeHandedIn = documentsHandedIn(programs, known);
  const people = grouped(
    named.filter((one) => one.parts.key !== '' && (!isDocument(one.entry) || mayBeHandedIn(one))),
    ({ parts }) => parts.key,
  );
  mergeParts(people, known);
  return splitBySpelling(people);
}

/** So many names of people are no names of modules. */
const CLASS = 8;

/** `server.py` beside `messages.py`: a program in several files, not two students. */
function isOneProgram(programs: readonly Named[]): boolean {
  if (programs.some(({ entry }) => entry.kind === 'folder' || entry.kind === 'archive')) return false;
  const withRole = programs.filter(({ parts }) => parts.role !== '');
  const owners = new Set(withRole.flatMap(({ parts }) => (parts.key === '' ? [] : [parts.key])));
  if (new Set(programs.map(({ parts }) => parts.key)).size > CLASS) return false;
  return owners.size < 2 && withRole.some(({ parts }) => parts.key === '');
}

/**
 * Which documents are somebody's submission: those of people in the roster; and where loose files are handed in, what is named as
 * a program is (`ali_server.txt`) or begins with a student's number.
 */
function documentsHandedIn(programs: readonly Named[], known: KnownNames): (one: Named) => boolean {
  const loose = programs.filter(({ entry, parts }) => entry.kind === 'file' && parts.key !== '').length;
  const isLoose = loose > programs.filter(({ entry }) => entry.kind !== 'file').length;
  return ({ parts }) => known.has(parts.name) || (isLoose && (parts.role !== '' || parts.id !== undefined));
}

/**
 * `aliserver.py` and `aliclient.py` name Ali when both are there, or when `ali` is there anyway; so do `ali_main.py` and
 * `ali_utils.py`. Not where the whole is somebody's name: `known` has the names in the roster.
 */
function mergeParts(people: Map<string, Named[]>, known: KnownNames): void {
  const parts = [...people].flatMap(([key, found]) => {
    if (found.some((one) => known.has(one.parts.name))) return [];
    const owned = found.map((one) => ({ one, owner: ownerIn(key, one.parts) }));
    return owned.every(({ owner }) => owner !== undefined) ? [{ key, stem: owned[0]!.owner!.key, owned }] : [];
  });
  for (const [stem, some] of grouped(parts, (part) => part.stem)) {
    if (some.length < 2 && !people.has(stem)) continue;
    const together = people.get(stem) ?? [];
    for (const { key, owned } of some) {
      for (const { one, owner } of owned) {
        together.push({ entry: one.entry, parts: { ...one.parts, role: owner!.role, name: owner!.name } });
      }
      people.delete(key);
    }
    people.set(stem, together);
  }
}

/** Whose a file is, if its name is that of a person and of one of his files. */
function ownerIn(key: string, { module }: NameParts): NameParts['module'] {
  const match = /^(.{2,}?)(server|client)\d?$/.exec(key) ?? /^(server|client)\d?(.{2,})$/.exec(key);
  if (!match) return module;
  const stem = /^(server|client)$/.test(match[1]!) ? match[2]! : match[1]!;
  return { key: stem, name: stem, role: key.replace(stem, '') };
}

/**
 * `Ali` and `ali` side by side are two students, and so are `Öz` and `Oz`, `Ann Alee` and `Anna Lee`, or `Alex Go` and `Alex Ip`, for who would take
 * one for a version of the other takes somebody's work away. Of those that differ in anything else, such as a day, the newer is a version.
 */
function splitBySpelling(people: Map<string, Named[]>): Map<string, Named[]> {
  const likeNames = onlyOnce([...people.values()].flat().flatMap(({ parts }) => parts.likeNames));
  const wordLike = ({ parts }: Named): string => parts.likeNames.filter((word) => likeNames.has(word)).join(' ');
  // Beside a single word, which may be anybody's login, it is rather his family name.
  const isHalf = (one: Named): boolean => !one.parts.name.includes(' ') && wordLike(one) !== '';
  return new Map(
    [...people].flatMap(([key, all]) => {
      const found = all.map((one) => (isHalf(one) ? wholeName(one) : one));
      const alike = grouped(found, ({ entry }) => `${entry.kind} ${spelledAlike(entry.name)}`);
      if (alike.size < found.length) {
        const spelled = grouped(found, ({ entry, parts }) =>
          entry.kind === 'file' ? parts.name : archiveStem(entry.name),
        );
        return [...spelled].map(([name, own]) => [`${key} ${name}`, own] as const);
      }
      const rivals = [...grouped(found, whatElse).values()];
      const isApart = (spelling: (one: Named) => string): boolean =>
        rivals.some((some) => new Set(some.map(spelling).filter(Boolean)).size > 1);
      const spelling = [lettersOf, dividedLetters, wordLike].filter(isApart);
      if (spelling.length === 0)
        return rivals.some(areOfSeveralTasks) ? splitByTask(key, found) : [[key, found] as const];
      const named = all.map((one) => (isHalf(one) || spelling.includes(wordLike) ? wholeName(one) : one));
      const spelled = grouped(named, (one) => spelling.map((part) => part(one)).join(' '));
      return [...spelled].map(([letters, own]) => [`${key} ${letters}`, own] as const);
    }),
  );
}

/** `ali_udp` and `ali_tcp`, or `py_lee` and `cpp_lee`: neither is a version of the other. `ali` may be one of `ali_udp`. */
function areOfSeveralTasks(rivals: readonly Named[]): boolean {
  const sets = rivals.map(({ parts }) => new Set(parts.topics));
  const holds = (all: Set<string>, some: Set<string>): boolean => [...some].every((word) => all.has(word));
  return sets.some((one) => sets.some((other) => !holds(one, other) && !holds(other, one)));
}

function splitByTask(key: string, found: readonly Named[]): [string, Named[]][] {
  const called = (one: Named, task: string): Named =>
    task === '' ? one : { ...one, called: `${one.parts.name} (${task})` };
  return [...grouped(found, ({ parts }) => parts.topics.join(' '))].map(([task, own]) => [
    `${key} ${task}`,
    own.map((one) => called(one, task)),
  ]);
}

function onlyOnce(words: readonly string[]): Set<string> {
  return new Set([...grouped(words, (word) => word)].flatMap(([word, times]) => (times.length === 1 ? [word] : [])));
}

/** As it was written, with what was taken for no part of it behind the rest. */
function wholeName({ entry, parts }: Named): Named {
  return { entry, parts: { ...parts, name: [parts.name, ...parts.likeNames].join(' ') } };
}

/** What tells two things of one person apart. */
function whatElse({ entry, parts: { role, version, at, late } }: Named): string {
  return [entry.kind, role, version, at, late].join(' ');
}

function lettersOf({ parts }: Named): string {
  return letters(parts.name);
}

/** '' for a single word: it may be any of them, run together. */
function dividedLetters({ parts }: Named): string {
  const words = parts.name.split(' ').map(letters).filter(Boolean);
  return words.length > 1 ? words.join(' ') : '';
}

function letters(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function spelledAlike(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, '');
}
