import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Breach } from './world.js';

/** A control group that we made and may fill: `memory` under cgroup v1, everything under v2 (cgroups(7)). */
export interface ControlGroup {
  version: 1 | 2;
  path: string;
}

const PREFIX = 'netgrade-';

/** Makes the control group of one arena; nothing where none may be made. `name` must be unique on the machine. */
export function makeArenaGroup(name: string): ControlGroup | undefined {
  const parent = writableParent();
  if (!parent) return undefined;
  sweepAbandoned(parent.path);
  const group = { version: parent.version, path: join(parent.path, `${PREFIX}${process.pid}-${name}`) };
  try {
    mkdirSync(group.path);
    if (group.version === 2) writeFileSync(join(group.path, 'cgroup.subtree_control'), '+memory');
    return group;
  } catch {
    removeGroup(group.path);
    return undefined;
  }
}

/** Removes a group and those in it, as far as no process is left in them. */
export function removeGroup(path: string): void {
  try {
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) rmdirSync(join(path, entry.name));
    rmdirSync(path);
  } catch {
    // Still in use, or gone; whoever runs next sweeps it.
  }
}

/**
 * Puts the processes of one program into a group of their own with a memory limit, before its code begins.
 * @throws {Error} when the kernel refuses
 */
export function confine(
  arena: ControlGroup,
  name: string,
  pids: number[],
  memoryBytes: number,
): { breach(): Breach | undefined; release(): void } {
  const path = join(arena.path, name);
  mkdirSync(path);
  if (arena.version === 1) write(path, 'memory.limit_in_bytes', memoryBytes);
  else {
    write(path, 'memory.max', memoryBytes);
    // Not there on a kernel without swap.
    if (existsSync(join(path, 'memory.swap.max'))) write(path, 'memory.swap.max', 0);
  }
  for (const pid of pids) write(path, 'cgroup.procs', pid);
  const events = join(path, arena.version === 1 ? 'memory.oom_control' : 'memory.events');
  return {
    breach() {
      // The group is gone where its program was so slow to end that nobody waits for it any more.
      if (!existsSync(events)) return undefined;
      const told = readFileSync(events, 'latin1');
      const times = (event: string): number => Number(new RegExp(`^${event} (\\d+)`, 'm').exec(told)?.[1] ?? 0);
      // Version 2 counts those too that were killed for want of memory elsewhere, and apart from them how often this limit was met.
      const isOwn = arena.version === 1 || times('oom') > 0;
      return isOwn && times('oom_kill') > 0 ? 'memory' : undefined;
    },
    release: () => removeGroup(path),
  };
}

function write(path: string, file: string, value: number): void {
  writeFileSync(join(path, file), String(value));
}

/** The group that we are in, where we may make groups with a memory limit; as root under v2 also the root group. */
function writableParent(): ControlGroup | undefined {
  if (process.platform !== 'linux') return undefined;
  const lines = readFileSync('/proc/self/cgroup', 'latin1').trim().split('\n');
  const own = (test: RegExp) => lines.find((line) => test.test(line))?.replace(/^\d+:[^:]*:/, '');
  const v1 = own(/^\d+:([^:]*,)?memory(,[^:]*)?:/);
  const v2 = own(/^0::/);
  const candidates: ControlGroup[] = [
    ...(v1 === undefined ? [] : [{ version: 1 as const, path: join('/sys/fs/cgroup/memory', v1) }]),
    ...(v2 === undefined ? [] : [v2, '/'].map((path) => ({ version: 2 as const, path: join('/sys/fs/cgroup', path) }))),
  ];
  return candidates.find(canMakeGroups);
}

function canMakeGroups({ version, path }: ControlGroup): boolean {
  const probe = join(path, `${PREFIX}${process.pid}-probe`);
  try {
    if (version === 2 && !/\bmemory\b/.test(readFileSync(join(path, 'cgroup.subtree_control'), 'latin1'))) return false;
    mkdirSync(probe);
    const works = existsSync(join(probe, version === 1 ? 'memory.limit_in_bytes' : 'memory.max'));
    rmdirSync(probe);
    return works;
  } catch {
    return false;
  }
}

/** Groups stay when their grader was killed. Their name tells whose they are. */
function sweepAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid && Number(pid) !== process.pid && !existsSync(`/proc/${pid}`)) removeGroup(join(parent, name));
  }
}
