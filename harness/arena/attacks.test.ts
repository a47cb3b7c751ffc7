import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processTable, treeOf } from './process-table.js';
import {
  type Arena,
  bundleForTests,
  everyone,
  Launcher,
  ORDINARY_UID,
  sandboxes,
  type Who,
} from './test/arenas-under-test.js';
import type { Attack, Planted } from './test/attacks/attack.js';
import { attacks } from './test/attacks/index.js';
import { listenOnHost } from './test/listen-on-host.js';
import { Neighbour } from './test/neighbour.js';
import { atTerminal } from './test/terminal.js';
import { mountsSeen, processesInNetworkOf } from './test/traces.js';
import { PYTHON, unprotected, won } from './test/unprotected.js';

/** Stand for what is planted while the table of tests is made; only the titles are used of it then. */
const TITLES = attacks({ folder: '', secret: '', port: 0, path: '', addresses: [] });

let bundle: Awaited<ReturnType<typeof bundleForTests>>;
let host: Awaited<ReturnType<typeof listenOnHost>>;
let planted: Planted;
let result: string;

beforeAll(async () => {
  bundle = await bundleForTests();
  chmodSync(bundle.folder, 0o777);
  const folder = join(bundle.folder, 'grader');
  const secret = `secret-${process.pid}-${Math.trunc(performance.now() * 1000)}`;
  mkdirSync(join(folder, '.ssh'), { recursive: true });
  for (const file of ['expected.txt', '.ssh/id_ed25519']) writeFileSync(join(folder, file), secret);
  result = join(folder, 'result.json');
  host = await listenOnHost(join(bundle.folder, 'socket'));
  planted = { folder, secret, ...host };
});
afterAll(() => {
  host?.close();
  bundle?.remove();
});

/** The result of whoever grades, in a folder of theirs. */
function plantResult(who: Who): void {
  rmSync(result, { force: true });
  writeFileSync(result, 'true', { mode: 0o600 });
  const owner = process.getuid?.() !== 0 ? undefined : who === 'root' ? 0 : ORDINARY_UID;
  if (owner !== undefined) for (const path of [planted.folder, result]) chownSync(path, owner, owner);
}

function attackNamed(title: string): Attack {
  const found = attacks(planted).find((attack) => attack.title === title);
  if (!found) throw new Error(title);
  return found;
}

describe.each(everyone)('without a sandbox, %s', (grader) => {
  const winsAny = ({ wins, rootWins }: Attack) => wins.length > 0 || (grader === 'root' && rootWins !== undefined);
  it.each(TITLES.filter(winsAny))('a program that $title succeeds', async ({ title }) => {
    plantResult(grader);
    const { code, control: where, controlAs: who = grader, wins, rootWins = [] } = attackNamed(title);
    const env = { PLANTED: planted.secret };
    const stdout = await unprotected({ who, where, folder: bundle.folder, env }, code);
    const expected = [...wins, ...(who === 'root' ? rootWins : [])];
    expect(won(stdout), stdout).toEqual(expect.arrayContaining(expected));
  });
});

describe.each(sandboxes)('in a sandbox on the rung $rung of $who', ({ who, rung, slot }) => {
  let launcher: Launcher;
  let arena: Arena;
  let neighbour: Neighbour;
  beforeAll(async () => {
    const env = { NETGRADE_PYTHON: PYTHON, NETGRADE_SECRET: planted.secret };
    launcher = await Launcher.start(who, bundle, env, { through: atTerminal });
    arena = await launcher.open(rung, slot);
    neighbour = await Neighbour.beside(launcher, rung, slot + 1);
  });
  afterAll(async () => {
    await neighbour?.arena.close();
    await arena?.close();
    await launcher?.end();
  });

  it.each(TITLES)('a program that $title fails in everything', async ({ title }) => {
    plantResult(who);
    const { code, filtered = [] } = attackNamed(title);
    const run = await arena.run({ code, withinMs: 50_000 });
    expect(run.exit, run.stderr).toEqual({ code: 0, signal: null });
    const unfiltered = rung === 'util-linux' ? filtered : [];
    expect(
      won(run.stdout).filter((win) => !unfiltered.includes(win)),
      run.stdout,
    ).toEqual([]);
    expect(run.stdout).toMatch(/^(lost|won) /m);
    expect(readFileSync(result, 'utf8')).toBe('true');
    await arena.ping();
    await neighbour.answers();
    expect(await arena.clear()).toEqual({ clean: true, leftovers: [] });
  });

  it('a program has no capability and can gain none, and the sandbox’s own first process is no way to more', async () => {
    const code = `print(open("/proc/self/status").read())
try: open("/proc/1/mem", "r+b"); print("first", open("/proc/1/status").read())
except OSError: print("first refused")`;
    const [own = '', first = ''] = (await arena.run({ code })).stdout.split(/^first/m);
    expect(own).toMatch(/^NoNewPrivs:\s*1$/m);
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapAmb']) expect(own).toMatch(new RegExp(`^${set}:\\s*0+$`, 'm'));
    if (rung !== 'util-linux') expect(own).toMatch(/^Seccomp:\s*2$/m);
    if (first.startsWith(' refused')) return;
    const rights = (status: string) => status.match(/^(Uid|Gid|Cap\w+|NoNewPrivs|Seccomp):.*$/gm);
    expect(rights(first)).toEqual(rights(own));
  });

  it('a program that kills all that it sees does not reach the one beside it', async () => {
    const beside = await arena.start({ code: 'print(input())', stdin: '' });
    await arena.run({ code: attackNamed('kills its parent, all that it sees and the first process').code });
    await arena.type({ pid: beside, text: 'alive\n' });
    expect(await arena.finish({ pid: beside, withinMs: 8000 })).toMatchObject({
      stdout: 'alive\n',
      exit: { code: 0, signal: null },
    });
  });

  it('nothing of the arena is on the machine after it', async () => {
    const spare = await launcher.open(rung, slot + 6);
    await spare.start({ code: 'input()', stdin: '' });
    const inside = processesInNetworkOf(treeOf([spare.pid], processTable()).at(-1)?.pid ?? 0);
    expect(inside()).not.toEqual([]);
    await spare.close();
    expect(inside()).toEqual([]);
    expect(mountsSeen()).toEqual([]);
  });
});
