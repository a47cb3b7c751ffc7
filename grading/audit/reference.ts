import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssignmentPlace } from '../../harness/assignment/load-assignment.js';
import { packageRoot } from '../../harness/package-root.js';

/** The folder of an assignment's known-good programs: an instructor's lies in the assignment, ours apart from it. */
export async function referenceFolder(place: AssignmentPlace): Promise<string | undefined> {
  for (const folder of [join(place.folder, 'reference'), join(packageRoot, 'reference', place.id)]) {
    const files = await readdir(folder).catch(() => []);
    if (files.length > 0) return folder;
  }
  return undefined;
}
