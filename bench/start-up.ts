import { join } from 'node:path';
import { median, runNode } from './command-line.js';
import type { Bench } from './measure.js';
import { type Line, ms } from './table.js';

const ROUNDS = 15;
const MOST_MORE_MS = 60;
/** One submission of the lecture's. */
const CHECK_WITHIN_MS = 1000;

/** How long a command takes to begin, and one submission to be graded, seen from the shell. */
export async function measureStart(bench: Bench): Promise<Line[]> {
  const main = join(bench.root, 'dist', 'grading', 'cli', 'main.js');
  const taken = { bare: [] as number[], version: [] as number[], help: [] as number[] };
  // Turn by turn, so that other work on the machine weighs on all of them.
  for (let round = 0; round < ROUNDS; round++) {
    taken.bare.push((await runNode(['-e', '0'], bench)).wallMs);
    taken.version.push((await runNode([main, '--version'], bench)).wallMs);
    taken.help.push((await runNode([main, '--help'], bench)).wallMs);
  }
  const bare = median(taken.bare);
  const lines: Line[] = [{ what: 'node -e 0', value: ms(bare) }];
  for (const name of ['version', 'help'] as const) {
    const more = median(taken[name]) - bare;
    const aim = name === 'version' ? { aim: `within ${MOST_MORE_MS} ms`, met: more <= MOST_MORE_MS } : {};
    lines.push({ what: `netgrade --${name}`, value: ms(bare + more), against: `${ms(more)} more`, ...aim });
  }
  for (const id of ['udp-hello', 'udp-time', 'tcp-time']) {
    const lecture = join(bench.root, 'assignments', id, 'submissions', 'lecture');
    const walls: number[] = [];
    for (let round = 0; round < 7; round++) {
      const { wallMs, code } = await runNode([main, 'check', id, lecture], bench);
      if (code !== 0) throw new Error(`the lecture's ${id} did not get full marks`);
      walls.push(wallMs);
    }
    lines.push({
      what: `netgrade check ${id}, the lecture's pair`,
      value: ms(median(walls)),
      against: `${ms(Math.min(...walls))} at best`,
      aim: `about ${ms(CHECK_WITHIN_MS)}`,
      met: median(walls) <= 1.1 * CHECK_WITHIN_MS,
    });
  }
  return lines;
}
