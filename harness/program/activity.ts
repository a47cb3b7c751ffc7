import { threadsOf } from '../arena/live-thread.js';
import { procRecord, procTable } from '../arena/proc-file.js';

/**
 * What a program is doing, read from the kernel (proc_pid_syscall(5)), so that nobody has to guess with timers:
 * - `reads-input`: a thread is blocked reading standard input; `key` is new each time it blocks again.
 * - `blocked`: every thread waits without a time limit for something from outside; unless that comes, nothing will happen.
 *   `input` when standard input may be among what it waits for: an event loop that watches it, or a select or poll.
 * - `watches-input`: as `blocked`, but for a timer of a second or more in an event loop that watches standard input. The timer may be
 *   one that the program has long taken back: an event loop sleeps on to where it was.
 * - `busy`: something runs, waits for a disk, or wakes by itself.
 * - `unknown`: this system does not say (not Linux, or no permission).
 */
export type Activity =
  | { state: 'reads-input'; key: string }
  | { state: 'blocked'; key: string; input: boolean }
  | { state: 'watches-input'; key: string }
  | { state: 'busy' }
  | { state: 'unknown' };

interface CallNumbers {
  read: number[];
  open: number[];
  endless: number[];
  poll: number[];
  select: number[];
  epoll: number[];
  futex: number;
  ppoll: number[];
}

const X64: CallNumbers = {
  read: [0, 19],
  // open openat openat2
  open: [2, 257, 437],
  // accept accept4 recvfrom recvmsg wait4 waitid connect pause rt_sigsuspend
  endless: [43, 288, 45, 47, 61, 247, 42, 34, 130],
  poll: [7],
  ppoll: [271],
  select: [23, 270],
  epoll: [232, 281],
  futex: 202,
};
const ARM64: CallNumbers = {
  read: [63, 65],
  open: [56, 437],
  endless: [202, 242, 207, 212, 260, 95, 203, 133],
  poll: [],
  ppoll: [73],
  select: [72],
  epoll: [22],
  futex: 98,
};

/** Threads of a runtime that wake by themselves without doing anything for the program, unless it waits for them. */
const HOUSEKEEPING =
  /^(VM |G1 |GC |C1 |C2 |Sweeper|Signal Disp|Finalizer|Reference|Common-|Notification|Monitor|Service |Attach|Cleaner|Parallel|Shen|Z[A-Z])/;

const calls = process.arch === 'arm64' ? ARM64 : X64;

/** What else counts as waiting without a limit. */
interface Leniency {
  /** A timed wait on a futex: the runtime's own housekeeping (Go's monitor thread; a Go program itself sleeps in its network poller). */
  timedFutex?: boolean;
  /** Opening a file, which waits at a named pipe; but a file system that is another process may take its time over it, too. */
  opening?: boolean;
}

/** Looks once at what these processes are doing. */
export function activityOf(processIds: number[], leniency: Leniency = {}): Activity {
  if (process.platform !== 'linux') return { state: 'unknown' };
  const keys: string[] = [];
  let reads: string | undefined;
  let watchesInput = false;
  let timer = false;
  let untold = false;
  for (const id of processIds) {
    for (const thread of threadsOf(id)) {
      const folder = `/proc/${id}/task/${thread}`;
      // The first thread bears the program's own name.
      let housekeeping = false;
      if (thread !== String(id)) {
        const name = procRecord(`${folder}/comm`);
        if (name === undefined) continue;
        housekeeping = HOUSEKEEPING.test(name);
      }
      const call = procRecord(`${folder}/syscall`)?.trim();
      if (housekeeping) {
        // While it works, the program may be waiting for just that: until garbage is collected, or a class is verified.
        if (call !== undefined && /^(running$|-1 )/.test(call)) keys.push('busy');
        continue;
      }
      if (call === undefined) {
        const stat = procRecord(`${folder}/stat`);
        if (stat === undefined) continue;
        // Whether it runs, everybody is told; what it waits for, only who may trace it.
        if (/^[RD]/.test(stat.slice(stat.lastIndexOf(')') + 2))) keys.push('busy');
        else untold = true;
        continue;
      }
      const status = procRecord(`${folder}/status`) ?? '';
      const wait = waitOf({ call, status, ...leniency });
      if (wait === 'gone') continue;
      const timed = typeof wait === 'object' && wait.timed;
      // A busy thread beside one that reads input does not make the input any less wanted.
      if (wait === 'busy' || (timed && !watches(folder, wait.descriptor))) {
        keys.push('busy');
        continue;
      }
      const switches = /^voluntary_ctxt_switches:\s*(\d+)/m.exec(status)?.[1] ?? '';
      timer ||= timed;
      if (wait === 'input') reads = `${thread}:${switches}`;
      else if (wait !== 'endless') watchesInput ||= wait.descriptor === undefined || watches(folder, wait.descriptor);
      keys.push(`${thread}:${switches}`);
    }
  }
  if (reads !== undefined) return { state: 'reads-input', key: reads };
  if (untold && !keys.includes('busy')) return { state: 'unknown' };
  if (keys.length === 0 || keys.includes('busy')) return { state: 'busy' };
  if (timer) return { state: 'watches-input', key: keys.join(' ') };
  return { state: 'blocked', key: keys.join(' '), input: watchesInput };
}

/** Whether an epoll descriptor of a thread has standard input among what it watches (proc_pid_fdinfo(5)). */
function watches(thread: string, descriptor: number): boolean {
  return /^tfd:\s*0\b/m.test(procTable(`${thread}/fdinfo/${descriptor}`));
}

/** Waiting for several things at once; `descriptor` is the epoll that names them, where there is one; `timed` where a timer ends it. */
type Multiple = { descriptor?: number; timed: false } | { descriptor: number; timed: true };

/** An event loop that sleeps for less is taken for busy. */
const LONG_TIMER_MS = 1_000;

/** What one thread waits for, from its `/proc/<pid>/task/<tid>/syscall` and `status`. */
export function waitOf(
  thread: { call: string; status: string } & Leniency,
): 'input' | 'endless' | 'busy' | 'gone' | Multiple {
  const { call, status, timedFutex, opening } = thread;
  if (call === '' || /^State:\s*[ZX]/m.test(status)) return 'gone';
  // It reads from a disk, as every import does: what it waits for comes by itself, though a loaded disk may take a second.
  if (/^State:\s*D/m.test(status)) return 'busy';
  const words = call.split(' ');
  const number = Number(words[0]);
  if (!Number.isInteger(number)) return 'busy';
  const argument = (at: number) => words[at + 1] ?? '';
  const zero = (at: number) => /^0x0+$/.test(argument(at));
  if (calls.read.includes(number)) return zero(0) ? 'input' : 'endless';
  if (calls.endless.includes(number) || (opening && calls.open.includes(number))) return 'endless';
  // A negative timeout, as the 32-bit value that the kernel was given, means "for ever".
  if (calls.poll.includes(number)) return isNegative(argument(2)) ? { timed: false } : 'busy';
  if (calls.epoll.includes(number)) {
    const descriptor = Number(argument(0));
    if (isNegative(argument(3))) return { descriptor, timed: false };
    return Number(argument(3)) >= LONG_TIMER_MS ? { descriptor, timed: true } : 'busy';
  }
  if (calls.ppoll.includes(number)) return zero(2) ? { timed: false } : 'busy';
  if (calls.select.includes(number)) return zero(4) ? { timed: false } : 'busy';
  if (number === calls.futex) return timedFutex || zero(3) ? 'endless' : 'busy';
  return 'busy';
}

function isNegative(hex: string): boolean {
  return /^0x(f{8}){1,2}$/.test(hex);
}
