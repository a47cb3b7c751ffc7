import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Duplex, Readable, Writable } from 'node:stream';
import { NotInTime } from './cannot-start.js';
import type { NamedPipes, Pipe } from './named-pipes.js';
import { StartedProgram } from './started-program.js';
import type { Owner } from './student-owner.js';
import type { Watchdog } from './watchdog.js';
import type { Breach, Limits, RunningProgram, Space } from './world.js';

/** How one program is started on the rung at hand: made by the rung, carried out by `startProgram`. */
export interface Launch {
  argv: string[];
  cwd: string;
  env: Record<string, string>;
  /** Whom the command runs as from its first instruction on, without supplementary groups; `'mine'` where it changes that itself, or need not. */
  owner: Owner;
  /** Open files that the command finds as descriptors 4, 5, …; closed on our side once it runs. 3 is the gate. */
  handedOver: number[];
  /** Whether the command runs `GATE` first. Only Windows, which has no shell of that kind, does without. */
  gated: boolean;
  /** Whether a sandbox's monitor and init stand around the student's process. */
  sandboxed: boolean;
  /** What limits the tree as a whole, in the kernel. Called with every process of it before the student's code begins. */
  confine(pids: number[]): Confinement;
  /** Ends what `pids` cannot tell: processes known by their user or their environment alone. */
  sweep(): Promise<void>;
}

/** What a program shares with the others of its arena. */
export interface Surroundings {
  watchdog: Watchdog;
  /** What is left of the place that it may write to. */
  space: () => Space;
  pipes: NamedPipes | 'none';
}

/** What holds a whole tree of processes, beside the watchdog. */
export interface Confinement {
  /** The limit that the kernel ended something for. */
  breach(): Breach | undefined;
  /** Takes it away again, once nothing is left in it. */
  release(): void;
}

export const unconfined: Confinement = { breach: () => undefined, release() {} };

/** The shell line that runs first: it says that the sandbox stands, and waits until we have seen who is in it. */
export const GATE = 'echo >&3; read -r _ <&3; exec 3>&-';

const READY_WITHIN_MS = 20_000;

/**
 * Starts a program and settles when its sandbox stands and its own code is about to begin.
 * @throws {NotInTime} when the sandbox did not stand in time.
 * @throws {Error} when it could not be set up, or the command not be started.
 */
export async function startProgram(
  launch: Launch,
  limits: Limits,
  surroundings: Surroundings,
): Promise<RunningProgram> {
  const { pipes } = surroundings;
  const standard = pipes === 'none' ? undefined : [pipes.toProgram(), pipes.fromProgram(), pipes.fromProgram()];
  const given = standard?.map(({ theirs }) => theirs) ?? (['pipe', 'pipe', 'pipe'] as const);
  const stdio: StdioOptions = [...given, 'pipe', ...launch.handedOver];
  const [command = '', ...args] = launch.argv;
  // A group of its own, so that a signal to the program never reaches us.
  const user = launch.owner === 'mine' ? {} : launch.owner;
  let child: ChildProcess;
  try {
    child = spawn(command, args, { cwd: launch.cwd, env: launch.env, stdio, detached: true, ...user });
  } catch (error) {
    for (const { ours } of standard ?? []) closeSync(ours);
    throw error;
  } finally {
    for (const descriptor of [...launch.handedOver, ...(standard ?? []).map(({ theirs }) => theirs)])
      closeSync(descriptor);
  }
  // One for its start, and one for each signal that cannot be sent.
  child.on('error', () => {});
  const streams = standardStreams(child, standard);
  for (const stream of [...(child.stdio ?? []), ...Object.values(streams)]) stream?.on('error', () => {});
  const exit = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (code, signal) => resolve([code, signal]));
    child.once('error', () => resolve([127, null]));
  });
  const gate = child.stdio[3] as Duplex;
  try {
    if (launch.gated) await untilReady(gate, streams.stderr, child);
    return new StartedProgram(child, streams, exit, launch, limits, surroundings, gate);
  } catch (error) {
    child.kill('SIGKILL');
    for (const stream of Object.values(streams)) stream.destroy();
    throw error;
  }
}

/** Our ends of a program's standard streams. */
export interface StandardStreams {
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
}

function standardStreams(child: ChildProcess, pipes: Pipe[] | undefined): StandardStreams {
  if (!pipes) {
    const { stdin, stdout, stderr } = child as ChildProcess & StandardStreams;
    return { stdin, stdout, stderr };
  }
  const [stdin, stdout, stderr] = pipes.map(
    ({ ours }, number) => new Socket({ fd: ours, readable: number !== 0, writable: number === 0 }),
  );
  return { stdin, stdout, stderr } as StandardStreams & Record<string, Socket>;
}

async function untilReady(gate: Duplex, stderr: Readable, child: ChildProcess): Promise<void> {
  const ready = await new Promise<boolean | Error>((resolve) => {
    const tooLong = () => resolve(new NotInTime(`it did not stand after ${READY_WITHIN_MS / 1000} s`));
    const timer = setTimeout(tooLong, READY_WITHIN_MS).unref();
    gate.once('close', () => clearTimeout(timer));
    gate.once('data', () => resolve(true));
    gate.once('close', () => resolve(false));
    gate.once('end', () => resolve(false));
    child.once('error', resolve);
  });
  if (ready === true) return;
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const words = ready instanceof Error ? ready.message : String(stderr.read() ?? '').trim();
  child.kill('SIGKILL');
  const Failure = ready instanceof NotInTime ? NotInTime : Error;
  throw new Failure(
    `the sandbox could not be set up: ${words || `it ended with ${child.exitCode ?? child.signalCode}`}`,
  );
}
