import type { Breach, Limits } from '../world.js';

/** A program that wants more of something than there is for it, and says `won all` when it has got it. */
interface Greed {
  title: string;
  code: string;
  limits?: Partial<Limits>;
  /** The limit that ends it, or that it is told no and goes on. */
  ends: Breach | 'refused';
}

const MiB = 1024 * 1024;

/** Every one is bounded, so that it does no harm where nothing limits it. */
const greedy: Greed[] = [
  {
    title: 'starts two hundred processes',
    ends: 'processes',
    code: `
for _ in range(200):
    try:
        if os.fork() == 0: signal.pause()
    except OSError: signal.pause()  # The kernel's own limit; the watchdog is about to look.
won()`,
  },
  {
    title: 'keeps a lot of memory',
    limits: { memoryBytes: 100 * MiB },
    ends: 'memory',
    code: `
kept = b"x" * (200 << 20)
input_ends()
won()`,
  },
  {
    title: 'shares a lot of memory out to forty processes',
    limits: { memoryBytes: 150 * MiB },
    ends: 'memory',
    code: `
reader, writer = os.pipe()
for _ in range(40):
    if os.fork() == 0:
        kept = b"x" * (6 << 20)
        os.write(writer, b"x")
        signal.pause()
for _ in range(40): os.read(reader, 1)
input_ends()
won()`,
  },
  {
    title: 'keeps a lot of memory in page tables, and hardly any in pages',
    limits: { memoryBytes: 100 * MiB },
    ends: 'memory',
    code: `
import ctypes
# Two mebibytes apart, so that each byte that is read takes a table of its own; the page that it is read from is the kernel's.
STEP, TABLES = 2 << 20, 100_000
libc = ctypes.CDLL(None)
libc.mmap.restype, libc.mmap.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
room = libc.mmap(None, STEP * TABLES, 1, 0x4022, -1, 0)  # PROT_READ; MAP_PRIVATE, MAP_ANONYMOUS, MAP_NORESERVE
for table in range(TABLES): ctypes.string_at(room + table * STEP, 1)
input_ends()
won()`,
  },
  {
    title: 'has children work that nobody waits for',
    limits: { cpuSeconds: 1 },
    ends: 'cpu',
    code: `
import time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in range(40):
    reader, writer = os.pipe()
    if os.fork() == 0:
        while time.process_time() < 0.1: pass
        os._exit(0)
    os.close(writer); os.read(reader, 1); os.close(reader)
won()`,
  },
  {
    title: 'has children that watch very many open files',
    ends: 'all-open-files',
    code: `
import select
reader, writer = os.pipe()
for _ in range(32):
    if os.fork() == 0:
        files = [os.dup(reader) for _ in range(110)]
        watching = [select.epoll() for _ in range(110)]
        for epoll in watching:
            for file in files: epoll.register(file)
        os.write(writer, b"x")
        signal.pause()
for _ in range(32): os.read(reader, 1)
input_ends()
won()`,
  },
  {
    title: 'opens more sockets than one process may',
    ends: 'sockets',
    code: `
reader, writer = os.pipe()
for _ in range(10):
    if os.fork() == 0:
        kept = [socket.socketpair() for _ in range(110)]
        os.write(writer, b"x")
        signal.pause()
for _ in range(10): os.read(reader, 1)
input_ends()
won()`,
  },
  {
    title: 'prints without end or line',
    ends: 'output',
    code: `
for _ in range(512): os.write(1, b"x" * 65536)
print()
won()`,
  },
  {
    title: 'fills every writable place',
    limits: { cpuSeconds: 30 },
    ends: 'refused',
    code: `
written = 0
for place in PLACES:
    for number in range(100):
        try:
            with open(place + "/fill%d" % number, "wb", buffering=0) as file:
                while file.tell() < 15_000_000 and written <= 260 << 20: written += file.write(b"x" * 1_000_000)
        except OSError: break
        if written > 260 << 20: won()
lost(written)`,
  },
  {
    title: 'makes files without number, in folders without depth',
    limits: { cpuSeconds: 30 },
    ends: 'refused',
    code: `
made = 0
try:
    for depth in range(1500): os.mkdir("d"); os.chdir("d"); made += 1
except OSError: pass
for place in PLACES:
    try:
        for number in range(34_000):
            os.close(os.open(place + "/inode%d" % number, os.O_CREAT)); made += 1
            if made > 33_000: won()
    except OSError: pass
lost(made)`,
  },
  {
    title: 'makes a sparse file of a terabyte',
    ends: 'refused',
    code: `
try: open("big", "wb").truncate(1 << 40)
except OSError as error: lost(error)
won()`,
  },
];

const PRELUDE = `
import os, signal, socket, sys
start = os.getcwd()
# The working folder first: where nothing limits it, it is large enough.
PLACES = [start, "/tmp", "/dev/shm", "/dev", "/dev/pts", "/", "/etc", "/usr", "/var", "/run", "/proc", "/proc/self", "/root", "/home", "/srv", "/srv/1", "/dev/mqueue"]
def won(): print("won all", flush=True); sys.stdout.flush(); os._exit(0)
def lost(why): print("lost all", why, flush=True); os._exit(0)
def input_ends(): sys.stdin.read()
`;

export const greed: Greed[] = greedy.map((one) => ({ ...one, code: PRELUDE + one.code }));
