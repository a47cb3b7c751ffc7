import { readFileSync } from 'node:fs';

/**
 * How many processes the kernel has ended since it started because memory ran out, that of the machine or a control group's (proc_vmstat(5));
 * 0 where it does not tell.
 */
export function memoryKills(): number {
  try {
    return Number(/^oom_kill (\d+)$/m.exec(readFileSync('/proc/vmstat', 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
