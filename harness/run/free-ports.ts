import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, connectionsAt } from '../program/sockets.js';

/** For connections whose two ends have both finished: the last segments on loopback take microseconds, our own late closing 20 ms. */
const CLOSING_WITHIN_MS = 1_000;

/**
 * Frees TCP ports on which only closed connections are left. The kernel keeps such a port for a minute (TIME_WAIT, RFC 9293, 3.6.1) and
 * refuses it to every server that does not set SO_REUSEADDR, as hardly any of a course does. A new connection attempt between the same two
 * ends, with nobody there to accept it, ends the minute: what the closed end answers makes no sense to the new one, which resets it
 * (RFC 1337 describes it as a hazard). Where something listens or a connection is in use, the port is left alone.
 */
export async function freePorts(ports: number[]): Promise<void> {
  const deadline = performance.now() + CLOSING_WITHIN_MS;
  for (;;) {
    const all = connectionsAt(ports);
    const inUse = new Set(all.filter(({ state }) => state === 'listening').map(({ port }) => port));
    const left = all.filter(({ port, state }) => !inUse.has(port) && (state === 'closing' || state === 'closed'));
    if (left.length === 0 || performance.now() > deadline) return;
    await Promise.all(left.filter(({ state }) => state === 'closed').map(attempt));
    await pause(5);
  }
}

/** A connection attempt from the far end of a closed connection; settles when it was refused, as it must be. */
async function attempt({ address, port, farAddress, farPort }: Connection): Promise<void> {
  const socket = connect({ host: address, port, localAddress: farAddress, localPort: farPort });
  socket.on('error', () => undefined);
  socket.setTimeout(CLOSING_WITHIN_MS, () => socket.destroy(new Error('nobody answered')));
  try {
    await once(socket, 'connect');
    socket.resetAndDestroy();
  } catch {
    // Refused; or the far end is no address of this machine or is in use again, and the minute must pass.
    socket.destroy();
  }
}
