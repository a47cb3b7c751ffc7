import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findAssignment } from '../../harness/assignment/load-assignment.js';
import { UsageError } from '../../harness/usage-error.js';
import { sameAssignments } from './common-options.js';
import type { InitArguments } from './init-command.js';

/** `netgrade init`: a starter to begin with. Writes over nothing unless told to. */
export async function init({ id, dir, lang, force, assignments }: InitArguments): Promise<void> {
  const place = await findAssignment(id, assignments);
  const starters = join(place.folder, 'starter');
  const languages = (await readdir(starters).catch(() => [])).sort();
  const language = languages.find((name) => name === (SHORT[lang] ?? lang.toLowerCase()));
  if (language === undefined) {
    const there = languages.length > 0 ? `It has: ${languages.join(', ')}.` : 'It has none at all.';
    throw new UsageError(`"${place.id}" has no starter in "${lang}". ${there}`);
  }
  const target = dir ?? place.id;
  const files = await filesBelow(join(starters, language));
  if (!force) await refuseToOverwrite(target, files);
  await writeInto(target, () =>
    cp(join(starters, language), target, { recursive: true, force: true, errorOnExist: false }),
  );
  const more = sameAssignments(assignments);
  const written = files.map((file) => `  ${join(target, file)}`).join('\n');
  process.stdout.write(
    `${written}\n\nThe task:  netgrade show ${place.id}${more}\nCheck it:  netgrade check ${place.id} ${target} --watch${more}\n`,
  );
}

const SHORT: Record<string, string> = {
  py: 'python',
  ts: 'typescript',
  js: 'javascript',
  node: 'javascript',
  'c++': 'cpp',
};

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

async function refuseToOverwrite(target: string, files: string[]): Promise<void> {
  for (const file of files) {
    const there = await stat(join(target, file)).catch(() => undefined);
    if (there)
      throw new UsageError(
        `"${join(target, file)}" is there already. Give another folder, or --force to write over it.`,
      );
  }
}

/** @throws UsageError where the folder cannot be written */
export async function writeInto(target: string, write: () => Promise<void>): Promise<void> {
  try {
    await mkdir(target, { recursive: true });
    await write();
  } catch (error) {
    throw new UsageError(
      `"${target}" cannot be written (${(error as NodeJS.ErrnoException).code ?? error}). Give another folder.`,
    );
  }
}
