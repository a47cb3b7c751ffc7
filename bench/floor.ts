import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Exchange } from './exchange.js';
import { inOwnGroup } from './processor-time.js';

export interface Cost {
  wallMs: number;
  /** Of every process that took part; undefined where the system does not count it for a group. */
  cpuMs: number | undefined;
}

export interface Floor extends Cost {
  /** Steps that did not come about within their bound, as text: the programs did otherwise than when they were recorded. */
  ranOut: string[];
}

/** Has every submission's exchanges with bare programs, in so many lanes at once. */
export async function runFloor(
  worker: string,
  submissions: { folder: string; exchanges: Exchange[] }[],
  lanes: number,
): Promise<Floor> {
  const group = inOwnGroup();
  const root = process.getuid?.() === 0;
  const network = [
    'unshare',
    ...(root ? [] : ['--user', '--map-root-user']),
    '--net',
    '--',
    '/bin/sh',
    '-c',
    'ip link set lo up; exec "$@"',
    'sh',
  ];
  const workers = await Promise.all(
    Array.from({ length: lanes }, async () => {
      const [command = '', ...args] = group.command([...network, process.execPath, worker]);
      const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      await once(child, 'message');
      return child;
    }),
  );
  const before = group.usedMs();
  const begun = performance.now();
  const queue = [...submissions];
  const ranOut: string[] = [];
  const lane = async (child: ChildProcess): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      child.send(next);
      const [done] = (await once(child, 'message')) as [{ ranOut: string[] }];
      ranOut.push(...done.ranOut.map((step) => `${next?.folder}: ${step}`));
    }
  };
  await Promise.all(workers.map(lane));
  const cost = { wallMs: performance.now() - begun, cpuMs: difference(group.usedMs(), before), ranOut };
  await Promise.all(
    workers.map(async (child) => {
      child.disconnect();
      await once(child, 'exit');
    }),
  );
  group.end();
  return cost;
}

function difference(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}
