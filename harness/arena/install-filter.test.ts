import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filterInstallers } from './install-filter.js';
import { bundleForTests, everyone, Launcher } from './test/arenas-under-test.js';
import type { Rung } from './world.js';

/** Memory that outlives its maker: a call that the filter refuses and every user may make. */
const ATTEMPT =
  'id=$(ipcmk -M 4096 | grep -o "[0-9]*$") && ipcrm -m "$id" && echo made; grep "^Seccomp:" /proc/self/status';

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
beforeAll(async () => {
  bundle = await bundleForTests();
});
afterAll(() => bundle.remove());

test('this machine has something that installs the filter without bubblewrap', () => {
  expect(filterInstallers().length).toBeGreaterThan(0);
});

describe.each(everyone)('for %s, a program on a rung without bubblewrap', (who) => {
  const rungs: Rung[] = who === 'root' ? ['util-linux', 'container'] : ['util-linux'];

  async function attempted(rung: Rung): Promise<string> {
    const launcher = await Launcher.start(who, bundle);
    try {
      const arena = await launcher.open(rung);
      const { stdout, stderr } = await arena.run({ argv: ['/bin/sh', '-c', ATTEMPT] });
      await arena.close();
      return stdout + stderr;
    } finally {
      await launcher.end();
    }
  }

  test.each(rungs)('cannot make a call that the filter refuses (%s)', async (rung) => {
    const said = await attempted(rung);
    expect(said).toMatch(/Operation not permitted/);
    expect(said).not.toMatch(/made/);
    expect(said).toMatch(/Seccomp:\s+2/);
  });

  test('could make it without the filter', async () => {
    const said = await attempted('none');
    expect(said).toMatch(/made/);
    expect(said).toMatch(/Seccomp:\s+0/);
  });
});

test('what has installed the filter becomes the program, with its arguments', async () => {
  for (const [command = '', ...args] of filterInstallers()) {
    // Without a filter at its descriptor it runs nothing.
    const run = () => execFileSync(command, [...args, '/bin/echo', 'ran'], { stdio: 'pipe' });
    expect(run, command).toThrow();
  }
});
