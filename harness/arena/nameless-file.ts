import { openSync, rmSync, writeFileSync } from 'node:fs';

/** Opens a file with this content that has no name any more, so that it shows in no command line and no folder. `path` is where it is made. */
export function namelessFile(path: string, content: string | Buffer): number {
  try {
    writeFileSync(path, content, { mode: 0o600 });
    return openSync(path, 'r');
  } finally {
    rmSync(path, { force: true });
  }
}
