import { onEndSignal } from './end-signals.js';

export const KILLED_BY_INTERRUPT = 130;

export interface Interrupt {
  /** Aborted at the first Ctrl-C: finish what is running. */
  stop: AbortSignal;
  /** Aborted at the second: drop what is running. */
  abort: AbortSignal;
  /** Gives the signals their usual meaning again. */
  end(): void;
}

/** Makes Ctrl-C, a system that shuts down and a terminal that is closed stop a long run in order; a third time ends it hard. */
export function onInterrupt(): Interrupt {
  const stop = new AbortController();
  const abort = new AbortController();
  let times = 0;
  const heard = (): void => {
    times += 1;
    if (times === 1) {
      process.stderr.write('\nFinishing what is running; once more to stop at once.\n');
      stop.abort();
    } else if (times === 2) {
      process.stderr.write('\nStopped. What is saved is kept: the same command goes on where it stopped.\n');
      process.exitCode = KILLED_BY_INTERRUPT;
      abort.abort();
    } else process.exit(KILLED_BY_INTERRUPT);
  };
  return { stop: stop.signal, abort: abort.signal, end: onEndSignal(heard) };
}
