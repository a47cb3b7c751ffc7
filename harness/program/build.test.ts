import { spawn as spawnChild } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import type { World } from '../arena/world.js';
import { activityOf } from './activity.js';
import { build } from './build.js';
import { findToolchain } from './toolchains.js';

afterEach(() => {
  vi.useRealTimers();
});

test("a compiler that the machine gives no time is no student's mistake", async () => {
  await findToolchain('node');
  const disposed = vi.fn(async () => undefined);
  const stream = () => new PassThrough();
  const spawn = async () => ({
    ...{ stdin: stream(), stdout: stream(), stderr: stream() },
    exited: new Promise(() => undefined),
    ownProcessIds: () => [],
    dispose: disposed,
  });
  vi.useFakeTimers();
  const program = { path: 'server.ts', language: 'typescript' as const, text: 'export {};' };
  const built = build(program, [program], '/nowhere', { spawn } as unknown as World, 90_000);
  await vi.advanceTimersByTimeAsync(90_000);
  expect(await built).toEqual({ state: 'unfinished', afterMs: 90_000 });
  expect(disposed).toHaveBeenCalled();
});

test('a compiler that waits for what its source made it read is not waited for', async () => {
  const waiting = spawnChild('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  const stream = () => new PassThrough();
  const spawn = async () => ({
    ...{ stdin: stream(), stdout: stream(), stderr: stream() },
    exited: new Promise(() => undefined),
    ownProcessIds: () => [waiting.pid],
    dispose: async () => undefined,
  });
  const program = { path: 'server.ts', language: 'typescript' as const, text: 'export {};' };
  await findToolchain('node');
  await vi.waitFor(() => expect(activityOf([waiting.pid!]).state).toBe('reads-input'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const built = build(program, [program], '/nowhere', { spawn } as unknown as World, 90_000);
  await vi.advanceTimersByTimeAsync(40_000);
  waiting.kill();
  expect(await built).toMatchObject({ state: 'does-not-build', words: expect.stringMatching(/waited for something/) });
});
