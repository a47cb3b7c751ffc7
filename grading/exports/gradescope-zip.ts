import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { packageRoot } from '../../harness/package-root.js';
import type { Visibility } from './emitter.js';
import { type ExportedAssignment, KEPT_BACK } from './exported-assignment.js';
import { type Language, runAutograder, setupSh } from './gradescope-scripts.js';
import { packageContents } from './package-contents.js';
import { pinnedManifest } from './pinned-package.js';

interface GradescopeOptions {
  visibility?: Visibility | undefined;
  hiddenVisibility?: Visibility | undefined;
  languages?: readonly Language[] | undefined;
  seconds?: number | undefined;
  /** The package that goes into the zip; this one unless told. */
  root?: string | undefined;
}

/** The moment that every entry states, so that the same package gives the same zip. */
const MADE_AT = new Date('2026-01-01T00:00:00Z');

/**
 * Builds the zip that an instructor uploads as a Gradescope autograder: `setup.sh` and `run_autograder` at its root, this
 * package under `netgrade/` (its libraries are installed by `setup.sh`, in the versions that are installed here), and an
 * instructor's own assignment under `assignments/`. Returns the names in the zip.
 * @throws UsageError when this package was never built, or the id cannot be part of a script
 */
export async function exportGradescope(
  assignment: ExportedAssignment,
  outFile: string,
  options: GradescopeOptions = {},
): Promise<string[]> {
  const root = options.root ?? packageRoot;
  const contents = await packageContents(root);
  const zip = new yazl.ZipFile();
  const names: string[] = [];
  const add = (name: string, content: string, mode = 0o100644) => {
    names.push(name);
    zip.addBuffer(Buffer.from(content), name, { mtime: MADE_AT, mode });
  };
  const addFile = (path: string, name: string) => {
    names.push(name);
    zip.addFile(path, name, { mtime: MADE_AT, mode: 0o100644 });
  };
  add('setup.sh', setupSh(options.languages ?? []), 0o100755);
  add(
    'run_autograder',
    runAutograder(assignment.id, { ...options, own: assignment.ownFolder !== undefined }),
    0o100755,
  );
  add('netgrade/package.json', `${JSON.stringify(pinnedManifest(root), undefined, 2)}\n`);
  for (const file of contents) addFile(join(root, file), `netgrade/${file}`);
  if (assignment.ownFolder !== undefined) {
    for (const file of await filesBelow(assignment.ownFolder)) {
      addFile(join(assignment.ownFolder, file), `assignments/${assignment.id}/${file}`);
    }
  }
  zip.end();
  await mkdir(dirname(outFile), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(outFile));
  return names;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => KEPT_BACK.has(part)))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
