import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { bundleOf } from './bundle.js';
import { type AssignmentPlace, isOwn } from './load-assignment.js';

/**
 * Changes whenever the declaration does, or anything that it imports from beside it, such as a list of words: results carry it, so that
 * only what changed is graded again.
 */
export async function assignmentHash(place: AssignmentPlace): Promise<string> {
  const folder = dirname(place.module);
  const hash = createHash('sha256');
  for (const file of (await filesOf(place)).sort()) {
    const content = await readFile(file);
    hash.update(`${relative(folder, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(place: AssignmentPlace): Promise<string[]> {
  const folder = dirname(place.module);
  if (isOwn(place))
    return (await readdir(folder)).filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
  // One that cannot be put together is refused when it is loaded.
  return bundleOf(place.module).then(
    ({ files }) => files,
    () => [place.module],
  );
}
