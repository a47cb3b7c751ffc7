import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import fc from 'fast-check';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { rawOf } from './bytes.js';
import { Transcript } from './transcript.js';
import { plain, UdpPeer } from './udp-peer.js';

let transcript: Transcript;
beforeEach(() => {
  transcript = new Transcript();
});

async function peerAt(options: { family?: 4 | 6; address?: string; port?: number } = {}): Promise<UdpPeer> {
  const peer = await UdpPeer.open({
    party: 'peer',
    otherParty: 'server',
    transcript,
    address: '127.0.0.1',
    ...options,
  });
  onTestFinished(() => peer.close());
  return peer;
}

/** A program of somebody else's. */
async function other(address = '127.0.0.1'): Promise<{ socket: Socket; at: { address: string; port: number } }> {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4').bind(0, address);
  onTestFinished(() => void socket.close());
  await once(socket, 'listening');
  return { socket, at: { address, port: socket.address().port } };
}

test('a peer has a port of its own from birth, and hears what came before anyone asked', async () => {
  const peer = await peerAt();
  const { socket, at } = await other();
  socket.send('early', peer.endpoint.port, '127.0.0.1');
  await expect.poll(() => peer.inbox.length).toBe(1);
  expect(peer.inbox[0]).toMatchObject({ data: Buffer.from('early'), from: at });
  expect(Math.abs(peer.inbox[0]!.atEpochMs - Date.now())).toBeLessThan(5_000);
});

test('both ways stand in the transcript, each datagram with its ends and its bytes', async () => {
  const peer = await peerAt();
  const { socket, at } = await other();
  await peer.send(Buffer.from([0, 0xff, 10]), at);
  const [data, from] = await once(socket, 'message');
  expect([...data]).toEqual([0, 0xff, 10]);
  socket.send('', from.port, from.address);
  await expect.poll(() => peer.inbox.length).toBe(1);
  const [sent, came] = transcript.events;
  expect(sent).toMatchObject({ type: 'datagram', from: peer.endpoint, to: { party: 'server', ...at } });
  expect([...rawOf((sent as { data: { text: string } }).data)]).toEqual([0, 0xff, 10]);
  expect(came).toMatchObject({
    type: 'datagram',
    from: { party: 'server', ...at },
    to: peer.endpoint,
    data: { text: '' },
  });
});

test('any bytes arrive as they were sent, one datagram for each send, the longest too', async () => {
  const [peer, echo] = [await peerAt(), await other()];
  echo.socket.on('message', (data, from) => echo.socket.send(data, from.port, from.address));
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (data) => {
      const before = peer.inbox.length;
      await peer.send(data, echo.at);
      await expect.poll(() => peer.inbox.length, { interval: 1 }).toBe(before + 1);
      expect(peer.inbox[before]!.data.equals(data)).toBe(true);
    }),
    { numRuns: 50 },
  );
  const before = peer.inbox.length;
  await peer.send(Buffer.alloc(65_507, 'x'), echo.at);
  await expect.poll(() => peer.inbox[before]?.data.length).toBe(65_507);
});

test('a send to a port where nobody is does no harm', async () => {
  const peer = await peerAt();
  const gone = await peerAt();
  await gone.close();
  const at = gone.endpoint;
  await peer.send('anyone?', at);
  await peer.send('anyone?', at);
  const living = await other();
  await peer.send('you', living.at);
  expect(String((await once(living.socket, 'message'))[0])).toBe('you');
});

test('one socket of both families speaks with IPv4 and IPv6, and shows IPv4 addresses as everybody writes them', async () => {
  const peer = await peerAt({ family: 6, address: '::' });
  const [four, six] = [await other('127.0.0.1'), await other('::1')];
  four.socket.send('4', peer.endpoint.port, '127.0.0.1');
  six.socket.send('6', peer.endpoint.port, '::1');
  await expect.poll(() => peer.inbox.length).toBe(2);
  expect(new Set(peer.inbox.map((arrival) => arrival.from.address))).toEqual(new Set(['127.0.0.1', '::1']));
  for (const { socket, at } of [four, six]) {
    await peer.send(at.address, at);
    expect(String((await once(socket, 'message'))[0])).toBe(at.address);
  }
});

test('a port that is taken is refused with its error', async () => {
  const peer = await peerAt();
  await expect(peerAt({ port: peer.endpoint.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing twice does no harm, and frees the port', async () => {
  const peer = await peerAt();
  await peer.close();
  await peer.close();
  expect((await peerAt({ port: peer.endpoint.port })).endpoint.port).toBe(peer.endpoint.port);
});

test.each([
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:abcd', '::ffff:abcd'],
])('the address %s is shown as %s', (address, shown) => {
  expect(plain(address)).toBe(shown);
});
