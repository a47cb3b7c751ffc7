/** An agent for the tests: opens its world and does in it what the test asks for, one call after the other. */
import dgram from 'node:dgram';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { findToolchain } from '../../program/toolchains.js';
import { openWorld } from '../open-world.js';
import { DEFAULT_LIMITS, type Limits, type Names, type Rung, type RunningProgram } from '../world.js';

export interface RunOptions {
  /** Python, kept as `program.py` in the work folder. */
  code?: string;
  argv?: string[];
  readable?: string[];
  limits?: Partial<Limits>;
  env?: Record<string, string>;
  stdin?: string;
  /** After this the program is disposed of, whatever it does. */
  withinMs?: number;
}

export interface Run {
  stdout: string;
  stderr: string;
  exit: { code: number | null; signal: string | null; breach?: string } | 'still running';
  processesAfter: number[];
}

const world = await openWorld({ rung: process.env.NETGRADE_RUNG as Rung, slot: Number(process.env.NETGRADE_SLOT) });
const running = new Map<number, { program: RunningProgram; output: { stdout: string; stderr: string } }>();

async function start({ code, argv, readable, limits, env, stdin }: RunOptions): Promise<number> {
  const python = await findToolchain('python');
  if (!python.found) throw new Error(python.missing);
  const folder = await world.makeWorkFolder('/', []);
  if (code !== undefined) await writeFile(`${folder}/program.py`, code, { mode: 0o644 });
  const program = await world.spawn({
    argv: argv ?? [python.commands.python3 ?? '', 'program.py'],
    workFolder: folder,
    readable: readable ?? (argv ? [] : python.readable),
    env: env ?? {},
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    program[name].on('data', (chunk: Buffer) => {
      if (output[name].length < 1_000_000) output[name] += chunk.toString();
    });
  }
  if (stdin === undefined) program.stdin.end();
  else program.stdin.write(stdin);
  running.set(program.pid, { program, output });
  return program.pid;
}

async function finish({ pid, withinMs }: { pid: number; withinMs: number }): Promise<Run> {
  const found = running.get(pid);
  if (!found) throw new Error(`no program ${pid}`);
  running.delete(pid);
  const { program, output } = found;
  const exit = await Promise.race([program.exited, pause(withinMs, 'still running' as const)]);
  await program.dispose();
  return { ...output, exit, processesAfter: program.processIds() };
}

const calls = {
  ping: async () => ({ uid: process.getuid?.() ?? -1, rssMiB: process.memoryUsage().rss / 2 ** 20 }),
  world: async () => ({
    rung: world.rung,
    hostName: world.hostName,
    hostAddress: world.hostAddress,
    has: world.has,
    resolverAddress: world.resolverAddress,
  }),
  start,
  finish,
  run: async (options: RunOptions) => finish({ pid: await start(options), withinMs: options.withinMs ?? 8000 }),
  /** One program in the work folder that is there already: what a check pays, from spawn to everything gone. */
  measure: async ({ argv }: { argv: string[] }) => {
    workFolder ??= await world.makeWorkFolder('/', []);
    const begun = performance.now();
    const program = await world.spawn({ argv, workFolder, readable: [], env: {}, limits: DEFAULT_LIMITS });
    const spawnedMs = performance.now() - begun;
    await program.exited;
    const exitedMs = performance.now() - begun;
    await program.dispose();
    return { spawnedMs, exitedMs, disposedMs: performance.now() - begun };
  },
  clear: async () => world.clear(),
  setNames: async (names: Partial<Names>) => world.setNames(names),
  processIds: async (pid: number) => running.get(pid)?.program.processIds(),
  type: async ({ pid, text }: { pid: number; text: string }) => void running.get(pid)?.program.stdin.write(text),
  outputOf: async (pid: number) => running.get(pid)?.output.stdout,
  signal: async ({ pid, signal }: { pid: number; signal: NodeJS.Signals }) => running.get(pid)?.program.signal(signal),
  seenFromOutside: async (pid: number) => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const ids = running.get(pid)?.program.processIds() ?? [];
    const last = ids.at(-1);
    return { syscall: readFileSync(`/proc/${last}/syscall`, 'latin1'), descriptors: readdirSync(`/proc/${last}/fd`) };
  },
  copy: async ({ from, files }: { from: string; files: string[] }) => world.makeWorkFolder(from, files),
  runIn: async ({ folder, argv, readable = [] }: { folder: string; argv: string[]; readable?: string[] }) => {
    const program = await world.spawn({ argv, workFolder: folder, readable, env: {}, limits: DEFAULT_LIMITS });
    let stdout = '';
    program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    program.stdin.end();
    const exit = await program.exited;
    await program.dispose();
    return { stdout, exit };
  },
  holdUdp: async ({ port, reuse }: { port: number; reuse: boolean }) => {
    const socket = dgram.createSocket({ type: 'udp4', reuseAddr: reuse });
    heard.set(port, 0);
    socket.on('message', () => heard.set(port, (heard.get(port) ?? 0) + 1));
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
    held.push(socket);
  },
  /** How many datagrams came to a port that is held. */
  heardAt: async (port: number) => heard.get(port) ?? 0,
};

export type Calls = typeof calls;
let workFolder: string | undefined;
const held: dgram.Socket[] = [];
const heard = new Map<number, number>();

process.on('message', async ({ id, name, argument }: { id: number; name: keyof Calls; argument: never }) => {
  try {
    process.send?.({ id, value: await calls[name](argument) });
  } catch (error) {
    process.send?.({
      id,
      error:
        error instanceof Error
          ? error.name === 'Error'
            ? error.message
            : `${error.name}: ${error.message}`
          : String(error),
    });
  }
});
process.send?.('ready');
