import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The `PATH` by which we start commands. The folders of administrators are on it: ordinary users have them not on theirs. */
export const searchPath = (): string => [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter);

/** Whether a command can be started by name. */
export function isOnPath(command: string): boolean {
  return searchPath()
    .split(delimiter)
    .some((folder) => {
      try {
        accessSync(join(folder, command), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
