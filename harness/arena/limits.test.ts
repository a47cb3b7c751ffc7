import { chmodSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, bundleForTests, everyone, Launcher, sandboxes } from './test/arenas-under-test.js';
import { greed } from './test/greed.js';
import { Neighbour } from './test/neighbour.js';
import { PYTHON, unprotected, won } from './test/unprotected.js';

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
});
afterAll(() => bundle?.remove());

describe.each(everyone)('without limits, %s', (who) => {
  it.each(greed)('a program that $title gets it', async ({ code }) => {
    const stdout = await unprotected({ who, where: 'arena', folder: bundle.folder }, code);
    expect(won(stdout), stdout.slice(-500)).toEqual(['all']);
  });
});

describe.each(sandboxes)('within limits, on the rung $rung of $who', ({ who, rung, slot }) => {
  let launcher: Launcher;
  let arena: Arena;
  let neighbour: Neighbour;
  beforeAll(async () => {
    launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON });
    arena = await launcher.open(rung, slot + 20);
    neighbour = await Neighbour.beside(launcher, rung, slot + 21);
  });
  afterAll(async () => {
    await neighbour?.arena.close();
    await arena?.close();
    await launcher?.end();
  });

  async function nothingIsLost(): Promise<void> {
    await neighbour.answers();
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
    const after = await arena.run({ code: 'open("a", "w").write("x" * 1_000_000); print("room again")' });
    expect(after).toMatchObject({ stdout: 'room again\n', exit: { code: 0 } });
    expect((await arena.ping()).rssMiB).toBeLessThan(300);
  }

  it.each(greed)('a program that $title does not get it', async ({ code, limits = {}, ends }) => {
    const run = await arena.run({ code, limits, stdin: '', withinMs: 20_000 });
    expect(won(run.stdout)).toEqual([]);
    expect(run.exit, run.stderr).toMatchObject(ends === 'refused' ? { code: 0 } : { breach: ends });
    if (ends === 'refused') expect(run.stdout).toMatch(/^lost all /m);
    expect(run.processesAfter).toEqual([]);
    await nothingIsLost();
  });

  // Without limits it would take the machine: what stands in for it there is the bounded one of the table.
  it('a fork bomb is ended', async () => {
    const bomb = await arena.run({
      code: 'import os\nwhile True:\n  try: os.fork()\n  except OSError: pass',
      withinMs: 8000,
    });
    expect(bomb.exit).toMatchObject({ breach: expect.stringMatching(/processes|cpu/) });
    expect(bomb.processesAfter).toEqual([]);
    await nothingIsLost();
  });
});
