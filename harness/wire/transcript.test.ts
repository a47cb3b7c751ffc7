import { expect, test } from 'vitest';
import { Transcript } from './transcript.js';

test('what programs ran themselves while they waited for a processor is not what others took', () => {
  const transcript = new Transcript();
  let now = { starvedMs: 0, ranMs: 0 };
  const busyThreads = transcript.countLost(() => now);
  now = { starvedMs: 900, ranMs: 2_000 };
  busyThreads();
  expect([transcript.starvedMs, transcript.crowdedMs]).toEqual([900, 0]);

  now = { starvedMs: 0, ranMs: 0 };
  const crowded = transcript.countLost(() => now);
  now = { starvedMs: 700, ranMs: 100 };
  // Also while the wait goes on.
  expect([transcript.starvedMs, transcript.crowdedMs]).toEqual([1_600, 600]);
  crowded();
  expect([transcript.starvedMs, transcript.crowdedMs]).toEqual([1_600, 600]);
});
