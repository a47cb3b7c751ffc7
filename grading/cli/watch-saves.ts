import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { UsageError } from '../../harness/usage-error.js';

/** An editor writes a file in several steps, and a formatter after it: a burst of changes is one save. */
const BURST_MS = 150;
/** What no program is graded by: it changes by itself, or is passed over by the grader as well. */
const PASSED_OVER = new Set(['node_modules', '__pycache__', 'venv', 'env', 'target', '4913']);

export interface Saves {
  /** The next save: `signal` is aborted at its first change, `settled` when the burst is over (or the watching stops). */
  next(): { signal: AbortSignal; settled: Promise<void> };
  close(): Promise<void>;
}

/**
 * Watches a folder or file for saves. It may be deleted and made again, as some editors and `git checkout` do: what is
 * watched is where it lies.
 * @throws UsageError where there is nothing to watch, or this system can watch no more files
 */
export async function watchSaves(
  path: string,
  { ignored, stop }: { ignored: string[]; stop: AbortSignal },
): Promise<Saves> {
  const root = await realpath(path).catch(() => {
    throw new UsageError(`There is no file or folder "${path}". Give the folder that holds your program.`);
  });
  const ours = ignored.map((one) => resolve(one));
  const place = dirname(root);
  const isIn = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + sep);
  const watcher = watch(place, {
    ignoreInitial: true,
    ignored: (file) =>
      file !== place && (!isIn(file, root) || ours.some((own) => isIn(file, own)) || passedOver(relative(root, file))),
  });
  let begun = new AbortController();
  let settle: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    begun.abort();
    clearTimeout(timer);
    timer = setTimeout(() => settle(), BURST_MS);
  });
  await new Promise<void>((ready, reject) => {
    watcher.once('ready', ready);
    watcher.on('error', (error) => reject(new UsageError(`"${path}" cannot be watched: ${(error as Error).message}.`)));
  });
  return {
    next() {
      begun = new AbortController();
      const settled = new Promise<void>((resolve) => {
        settle = resolve;
        if (stop.aborted) resolve();
        stop.addEventListener('abort', () => resolve(), { once: true });
      });
      return { signal: begun.signal, settled };
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Editors leave swap and backup files beside what they save. */
function passedOver(path: string): boolean {
  return path
    .split(sep)
    .some(
      (name) =>
        PASSED_OVER.has(name) || (/^\.(?!env$)./.test(name) && name !== '..') || /~$|\.swp$|\.tmp(\.\d+)*$/.test(name),
    );
}
