import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';

/** What the files for a platform must know of an assignment. */
export interface ExportedAssignment {
  id: string;
  title: string;
  roles: readonly string[];
  /** The folder of an instructor's own assignment; it goes along. Ours come with the package. */
  ownFolder?: string;
}

/**
 * Copies an instructor's own assignment below `into`, without the programs that keep it honest (`submissions/`): they
 * hold solutions. `into` is then what `--assignments` takes. Says whether there was something to copy.
 */
export async function copyOwnAssignment(assignment: ExportedAssignment, into: string): Promise<boolean> {
  if (assignment.ownFolder === undefined) return false;
  await mkdir(into, { recursive: true });
  await cp(assignment.ownFolder, join(into, assignment.id), {
    recursive: true,
    filter: (source) => !KEPT_BACK.has(basename(source)),
  });
  return true;
}

/** Folders of an assignment that never leave the instructor's machine. */
export const KEPT_BACK: ReadonlySet<string> = new Set(['submissions', 'reference', 'node_modules', '.git']);

/** Ids become file names and words of a shell. @throws UsageError for any other */
export function plainId(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  throw new UsageError(`The assignment's id "${id}" must be lower-case letters, digits and hyphens to be exported.`);
}
