import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { KEPT_BACK } from './exported-assignment.js';

/**
 * The files of this package that grading needs, relative to its root, in order: the compiled program and the
 * assignments, without tests and without the programs that keep assignments honest.
 * @throws UsageError when the package was never built
 */
export async function packageContents(root: string): Promise<string[]> {
  if (!existsSync(join(root, 'dist', 'grading', 'cli', 'main.js'))) {
    throw new UsageError('netgrade is not built here; run "npm run build" in its folder first.');
  }
  const files: string[] = [];
  for (const folder of ['dist', 'assignments', 'reference']) await walk(join(root, folder), root, files);
  for (const name of ['LICENSE', 'README.md']) if (existsSync(join(root, name))) files.push(name);
  return files.sort();
}

async function walk(folder: string, root: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!KEPT_BACK.has(entry.name) && entry.name !== 'test') await walk(path, root, files);
    } else if (entry.isFile() && !/\.test\.|\.d\.ts$|\.map$/.test(entry.name)) {
      files.push(relative(root, path).split(sep).join('/'));
    }
  }
}
