import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

const STANDARD_STREAMS = [0, 1, 2];

/**
 * At its end Node sets a terminal back to what it was when it began, and aborts where that terminal is closed by then (a core dump, and no
 * exit code). What is closed before is left alone.
 */
export function endWithoutTerminal(): void {
  const terminals = STANDARD_STREAMS.filter((stream) => isatty(stream));
  process.on('exit', () => {
    // One that is closed answers no question any more, not even this one.
    for (const stream of terminals.filter((one) => !isatty(one))) closeSync(stream);
  });
}
