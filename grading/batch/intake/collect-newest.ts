import { type Collected, type CollectOptions, collect } from './collect.js';
import type { HandedIn } from './layouts/layout.js';
import { mayBeProgram } from './may-be-program.js';

/**
 * Collects what was handed in last; where that holds no program, such as a report that came by itself, what was handed in last before it
 * that holds one. `back` tells how many times before the last that was.
 * @throws the reason of `stop`
 */
export async function collectNewest(
  { pieces, earlier }: HandedIn,
  folder: string,
  options: CollectOptions,
): Promise<{ from: Collected; back: number }> {
  const from = await collect(pieces, folder, options);
  // What could not be read may have been a program: a person looks at it.
  if (from.unreadable !== undefined || from.files.some(mayBeProgram)) return { from, back: 0 };
  for (const [index, attempt] of earlier.entries()) {
    const before = await collect(attempt.pieces, `${folder}.${index + 1}`, options);
    if (before.files.some(mayBeProgram)) return { from: before, back: index + 1 };
  }
  return { from, back: 0 };
}
