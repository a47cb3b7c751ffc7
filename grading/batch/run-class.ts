import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import PQueue from 'p-queue';
import type { Result } from '../result/result.js';
import { asCannotSave, isDiskFull, isRefusal } from './cannot-save.js';
import { classSeed, submissionSeed } from './class-seed.js';
import { withDeadline } from './deadline.js';
import type { Class, Student } from './intake/class.js';
import { type Outcome, ResultStore, type StoredResult } from './result-store.js';
import { type Row, RowMaker } from './row.js';
import { type Standing, stillStands } from './still-stands.js';
import { hashSubmission, type SubmissionHashes } from './submission-hash.js';
import { systemWords } from './system-words.js';

/** Of a submission's deadline: its programs' part. The rest is for ending them, so that what they use up is never the grader's failure. */
export const PROGRAMS_SHARE = 0.8;

const DEADLINE_MS = 5 * 60_000;

export interface GradeClassOptions {
  class: Class;
  /** Holds `results/` and `students/`; what is there already is gone on with. */
  outDir: string;
  assignment: { id: string; hash: string; maxScore: number };
  /** Submissions at once. */
  jobs: number;
  /** Whether submissions have a network of their own: what was graded without one is then graded again. */
  inArenas?: boolean;
  /** What the messages are drawn from; without it that of the run before in this folder, else made of what was handed in. */
  seed?: string;
  /** For one submission; past it, it counts as the grader's failure. */
  deadlineMs?: number;
  grade(unit: { name: string; folder: string; seed: string }, signal: AbortSignal): Promise<Result>;
  /** Writes whatever people read into the student's own folder, which exists. */
  report?(result: Result, folder: string): Promise<void>;
  /** False removes the results of earlier runs first. */
  resume?: boolean;
  /** True grades everything again, changed or not. */
  regrade?: boolean;
  /** Finish what is running, begin nothing more. */
  stop?: AbortSignal;
  /** Drop what is running, too. */
  abort?: AbortSignal;
  onProgress?(progress: Progress): void;
}

export interface Progress {
  total: number;
  /** Everything that has its result, from this run or an earlier one. */
  done: number;
  /** Taken over from an earlier run. */
  reused: number;
  running: number;
  /** To be graded again, so far. */
  regrade: number;
}

export interface ClassRun {
  /** One for each submission, sorted by key, then one for each missing person. */
  rows: Row[];
  reused: number;
  /** True when some submissions were not begun because of `stop`. */
  stopped: boolean;
}

/**
 * Grades a class to its end, whatever the submissions do. Each result is saved when it is known; what has not changed
 * since it was saved is not graded again. A failure of the grader is tried once more when everything else is done, then
 * marked for regrading, never counted as zero.
 * @throws UsageError when the results cannot be saved, or the folder holds another assignment's
 */
export async function gradeClass(options: GradeClassOptions): Promise<ClassRun> {
  const { class: members, outDir, assignment, regrade = false, resume = true } = options;
  const total = members.students.length;
  let saved = 0;
  try {
    const store = await ResultStore.open(outDir, {
      assignment: assignment.id,
      seed: options.seed,
      newSeed: () => classSeed(members.students),
      regrade,
      startOver: !resume,
    });
    const run = new Run(options, store);
    const failure = await run.all().finally(() => {
      saved = run.progress.done;
    });
    if (failure !== undefined) throw failure;
    return { rows: run.rows(), reused: run.progress.reused, stopped: saved < total };
  } catch (error) {
    throw asCannotSave(error, outDir, `${saved} of ${total} results are saved in "${outDir}".`);
  }
}

class Run {
  readonly progress: Progress;
  readonly #queue: PQueue;
  /** Results are written while the next submissions are graded. Few wait at any time, so that memory stays flat. */
  readonly #saving: PQueue;
  readonly #maker: RowMaker;
  /** By key; only what the gradebook needs is kept, never a result with its exchanges. */
  readonly #rows = new Map<string, Row>();
  #failure: unknown;

  constructor(
    readonly options: GradeClassOptions,
    readonly store: ResultStore,
  ) {
    this.#maker = new RowMaker(options.assignment.maxScore);
    this.#queue = new PQueue({ concurrency: Math.max(1, options.jobs) });
    this.#saving = new PQueue({ concurrency: this.#queue.concurrency });
    this.progress = { total: options.class.students.length, done: 0, reused: 0, running: 0, regrade: 0 };
  }

  /** One for each submission, graded or not, and one for each missing person. */
  rows(): Row[] {
    const { students, missing } = this.options.class;
    return [
      ...students.map((student) => this.#rows.get(student.key) ?? this.#maker.row(student, undefined)),
      ...missing.map((person) => this.#maker.missing(person)),
    ];
  }

  /** The failure that stopped the run, if one did. A submission's own failures never do. */
  async all(): Promise<unknown> {
    const { stop, abort } = this.options;
    const end = (): void => this.#queue.clear();
    stop?.addEventListener('abort', end);
    abort?.addEventListener('abort', end);
    for (const student of this.options.class.students) this.#add(() => this.#one(student), 0);
    if (stop?.aborted || abort?.aborted) end();
    this.#tell();
    await this.#queue.onIdle();
    await this.#saving.onIdle();
    stop?.removeEventListener('abort', end);
    abort?.removeEventListener('abort', end);
    return this.#failure;
  }

  #add(task: () => Promise<void>, priority: number): void {
    void this.#queue.add(this.#guarded(task), { priority });
  }

  /** Settles when the task has its place in the queue, not when it is done. */
  async #saveLater(task: () => Promise<void>): Promise<void> {
    await this.#saving.onSizeLessThan(this.#saving.concurrency);
    // Nothing is written after what cannot be: not to a full disk.
    void this.#saving.add(this.#guarded(async () => (this.#failure === undefined ? task() : undefined)));
  }

  /** Its failure ends the run. */
  #guarded(task: () => Promise<void>): () => Promise<void> {
    return async () => {
      try {
        await task();
      } catch (error) {
        this.#failure ??= error;
        this.#queue.clear();
      }
    };
  }

  async #one(student: Student): Promise<void> {
    const { assignment, inArenas = false, deadlineMs = DEADLINE_MS } = this.options;
    const hashes = await hashSubmission(student.folder, student.files).catch(asUnreadable);
    if (typeof hashes === 'string') {
      await this.#save(student, { submission: '' }, { state: 'regrade', why: hashes });
      return;
    }
    const stored = await this.store.read(student.key);
    const { epoch, seed } = this.store;
    const stands = stillStands(stored, {
      submissionHash: hashes.submission,
      assignmentHash: assignment.hash,
      epoch,
      seed,
      deadlineMs,
      programsShare: PROGRAMS_SHARE,
      inArenas,
    });
    if (stands) await this.#takeOver(student, hashes, stored);
    else if (student.unreadable !== undefined) {
      await this.#save(student, hashes, { state: 'regrade', why: student.unreadable });
    } else await this.#attempt(student, hashes, 'first');
  }

  /** What people read follows the roster, which may call somebody by another name now, and is there again where it was removed. */
  async #takeOver(student: Student, hashes: SubmissionHashes, stored: Standing): Promise<void> {
    const { result } = stored.outcome;
    const { name, key } = student;
    this.progress.reused += 1;
    if (result.submission.name === name && !(await this.#lacksReport(key))) this.#done(student, stored);
    else {
      const submission = { ...result.submission, name };
      await this.#save(student, hashes, { state: 'graded', result: { ...result, submission } });
    }
  }

  async #lacksReport(key: string): Promise<boolean> {
    if (!this.options.report) return false;
    return (await readdir(this.#folderOf(key)).catch((): string[] => [])).length === 0;
  }

  #folderOf(key: string): string {
    return join(this.options.outDir, 'students', key);
  }

  async #attempt(student: Student, hashes: SubmissionHashes, which: 'first' | 'last'): Promise<void> {
    this.progress.running += 1;
    this.#tell();
    const outcome = await this.#grade(student, hashes).finally(() => {
      this.progress.running -= 1;
    });
    if (outcome === undefined) return;
    if (outcome.state === 'graded' || which === 'last')
      await this.#saveLater(() => this.#keep(student, hashes, outcome));
    else if (!this.#isEnding()) this.#add(() => this.#attempt(student, hashes, 'last'), -1);
  }

  /** Undefined when the run was aborted meanwhile. */
  async #grade(student: Student, { submission }: SubmissionHashes): Promise<Outcome | undefined> {
    const { grade, deadlineMs = DEADLINE_MS, abort } = this.options;
    try {
      const seed = submissionSeed(this.store.seed, submission);
      const unit = { name: student.name, folder: student.folder, seed };
      const result = await withDeadline((signal) => grade(unit, signal), { deadlineMs, abort });
      if (abort?.aborted) return undefined;
      return result.state === 'graded'
        ? { state: 'graded', result }
        : { state: 'regrade', why: whyNot(result), result };
    } catch (error) {
      if (abort?.aborted) return undefined;
      if (isDiskFull(error)) throw error;
      return { state: 'regrade', why: `The grader failed: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** Saves an outcome. One that cannot be written, such as a result too large for a document, is that submission's trouble alone. */
  async #keep(student: Student, hashes: SubmissionHashes, outcome: Outcome): Promise<void> {
    try {
      await this.#save(student, hashes, outcome);
    } catch (error) {
      // The disk's trouble is everybody's.
      if (isRefusal(error)) throw error;
      const why = error instanceof Error ? error.message : String(error);
      await this.#save(student, hashes, {
        state: 'regrade',
        why: `The grader failed: its result could not be written (${why}).`,
      });
    }
  }

  async #save(student: Student, hashes: SubmissionHashes, outcome: Outcome): Promise<void> {
    const { key } = student;
    const { report, assignment, deadlineMs = DEADLINE_MS } = this.options;
    const folder = this.#folderOf(key);
    // What an earlier run said of files that are no longer what was handed in.
    if (outcome.result === undefined) await rm(folder, { recursive: true, force: true });
    else if (report) {
      await mkdir(folder, { recursive: true });
      await report(outcome.result, folder);
    }
    const stored = await this.store.write({
      key,
      submissionHash: hashes.submission,
      assignmentHash: assignment.hash,
      deadlineMs,
      ...(hashes.source === undefined ? {} : { sourceHash: hashes.source }),
      outcome,
    });
    if (outcome.state === 'regrade') this.progress.regrade += 1;
    this.#done(student, stored);
  }

  #done(student: Student, stored: StoredResult): void {
    this.#rows.set(student.key, this.#maker.row(student, stored));
    this.progress.done += 1;
    this.#tell();
  }

  #isEnding(): boolean {
    return this.options.stop?.aborted || this.options.abort?.aborted || this.#failure !== undefined;
  }

  #tell(): void {
    this.options.onProgress?.({ ...this.progress });
  }
}

/** Why a submission's own files cannot be graded; what else goes wrong is thrown on. */
function asUnreadable(error: unknown): string {
  if (!isRefusal(error)) throw error;
  return `Its files cannot be read: ${systemWords(error)}.`;
}

function whyNot({ checks }: Result): string {
  const broken = checks.filter((check) => check.state === 'error');
  const first = broken[0];
  if (!first) return 'The grader could not judge it completely.';
  const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
  // Where in the grader it happened stands in the result.
  const [what = ''] = (first.explanation ?? 'the grader failed').split('\n', 1);
  return `The check ${first.role}/${first.id} could not be judged${more}: ${what}`;
}
