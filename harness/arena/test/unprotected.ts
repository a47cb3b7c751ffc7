import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { arenaCommand } from '../arena-command.js';
import { asUser, type Who } from './arenas-under-test.js';
import { atTerminal } from './terminal.js';

export const PYTHON = '/usr/bin/python3';

/**
 * The first process of a control's arena. It lays a file system of limited size over the folder `work`, in which the programs run one
 * after the other beside two neighbours of the same user. It waits for a line or the end of everybody who could write it, for a program may
 * kill all else. As the first process of a machine does, it obeys SIGINT and SIGTERM.
 */
const FIRST = `trap 'echo won first; exit' INT TERM
mount -t tmpfs -o size=320m,nr_inodes=0 none work && mkfifo held && cd work || exit
for _ in one other; do sleep 60 < /dev/null > /dev/null 2>&1 & done
sh -c 'for file in "$@"; do ${PYTHON} "../$file" 3>&9; done; echo >&9' sh "$@" 9> ../held &
read -r _ < ../held`;

interface Where {
  who: Who;
  where: 'host' | 'arena';
  /** A folder that everybody may write to. */
  folder: string;
  env?: Record<string, string>;
  /** Makes of the command one that runs elsewhere. */
  through?: (command: string[]) => string[];
}

/** Runs programs with no sandbox around them: on the machine itself at a terminal, or alone in an arena, where they end with it. */
export async function unprotected(
  { who, where, folder, env = {}, through = (command) => command }: Where,
  ...code: string[]
): Promise<string> {
  const own = await mkdtemp(join(folder, 'control-'));
  chmodSync(own, 0o777);
  mkdirSync(join(own, 'work'));
  const files = code.map((_, number) => `program${number}.py`);
  for (const [number, file] of files.entries()) writeFileSync(join(own, file), code[number] ?? '');
  const [command = '', ...args] = through(
    where === 'host'
      ? atTerminal([...asUser(who), PYTHON, ...files])
      : [...asUser(who), ...controlArena(who), '/bin/sh', '-c', FIRST, 'sh', ...files],
  );
  const options = {
    cwd: own,
    env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, ...env },
    timeout: 30_000,
    killSignal: 'SIGKILL' as const,
    maxBuffer: 64 * 2 ** 20,
  };
  const run = await promisify(execFile)(command, args, options).catch((error) => error);
  return String(run.stdout).replaceAll('\r\n', '\n');
}

/** The arena's namespaces without its first process. An ordinary user's has a user namespace, whoever runs these tests. */
export function controlArena(who: Who): string[] {
  const whole = arenaCommand('full');
  const command = whole.slice(0, whole.indexOf('/bin/sh'));
  if (who === 'root' || process.getuid?.() !== 0) return command;
  return command.flatMap((word) => (word === '--net' ? ['--user', '--map-root-user', word] : [word]));
}

/** The names of what a program says that it has won. */
export function won(stdout: string): string[] {
  return [...stdout.matchAll(/^won (\S+)/gm)].map((found) => found[1] ?? '').sort();
}
