import { spawn as spawnChild } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { processTable, treeOf } from '../arena/process-table.js';
import type { Exit, World } from '../arena/world.js';
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

test.each<[string, string, Partial<Exit>, object]>([
  [
    'was ended for its processor time',
    '',
    { code: null, signal: 'SIGKILL', breach: 'cpu' },
    { state: 'over-limit', limit: 'cpu' },
  ],
  [
    'had a process of its own ended',
    'gcc: fatal error: CPU time limit exceeded signal terminated program cc1',
    {},
    {
      state: 'over-limit',
      limit: 'cpu',
    },
  ],
  ['had no descriptor left', 'fatal error: a.h: Too many open files', {}, { state: 'over-limit', limit: 'open-files' }],
  [
    'could start no process',
    'cc: vfork: Resource temporarily unavailable',
    {},
    {
      state: 'over-limit',
      limit: 'processes',
    },
  ],
  [
    'had no room left',
    'ld: final link failed: No space left on device',
    {},
    {
      state: 'over-limit',
      limit: 'full-folder',
    },
  ],
  ['found a mistake', 'server.ts:1:1: error: Unexpected end of file', {}, { state: 'does-not-build' }],
  ['ended without a word', '', {}, { state: 'does-not-build', words: 'The compiler ended with exit code 1.' }],
])('a compiler that %s is told so', async (_, words, exit, expected) => {
  const ended: Exit = { code: 1, signal: null, ...exit };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  stderr.write(words);
  const spawn = async () => ({
    ...{ stdin: new PassThrough(), stdout, stderr },
    exited: new Promise((resolve) => setTimeout(() => resolve(ended))),
    dispose: async () => undefined,
    space: () => ({ bytes: 1_000_000, files: 1_000, isScant: () => false }),
  });
  const program = { path: 'server.ts', language: 'typescript' as const, text: 'export {};' };
  const built = await build(program, [program], '/nowhere', { spawn } as unknown as World);
  expect(built).toMatchObject(expected);
});
