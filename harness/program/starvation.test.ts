import { once } from 'node:events';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { processorTimes } from './starvation.js';

const LOOP = 'process.stdout.write("."); for (;;);';

test('a program that shares one processor with others is seen to wait for it', async () => {
  const loops = Array.from({ length: 4 }, () =>
    execa('taskset', ['-c', '0', process.execPath, '-e', LOOP], { reject: false, buffer: false, timeout: 20_000 }),
  );
  try {
    await Promise.all(loops.map((loop) => once(loop.stdout!, 'data')));
    const ids = loops.map((loop) => loop.pid!);
    const deadline = Date.now() + 15_000;
    const times = () => processorTimes(ids);
    while (times().starvedMs < 100 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(times().starvedMs).toBeGreaterThanOrEqual(100);
    expect(times().ranMs).toBeGreaterThan(0);
  } finally {
    for (const loop of loops) loop.kill('SIGKILL');
  }
});

test('a process that is not there has waited for nothing', () => {
  expect(processorTimes([2 ** 22 + 1])).toEqual({ starvedMs: 0, ranMs: 0 });
});
