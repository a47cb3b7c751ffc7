import { UsageError } from '../../harness/usage-error.js';

/** The disk is full; everything that was saved before is whole. */
export class DiskFull extends UsageError {
  override name = 'DiskFull';
  /** `saved` says in a sentence what is. */
  constructor(saved: string) {
    super(`The disk is full. ${saved} Free some space and give the same command again: it goes on where it stopped.`);
  }
}

export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
