import { dirname, isAbsolute } from 'node:path';
import type { ProgramRequest } from './world.js';

/** The small environment of every program: nothing of the grader's own, and the same on every machine. */
export function programEnvironment(request: ProgramRequest): Record<string, string> {
  const [command = ''] = request.argv;
  const folders = ['/usr/local/bin', '/usr/bin', '/bin'];
  // A program that starts `python3` by name gets the interpreter that runs it.
  if (isAbsolute(command) && request.readable.some((prefix) => command.startsWith(prefix))) {
    folders.unshift(dirname(command));
  }
  return {
    PATH: process.platform === 'win32' ? (process.env.PATH ?? '') : [...new Set(folders)].join(':'),
    HOME: request.workFolder,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    ...(process.platform === 'win32' ? windowsEnvironment() : {}),
    ...request.env,
  };
}

/** Without these, Windows gives a program no sockets and no temporary folder. */
function windowsEnvironment(): Record<string, string> {
  return Object.fromEntries(
    ['SystemRoot', 'TEMP', 'TMP', 'PATHEXT'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
