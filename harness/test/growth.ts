/**
 * By how much more processor time an action takes at four times the size: 4 where it grows with the size, 16 where it grows with its square.
 * The least of several runs counts, so that what else the machine does hardly matters.
 */
export function growth(size: number, action: (size: number) => unknown): number {
  const leastMs = (at: number): number => {
    const times = Array.from({ length: 4 }, () => {
      const before = process.cpuUsage();
      action(at);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  };
  return leastMs(4 * size) / Math.max(leastMs(size), SHORTEST_MS);
}

/** Less cannot be measured; what takes no longer at four times the size either has a growth below 1. */
const SHORTEST_MS = 2;

/** Between the 4 of what grows with the size and the 16 of what grows with its square. */
export const TWICE_LINEAR = 9;
