import { extname, join } from 'node:path';
import { languageByName } from '../../../harness/program/languages.js';
import { CLIENT_NAME } from '../../../harness/program/roles.js';
import { readName } from './file-name.js';
import { grouped } from './layouts/layout.js';
import { hashOf, lastPart } from './student-files.js';

const MOST_SHOWN = 3;
/** However many somebody hands in, more than these say nothing new. */
const MOST_COMPARED = 20;

/**
 * For the row of a student whose files hold the same program several times (two tasks, an old version, `server (1).py`): which of them
 * is meant cannot be known, so a person may want to look. Several clients are several clients.
 */
export async function sameNamedNotes(folder: string, files: readonly string[]): Promise<string[]> {
  const programs = files.filter(isMainProgram);
  const notes: string[] = [];
  for (const alike of grouped(programs, nameOfProgram).values()) {
    const different = alike.length < 2 ? alike : await firstOfEachContent(folder, alike.slice(0, MOST_COMPARED));
    if (different.length < 2) continue;
    const shown = different.slice(0, MOST_SHOWN).map((path) => `"${path}"`);
    const all = `${shown.join(', ')}${different.length > MOST_SHOWN ? ' and others' : ''}`;
    notes.push(`Several files may be the same program: ${all}. The report says which was graded.`);
  }
  return notes.slice(0, MOST_SHOWN);
}

async function firstOfEachContent(folder: string, paths: readonly string[]): Promise<string[]> {
  const first = new Map<string, string>();
  // One after the other: a process may not have many files open.
  for (const path of paths) {
    const hash = await hashOf(join(folder, path));
    if (!first.has(hash)) first.set(hash, path);
  }
  return [...first.values()];
}

function isMainProgram(path: string): boolean {
  const name = nameOfProgram(path);
  if (languageByName(name) === undefined || CLIENT_NAME.test(name)) return false;
  const { key, role } = readName(name, false);
  return key === '' && role !== '';
}

/** Without the time of handing in that ILIAS writes before a name. */
function ownName(path: string): string {
  return lastPart(path).replace(/^\d{14}_/, '');
}

const COPY = /^(copy of|kopie von|copie de|c[oó]pia de)\s+/i;
const VERSION =
  /[\s_.-]*(\(\d{1,3}\)|copy|kopya|kopie|copia|copie|old|eski|ilk|alt|neu|new|yeni|son|last|final|fixed|updated|backup|v\d{1,3})$/i;

/** `udp_server.py` for `Copy of UDP_server_final (1).py`. */
function nameOfProgram(path: string): string {
  const ending = extname(path);
  let stem = ownName(path).slice(0, -ending.length).replace(COPY, '');
  for (let shorter = stem.replace(VERSION, ''); shorter !== stem && shorter !== ''; shorter = stem.replace(VERSION, ''))
    stem = shorter;
  return `${stem}${ending}`.toLowerCase();
}
