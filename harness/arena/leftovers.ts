import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
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

/** The Internet sockets of this arena that are not our own: a connection still closing, something that got away. */
export function leftoverSockets(): string[] {
  const inUse = socketsInUse();
  // Reading the table of TCP takes ten milliseconds, so it is read only when there is something in it.
  const tables = ['udp', 'udp6', 'udplite', 'raw', 'raw6', ...(inUse.tcp ? ['tcp', 'tcp6'] : [])];
  const found = tables.flatMap((table) => rowsOf(table).map((row) => ({ table, ...row })));
  if (found.length === 0) return [];
  const own = ownInodes();
  return found.filter(({ inode }) => !own.has(inode)).map(({ table, port }) => `socket ${table}/${port}`);
}

function socketsInUse(): { tcp: boolean } {
  const text = ['sockstat', 'sockstat6'].map((name) => read(`/proc/net/${name}`)).join('\n');
  const tcp = /^TCP: inuse (\d+) orphan \d+ tw (\d+)/m.exec(text);
  const tcp6 = /^TCP6: inuse (\d+)/m.exec(text);
  return { tcp: !tcp || Number(tcp[1]) + Number(tcp[2]) + Number(tcp6?.[1] ?? 0) > 0 };
}

function rowsOf(table: string): { inode: string; port: number }[] {
  return read(`/proc/net/${table}`)
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      const port = Number.parseInt(fields[1]?.split(':')[1] ?? '', 16);
      return fields[9] === undefined ? [] : [{ inode: fields[9], port }];
    });
}

function ownInodes(): Set<string> {
  const inodes = new Set<string>();
  for (const descriptor of readdirSync('/proc/self/fd')) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${descriptor}`))?.[1];
      if (inode) inodes.add(inode);
    } catch {
      // Closed since.
    }
  }
  return inodes;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
