import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesUnder } from './student-files.js';

/** Not a student's: GitHub Classroom opens `feedback` for its pull request. */
const OF_PLATFORMS = new Set(['HEAD', 'feedback', 'gh-pages']);
const MOST_BYTES = 1024 * 1024;
const MOST_TOLD = 5;

/** The branches of a clone that its remote had beside the one that is checked out (gitrepository-layout(5)); none where it is no clone. */
export async function otherBranches(clone: string): Promise<string[]> {
  const git = join(clone, '.git');
  const current = /^ref: refs\/heads\/(\S+)/.exec(await textOf(join(git, 'HEAD')))?.[1];
  if (current === undefined) return [];
  const packed = [...(await textOf(join(git, 'packed-refs'))).matchAll(/ refs\/remotes\/origin\/(\S+)$/gm)];
  const names = [...packed.map((match) => match[1]!), ...(await filesUnder(join(git, 'refs', 'remotes', 'origin')))];
  const others = names.filter((name) => name !== current && !OF_PLATFORMS.has(name) && /^[\w./-]{1,60}$/.test(name));
  return [...new Set(others)].sort();
}

/** As a note on the submission. */
export function branchesNote(branches: string[]): string[] {
  if (branches.length === 0) return [];
  const told = [...branches.slice(0, MOST_TOLD), ...(branches.length > MOST_TOLD ? ['more'] : [])].join(', ');
  return [
    `Graded is the branch that is checked out. There ${branches.length === 1 ? 'is also' : 'are also'}: ${told}.`,
  ];
}

async function textOf(path: string): Promise<string> {
  const status = await lstat(path).catch(() => undefined);
  return status?.isFile() && status.size <= MOST_BYTES ? readFile(path, 'latin1').catch(() => '') : '';
}
