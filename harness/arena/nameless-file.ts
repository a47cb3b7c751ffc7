import { openSync, unlinkSync, writeFileSync } from 'node:fs';

/** Opens a file with this content that has no name any more, so that it shows in no command line and no folder. `path` is where it is made. */
export function namelessFile(path: string, content: string | Buffer): number {
  writeFileSync(path, content, { mode: 0o600 });
  const descriptor = openSync(path, 'r');
  unlinkSync(path);
  return descriptor;
}
