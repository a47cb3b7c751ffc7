import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pause } from '../pause.js';
import { waitingSockets } from '../program/sockets.js';
import { processesWithMarker } from './owned-processes.js';
import { procRecord } from './proc-file.js';
import { processRow, processTable, treeOf } from './process-table.js';

/** Binds a port in a second thread, says which, and ends its first thread, as pthread_exit(3) in a program's `main` does. */
const WITHOUT_FIRST_THREAD = `
import ctypes, platform, socket, threading
def serve():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1], flush=True)
    s.recvfrom(1)
threading.Thread(target=serve).start()
ctypes.CDLL(None).syscall(93 if platform.machine() == "aarch64" else 60, 0)`;

describe.runIf(process.platform === 'linux')('a process that has ended its first thread and goes on in another', () => {
  const marker = `NETGRADE_TEST_OF_THREADS=${process.pid}`;
  let program: ChildProcess;
  let port: number;

  beforeAll(async () => {
    const [name = '', value] = marker.split('=');
    program = spawn('python3', ['-c', WITHOUT_FIRST_THREAD], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, [name]: value },
    });
    const [said] = (await once(program.stdout!, 'data')) as [Buffer];
    port = Number(said);
    const giveUpAt = performance.now() + 20_000;
    while (!/\) Z /.test(procRecord(`/proc/${program.pid}/stat`) ?? '')) {
      if (performance.now() > giveUpAt) throw new Error('its first thread does not end');
      await pause(5);
    }
  });
  afterAll(() => void program.kill('SIGKILL'));

  test('is alive, with its memory', () => {
    expect(processRow(program.pid!)).toMatchObject({ zombie: false });
    expect(processRow(program.pid!)!.residentBytes).toBeGreaterThan(1_000_000);
    expect(treeOf([program.pid!], processTable()).map(({ pid }) => pid)).toEqual([program.pid]);
  });

  test('is found by its environment', () => {
    expect(processesWithMarker(marker)).toEqual([program.pid]);
  });

  test('is seen to have its socket', () => {
    expect(waitingSockets([program.pid!], ['udp'])).toEqual([{ transport: 'udp', address: '127.0.0.1', port }]);
  });

  test('is gone when it is gone', async () => {
    program.kill('SIGKILL');
    await once(program, 'exit');
    expect(processRow(program.pid!)).toBeUndefined();
    expect(processesWithMarker(marker)).toEqual([]);
  });
});
