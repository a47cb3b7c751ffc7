/**
 * One lane of the floor: repeats recorded exchanges with bare programs and does nothing else — no sandbox, no limits, no
 * look at what a program does, no judgement. Runs in a network namespace of its own, because every program names the same port.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange, Step } from './exchange.js';

/** Past this, something went otherwise than in the recording; the floor goes on, and says so. */
const WITHIN_MS = 2000;

/** Steps that did not come about within their bound: a floor that waited in vain is no floor. */
let ranOut: string[] = [];

interface Peer {
  socket: Socket;
  arrived: number;
  heard: () => void;
  last?: { address: string; port: number };
}

async function replay(folder: string, { binds, steps }: Exchange): Promise<void> {
  const peers = new Map<string, Peer>();
  const programs = new Map<string, { child: ChildProcess; closed: Promise<unknown> }>();
  for (const { party, port } of binds) peers.set(party, await openPeer(port, '0.0.0.0'));
  for (const step of steps) await carryOut(step, folder, peers, programs);
  for (const { child, closed } of programs.values()) {
    child.kill('SIGKILL');
    await closed;
  }
  for (const { socket } of peers.values()) socket.close();
}

async function carryOut(
  step: Step,
  folder: string,
  peers: Map<string, Peer>,
  programs: Map<string, { child: ChildProcess; closed: Promise<unknown> }>,
): Promise<void> {
  switch (step.do) {
    case 'start': {
      const [command = '', ...args] = step.argv;
      const env = {
        PATH: '/usr/bin:/bin',
        LANG: 'C.UTF-8',
        PYTHONUNBUFFERED: '1',
        PYTHONDONTWRITEBYTECODE: '1',
        PORT: step.port,
      };
      const child = spawn(command, args, { cwd: folder, env, stdio: 'pipe' });
      child.stdout.resume();
      child.stderr.resume();
      child.stdin.on('error', () => {});
      programs.set(step.party, { child, closed: once(child, 'close') });
      return;
    }
    case 'type':
      programs.get(step.party)?.child.stdin?.write(step.text);
      return;
    case 'end-input':
      programs.get(step.party)?.child.stdin?.end();
      return;
    case 'until-bound':
      return until(step, () => isBound(step.port));
    case 'until-ended':
      return within(step, programs.get(step.party)?.closed);
    case 'send': {
      const peer = peers.get(step.party) ?? (await openPeer(0, step.from));
      peers.set(step.party, peer);
      const to = step.to === 'asker' ? peer.last : step.to;
      if (to) peer.socket.send(Buffer.from(step.base64, 'base64'), to.port, to.address);
      return;
    }
    case 'until-arrived': {
      const peer = peers.get(step.party);
      if (!peer || peer.arrived >= step.count) return;
      const heard = new Promise<void>((resolve) => {
        peer.heard = () => peer.arrived >= step.count && resolve();
      });
      await within(step, heard);
    }
  }
}

async function openPeer(port: number, address: string): Promise<Peer> {
  const socket = createSocket('udp4');
  const peer: Peer = { socket, arrived: 0, heard() {} };
  socket.on('error', () => {});
  socket.on('message', (_, from) => {
    peer.arrived++;
    peer.last = from;
    peer.heard();
  });
  socket.bind(port, address);
  await once(socket, 'listening');
  return peer;
}

async function within(step: Step, what: Promise<unknown> | undefined): Promise<void> {
  const giveUp = new AbortController();
  const late = pause(WITHIN_MS, true, { ref: false, signal: giveUp.signal }).catch(() => false);
  if ((await Promise.race([what, late])) === true) ranOut.push(JSON.stringify(step));
  giveUp.abort();
}

async function until(step: Step, condition: () => boolean): Promise<void> {
  const deadline = performance.now() + WITHIN_MS;
  while (!condition()) {
    if (performance.now() > deadline) {
      ranOut.push(JSON.stringify(step));
      return;
    }
    await pause(1);
  }
}

function isBound(port: number): boolean {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['udp', 'udp6'].some((table) => readFileSync(`/proc/net/${table}`, 'latin1').includes(`:${hex} `));
}

process.on('message', async ({ folder, exchanges }: { folder: string; exchanges: Exchange[] }) => {
  for (const exchange of exchanges) await replay(folder, exchange);
  process.send?.({ ranOut });
  ranOut = [];
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
