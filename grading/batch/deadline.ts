/** How long work may go on after it was told to stop, before it is no longer waited for. */
const GRACE_MS = 5_000;

/** Thrown when work was stopped by its deadline. */
class DeadlinePassed extends Error {
  override name = 'DeadlinePassed';
}

/**
 * Runs work under a deadline. The signal that the work is given ends it, at the deadline or when `abort` does; work that
 * does not listen is left behind after a grace, so that one submission can never hold up a class.
 * @throws DeadlinePassed
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { deadlineMs, abort, graceMs = GRACE_MS }: { deadlineMs: number; abort?: AbortSignal | undefined; graceMs?: number },
): Promise<T> {
  const controller = new AbortController();
  const late = new DeadlinePassed(`it was not done after ${Math.round(deadlineMs / 1000)} s`);
  const timers: NodeJS.Timeout[] = [];
  const onAbort = (): void => controller.abort(abort?.reason);
  const ended = new Promise<never>((_, reject) => {
    timers.push(setTimeout(() => controller.abort(late), deadlineMs));
    controller.signal.addEventListener('abort', () => {
      timers.push(setTimeout(() => reject(controller.signal.reason), graceMs));
    });
  });
  abort?.addEventListener('abort', onAbort);
  if (abort?.aborted) onAbort();
  try {
    const running = work(controller.signal);
    running.catch(() => {}); // when it loses the race, its failure is of no interest
    const value = await Promise.race([running, ended]);
    if (controller.signal.aborted) throw controller.signal.reason;
    return value;
  } catch (error) {
    throw controller.signal.reason === late ? late : error;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    abort?.removeEventListener('abort', onAbort);
  }
}
