import { constants } from 'node:os';
import type { Breach, Exit } from './world.js';

/** Signals that end nobody who has not asked for it (signal(7)). */
const ENDS_NOBODY = /^SIG(CHLD|CONT|STOP|TSTP|TTIN|TTOU|URG|WINCH)$/;

/**
 * How a program ended, by what its outermost process ended with. A shell, and bubblewrap, end with 128 + n when their command died of signal
 * n, and a command may end with that code itself. Nothing that is left of it tells which, so both are told, and it counts as the signal.
 */
export function exitOf(code: number | null, signal: NodeJS.Signals | null): Exit {
  const found = Object.entries(constants.signals).find(([, number]) => code === 128 + number);
  const behind = found && !ENDS_NOBODY.test(found[0]) ? (found[0] as NodeJS.Signals) : null;
  return { code, signal: signal ?? behind };
}

/** How a program ended, to stand behind "ended with". */
export function endWords({ code, signal }: Exit): string {
  if (signal === null) return `exit code ${code}`;
  return `signal ${signal}${code === null ? '' : ` (or exit code ${code})`}`;
}

/** The limit of the kernel's that ends a process with this signal. */
export function breachBehind(signal: NodeJS.Signals | null): Breach | undefined {
  if (signal === 'SIGXCPU') return 'cpu';
  if ((signal as string) === 'SIGXFSZ') return 'file-size';
  return undefined;
}
