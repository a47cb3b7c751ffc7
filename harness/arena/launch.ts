import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { agentEnvironment } from './agent-environment.js';
import { arenaCommand, hasNamespaces } from './arena-command.js';
import { makeArenaGroup, removeGroup } from './cgroup.js';
import { chooseFloor, removeFloor } from './choose-floor.js';
import { processTable, treeOf } from './process-table.js';
import { GRADER_VARIABLE } from './student-owner.js';
import type { Rung } from './world.js';

/** An agent in its arena, held by the process that schedules the work. */
export interface AgentHandle {
  /** The outermost process: the agent itself, or what holds its namespaces. */
  pid: number;
  rung: Rung;
  /** Structured data (what `structuredClone` takes). Lost when the agent has ended. */
  send(message: unknown): void;
  /** Calls back with every message after the first; returns how to stop that. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Calls back once, in words, when the agent ends without having been closed. Returns how to stop that. */
  onEnd(listener: (why: string) => void): () => void;
  /** Ends the agent and everything in its arena; settles when all of it is gone. */
  close(): Promise<void>;
}

const READY_WITHIN_MS = 20_000;

/**
 * Starts `node entry` in an arena of its own and settles at its first message, which says that it is ready. `slot` must
 * differ between arenas that are open at the same time. The agent finds both in `NETGRADE_RUNG` and `NETGRADE_SLOT`.
 * Everything in the arena ends with this process, however that ends.
 * @throws {Error} when the arena cannot be opened; the message holds the reason.
 */
export async function launchAgent(options: { rung: Rung; slot: number; entry: string }): Promise<AgentHandle> {
  const { rung, slot, entry } = options;
  const floor = hasNamespaces(rung) ? chooseFloor() : undefined;
  const group = rung === 'full+cgroup' ? makeArenaGroup(String(slot)) : undefined;
  const [command = '', ...args] = [...arenaCommand(rung), process.execPath, entry];
  const child = execa(command, args, {
    ipc: true,
    serialization: 'advanced',
    stdin: 'ignore',
    stdout: 'ignore',
    stderr: 'pipe',
    buffer: false,
    // A group of its own: an interrupt from the keyboard is for us, and we decide what becomes of the arenas.
    detached: process.platform !== 'win32',
    cleanup: false,
    windowsHide: true,
    reject: false,
    extendEnv: false,
    env: {
      ...agentEnvironment(),
      NETGRADE_RUNG: rung,
      NETGRADE_SLOT: String(slot),
      [GRADER_VARIABLE]: String(process.pid),
      ...(floor ? { NETGRADE_FLOOR: floor.path } : {}),
    },
  });
  let lastWords = '';
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-8000);
  });
  const listeners = new Set<(why: string) => void>();
  let ended: string | undefined;
  let closing = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = `it ended with ${signal ?? code}${lastWords ? `: ${lastWords.trim()}` : ''}`;
      if (floor?.made) removeFloor(floor.path);
      if (group) removeGroup(group.path);
      if (!closing) for (const listener of listeners) listener(ended);
      resolve();
    });
    child.once('error', (error) => {
      ended ??= error.message;
      resolve();
    });
  });
  const close = async () => {
    closing = true;
    if (ended === undefined) await end(child, hasNamespaces(rung), gone);
  };
  const ready = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
  const timeout = pause(READY_WITHIN_MS, false, { ref: false });
  if (!(await Promise.race([ready, gone.then(() => false), timeout]))) {
    await close();
    throw new Error(`the arena could not be opened: ${ended ?? 'no answer'}`);
  }
  return {
    pid: child.pid as number,
    rung,
    send(message) {
      if (ended === undefined && child.connected) child.send(message as object, () => {});
    },
    onMessage(listener) {
      child.on('message', listener);
      return () => void child.off('message', listener);
    },
    onEnd(listener) {
      listeners.add(listener);
      if (ended !== undefined && !closing) queueMicrotask(() => listeners.has(listener) && listener(ended as string));
      return () => void listeners.delete(listener);
    },
    close,
  };
}

interface Ending {
  pid?: number | undefined;
  kill(signal: NodeJS.Signals): boolean;
  connected: boolean;
  disconnect?(): void;
}

/** Namespaces end with their first process, at once. Without them the agent has to end its programs itself. */
async function end(child: Ending, namespaces: boolean, gone: Promise<void>): Promise<void> {
  if (namespaces && child.pid !== undefined) {
    for (const { pid } of treeOf([child.pid], processTable())) if (pid !== child.pid) killQuietly(pid);
  } else if (child.connected) child.disconnect?.();
  if (await Promise.race([gone.then(() => true), pause(5000, false, { ref: false })])) return;
  child.kill('SIGKILL');
  await gone;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
