import type { Random } from '../../harness/index.js';
import type { Computation, Operator } from './computation.js';

/** Four computations: `left` and `right` have one result, `both` and `base` two others. All numbers are as long as their counterparts. */
export function relatives(random: Random, operator: Operator): Record<'base' | 'left' | 'right' | 'both', Computation> {
  const [[a, b], [otherA, otherB]] = numbersFor(random, operator);
  const written = (first: number, second: number) => ({ a: String(first), operator, b: String(second) });
  return {
    base: written(a, b),
    left: written(otherA, b),
    right: written(a, otherB),
    both: written(otherA, otherB),
  };
}

/**
 * Factors of which neither divides what one digit is worth, so that no other factor in the place of one of them makes a product that differs
 * in one digit only. Four times the product has three digits as well.
 */
const PRIMES = [
  [11, 13],
  [11, 17],
  [19, 11],
  [17, 13],
  [13, 19],
] as const;

function numbersFor(random: Random, operator: Operator): [[number, number], [number, number]] {
  const more = random.int(3, 9);
  switch (operator) {
    case '+': {
      const [a, b] = [random.int(12, 30), random.int(12, 30)];
      return [
        [a, b],
        [a + more, b + more],
      ];
    }
    case '-': {
      const [a, b] = [random.int(61, 75), random.int(31, 39)];
      return [
        [a, b],
        [a + more, b - more],
      ];
    }
    case '*': {
      const [a, b] = random.pick(PRIMES);
      return [
        [a, b],
        [2 * a, 2 * b],
      ];
    }
    case '/': {
      const a = 8 * random.int(13, 24);
      return [
        [a, 8],
        [2 * a, 4],
      ];
    }
  }
}
