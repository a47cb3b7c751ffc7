import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.js';
import { UsageError } from '../usage-error.js';
import type { Assignment } from './assignment.js';
import { bundleOf } from './bundle.js';
import { AssignmentError, problemOf } from './define-assignment.js';

/** Where an assignment lies. */
export interface AssignmentPlace {
  id: string;
  /** Holds `brief.md`, `starter/` and `submissions/`. */
  folder: string;
  /** The file that declares it: compiled for our own, TypeScript or JavaScript for an instructor's. */
  module: string;
}

const OWN = join(packageRoot, 'assignments');
const OWN_COMPILED = join(packageRoot, 'dist', 'assignments');

/** Whether it is one of ours, compiled: an instructor's is compiled when it is loaded. */
export const isOwn = ({ module }: AssignmentPlace): boolean => module.startsWith(OWN_COMPILED + sep);

/** Every assignment: our own and those in an instructor's folder, which may replace ours of the same id. */
export async function listAssignments(extraFolder?: string): Promise<AssignmentPlace[]> {
  const places = new Map<string, AssignmentPlace>();
  for (const id of (await readdir(OWN)).sort()) {
    const module = join(OWN_COMPILED, id, 'assignment.js');
    if (existsSync(module)) places.set(id, { id, folder: join(OWN, id), module });
  }
  if (extraFolder !== undefined) {
    const entries = await readdir(resolve(extraFolder), { withFileTypes: true }).catch(() => {
      throw new UsageError(`There is no folder "${extraFolder}" for --assignments.`);
    });
    for (const entry of entries) {
      const folder = join(resolve(extraFolder), entry.name);
      const module = ['assignment.ts', 'assignment.mts', 'assignment.js', 'assignment.mjs']
        .map((name) => join(folder, name))
        .find((file) => existsSync(file));
      if (module) places.set(entry.name, { id: entry.name, folder, module });
    }
  }
  return [...places.values()];
}

/** @throws UsageError with the nearest id when there is no such assignment */
export async function findAssignment(id: string, extraFolder?: string): Promise<AssignmentPlace> {
  const places = await listAssignments(extraFolder);
  const found = places.find((place) => place.id === id);
  if (found) return found;
  const near = places
    .map((place) => place.id)
    .find((other) => other.includes(id) || id.includes(other) || sameStart(id, other));
  throw new UsageError(
    `There is no assignment "${id}".${near ? ` Did you mean "${near}"?` : ''} "netgrade list" shows them all.`,
  );
}

/**
 * Loads the declaration itself. An instructor's TypeScript needs no build step of theirs.
 * @throws UsageError that names the file and what is wrong with it
 */
export async function loadAssignment(place: AssignmentPlace): Promise<Assignment> {
  let loaded: { default?: unknown };
  try {
    loaded = isOwn(place) ? await import(pathToFileURL(place.module).href) : await importedOnce(place.module);
  } catch (error) {
    if (error instanceof AssignmentError) throw new UsageError(`${place.module}: ${error.message}.`);
    throw new UsageError(
      `${place.module} cannot be loaded: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`,
    );
  }
  const problem = problemOf(loaded.default);
  if (problem) throw new UsageError(`${place.module}: ${problem}. Export the assignment as default.`);
  return loaded.default as Assignment;
}

const imported = new Map<string, Promise<{ default?: unknown }>>();

/**
 * An arena loads the assignment anew for each submission, and what a submission leaves behind is ended in between: so is the
 * translator's own process, which could not serve a second time.
 */
async function importedOnce(module: string): Promise<{ default?: unknown }> {
  const version = `${module} ${(await stat(module)).mtimeMs}`;
  const loading = imported.get(version) ?? bundleOf(module).then(({ text }) => importedFrom(text));
  imported.set(version, loading);
  return loading;
}

/** The text lies in a folder of a name that nobody can know before: whoever else may write in there could have us run theirs. */
async function importedFrom(text: string): Promise<{ default?: unknown }> {
  const folder = await mkdtemp(join(tmpdir(), 'netgrade-assignment-'));
  try {
    const file = join(folder, 'assignment.mjs');
    await writeFile(file, text);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function sameStart(a: string, b: string): boolean {
  return a.slice(0, 5) === b.slice(0, 5);
}
