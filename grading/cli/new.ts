import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { writeInto } from './init.js';
import type { NewArguments } from './new-command.js';
import { newFiles } from './new-files.js';

/** `netgrade new`: the skeleton of an instructor's own assignment. It is complete: it loads, grades and passes its audit. */
export async function newAssignment({ id, dir }: NewArguments): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new UsageError(
      `"${id}" cannot be an assignment's name: write lower-case words with hyphens, such as udp-shout.`,
    );
  }
  const folder = join(dir, id);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0)
    throw new UsageError(`"${folder}" is there already and is not empty. Choose another name, or another --dir.`);
  const files = Object.entries(newFiles(id));
  await writeInto(folder, async () => {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  const written = files.map(([path]) => `  ${join(folder, path)}`).join('\n');
  process.stdout.write(
    `${written}\n\nIts own test:  netgrade audit ${id} --assignments ${dir}\nOne program:   netgrade check ${id} ${join(folder, 'reference')} --assignments ${dir}\n`,
  );
}
