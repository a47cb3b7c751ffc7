import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chooseRung, probeLadder } from '../harness/arena/ladder.js';
import { type AgentHandle, launchAgent } from '../harness/arena/launch.js';
import type { Rung } from '../harness/arena/world.js';
import { median } from './command-line.js';
import type { Bench } from './measure.js';
import { type Line, ms } from './table.js';

const ROUNDS = 30;
const PROGRAM_MOST_MS = 15;
const ARENA_MOST_MS = 80;

/** What isolation costs: one program from spawn to everything gone, and one arena from launch to the end of it. */
export async function measureIsolation(bench: Bench): Promise<Line[]> {
  const { rung } = chooseRung('namespaces', await probeLadder());
  const entry = join(bench.root, 'dist', 'bench', 'arena-agent.mjs');
  const arena = await launchAgent({ rung, slot: 1, entry });
  const open = async (wanted: Rung) => (await launchAgent({ rung: wanted, slot: 2, entry })).close();
  try {
    const [bare, sandboxed] = await inTurns([bareSpawn, () => sandboxedSpawn(arena)], ROUNDS);
    const [agent, opened] = await inTurns([() => open('none'), () => open(rung)], ROUNDS / 2);
    return [
      { what: 'a program, bare', value: ms(bare!) },
      compared(`a program, sandboxed (${rung})`, sandboxed!, bare!, PROGRAM_MOST_MS),
      { what: 'an agent without an arena, opened and closed', value: ms(agent!) },
      compared('an arena with its agent, opened and closed', opened!, agent!, ARENA_MOST_MS),
    ];
  } finally {
    await arena.close();
  }
}

async function bareSpawn(): Promise<void> {
  await once(spawn('/bin/true', { stdio: ['pipe', 'pipe', 'pipe'] }), 'close');
}

function sandboxedSpawn(arena: AgentHandle): Promise<void> {
  return new Promise((resolve) => {
    const stop = arena.onMessage(() => {
      stop();
      resolve();
    });
    arena.send(['/bin/true']);
  });
}

/** The median time of each, measured turn by turn, so that other work on the machine weighs on all of them. */
async function inTurns(tasks: (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
  const taken = tasks.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [at, task] of tasks.entries()) {
      const begun = performance.now();
      await task();
      if (round >= 0) taken[at]!.push(performance.now() - begun);
    }
  }
  return taken.map(median);
}

function compared(what: string, value: number, bare: number, mostMore: number): Line {
  const more = value - bare;
  const against = `${more.toFixed(1)} ms more`;
  return { what, value: ms(value), against, aim: `less than ${mostMore} ms`, met: more < mostMore };
}
