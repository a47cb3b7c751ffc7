import type { ChildProcess } from 'node:child_process';
import { type Duplex, PassThrough, type Readable, type Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { breachBehind, exitOf } from './exit-status.js';
import { memoryKills } from './memory-kills.js';
import { largestFileOf, openFilesOf } from './open-files.js';
import { processRow, processTable, treeOf } from './process-table.js';
import { ProcessTree } from './process-tree.js';
import type { Confinement, Launch, StandardStreams, Surroundings } from './start-program.js';
import type { Breach, Exit, Limits, RunningProgram, Space } from './world.js';

const DISPOSE_WITHIN_MS = 5000;
/** Of each second of processor time that a program used, what the watchdog has seen at the least: it looks many times a second. */
const LEAST_SEEN_MS = 500;

/** A program whose sandbox stands: opens the gate to its code, counts what it prints, and ends it. */
export class StartedProgram implements RunningProgram {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exited: Promise<Exit>;
  /** The sandbox's own first process, which outlives the monitor while something runs in it. */
  readonly #init: number | undefined;
  readonly #student: number;
  readonly #confined: Confinement;
  readonly #tree = new ProcessTree(() => this.#roots());
  readonly #unwatch: () => void;
  readonly #memoryKillsBefore = memoryKills();
  #outputBytes = 0;
  /** The most processor time that was seen of its tree. */
  #cpuMs = 0;
  #breach: Breach | undefined;
  /** Its namespace has ended: the number of its first process may be somebody else's from now on. */
  #over = false;
  #disposed: Promise<void> | undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly streams: StandardStreams,
    exit: Promise<[number | null, NodeJS.Signals | null]>,
    private readonly launch: Launch,
    private readonly limits: Limits,
    private readonly surroundings: Surroundings,
    gate: Duplex,
  ) {
    this.pid = child.pid as number;
    this.stdin = streams.stdin;
    const table = processTable();
    const childOf = (parent: number) => [...table.values()].find((row) => row.parent === parent)?.pid;
    this.#init = launch.sandboxed ? childOf(this.pid) : undefined;
    this.#student = (this.#init === undefined ? undefined : childOf(this.#init)) ?? this.pid;
    this.#confined = launch.confine(treeOf([this.pid], table).map((row) => row.pid));
    this.#unwatch = surroundings.watchdog.watch({
      roots: () => this.#roots(),
      limits,
      onLook: (cpuMs) => {
        this.#cpuMs = Math.max(this.#cpuMs, cpuMs);
      },
      onBreach: (breach) => this.#break(breach),
    });
    this.stdout = this.#counted(streams.stdout);
    this.stderr = this.#counted(streams.stderr);
    this.exited = exit.then(([code, signal]) => this.#exitOf(code, signal));
    gate.end('\n');
    gate.resume();
  }

  processIds(): number[] {
    return this.#tree.pids();
  }

  ownProcessIds(): number[] {
    return this.processIds().filter((pid) => !this.launch.sandboxed || (pid !== this.pid && pid !== this.#init));
  }

  get breach(): Breach | undefined {
    return this.#breach;
  }

  openFiles(): number {
    return Math.max(0, ...this.ownProcessIds().map(openFilesOf));
  }

  largestFile(): number {
    return Math.max(0, ...this.ownProcessIds().map(largestFileOf));
  }

  space(): Space {
    return this.surroundings.space();
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
    // The end of a process namespace's first process is the end of all of them, in one step.
    if (this.#init !== undefined) {
      if (this.#remains()) kill(this.#init, 'SIGKILL');
      return;
    }
    const tree = this.processIds().reverse();
    if (process.platform !== 'win32') kill(-this.pid, 'SIGKILL');
    for (const pid of [...tree, this.pid]) if (pid !== this.pid || this.child.exitCode === null) kill(pid, 'SIGKILL');
  }

  /** Whether any process of it is left. The first of a process namespace is a zombie, or gone, only after all others are (pid_namespaces(7)). */
  #remains(): boolean {
    if (this.#init === undefined) return this.processIds().length > 0;
    this.#over ||= processRow(this.#init)?.zombie ?? !exists(this.#init);
    return !this.#over;
  }

  async #end(): Promise<void> {
    const giveUpAt = performance.now() + DISPOSE_WITHIN_MS;
    this.#unwatch();
    do {
      this.#kill();
      await this.launch.sweep();
      await pause(1);
    } while (this.#remains() && performance.now() < giveUpAt);
    await Promise.race([this.exited, pause(1000, undefined, { ref: false })]);
    await this.#drained();
    this.#confined.release();
  }

  /** Lets what is still in the pipes through; something that escaped and holds them open is cut off. */
  async #drained(): Promise<void> {
    const { stdin, stdout, stderr } = this.streams;
    const open = [stdout, stderr].filter((stream) => !stream.closed);
    const closed = open.map((stream) => new Promise((resolve) => stream.once('close', resolve)));
    if (open.length > 0) await Promise.race([Promise.all(closed), pause(30)]);
    for (const stream of [stdin, stdout, stderr, ...this.child.stdio]) stream?.destroy();
  }

  #exitOf(code: number | null, signal: NodeJS.Signals | null): Exit {
    const exit = exitOf(code, signal);
    const ended = this.#breach ?? this.#confined.breach();
    const breach = ended ?? breachBehind(exit.signal);
    // The signal of this limit comes after seconds of work that nobody overlooks.
    if (!ended && breach === 'cpu' && this.#cpuMs < this.limits.cpuSeconds * LEAST_SEEN_MS) return { code, signal };
    if (!breach) {
      const isNoMemory = exit.signal === 'SIGKILL' && memoryKills() > this.#memoryKillsBefore;
      return isNoMemory ? { ...exit, noMemory: true } : exit;
    }
    // Of what was seen going over a limit it is known that it did not end by itself.
    const seen = exit.signal !== null && breach !== 'file-size';
    return { code: seen ? null : code, signal: exit.signal, breach };
  }
}

/** Also where nothing can be read of it, because no descriptor is left to read it with. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
