import { constants } from 'node:os';
import type { Breach } from './world.js';

/** bubblewrap, like a shell, ends with 128 + n when its command died of signal n. */
export function signalIn(code: number | null): NodeJS.Signals | undefined {
  if (code === null || code <= 128) return undefined;
  const found = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return found?.[0] as NodeJS.Signals | undefined;
}

/** The limit of the kernel's that ends a process with this signal. */
export function breachBehind(signal: NodeJS.Signals | null): Breach | undefined {
  if (signal === 'SIGXCPU') return 'cpu';
  if ((signal as string) === 'SIGXFSZ') return 'file-size';
  return undefined;
}
