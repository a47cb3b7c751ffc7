import { readdirSync } from 'node:fs';
import { procRecord } from './proc-file.js';

/**
 * The folder of `/proc` in which a living process shows its memory, files and environment; undefined when it has ended. A program may end its first
 * thread and go on in others (pthread_exit(3) in `main`): the process then looks like a zombie, and only what its other threads show is
 * left of it. Linux only.
 */
export function livingFolder(pid: number): string | undefined {
  const folder = `/proc/${pid}`;
  const state = threadState(folder);
  if (state === undefined) return undefined;
  if (isLive(state)) return folder;
  return threadsOf(pid)
    .map((thread) => `${folder}/task/${thread}`)
    .find((thread) => isLive(threadState(thread)));
}

/** The threads of a process; none when it is gone. Linux only. */
export function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** How many threads of a process have a processor, or wait for one: its first may sleep while others work. Linux only. */
export function runningThreadsOf(pid: number): number {
  return threadsOf(pid).filter((thread) => threadState(`/proc/${pid}/task/${thread}`) === 'R').length;
}

/** proc_pid_stat(5), third field. The command's name before it may hold spaces and parentheses. */
function threadState(folder: string): string | undefined {
  const stat = procRecord(`${folder}/stat`);
  return stat?.charAt(stat.lastIndexOf(')') + 2);
}

function isLive(state: string | undefined): boolean {
  return state !== undefined && !/[ZX]/.test(state);
}
