import { readFileSync } from 'node:fs';
import type { Who } from '../arenas-under-test.js';

/**
 * An attack on the arena as a Python program. It tries several ways and prints a line for each: `won <name>` when it got
 * through, `lost <name> <why>` when it was refused.
 */
export interface Attack {
  title: string;
  code: string;
  /**
   * Where the same program wins without the protection: on the `host` as the same user, or in an `arena` without the
   * sandbox around it, where it can do no harm.
   */
  control: 'host' | 'arena';
  /** Whom the control runs as where it matters who has something to win; else whoever opens the arenas. */
  controlAs?: Who;
  /** What must be won there. */
  wins: string[];
  /** What root alone wins there. */
  rootWins?: string[];
  /** What the filter of system calls alone refuses: it may be won on the rung that has none. */
  filtered?: string[];
}

/** What the test has planted; the names stand in the programs as they are. */
export interface Planted {
  /** A folder of the grader's, readable by everyone, with `expected.txt` and `result.json` (writable) in it. */
  folder: string;
  /** The secret that stands in expected.txt, in the grader's environment and in a key below its home. */
  secret: string;
  /** A TCP server, a UDP socket and an abstract socket of the machine. */
  port: number;
  path: string;
  addresses: string[];
}

const PRELUDE = `
import ctypes, ctypes.util, errno, glob, os, signal, socket, stat, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)
def attempt(name, way):
    try:
        answer = way()
        print("lost" if answer is False else "won", name, answer, flush=True)
    except BaseException as error:
        print("lost", name, type(error).__name__, error, flush=True)
def call(function, *arguments):
    if getattr(libc, function)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True
def syscall(number, *arguments):
    answer = libc.syscall(ctypes.c_long(number), *arguments)
    if answer < 0: raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return answer
def pids(): return [int(name) for name in os.listdir("/proc") if name.isdigit()]
def others(): return [pid for pid in pids() if pid != os.getpid()]
def any_of(ways):
    errors = []
    for way in ways:
        try:
            if way() is not False: return True
        except OSError as error: errors.append(str(error))
    raise OSError("; ".join(sorted(set(errors))) or "nothing to try")
def in_child(way):
    pid = os.fork()
    if pid == 0:
        try: os._exit(1 if way() is False else 0)
        except OSError as error: os._exit((error.errno or 1) & 255)
        except BaseException: os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status: raise OSError(status, os.strerror(status))
    return True
def read(path): return open(path, "rb").read()
def has_secret(path): return SECRET in read(path)
ARM = os.uname().machine == "aarch64"
`;

/** The whole program of an attack: what it begins with, what was planted, and its own lines. */
export function programOf(code: string, { folder, secret, port, path, addresses }: Planted): string {
  const constants = { FOLDER: folder, PORT: port, PATH: path, ADDRESSES: addresses };
  const lines = Object.entries(constants).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return [PRELUDE, `SECRET = ${JSON.stringify(secret)}.encode()`, ...lines, code].join('\n');
}

/** Those of the wins whose protocol this kernel speaks at all, by its name in `/proc/net/protocols`. */
export function spokenHere(wins: Record<string, string>): string[] {
  const lines = readFileSync('/proc/net/protocols', 'latin1').split('\n');
  const spoken = lines.map((line) => line.split(' ')[0]);
  return Object.entries(wins).flatMap(([win, protocol]) => (spoken.includes(protocol) ? [win] : []));
}
