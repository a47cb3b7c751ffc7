import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from './floor.js';
import { inOwnGroup } from './processor-time.js';

/** Runs Node on a script and settles when it has ended. `peakMiB` is the most memory that this one process had. */
export async function runNode(
  args: string[],
  options: { bench: string; folder: string },
): Promise<Cost & { peakMiB: number; code: number | null }> {
  const group = inOwnGroup();
  const peak = join(options.folder, `peak-${process.pid}`);
  const [command = '', ...rest] = group.command([process.execPath, ...args]);
  const { PYTHONUNBUFFERED: _, ...env } = process.env;
  const begun = performance.now();
  const child = spawn(command, rest, {
    stdio: ['ignore', 'ignore', 'ignore'],
    cwd: options.folder,
    env: { ...env, NETGRADE_BENCH_PEAK: peak },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const wallMs = performance.now() - begun;
  const cpuMs = group.usedMs();
  group.end();
  let peakMiB = Number.NaN;
  try {
    peakMiB = Number(readFileSync(peak, 'utf8')) / 1024;
    rmSync(peak);
  } catch {
    // Not asked for: the script was not started with the hook that writes it.
  }
  return { wallMs, cpuMs, peakMiB, code };
}

/** What makes Node write its peak memory down when it ends. */
export function withPeak(bench: string): string[] {
  return ['--import', join(bench, 'peak-memory.mjs')];
}

/** The median. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
