import { setMaxListeners } from 'node:events';
import { onEndSignal } from './end-signals.js';

/** Exit code of a command that its user ended: 128 and the number of SIGINT. */
export const STOPPED = 130;

let interrupted = false;

/** Whether the user ended this run: an arena that was just opening may then be left to end with the process. */
export const wasInterrupted = (): boolean => interrupted;

interface Interruption {
  /** Aborted at the first Ctrl-C, or when the system or a closed terminal asks the process to end. */
  signal: AbortSignal;
  /** Gives the signals their usual meaning again. */
  end(): void;
}

/**
 * Ctrl-C ends a command in order: whoever holds the signal stops and leaves no process behind. A second one ends this
 * process at once; what runs in an arena ends with it.
 */
export function stopOnInterrupt(): Interruption {
  const controller = new AbortController();
  // A class or an audit hangs many submissions on it.
  setMaxListeners(0, controller.signal);
  const heard = (): void => {
    if (controller.signal.aborted) process.exit(STOPPED);
    interrupted = true;
    controller.abort();
  };
  return { signal: controller.signal, end: onEndSignal(heard) };
}
