import { readFileSync } from 'node:fs';

/**
 * Listens to whoever asks this process to end: Ctrl-C, the system, or a terminal that is closed. That is heard once and only
 * first, for shell and kernel may both tell of it. What was started with `nohup` is meant to outlive its terminal: there
 * it is not heard at all.
 * @returns how to give the signals their usual meaning again
 */
export function onEndSignal(heard: () => void): () => void {
  let isFirst = !outlivesTerminal();
  const onRequest = (): void => {
    isFirst = false;
    heard();
  };
  const onHangUp = (): void => {
    if (isFirst) onRequest();
  };
  process.on('SIGINT', onRequest);
  process.on('SIGTERM', onRequest);
  process.on('SIGHUP', onHangUp);
  return () => {
    process.off('SIGINT', onRequest);
    process.off('SIGTERM', onRequest);
    process.off('SIGHUP', onHangUp);
  };
}

/**
 * Node takes back, before any of our code runs, what nohup did to the signal. What remains of nohup is a standard input that can
 * only be written to, which nothing else makes of one.
 */
function outlivesTerminal(): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync('/proc/self/fdinfo/0', 'latin1'))?.[1] ?? '0';
    return (Number.parseInt(flags, 8) & ACCESS_MODE) === WRITE_ONLY;
  } catch {
    return false;
  }
}

/** See open(2): `O_ACCMODE` and `O_WRONLY`. */
const ACCESS_MODE = 3;
const WRITE_ONLY = 1;
