import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWords, ProbeGrader } from './test/probe-grader.js';

let grader: ProbeGrader;
beforeAll(async () => {
  grader = await ProbeGrader.open('udp');
});
afterAll(() => grader.close());

const SPIN =
  'setTimeout(() => process.exit(), 30_000).unref(); process.stdout.write("."); for (;;) if (performance.now() > 30_000) process.exit();';

/** Keeps every core busy several times over, each loop in a session of its own: the kernel may share out by sessions. */
async function crowd(): Promise<ChildProcess[]> {
  const loops = Array.from({ length: 4 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', SPIN], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  await Promise.all(loops.map((loop) => once(loop.stdout!, 'data')));
  return loops;
}

test('what is not done in its time on a crowded machine is for a person to look at, and costs nothing', async () => {
  const loops = await crowd();
  try {
    const files = { 'server.py': 'import socket\nwhile True: pass\n', 'client.py': 'import socket\nprint(1)\n' };
    const { checks } = await grader.grade(files, { withinMs: 5_000 });
    expect(checks.map(inWords)).toEqual([
      expect.stringMatching(/^error The machine was too busy: of the 5 s .* waited \d s for a processor/),
      expect.stringMatching(/^error Not run\. The machine was too busy: /),
    ]);
  } finally {
    for (const loop of loops) loop.kill('SIGKILL');
  }
});

/** Keeps itself from the processors by children whose time nobody is told, each of which is gone before it is looked at twice. */
const crowdsItself = (spins: string) => `import os, signal, socket, threading, time
def spin():
    end = time.monotonic() + 0.02
    while time.monotonic() < end: pass
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(18):
    if os.fork() == 0:
        while True:
            reader, writer = os.pipe()
            if os.fork() == 0:
                ${spins}
                os._exit(0)
            os.close(writer); os.read(reader, 1); os.close(reader)
os.nice(19)
while True: pass
`;

test.each([
  ['processes', 'spin()'],
  [
    'threads beside a first one that sleeps',
    'spinning = threading.Thread(target=spin); spinning.start(); spinning.join()',
  ],
  // Where others crowd it too, as other tests may, an error is right; whoever counts its own as others never gets anything else.
])('what is not done in its time because its own %s crowd the machine is lost', { retry: 4 }, async (_, spins) => {
  const files = { 'server.py': crowdsItself(spins), 'client.py': 'import socket\nprint(1)\n' };
  const { checks } = await grader.grade(files, { withinMs: 4_000 });
  expect(checks.map(inWords)).toEqual([
    expect.stringMatching(/^(timeout: The program was still not done when the 4 s were over|cpu: )/),
    expect.not.stringMatching(/^error/),
  ]);
});
