import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCheapClass } from './class-of.js';
import { runNode, withPeak } from './command-line.js';
import type { Bench } from './measure.js';
import { type Line, ms } from './table.js';

const SIZES = [100, 2000];
const MOST_MORE = 0.1;

/** The grader's peak memory with a small class and with a large one. */
export async function measureMemory(bench: Bench): Promise<Line[]> {
  const main = join(bench.root, 'dist', 'grading', 'cli', 'main.js');
  const lines: Line[] = [];
  let first: number | undefined;
  for (const size of SIZES) {
    const handedIn = join(bench.folder, `class-${size}`);
    mkdirSync(handedIn);
    makeCheapClass(handedIn, size);
    const args = [
      'grade',
      'udp-hello',
      handedIn,
      '--out',
      join(bench.folder, `out-${size}`),
      '--jobs',
      String(bench.jobs),
    ];
    const { peakMiB, code, wallMs } = await runNode([...withPeak(bench.bench), main, ...args], bench);
    if (code !== 0) throw new Error(`the class was not graded: exit code ${code}`);
    const more = first === undefined ? undefined : peakMiB / first - 1;
    first ??= peakMiB;
    lines.push({
      what: `peak memory of the grader, ${size} submissions`,
      value: `${peakMiB.toFixed(0)} MiB`,
      against: `in ${ms(wallMs)}${more === undefined ? '' : `; ${(more * 100).toFixed(0)} % more`}`,
      ...(more === undefined ? {} : { aim: `within ${MOST_MORE * 100} %`, met: more <= MOST_MORE }),
    });
  }
  return lines;
}
