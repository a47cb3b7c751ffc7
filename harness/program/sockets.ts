import { readdirSync, readlinkSync } from 'node:fs';
import { livingFolder } from '../arena/live-thread.js';
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
  const { inodes, owners } = socketsOf(processIds);
  if (inodes.size === 0 && owners.size === 0) return [];
  const found: WaitingSocket[] = [];
  for (const transport of transports) {
    for (const table of [transport, `${transport}6`]) {
      for (const row of rowsOf(table)) {
        if (!inodes.has(row.inode) && !owners.has(row.owner)) continue;
        if (transport === 'tcp' ? row.state !== TCP_LISTEN : row.state === UDP_CONNECTED) continue;
        found.push({ transport, address: row.address, port: row.port });
      }
    }
  }
  return found;
}

/** A TCP connection at one of this machine's ports, as the kernel knows it. */
export interface Connection {
  address: string;
  port: number;
  farAddress: string;
  farPort: number;
  /** `closing`: the program at this end has finished; `closed`: both ends have, and it only keeps its port (TIME_WAIT). */
  state: 'listening' | 'open' | 'closing' | 'closed';
}

/** By their numbers in the kernel's include/net/tcp_states.h. */
const CONNECTION_STATES: Record<string, Connection['state']> = {
  [TCP_LISTEN]: 'listening',
  '04': 'closing',
  '05': 'closing',
  '06': 'closed',
  '09': 'closing',
  '0B': 'closing',
};

/** What there is of TCP at these ports, whoever has it. */
export function connectionsAt(ports: number[]): Connection[] {
  return ['tcp', 'tcp6'].flatMap((table) =>
    [...rowsOf(table)]
      .filter(({ port }) => ports.includes(port))
      .map(({ inode: _inode, owner: _owner, state, ...ends }) => ({
        ...ends,
        state: CONNECTION_STATES[state] ?? 'open',
      })),
  );
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

interface Row extends Omit<Connection, 'state'> {
  state: string;
  owner: string;
  inode: string;
}

function* rowsOf(table: string): Generator<Row> {
  for (const line of procTable(`/proc/net/${table}`).split('\n').slice(1)) {
    const columns = line.trim().split(/\s+/);
    const [address, port] = columns[1]?.split(':') ?? [];
    const [farAddress, farPort] = columns[2]?.split(':') ?? [];
    if (!address || !port || !farAddress || !farPort || columns.length < 10) continue;
    yield {
      address: addressOf(address),
      port: Number.parseInt(port, 16),
      farAddress: addressOf(farAddress),
      farPort: Number.parseInt(farPort, 16),
      state: columns[3]!,
      owner: columns[7]!,
      inode: columns[9]!,
    };
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

/**
 * How the sockets of these processes are known in the tables: by their inodes; where we may not look into a process, as root of a plain
 * container may not (it has no CAP_SYS_PTRACE), by its user, whom no other submission has.
 */
function socketsOf(processIds: number[]): { inodes: Set<string>; owners: Set<string> } {
  const inodes = new Set<string>();
  const owners = new Set<string>();
  for (const id of processIds) {
    const files = `${livingFolder(id)}/fd`;
    try {
      for (const descriptor of readdirSync(files)) {
        const target = linkOf(`${files}/${descriptor}`);
        if (target?.startsWith('socket:[')) inodes.add(target.slice(8, -1));
      }
    } catch (error) {
      const owner = (error as NodeJS.ErrnoException).code === 'EACCES' ? ownerOf(id) : undefined;
      if (owner !== undefined && owner !== process.getuid?.()) owners.add(String(owner));
    }
  }
  return { inodes, owners };
}

/** Undefined where a descriptor was closed meanwhile. @throws the system's error where we may not look */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error;
    return undefined;
  }
}

function ownerOf(id: number): number | undefined {
  const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(procTable(`/proc/${id}/status`))?.[1];
  return uid === undefined ? undefined : Number(uid);
}
