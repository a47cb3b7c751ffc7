import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import type { Result } from '../result/result.js';
import { PART, replaceFiles, replaceText } from './replace-file.js';
import { RESULTS_FOLDER, RUN_FILE, type RunFile, runFileOf, sealOf } from './results-folder.js';

/** What became of one submission. */
export type Outcome =
  | { state: 'graded'; result: Result }
  /** The grader, the machine or the archive failed: no points are lost, a person or another run must decide. */
  | { state: 'regrade'; why: string; result?: Result };

/** One file of the results folder: the outcome, and what it was made of. */
export interface StoredResult {
  schema: 'netgrade/class-result/v1';
  key: string;
  submissionHash: string;
  assignmentHash: string;
  /** See `ResultStore.open`. */
  epoch: number;
  /** What the messages to the whole class were drawn from. */
  seed: string;
  /** How long a submission was given. */
  deadlineMs: number;
  /** Equal for programs that differ only in names, comments and white space. */
  sourceHash?: string;
  outcome: Outcome;
  /** Of all that stands before it: a file that was damaged or changed by hand is no result. */
  digest: string;
}

/**
 * The results of a class, one file for each submission, written so that a crash leaves the old file or the new one.
 * Which of them still count, `stillStands` says.
 */
export class ResultStore {
  private constructor(
    readonly folder: string,
    readonly epoch: number,
    /** What the messages to all submissions are drawn from: what was asked for, else that of the run before, where there was one. */
    readonly seed: string,
  ) {}

  /**
   * Opens the results in a folder, or begins them. `regrade` begins a new epoch: older results stay on disk until they
   * are replaced, but count no more, so that a stopped regrading goes on where it was. `startOver` removes them.
   * @throws UsageError when the folder holds the results of another assignment.
   */
  static async open(
    outDir: string,
    {
      assignment,
      seed: given,
      newSeed,
      regrade,
      startOver,
    }: {
      assignment: string;
      seed?: string | undefined;
      newSeed: () => Promise<string>;
      regrade: boolean;
      startOver: boolean;
    },
  ): Promise<ResultStore> {
    const folder = join(outDir, RESULTS_FOLDER);
    const runFile = join(outDir, RUN_FILE);
    const before = runFileOf(await readJson(runFile));
    if (before && before.assignment !== assignment && !startOver) {
      throw new UsageError(
        `"${outDir}" holds the results of ${before.assignment}. Give another --out, or --no-resume to replace them.`,
      );
    }
    if (startOver) {
      await rm(folder, { recursive: true, force: true });
      await rm(join(outDir, 'students'), { recursive: true, force: true });
    }
    const epoch = (startOver ? 0 : (before?.epoch ?? 0)) + (regrade ? 1 : 0);
    const seed = given ?? (startOver ? undefined : before?.seed) ?? (await newSeed());
    const seal = await sealOf(outDir);
    const run: RunFile = { schema: 'netgrade/class-run/v1', assignment, epoch, seed, folder: seal };
    // First, for by this file a later run knows the folder: one that holds others of ours alone would be refused.
    await replaceText(runFile, [`${JSON.stringify(run)}\n`]);
    await mkdir(folder, { recursive: true });
    await removeHalfWritten(folder);
    return new ResultStore(folder, epoch, seed);
  }

  /** A submission's result; undefined when there is none that can be read. */
  read(key: string): Promise<StoredResult | undefined> {
    return readStored(this.folder, key);
  }

  /** @returns what is in the file now */
  async write(stored: Omit<StoredResult, 'schema' | 'epoch' | 'seed' | 'digest'>): Promise<StoredResult> {
    const { key, submissionHash, assignmentHash, deadlineMs, sourceHash, outcome } = stored;
    const content: Omit<StoredResult, 'digest'> = {
      schema: 'netgrade/class-result/v1',
      key,
      submissionHash,
      assignmentHash,
      epoch: this.epoch,
      seed: this.seed,
      deadlineMs,
      ...(sourceHash === undefined ? {} : { sourceHash }),
      outcome,
    };
    const file: StoredResult = { ...content, digest: digestOf(content) };
    await replaceFiles(this.folder, [[fileName(key), `${JSON.stringify(file)}\n`]]);
    return file;
  }
}

/** A submission's result in a folder of them; undefined when there is none that can be read, or it is not as it was written. */
export async function readStored(folder: string, key: string): Promise<StoredResult | undefined> {
  // Whatever keeps it from being read: it can be made again.
  const stored = (await readJson(join(folder, fileName(key))).catch(() => undefined)) as StoredResult | undefined;
  if (stored?.schema !== 'netgrade/class-result/v1' || stored.key !== key) return undefined;
  const { digest, ...content } = stored;
  return digest === digestOf(content) ? stored : undefined;
}

function digestOf(content: Omit<StoredResult, 'digest'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function fileName(key: string): string {
  return `${key}.json`;
}

/** Undefined where there is no such file, or no document in it. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) ?? undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    // Node names no path where reading failed and not opening.
    throw Object.assign(error as Error, { path });
  }
}

/** What a killed run was about to write. */
async function removeHalfWritten(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith(PART)) await rm(join(folder, name), { force: true });
  }
}
