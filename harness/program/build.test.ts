import { spawn as spawnChild } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { processTable, treeOf } from '../arena/process-table.js';
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

test.each([
  ['reads', 'cat'],
  ['opens', 'mkfifo "$0" && exec cat "$0"'],
])('a compiler that waits for what its source made it %s is not waited for', async (_, line) => {
  const folder = await mkdtemp(join(tmpdir(), 'netgrade-build-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const waiting = spawnChild('sh', ['-c', line, join(folder, 'pipe')], { stdio: ['pipe', 'ignore', 'ignore'] });
  onTestFinished(() => void waiting.kill());
  const stream = () => new PassThrough();
  const ownProcessIds = () => treeOf([waiting.pid!], processTable()).map(({ pid }) => pid);
  const spawn = async () => ({
    ...{ stdin: stream(), stdout: stream(), stderr: stream() },
    exited: new Promise(() => undefined),
    ownProcessIds,
    dispose: async () => undefined,
  });
  const program = { path: 'server.ts', language: 'typescript' as const, text: 'export {};' };
  await findToolchain('node');
  await vi.waitFor(() =>
    expect(activityOf(ownProcessIds(), { opening: true }).state).toMatch(/^(?:blocked|reads-input)$/),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const built = build(program, [program], '/nowhere', { spawn } as unknown as World, 90_000);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await built).toEqual({ state: 'over-limit', limit: 'time', words: '' });
});
