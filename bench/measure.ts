/** The measurements, one part after the other; each prints its lines as soon as it has them. See README.md. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { usualJobs } from '../grading/usual-jobs.js';
import { measureClass } from './class-against-floor.js';
import { measureIsolation } from './isolation.js';
import { measureMemory } from './memory.js';
import { measureStart } from './start-up.js';
import { type Line, table } from './table.js';

declare const __BENCH__: string;

export interface Bench {
  /** The package's folder, and this one's. */
  root: string;
  bench: string;
  /** Ours to fill; removed at the end. */
  folder: string;
  /** Submissions at once. */
  jobs: number;
}

const PARTS: Record<string, (bench: Bench) => Promise<Line[]>> = {
  start: measureStart,
  isolation: measureIsolation,
  class: measureClass,
  memory: measureMemory,
};

/** Measures the named parts, or all. */
export async function measure(wanted: string[]): Promise<void> {
  const unknown = wanted.find((name) => !(name in PARTS));
  if (unknown) throw new Error(`There is no part "${unknown}". There are: ${Object.keys(PARTS).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'netgrade-bench-'));
  try {
    const said = (when: string) => `load ${when}: ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
    console.log(`Node ${process.versions.node}, ${said('before')}\n`);
    for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
      const own = join(folder, name);
      mkdirSync(own);
      console.log(
        `${table(await PARTS[name]!({ root: dirname(__BENCH__), bench: __BENCH__, folder: own, jobs: usualJobs() }))}\n`,
      );
    }
    console.log(said('after'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
