import { availableParallelism } from 'node:os';

/**
 * How many submissions are graded at once where nobody says: three for two cores. A third of its time a submission waits, for a program to
 * start or to be at rest; one for each core would leave the cores idle meanwhile.
 */
export function usualJobs(): number {
  return Math.ceil(availableParallelism() * 1.5);
}
