import { readFileSync } from 'node:fs';
import { procTable } from './proc-file.js';
import { processTable } from './process-table.js';

/** Kills every process of this arena but ourselves and those that hold us, and names what it found alive. */
export function leftoverProcesses(): string[] {
  const table = processTable();
  const ours = new Set([1, process.pid]);
  for (let row = table.get(process.pid); row && row.parent > 1; row = table.get(row.parent)) ours.add(row.parent);
  const left = [...table.values()].filter((row) => !ours.has(row.pid) && !row.zombie);
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
  return left.map(({ pid }) => `process ${pid}`);
}

/**
 * The Internet sockets of this arena: a connection still closing, something that got away, or a peer of ours that nobody
 * closed. Between two submissions there is none that belongs here, for whoever holds a port takes it from the next server.
 */
export function leftoverSockets(): string[] {
  // Reading the table of TCP takes ten milliseconds, so it is read only when there is something in it.
  const tables = ['udp', 'udp6', 'udplite', 'raw', 'raw6', ...(socketsInUse().tcp ? ['tcp', 'tcp6'] : [])];
  return tables.flatMap((table) => portsOf(table).map((port) => `socket ${table}/${port}`));
}

/** Every socket of this network namespace: of any family, also one that waits to be accepted or is on its way between processes. */
export function socketsUsed(): number {
  return Number(/^sockets: used (\d+)/m.exec(procTable('/proc/net/sockstat'))?.[1] ?? 0);
}

function socketsInUse(): { tcp: boolean } {
  const text = ['sockstat', 'sockstat6'].map((name) => read(`/proc/net/${name}`)).join('\n');
  const tcp = /^TCP: inuse (\d+) orphan \d+ tw (\d+)/m.exec(text);
  const tcp6 = /^TCP6: inuse (\d+)/m.exec(text);
  return { tcp: !tcp || Number(tcp[1]) + Number(tcp[2]) + Number(tcp6?.[1] ?? 0) > 0 };
}

function portsOf(table: string): number[] {
  return read(`/proc/net/${table}`)
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      return fields[9] === undefined ? [] : [Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)];
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
