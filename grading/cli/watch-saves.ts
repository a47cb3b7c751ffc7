import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { WatchedPlace } from './watched-place.js';

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
  let begun = new AbortController();
  let settle: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    begun.abort();
    clearTimeout(timer);
    timer = setTimeout(() => settle(), BURST_MS);
  };
  const isIn = (file: string, folder: string): boolean => file === folder || file.startsWith(folder + sep);
  const isIgnored = (file: string): boolean => ours.some((own) => isIn(file, own)) || passedOver(relative(root, file));
  const place = new WatchedPlace(root, isIgnored, changed);
  await place.watch().catch((error: Error) => {
    throw new UsageError(`"${path}" cannot be watched: ${error.message}.`);
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
      await place.close();
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
