/**
 * What isolation costs: `npx vitest bench --run bench/arena.bench.ts`. Aims: less than 15 ms more for each program than a
 * bare spawn, less than 80 ms for an arena.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bench, describe } from 'vitest';
import { type Arena, bundleForTests, Launcher } from '../harness/arena/test/arenas-under-test.js';
import type { Rung } from '../harness/arena/world.js';

const bundle = await bundleForTests();
const launcher = await Launcher.start(process.getuid?.() === 0 ? 'root' : 'user', bundle);
const best: Rung = process.getuid?.() === 0 ? 'full+cgroup' : 'full';
const options = { iterations: 30, warmupIterations: 3, time: 0, warmupTime: 0 };

const arenas = new Map<Rung, Arena>();
for (const [slot, rung] of (['none', 'util-linux', best] as const).entries())
  arenas.set(rung, await launcher.open(rung, slot));
// The launcher and its arenas end with the bench's own process.
process.once('exit', () => bundle.remove());

describe('one program, from spawn to everything gone', () => {
  const bare = async () => {
    const child = spawn('/bin/true', { stdio: ['pipe', 'pipe', 'pipe'] });
    await once(child, 'close');
  };
  bench('bare spawn', bare, options);
  for (const [rung, arena] of arenas) {
    bench(`on the rung ${rung}`, async () => void (await arena.measure({ argv: ['/bin/true'] })), options);
  }
});

describe('one arena, from launch to the end of it', () => {
  const open = (rung: Rung) => async () => {
    const arena = await launcher.open(rung, 9);
    await arena.close();
  };
  bench('an agent without an arena', open('none'), options);
  bench('an arena', open(best), options);
});
