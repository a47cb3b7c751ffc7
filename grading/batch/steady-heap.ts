import { setFlagsFromString } from 'node:v8';

/**
 * Keeps this process's heap near what is in use. Left alone, V8 takes more and more memory the longer a class is graded, because
 * there is some: what must be held is a few MiB, whatever the size of the class. From here on the part for new objects does
 * not grow, and the part for old ones is cleared when a few MiB, or a tenth, have been added since it last was.
 */
export function keepHeapSteady(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--heap-growing-percent=10');
}
