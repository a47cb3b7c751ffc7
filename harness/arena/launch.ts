import { mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execa } from 'execa';
import { makeArenaGroup, removeGroup } from './cgroup.js';
import { isOnPath } from './is-on-path.js';
import { processTable, treeOf } from './process-table.js';
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
    reject: false,
    extendEnv: false,
    env: {
      ...agentEnvironment(),
      NETGRADE_RUNG: rung,
      NETGRADE_SLOT: String(slot),
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

/** Whether the arenas of a rung have network and process tables of their own. */
export function hasNamespaces(rung: Rung): boolean {
  return rung !== 'none' && rung !== 'container';
}

/**
 * The command that opens the namespaces of an arena and then runs what follows it. A shell is the first process in
 * there: it collects orphans, which Node would leave as zombies. `--kill-child` and `--pdeathsig` hand the end of our
 * own process down, even where that was a SIGKILL.
 */
export function arenaCommand(rung: Rung): string[] {
  // Without namespaces the agent must live to end its programs when its channel to us breaks.
  if (!hasNamespaces(rung)) return [];
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const inner = ['--pid', '--mount', '--ipc', '--uts', '--fork', '--kill-child=KILL', '--mount-proc', '--'];
  const first = ['/bin/sh', '-c', '"$@"; exit $?', 'sh'];
  const dying = ['setpriv', '--pdeathsig', 'KILL', '--'];
  if (isOnPath('ip')) return [...dying, 'unshare', ...user, '--net', ...inner, ...first];
  // Only bubblewrap brings a loopback device up without iproute2.
  const asRoot = user.length > 0 ? ['--unshare-user', '--uid', '0', '--gid', '0'] : [];
  const network = [
    'bwrap',
    ...asRoot,
    '--unshare-net',
    '--cap-add',
    'ALL',
    '--die-with-parent',
    '--dev-bind',
    '/',
    '/',
    '--',
  ];
  return [...network, 'unshare', ...inner, ...first];
}

const PASSED_ON =
  /^(PATH|HOME|USER|TMPDIR|JAVA_HOME|GOROOT|RUSTUP_\w+|CARGO_HOME|PYENV_\w+|ASDF_\w+|NETGRADE_\w+|NODE_EXTRA_CA_CERTS|SystemRoot|TEMP|TMP|PATHEXT|Path)$/;

/** What the agent needs to find interpreters; none of the secrets that a CI runner keeps in the environment. */
function agentEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  const environment: Record<string, string> = { ...Object.fromEntries(kept), LANG: 'C.UTF-8', TZ: 'UTC' };
  // An ordinary user's path on Debian lacks the folder of `ip`.
  if (process.platform !== 'win32') environment.PATH = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter);
  return environment;
}

/** An empty folder that hides nothing when the arena lays its own file system on it. A made one is removed at the end. */
function chooseFloor(): { path: string; made: boolean } {
  for (const path of ['/srv', '/media', '/mnt', '/var/local', '/var/opt']) {
    try {
      if (statSync(path).isDirectory() && readdirSync(path).length === 0) return { path, made: false };
    } catch {
      // Not on this system.
    }
  }
  return { path: mkdtempSync(join(tmpdir(), 'netgrade-')), made: true };
}

function removeFloor(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // An empty folder in the temporary folder is no harm.
  }
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
