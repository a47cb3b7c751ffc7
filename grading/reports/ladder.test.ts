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
const lanes = (...events: LadderEvent[]) => ladderOf(events).lanes.map((lane) => lane.party);

test('programs stand at the left of the peers, in the order of their numbers', () => {
  expect(lanes(sends(1, 'peer 10', 'server'), sends(2, 'peer 2', 'server'), sends(3, 'peer', 'server'))).toEqual([
    'server',
    'peer',
    'peer 2',
    'peer 10',
  ]);
  expect(lanes(sends(1, 'peer', 'client 2'), sends(2, 'peer', 'client'))).toEqual(['client', 'client 2', 'peer']);
});

test('a relay stands between the two programs whose talk it records', () => {
  expect(lanes(sends(1, 'relay', 'server'), sends(2, 'client', 'relay'))).toEqual(['client', 'relay', 'server']);
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
