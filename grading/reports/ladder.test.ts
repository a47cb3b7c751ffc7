import { expect, test } from 'vitest';
import { bytesOf } from '../../harness/wire/bytes.js';
import { type LadderEvent, ladderOf } from './ladder.js';

const end = (party: string, port = 1) => ({ party, address: '127.0.0.1', port });
const sends = (atMs: number, from: string, to: string): LadderEvent => ({
  atMs,
  type: 'datagram',
  from: end(from),
  to: end(to),
  data: bytesOf('x'),
});
const prints = (atMs: number, party: string, text: string | Uint8Array): LadderEvent => ({
  atMs,
  type: 'stdout',
  party,
  data: bytesOf(text),
});
const lanes = (...events: LadderEvent[]) => ladderOf(events).lanes.map((lane) => lane.name);

test('programs stand at the left of the peers, in the order of their numbers', () => {
  expect(lanes(sends(1, 'peer 10', 'server'), sends(2, 'peer 2', 'server'), sends(3, 'peer', 'server'))).toEqual([
    'server',
    'peer',
    'peer 2',
    'peer 10',
  ]);
  expect(lanes(sends(1, 'peer', 'client 2'), sends(2, 'peer', 'client'))).toEqual(['client', 'client 2', 'peer']);
});

test('the peer that passes on what a pair says stands between the two', () => {
  expect(lanes(sends(1, 'peer', 'server'), sends(2, 'client', 'peer'))).toEqual(['client', 'peer', 'server']);
});

test('of many peers, those that come after each other share a line; those that speak at once do not', () => {
  const asks = (peer: string, atMs: number) => [sends(atMs, peer, 'server'), sends(atMs + 1, 'server', peer)];
  const inTurn = Array.from({ length: 26 }, (_, i) => asks(`peer ${i + 1}`, 10 * i)).flat();
  expect(lanes(...inTurn)).toEqual(['server', '26 × peer']);
  const atOnce = ['peer 31', 'peer 32', 'peer 33'].flatMap((peer, i) => [
    sends(300 + i, peer, 'server'),
    sends(400, peer, 'server'),
  ]);
  expect(lanes(...inTurn.slice(0, 20), ...atOnce)).toEqual(['server', '11 × peer', 'peer 32', 'peer 33']);
  const ladder = ladderOf(Array.from({ length: 40 }, (_, i) => sends(i % 20, `peer ${(i % 20) + 1}`, 'server')));
  expect(ladder.lanes.length).toBeLessThanOrEqual(6);
  for (const step of ladder.steps)
    if (step.kind === 'arrow') expect(ladder.lanes[step.from]!.parties).toContain(step.event.from.party);
});

test('a line feed that comes late ends the line printed before; alone it is a print', () => {
  const { steps } = ladderOf([
    prints(1, 'server', 'ready'),
    sends(5, 'peer', 'server'),
    prints(30, 'server', '\n'),
    prints(60, 'server', '\n'),
  ]);
  expect(steps.map((step) => step.kind)).toEqual(['mark', 'arrow', 'mark']);
  expect(ladderOf([prints(1, 'server', '\n')]).steps).toHaveLength(1);
});

test('steps come in the order of time, and a silence is a step of its own', () => {
  const { steps } = ladderOf([sends(2100, 'server', 'peer'), sends(10, 'peer', 'server')]);
  expect(steps.map((step) => (step.kind === 'pause' ? step.lastsMs : step.kind))).toEqual(['arrow', 2090, 'arrow']);
});

test('pieces of one print are one step, even where a character is torn in two', () => {
  const umlaut = Buffer.from('ü');
  const { steps } = ladderOf([
    prints(1, 'server', umlaut.subarray(0, 1)),
    prints(2, 'server', umlaut.subarray(1)),
    prints(3, 'client', 'other'),
    prints(4, 'server', 'later'),
  ]);
  const texts = steps.map((step) =>
    step.kind === 'mark' && step.event.type === 'stdout' ? step.event.data.text : '?',
  );
  expect(texts).toEqual(['ü', 'other', 'later']);
});

test('of a long exchange the beginning and the end stay, and what is left out is counted', () => {
  const { steps } = ladderOf(
    Array.from({ length: 1000 }, (_, i) => sends(i, 'peer', 'server')),
    30,
  );
  expect(steps).toHaveLength(31);
  expect(steps.find((step) => step.kind === 'left-out')).toEqual({ kind: 'left-out', count: 970 });
  expect(steps.at(-1)).toMatchObject({ event: { atMs: 999 } });
});

test('no events make an empty ladder', () => {
  expect(ladderOf([])).toEqual({ lanes: [], steps: [] });
});
