import { chmodSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForTests, everyone, Launcher, sandboxes, type Who } from './test/arenas-under-test.js';
import { OutsideWorld } from './test/outside-world.js';
import { PYTHON, unprotected, won } from './test/unprotected.js';

/** Addresses for documentation (RFC 5737, RFC 3849): nobody is contacted, whatever happens. */
const ADDRESSES = ['198.51.100.7', '2001:db8::7'];
const PORT = 8080;

const CALLER = `import socket
for address in ${JSON.stringify(ADDRESSES)}:
    for name, kind in ("tcp", socket.SOCK_STREAM), ("udp", socket.SOCK_DGRAM):
        s = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind); s.settimeout(2)
        try:
            s.connect((address, ${PORT})); s.send(b"hello")
            print("won" if s.recv(9) == b"outside" else "lost", name + "-" + address)
        except OSError as error: print("lost", name + "-" + address, error)
print("lost devices" if all(name == "lo" or not name.startswith("out") for _, name in socket.if_nameindex()) else "won devices")`;
const ALL = [...ADDRESSES.flatMap((address) => [`tcp-${address}`, `udp-${address}`]), 'devices'].sort();

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
let outside: OutsideWorld;
beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
  outside = await OutsideWorld.open(ADDRESSES, PORT);
});
afterAll(async () => {
  await outside?.close();
  bundle?.remove();
});

describe('on a machine that is connected with others', () => {
  it.each(everyone)('a program of %s reaches them', async (who: Who) => {
    const stdout = await unprotected({ who, where: 'host', folder: bundle.folder, through: outside.within }, CALLER);
    expect(won(stdout), stdout).toEqual(ALL);
  });

  it.each(sandboxes)('a program in a sandbox on the rung $rung of $who reaches nobody', async ({ who, rung, slot }) => {
    const launcher = await Launcher.start(who, bundle, { NETGRADE_PYTHON: PYTHON }, { through: outside.within });
    const arena = await launcher.open(rung, slot + 40);
    const run = await arena.run({ code: CALLER, withinMs: 15_000 });
    expect(won(run.stdout), run.stdout).toEqual([]);
    expect(run.stdout.match(/^lost /gm)).toHaveLength(ALL.length);
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
    await arena.close();
    await launcher.end();
  });
});
