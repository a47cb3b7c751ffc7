import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Rung } from '../world.js';
import type { Calls } from './agent.js';

/** Who grades: root, or somebody without any privilege. */
export type Who = 'root' | 'user';

/** Without a line in passwd, as in many a container. */
export const ORDINARY_UID = 12_345;

/** The users that this machine lets us be. Only root can show both. */
export const everyone: Who[] = process.getuid?.() === 0 ? ['root', 'user'] : ['user'];

/** Every rung with a sandbox, by who can have it; `slot` tells them and their neighbours apart. */
export const sandboxes: { who: Who; rung: Rung; slot: number }[] = [
  ...everyone.map((who) => ({ who, rung: bestRung(who), slot: 0 })),
  ...everyone.map((who) => ({ who, rung: 'util-linux' as const, slot: 2 })),
  ...everyone.filter((who) => who === 'root').map((who) => ({ who, rung: 'root' as const, slot: 4 })),
];

const RUNGS: Record<Who, Rung[]> = {
  root: ['full+cgroup', 'full', 'root', 'util-linux', 'container', 'none'],
  user: ['full', 'util-linux', 'none'],
};

/** Every rung, by who can have it. */
export const everyRung = everyone.flatMap((who) => RUNGS[who].map((rung) => ({ who, rung })));

export function bestRung(who: Who): Rung {
  return who === 'root' ? 'full+cgroup' : 'full';
}

export type Arena = { [Name in keyof Calls]: (...argument: Parameters<Calls[Name]>) => ReturnType<Calls[Name]> } & {
  pid: number;
  close(): Promise<void>;
};

/** The programs of this folder, bundled where every user can read them. */
export async function bundleForTests(): Promise<{ folder: string; agent: string; launcher: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'netgrade-test-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'package.json'), '{}');
  const here = fileURLToPath(new URL('.', import.meta.url));
  await build({
    entryPoints: [join(here, 'agent.ts'), join(here, 'launcher.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return {
    folder,
    agent: join(folder, 'agent.mjs'),
    launcher: join(folder, 'launcher.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A launcher that runs as `who`, from which arenas are opened. */
export class Launcher {
  readonly #waiting = new Map<number, (message: { value?: unknown; error?: string }) => void>();
  readonly #opening = new Map<number, (message: { opened?: number; ended?: string; closed?: true }) => void>();
  #next = 0;

  private constructor(
    readonly child: ChildProcess,
    private readonly agent: string,
  ) {
    child.on(
      'message',
      (message: {
        from: number;
        answer?: { id: number; value?: unknown; error?: string };
        ended?: string;
        opened?: number;
        closed?: true;
      }) => {
        const { answer, from } = message;
        if (answer) this.#waiting.get(answer.id)?.(answer);
        else this.#opening.get(from)?.(message);
        if (message.ended)
          for (const settle of this.#waiting.values()) settle({ error: `the arena ended: ${message.ended}` });
      },
    );
  }

  /**
   * `beside` is a descriptor that the launcher inherits as number 9, as from a careless shell; `through` makes of its command one that
   * runs it elsewhere.
   */
  static async start(
    who: Who,
    bundle: { agent: string; launcher: string },
    env: Record<string, string> = {},
    { beside, through = (command) => command }: { beside?: number; through?: (command: string[]) => string[] } = {},
  ): Promise<Launcher> {
    const [command = '', ...args] = through([...asUser(who), process.execPath, bundle.launcher]);
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', ...Array(5).fill('ignore'), beside ?? 'ignore'],
      serialization: 'advanced',
      cwd: '/',
      env: { PATH: process.env.PATH, HOME: who === 'root' ? process.env.HOME : '/nonexistent', ...env },
    });
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`the launcher ended with ${code}`);
    });
    await Promise.race([once(child, 'message'), failed]);
    return new Launcher(child, bundle.agent);
  }

  async open(rung: Rung, slot = 0): Promise<Arena> {
    const opened = await this.#ask(slot, { open: rung, entry: this.agent });
    if (opened.opened === undefined) throw new Error(opened.ended ?? 'not opened');
    const own = {
      pid: opened.opened,
      close: async () => {
        await this.#ask(slot, { close: true });
      },
    };
    const call = (name: string) => (argument: unknown) => this.#call(slot, name, argument);
    return new Proxy(own, {
      get: (target, name) =>
        name in target ? target[name as keyof typeof own] : name === 'then' ? undefined : call(String(name)),
    }) as Arena;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.disconnect();
    await once(this.child, 'exit');
  }

  #ask(to: number, message: object): Promise<{ opened?: number; ended?: string; closed?: true }> {
    return new Promise((resolve) => {
      this.#opening.set(to, resolve);
      this.child.send({ to, ...message });
    });
  }

  #call(to: number, name: string, argument: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ value, error }) => {
        this.#waiting.delete(id);
        if (error !== undefined) reject(new Error(error));
        else resolve(value);
      });
      this.child.send({ to, call: { id, name, argument } });
    });
  }
}

export function asUser(who: Who): string[] {
  const change = who === 'user' && process.getuid?.() === 0;
  return change ? ['setpriv', `--reuid=${ORDINARY_UID}`, `--regid=${ORDINARY_UID}`, '--clear-groups', '--'] : [];
}
