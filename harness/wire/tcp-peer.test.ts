import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { TcpPeer } from './tcp-peer.js';
import { type Endpoint, Transcript } from './transcript.js';

let transcript: Transcript;
beforeEach(() => {
  transcript = new Transcript();
});

/** A server of somebody else's, which does with each connection what it is told. */
async function serverThat(does: (socket: Socket) => void): Promise<{ server: Server; target: Endpoint }> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    does(socket);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await once(server, 'listening');
  return { server, target: { party: 'server', address: '127.0.0.1', port: (server.address() as AddressInfo).port } };
}

async function peerOf(target: Endpoint, options: { localAddress?: string } = {}): Promise<TcpPeer> {
  const peer = await TcpPeer.open({ party: 'peer', target, transcript, withinMs: 3_000, ...options });
  onTestFinished(() => peer.close());
  return peer;
}

const kinds = () => transcript.events.map((event) => event.type);

test('what comes is one stream of bytes, whatever pieces it came in', async () => {
  const { target } = await serverThat((socket) => {
    socket.setNoDelay(true);
    socket.write('one ');
    socket.once('data', () => socket.end('two'));
  });
  const peer = await peerOf(target);
  await expect.poll(() => peer.received.toString()).toBe('one ');
  await peer.send('go on');
  await expect.poll(() => peer.over).toBe(true);
  expect(peer.received.toString()).toBe('one two');
  expect([peer.ended, peer.reset]).toEqual([true, false]);
  expect(kinds()).toEqual(['connect', 'segment', 'segment', 'segment', 'close']);
});

test('both ways stand in the transcript, with the ends of their connection', async () => {
  const { target } = await serverThat((socket) => socket.on('data', (data) => socket.write(data)));
  const peer = await peerOf(target);
  await peer.send('hello');
  await expect.poll(() => peer.received.toString()).toBe('hello');
  const { us, connection } = peer;
  expect(us).toMatchObject({ party: 'peer', address: '127.0.0.1' });
  expect(transcript.events).toMatchObject([
    { type: 'connect', connection, from: us, to: target },
    { type: 'segment', connection, from: us, to: target, data: { text: 'hello' } },
    { type: 'segment', connection, from: target, to: us, data: { text: 'hello' } },
  ]);
  expect(Math.abs(peer.lastAtEpochMs! - Date.now())).toBeLessThan(5_000);
});

test('after our end of the stream the other side may still answer', async () => {
  const { target } = await serverThat((socket) => {
    let asked = '';
    socket.on('data', (data) => (asked += data));
    socket.on('end', () => socket.end(`you said ${asked}`));
  });
  const peer = await peerOf(target);
  await peer.send('hello');
  peer.finish();
  peer.finish();
  await expect.poll(() => peer.ended).toBe(true);
  expect(peer.received.toString()).toBe('you said hello');
  expect(kinds()).toEqual(['connect', 'segment', 'close', 'segment', 'close']);
});

test('a connection that the other side resets is over, and is told as reset', async () => {
  const { target } = await serverThat((socket) => socket.on('data', () => socket.resetAndDestroy()));
  const peer = await peerOf(target);
  await peer.send('hello');
  await expect.poll(() => peer.over).toBe(true);
  expect([peer.ended, peer.reset]).toEqual([false, true]);
  expect(kinds().at(-1)).toBe('reset');
  // Whatever is sent now goes nowhere, and nothing breaks.
  await peer.send('more');
});

test('each connection has its own number and port', async () => {
  const { target } = await serverThat(() => undefined);
  const [one, two] = [await peerOf(target), await peerOf(target)];
  expect(one.connection).not.toBe(two.connection);
  expect(one.us.port).not.toBe(two.us.port);
});

test.runIf(process.platform === 'linux')('a peer may come from another loopback address', async () => {
  let from: string | undefined;
  const { target } = await serverThat((socket) => (from = socket.remoteAddress));
  const peer = await peerOf(target, { localAddress: '127.9.8.7' });
  await expect.poll(() => from).toBe('127.9.8.7');
  expect(peer.us.address).toBe('127.9.8.7');
});

test('where nobody listens the connection is refused with its error', async () => {
  const { server, target } = await serverThat(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  await expect(peerOf(target)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(transcript.events).toEqual([]);
});

test('a closed peer leaves the server without its connection, whoever closed first', async () => {
  const ended: string[] = [];
  const { target } = await serverThat((socket) => {
    socket.resume();
    socket.on('close', () => ended.push('closed'));
    socket.on('end', () => socket.end());
  });
  const peer = await peerOf(target);
  peer.close();
  await expect.poll(() => ended).toEqual(['closed']);

  const leaving = await serverThat((socket) => {
    socket.on('close', () => ended.push('left'));
    socket.end('bye');
  });
  const left = await peerOf(leaving.target);
  await expect.poll(() => left.ended).toBe(true);
  left.close();
  await expect.poll(() => ended).toEqual(['closed', 'left']);
});

test('a server that closed first sees us leave without an error; where it is gone already, by a reset', async () => {
  const seen: string[] = [];
  const { target } = await serverThat((socket) => {
    socket.on('data', () => socket.end('bye'));
    socket.on('error', (error: NodeJS.ErrnoException) => seen.push(error.code ?? ''));
    socket.on('close', () => seen.push('closed'));
  });
  for (const isAlone of [false, true]) {
    const peer = await peerOf(target);
    await peer.send('hello');
    await expect.poll(() => peer.ended).toBe(true);
    peer.close(isAlone);
    await expect
      .poll(() => seen.splice(0, seen.at(-1) === 'closed' ? seen.length : 0))
      .toEqual(isAlone ? ['ECONNRESET', 'closed'] : ['closed']);
  }
});
