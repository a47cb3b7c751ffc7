import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../../harness/package-root.js';

const MAIN = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');

interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  /** For what takes long on a busy machine; the default is what one check may take. */
  withinMs?: number;
}

/** What a run of the built command brought. */
export interface Run {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs the built command as a user would; its workflow variables are not those of the machine that tests it. */
export async function netgrade(args: string[], surroundings: Surroundings = {}): Promise<Run> {
  const { exitCode, stdout, stderr } = await startNetgrade(args, surroundings);
  return { code: exitCode, stdout: String(stdout), stderr: String(stderr) };
}

/** The same, still running. */
export function startNetgrade(args: string[], { cwd = packageRoot, env = {}, withinMs = 55_000 }: Surroundings = {}) {
  return execa(process.execPath, [MAIN, ...args], {
    cwd,
    env: { GITHUB_ACTIONS: '', NO_COLOR: '1', ...env },
    reject: false,
    timeout: withinMs,
    stdin: 'ignore',
    stripFinalNewline: false,
  });
}

/** A folder that is removed when the test is done, with files in it. */
export async function folderWith(files: Record<string, string | Buffer> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netgrade-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** One of the programs that keep our assignments honest. */
export function sample(id: string, name: string): string {
  return join(packageRoot, 'assignments', id, 'submissions', name);
}

/** Waits for something that another process brings about. @throws Error when it does not come */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
