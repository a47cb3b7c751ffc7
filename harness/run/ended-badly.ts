import { programError } from '../expect/program-error.js';
import type { Program } from '../program/program.js';

/**
 * Whether a program ended of an error: over a limit, by a signal, with a runtime's account of an error, or with words on standard error
 * and a code that is not 0. A code alone is no error: C's `void main` leaves there what its last call returned.
 */
export function endedBadly({ exit, stderr }: Pick<Program, 'exit' | 'stderr'>): boolean {
  if (exit === undefined) return false;
  if (exit.breach !== undefined || exit.signal !== null) return true;
  return programError(stderr) !== undefined || (exit.code !== 0 && stderr.trim() !== '');
}
