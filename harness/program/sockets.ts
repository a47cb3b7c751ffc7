import { readdirSync, readlinkSync } from 'node:fs';
import { procTable } from '../arena/proc-file.js';
import type { Transport } from '../wire/transcript.js';

/** A socket that waits for somebody: a listening TCP socket or a bound UDP one. */
export interface WaitingSocket {
  transport: Transport;
  /** As the kernel shows it: `127.0.0.1`, `0.0.0.0`, `::`, `::1`, … */
  address: string;
  port: number;
}

const TCP_LISTEN = '0A';
/** A UDP socket that was connected to one address. */
const UDP_CONNECTED = '01';

/**
 * The waiting sockets of these processes, read from the kernel's tables (proc_pid_net(5)). Nothing is sent: a probing
 * connection would be the one client that a one-shot server ever serves.
 */
export function waitingSockets(processIds: number[], transports: Transport[] = ['udp', 'tcp']): WaitingSocket[] {
  const inodes = socketInodes(processIds);
  if (inodes.size === 0) return [];
  const found: WaitingSocket[] = [];
  for (const transport of transports) {
    for (const table of [transport, `${transport}6`]) {
      for (const row of rowsOf(table)) {
        if (!inodes.has(row.inode)) continue;
        if (transport === 'tcp' ? row.state !== TCP_LISTEN : row.state === UDP_CONNECTED) continue;
        found.push({ transport, address: row.address, port: row.port });
      }
    }
  }
  return found;
}

/** Cheap sign that the tables are worth reading: those of TCP cost 9 ms, this 0.05. Counts sockets in use for the namespace. */
export function socketsInUse(transport: Transport): number {
  const name = transport.toUpperCase();
  return (
    inUse('/proc/net/sockstat', new RegExp(`^${name}: inuse (\\d+)`, 'm')) +
    inUse('/proc/net/sockstat6', new RegExp(`^${name}6: inuse (\\d+)`, 'm'))
  );
}

function inUse(file: string, pattern: RegExp): number {
  return Number(pattern.exec(procTable(file))?.[1] ?? 0);
}

function* rowsOf(table: string): Generator<{ address: string; port: number; state: string; inode: string }> {
  for (const line of procTable(`/proc/net/${table}`).split('\n').slice(1)) {
    const columns = line.trim().split(/\s+/);
    const [address, port] = columns[1]?.split(':') ?? [];
    if (!address || !port || columns.length < 10) continue;
    yield { address: addressOf(address), port: Number.parseInt(port, 16), state: columns[3]!, inode: columns[9]! };
  }
}

/** The kernel prints addresses as 32-bit words in host order, which is little-endian on every machine that Node 20 supports here. */
function addressOf(hex: string): string {
  const bytes = Buffer.from(hex, 'hex');
  for (let at = 0; at + 4 <= bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.every((byte) => byte === 0)) return '::';
  if (bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff) {
    return bytes.subarray(12).join('.');
  }
  if (bytes.subarray(0, 15).every((byte) => byte === 0) && bytes[15] === 1) return '::1';
  return Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');
}

function socketInodes(processIds: number[]): Set<string> {
  const inodes = new Set<string>();
  for (const id of processIds) {
    let descriptors: string[];
    try {
      descriptors = readdirSync(`/proc/${id}/fd`);
    } catch {
      continue;
    }
    for (const descriptor of descriptors) {
      try {
        const target = readlinkSync(`/proc/${id}/fd/${descriptor}`);
        if (target.startsWith('socket:[')) inodes.add(target.slice(8, -1));
      } catch {
        // Closed meanwhile.
      }
    }
  }
  return inodes;
}
