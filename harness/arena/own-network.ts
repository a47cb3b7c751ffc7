import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isOnPath } from './is-on-path.js';

/** What the computer is called where an assignment does not say. */
export const HOST_NAME = 'lab-pc';
/** An address as a home router gives it out. */
const HOST_ADDRESS = '192.168.77.5';

/**
 * Gives the arena, where programs have no sandbox with a name of its own, a host name. Returns the one that it has now: without
 * hostname(1), which not every Linux has, an ordinary user's arena keeps the machine's.
 */
export function takeHostName(name: string): string {
  try {
    execFileSync('hostname', [name], { stdio: 'pipe' });
  } catch {
    return hostname();
  }
  return name;
}

/**
 * Makes the network namespace that we are in a small world of its own: every port may be bound, no closed connection
 * blocks the next server's bind, and every IPv4 address is this machine (so that a hard-coded 192.168.1.7 exists).
 * There is no device that leads out.
 * @throws {Error} when this is not a namespace of our own, or the kernel refuses.
 */
export function furnishNetwork(): { hostAddress: string; ownAddresses: boolean } {
  const devices = readFileSync('/proc/net/dev', 'latin1')
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '');
  if (
    devices.some((line) => !/^\s*(lo|tunl0|sit0|ip6tnl0|ip_vti0|ip6_vti0|gre0|gretap0|erspan0|ip6gre0):/.test(line))
  ) {
    throw new Error('the arena shares its network devices with the machine');
  }
  setKernelValue('net/ipv4/ip_unprivileged_port_start', '0');
  setKernelValue('net/ipv4/tcp_max_tw_buckets', '0');
  setKernelValue('net/ipv4/ip_local_port_range', '61000 65500');
  // Memory in sockets is in no process's account: what each can hold is bounded here, their number by the watchdog.
  setKernelValue('net/ipv4/tcp_rmem', '4096 65536 131072');
  setKernelValue('net/ipv4/tcp_wmem', '4096 16384 131072');
  // What one program found out about the way to an address is nothing for the next.
  setKernelValue('net/ipv4/tcp_no_metrics_save', '1');
  // No iproute2: bubblewrap brought the loopback device up, and 127.0.0.0/8 is all there is.
  if (!isOnPath('ip')) return { hostAddress: '127.0.1.1', ownAddresses: false };
  execFileSync('ip', ['-batch', '-'], { input: NETWORK, stdio: ['pipe', 'ignore', 'pipe'] });
  return { hostAddress: HOST_ADDRESS, ownAddresses: true };
}

// `src`: a program that connects to 8.8.8.8 only to learn its own address learns the host's.
const NETWORK = `link set lo up
addr add ${HOST_ADDRESS}/32 dev lo
route add local 0.0.0.0/0 dev lo src ${HOST_ADDRESS}
`;

function setKernelValue(name: string, value: string): void {
  writeFileSync(`/proc/sys/${name}`, `${value}\n`);
}
