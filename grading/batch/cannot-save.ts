import { relative, sep } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { systemWords } from './system-words.js';

/** The results cannot be saved; everything that was saved before is whole. */
class CannotSave extends UsageError {
  override name = 'CannotSave';
}

export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Whether the system refused something, such as a file. */
export function isRefusal(error: unknown): error is NodeJS.ErrnoException {
  return (error as NodeJS.ErrnoException | undefined)?.syscall !== undefined || isDiskFull(error);
}

/**
 * The error in a sentence that says what to do, where what it is about is the folder for results or its disk; any other is
 * answered as it is. `saved` says in a sentence what is.
 */
export function asCannotSave(error: unknown, outDir: string, saved: string): unknown {
  if (!isRefusal(error)) return error;
  const goOn = 'give the same command again: it goes on where it stopped.';
  if (isDiskFull(error)) return new CannotSave(`The disk is full. ${saved} Free some space and ${goOn}`);
  const { path, dest = path } = error as NodeJS.ErrnoException & { dest?: string };
  const way = dest === undefined ? '..' : relative(outDir, dest);
  if (way === '..' || way.startsWith(`..${sep}`)) return error;
  return new CannotSave(`"${dest}" cannot be written: ${systemWords(error)}. ${saved} Put that right and ${goOn}`);
}
