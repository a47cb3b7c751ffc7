import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import getPort from 'get-port';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Contact, Listeners } from './listeners.js';
import { Transcript } from './transcript.js';

let transcript: Transcript;
let listeners: Listeners;
let port: number;
beforeEach(async () => {
  transcript = new Transcript();
  listeners = new Listeners(transcript, 'client');
  port = await getPort();
  return () => listeners.close();
});

async function connected(to: number, host = '127.0.0.1'): Promise<Socket> {
  const socket = connect(to, host).on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

async function sent(text: string, to: number, times = 1): Promise<number> {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  for (let at = 0; at < times; at++) await new Promise((resolve) => socket.send(text, to, '127.0.0.1', resolve));
  return socket.address().port;
}

test('both transports of a port are listened on', async () => {
  expect(await listeners.listen(port)).toEqual(['udp', 'tcp']);
  const from = await sent('hello', port);
  await connected(port);
  await expect.poll(() => listeners.contacts.length).toBe(2);
  const [udp, tcp] = [...listeners.contacts].sort((a) => (a.transport === 'udp' ? -1 : 1));
  expect(udp).toMatchObject({ transport: 'udp', port, from: { address: '127.0.0.1', port: from } });
  expect(tcp).toMatchObject({
    transport: 'tcp',
    port,
    peer: { us: { party: 'peer', port }, them: { party: 'client' } },
  });
});

test('a contact is told the moment it is made', async () => {
  const told: Contact[] = [];
  listeners.onContact((contact) => told.push(contact));
  await listeners.listen(port);
  await sent('hello', port);
  await expect.poll(() => told.length).toBe(1);
  expect(told).toEqual(listeners.contacts);
});

test('one sender is one contact however often it sends; another sender, another port, another connection are others', async () => {
  const second = await getPort();
  await Promise.all([listeners.listen(port), listeners.listen(second)]);
  await sent('thrice', port, 3);
  await sent('once', port);
  await sent('elsewhere', second);
  await connected(port);
  await connected(port);
  await expect.poll(() => listeners.contacts.length).toBe(5);
  const datagrams = listeners.contacts.flatMap((contact) =>
    contact.transport === 'udp' ? [[contact.port, contact.arrivals.map((arrival) => arrival.data.toString())]] : [],
  );
  expect(datagrams).toEqual([
    [port, ['thrice', 'thrice', 'thrice']],
    [port, ['once']],
    [second, ['elsewhere']],
  ]);
  const parties = listeners.contacts.flatMap((contact) => (contact.transport === 'tcp' ? [contact.peer.us.party] : []));
  expect(parties).toEqual(['peer', 'peer 2']);
});

test.runIf(
  Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === '::1'),
)('a client that takes localhost for ::1 finds us too', async () => {
  await listeners.listen(port);
  await connected(port, '::1');
  await expect
    .poll(() => listeners.contacts.map((contact) => contact.transport === 'tcp' && contact.peer.us.address))
    .toEqual(['::1']);
});

test('a port that is taken is left alone; its other transport is still ours', async () => {
  const server = createServer().listen(port, '0.0.0.0');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  // Where there is IPv6, somebody must have that side too.
  const six = createServer()
    .listen({ port, host: '::', ipv6Only: true })
    .on('error', () => undefined);
  onTestFinished(() => void six.close());
  await Promise.race([once(six, 'listening'), once(six, 'error')]).catch(() => undefined);
  expect(await listeners.listen(port)).toEqual(['udp']);
});

test('listening twice on one port is listening once', async () => {
  expect(await listeners.listen(port)).toEqual(['udp', 'tcp']);
  expect(await listeners.listen(port)).toEqual(['udp', 'tcp']);
  await sent('hello', port);
  await expect.poll(() => listeners.contacts.length).toBe(1);
  expect(await listeners.listen(await getPort(), ['tcp'])).toEqual(['tcp']);
});

test("a released port is free for the student's own server, and its contacts stay", async () => {
  await listeners.listen(port);
  await sent('hello', port);
  await expect.poll(() => listeners.contacts.length).toBe(1);
  await listeners.release(port);
  expect(listeners.udpPeer(port)).toBeUndefined();
  const [udp, tcp] = [createSocket('udp4').bind(port, '127.0.0.1'), createServer().listen(port, '127.0.0.1')];
  onTestFinished(() => {
    udp.close();
    tcp.close();
  });
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  expect(listeners.contacts).toHaveLength(1);
});

test('closing ends the connections that clients still hold', async () => {
  await listeners.listen(port);
  const socket = await connected(port);
  await expect.poll(() => listeners.contacts.length).toBe(1);
  const closed = once(socket, 'close');
  await listeners.close();
  socket.resume();
  await closed;
  await expect(connected(port)).rejects.toThrow();
});
