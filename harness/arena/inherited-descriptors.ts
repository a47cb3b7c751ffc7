import { closeSync, readdirSync, readFileSync } from 'node:fs';

const O_CLOEXEC = 0o2000000;

/**
 * Closes the descriptors above 2 that this process was handed by whoever started it (a shell, a CI runner) and that
 * every program would inherit. What Node opened itself is marked close-on-exec and stays. Returns what it closed.
 */
export function closeInheritedDescriptors(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => {
      if (descriptor <= 2) return false;
      try {
        const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1];
        if (flags === undefined || Number.parseInt(flags, 8) & O_CLOEXEC) return false;
        closeSync(descriptor);
        return true;
      } catch {
        return false; // The listing's own descriptor, gone by now.
      }
    });
}
