import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { connectionsAt } from '../program/sockets.js';
import { freePorts } from './free-ports.js';

const states = (port: number) => connectionsAt([port]).map(({ state }) => state);

/** A listening server, and a connection to it that it closes first. */
async function closedAt(host: string): Promise<{ port: number; stop(): Promise<unknown> }> {
  const server = createServer((socket) => socket.end('bye')).listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, host);
  socket.resume();
  await once(socket, 'close');
  await expect.poll(() => states(port)).toContain('closed');
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

test.each(['127.0.0.1', '::1'])('a port with a closed connection at %s is free again at once', async (host) => {
  const { port, stop } = await closedAt(host);
  await stop();
  expect(states(port)).toEqual(['closed']);
  await freePorts([port]);
  expect(states(port)).toEqual([]);
});

test('a port on which something listens is left alone: nobody is connected to it', async () => {
  const { port, stop } = await closedAt('127.0.0.1');
  onTestFinished(async () => void (await stop()));
  await freePorts([port]);
  expect(states(port).sort()).toEqual(['closed', 'listening']);
});

test('other ports are left alone', async () => {
  const { port, stop } = await closedAt('127.0.0.1');
  await stop();
  await freePorts([port === 1 ? 2 : 1]);
  expect(states(port)).toEqual(['closed']);
});
