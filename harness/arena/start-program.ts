import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { constants } from 'node:os';
import { type Duplex, PassThrough, type Readable, type Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { processTable, treeOf } from './process-table.js';
import type { Watchdog } from './watchdog.js';
import type { Breach, Exit, Limits, RunningProgram } from './world.js';

/** How one program is started on the rung at hand: made by the rung, carried out by `startProgram`. */
export interface Launch {
  argv: string[];
  cwd: string;
  env: Record<string, string>;
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

const DISPOSE_WITHIN_MS = 5000;

/**
 * Starts a program and settles when its sandbox stands and its own code is about to begin.
 * @throws {Error} when the sandbox could not be set up: the grader's failure, never the student's.
 */
export async function startProgram(launch: Launch, limits: Limits, watchdog: Watchdog): Promise<RunningProgram> {
  const stdio: StdioOptions = ['pipe', 'pipe', 'pipe', 'pipe', ...launch.handedOver];
  const [command = '', ...args] = launch.argv;
  // A group of its own, so that a signal to the program never reaches us.
  const child = spawn(command, args, { cwd: launch.cwd, env: launch.env, stdio, detached: true });
  for (const descriptor of launch.handedOver) closeSync(descriptor);
  for (const stream of child.stdio) stream?.on('error', () => {});
  const exit = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (code, signal) => resolve([code, signal]));
    child.once('error', () => resolve([127, null]));
  });
  const gate = child.stdio[3] as Duplex;
  const stderr = child.stderr as Readable;
  if (launch.gated) await untilReady(gate, stderr, child);
  try {
    return new Started(child, exit, launch, limits, watchdog, gate);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function untilReady(gate: Duplex, stderr: Readable, child: ChildProcess): Promise<void> {
  const ready = await new Promise<boolean | Error>((resolve) => {
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
  throw new Error(`the sandbox could not be set up: ${words || `it ended with ${child.exitCode ?? child.signalCode}`}`);
}

class Started implements RunningProgram {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<Exit>;
  /** The sandbox's own first process, which outlives the monitor while something runs in it. */
  readonly #init: number | undefined;
  readonly #student: number;
  readonly #confined: Confinement;
  readonly #unwatch: () => void;
  #outputBytes = 0;
  #breach: Breach | undefined;
  #disposed: Promise<void> | undefined;

  constructor(
    private readonly child: ChildProcess,
    exit: Promise<[number | null, NodeJS.Signals | null]>,
    private readonly launch: Launch,
    private readonly limits: Limits,
    watchdog: Watchdog,
    gate: Duplex,
  ) {
    this.pid = child.pid as number;
    this.stdin = child.stdin as Writable;
    const table = processTable();
    const childOf = (parent: number) => [...table.values()].find((row) => row.parent === parent)?.pid;
    this.#init = launch.sandboxed ? childOf(this.pid) : undefined;
    this.#student = (this.#init === undefined ? undefined : childOf(this.#init)) ?? this.pid;
    this.#confined = launch.confine(treeOf([this.pid], table).map((row) => row.pid));
    this.#unwatch = watchdog.watch({ roots: () => this.#roots(), limits, onBreach: (breach) => this.#break(breach) });
    this.stdout = this.#counted(child.stdout as Readable);
    this.stderr = this.#counted(child.stderr as Readable);
    this.exited = exit.then(([code, signal]) => this.#exitOf(code, signal));
    gate.end('\n');
    gate.resume();
  }

  processIds(): number[] {
    return treeOf(this.#roots(), processTable()).map((row) => row.pid);
  }

  signal(signal: NodeJS.Signals): void {
    const table = processTable();
    const group = table.get(this.#student)?.group;
    if (group === undefined || group <= 1) return void kill(this.#student, signal);
    // The sandbox's init is in the same group and must outlive the signal: it collects the orphans.
    for (const row of treeOf(this.#roots(), table)) {
      if (row.group === group && row.pid !== this.#init && (!this.launch.sandboxed || row.pid !== this.pid))
        kill(row.pid, signal);
    }
  }

  dispose(): Promise<void> {
    this.#disposed ??= this.#end();
    return this.#disposed;
  }

  #roots(): number[] {
    return this.#init === undefined ? [this.pid] : [this.pid, this.#init];
  }

  /** Passes a stream on while counting; the reader's back-pressure still reaches the program. */
  #counted(source: Readable): Readable {
    const counted = new PassThrough();
    counted.on('error', () => {});
    source.on('data', (chunk: Buffer) => {
      this.#outputBytes += chunk.length;
      if (this.#outputBytes > this.limits.outputBytes) this.#break('output');
    });
    source.on('close', () => counted.end());
    return source.pipe(counted);
  }

  #break(breach: Breach): void {
    this.#breach ??= breach;
    this.#kill();
  }

  #kill(): void {
    const tree = this.processIds().reverse();
    // The end of a pid namespace's first process is the end of all of them, in one step.
    if (this.#init !== undefined) kill(this.#init, 'SIGKILL');
    else if (process.platform !== 'win32') kill(-this.pid, 'SIGKILL');
    for (const pid of [...tree, this.pid]) {
      if (pid !== this.pid || this.child.exitCode === null) kill(pid, 'SIGKILL');
    }
  }

  async #end(): Promise<void> {
    const giveUpAt = performance.now() + DISPOSE_WITHIN_MS;
    this.#unwatch();
    do {
      this.#kill();
      await this.launch.sweep();
      await pause(1);
    } while (this.processIds().length > 0 && performance.now() < giveUpAt);
    await Promise.race([this.exited, pause(1000, undefined, { ref: false })]);
    await this.#drained();
    this.#confined.release();
  }

  /** Lets what is still in the pipes through; something that escaped and holds them open is cut off. */
  async #drained(): Promise<void> {
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    if (!this.child.stdout?.closed || !this.child.stderr?.closed) await Promise.race([closed, pause(30)]);
    for (const stream of this.child.stdio) stream?.destroy();
  }

  #exitOf(code: number | null, signal: NodeJS.Signals | null): Exit {
    const told = signal === null && this.launch.sandboxed ? signalIn(code) : undefined;
    const exit: Exit = told ? { code: null, signal: told } : { code, signal };
    const breach = this.#breach ?? this.#confined.breach() ?? breachBehind(exit.signal);
    return breach ? { ...exit, breach } : exit;
  }
}

/** bubblewrap, like a shell, ends with 128 + n when its command died of signal n. */
function signalIn(code: number | null): NodeJS.Signals | undefined {
  if (code === null || code <= 128) return undefined;
  const found = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return found?.[0] as NodeJS.Signals | undefined;
}

function breachBehind(signal: NodeJS.Signals | null): Breach | undefined {
  if (signal === 'SIGXCPU') return 'cpu';
  if ((signal as string) === 'SIGXFSZ') return 'file-size';
  return undefined;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
