import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openGrader } from '../grading/grade-submission.js';
import { findToolchain } from '../harness/program/toolchains.js';
import { makeClass, ORIGINALS } from './class-of.js';
import { runNode, withPeak } from './command-line.js';
import { type Exchange, exchangesOf, startsIn } from './exchange.js';
import { type Cost, type Floor, runFloor } from './floor.js';
import type { Bench } from './measure.js';
import { type Line, ms, times } from './table.js';

const SIZE = 200;
const MOST_TIMES = 1.3;

/**
 * A class of 200 against the floor: the same programs, as often, spoken to in the same words, as many at once, and nothing
 * else. The floor is measured before and after, because other work on the machine comes and goes.
 */
export async function measureClass(bench: Bench): Promise<Line[]> {
  const submissions = join(bench.root, 'assignments', 'udp-hello', 'submissions');
  const handedIn = join(bench.folder, 'class');
  mkdirSync(handedIn);
  const members = makeClass(submissions, handedIn, SIZE);
  const recorded = await record(submissions, bench);
  const work = members.map(({ folder, original }) => ({ folder, exchanges: recorded.get(original)! }));
  const floor = () => runFloor(join(bench.root, 'dist', 'bench', 'floor-worker.mjs'), work, bench.jobs);
  const before = await floor();
  const main = join(bench.root, 'dist', 'grading', 'cli', 'main.js');
  const out = join(bench.folder, 'out');
  const graded = await runNode(
    [...withPeak(bench.bench), main, 'grade', 'udp-hello', handedIn, '--out', out, '--jobs', String(bench.jobs)],
    bench,
  );
  if (graded.code !== 0) throw new Error(`the class was not graded: exit code ${graded.code}`);
  const after = await floor();
  const bare = mean([before, after]);
  for (const step of new Set(ranOut([before, after]))) console.log(`the floor waited in vain: ${step}`);
  const ratio = graded.wallMs / bare.wallMs;
  const starts = work.reduce((sum, { exchanges }) => sum + startsIn(exchanges), 0);
  const lines: Line[] = [
    {
      what: `class of ${SIZE}, ${bench.jobs} at once: floor`,
      value: ms(bare.wallMs),
      against: `${starts} programs, ${ms(before.wallMs)} and ${ms(after.wallMs)}`,
    },
    {
      what: `class of ${SIZE}, ${bench.jobs} at once: netgrade grade`,
      value: ms(graded.wallMs),
      against: `${times(ratio)} the floor`,
      aim: times(MOST_TIMES),
      met: ratio <= MOST_TIMES,
    },
  ];
  if (bare.cpuMs !== undefined && graded.cpuMs !== undefined) {
    lines.push(
      {
        what: 'processor time: floor',
        value: ms(bare.cpuMs),
        against: `${(bare.cpuMs / starts).toFixed(1)} ms a program`,
      },
      {
        what: 'processor time: netgrade grade',
        value: ms(graded.cpuMs),
        against: `${times(graded.cpuMs / bare.cpuMs)} the floor, ${(graded.cpuMs / starts).toFixed(1)} ms a program`,
      },
    );
  }
  return lines;
}

/** What is said in grading each of the originals, once. */
async function record(submissions: string, bench: Bench): Promise<Map<string, Exchange[]>> {
  const python = await findToolchain('python');
  if (!python.found) throw new Error(python.missing);
  const interpreters = { python3: python.commands.python3!, node: process.execPath };
  const grader = await openGrader({ assignment: 'udp-hello', jobs: bench.jobs, isolation: 'namespaces' });
  try {
    const pairs = ORIGINALS.map(async (name) => {
      const result = await grader.grade({ name, folder: join(submissions, name) });
      return [name, exchangesOf(result, interpreters)] as const;
    });
    return new Map(await Promise.all(pairs));
  } finally {
    await grader.close();
  }
}

/** A step is told once for all the copies of a submission. */
function ranOut(floors: Floor[]): string[] {
  return floors.flatMap((floor) => floor.ranOut);
}

function mean(costs: Cost[]): Cost {
  const of = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const counted = costs.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]));
  return {
    wallMs: of(costs.map(({ wallMs }) => wallMs)),
    cpuMs: counted.length === costs.length ? of(counted) : undefined,
  };
}
