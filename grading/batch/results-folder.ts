import type { PathLike } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readSmall } from './read-small.js';

/** What makes a folder one of results: which assignment they are for. */
export const RUN_FILE = 'run.json';
/** Beside it: one file for each submission. */
export const RESULTS_FOLDER = 'results';

export interface RunFile {
  schema: 'netgrade/class-run/v1';
  assignment: string;
  epoch: number;
  seed: string;
  /** See `sealOf`. */
  folder: string;
}

/** A document as the run file that it is; undefined when it is none. */
export function runFileOf(document: unknown): RunFile | undefined {
  const run = document as Partial<RunFile> | undefined | null;
  const isOne =
    run?.schema === 'netgrade/class-run/v1' &&
    typeof run.assignment === 'string' &&
    Number.isSafeInteger(run.epoch) &&
    typeof run.seed === 'string';
  return isOne ? (run as RunFile) : undefined;
}

/**
 * The number that this machine gave a folder. Whoever hands in a folder of the same look cannot know the number that it will
 * get where the class is graded; a copy of our own results has another one, too, until it is graded into again.
 */
export async function sealOf(folder: PathLike): Promise<string> {
  return String((await stat(folder, { bigint: true })).ino);
}

/** Whether a folder holds our own results, something that looks like them, which may be a student's, or neither. */
export async function resultsIn(folder: string | Buffer): Promise<'ours' | 'alike' | 'none'> {
  const results = await lstat(within(folder, RESULTS_FOLDER)).catch(() => undefined);
  const run = results?.isDirectory() ? await readRunFile(folder) : undefined;
  if (run?.schema !== 'netgrade/class-run/v1') return 'none';
  return run.folder === (await sealOf(folder)) ? 'ours' : 'alike';
}

async function readRunFile(folder: string | Buffer): Promise<Partial<RunFile> | undefined> {
  try {
    return JSON.parse((await readSmall(within(folder, RUN_FILE))) ?? '') ?? undefined;
  } catch {
    return undefined;
  }
}

function within(folder: string | Buffer, name: string): string | Buffer {
  return typeof folder === 'string' ? join(folder, name) : Buffer.concat([folder, Buffer.from(sep + name)]);
}
