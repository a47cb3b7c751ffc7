/** Lets time pass where the passing of time is the point (a stale clock must have time to become stale). Never to hope that something is ready. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
