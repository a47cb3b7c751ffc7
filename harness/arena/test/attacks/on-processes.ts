import { readFileSync } from 'node:fs';
import type { Attack } from './attack.js';

/** Other processes, their users and their terminals. */
export function attacksOnProcesses(): Attack[] {
  return [
    {
      title: 'kills its parent, all that it sees and the first process',
      control: 'arena',
      // Its own sandbox's first process is deaf to it; the control's listens as a machine's does, and says itself that it was reached.
      wins: ['parent', 'neighbour', 'everyone', 'first'],
      code: `
def ended(pid):
    try: return read("/proc/%d/stat" % pid).rpartition(b")")[2].split()[0] in (b"Z", b"X")
    except OSError: return True
def killed(target, seen):
    os.kill(target, signal.SIGKILL)
    # The first process of a namespace is deaf to SIGKILL from within, so there is nothing to wait for.
    while not all(map(ended, seen)) and seen != [1]: time.sleep(0.001)
    return all(map(ended, seen))
attempt("neighbour", lambda: any_of([lambda pid=pid: killed(pid, [pid]) for pid in others() if pid not in (1, os.getppid()) and not ended(pid)]))
attempt("parent", lambda: killed(os.getppid(), [os.getppid()]))
def everyone():
    before = [pid for pid in others() if pid != 1 and not ended(pid)]
    return killed(-1, before) and before != []
attempt("everyone", everyone)
def tell_first():
    for number in sorted(signal.valid_signals()): os.kill(1, number)
    return False
attempt("first", tell_first)`,
    },
    {
      title: 'traces and reads other processes',
      control: 'arena',
      wins: ['attach', 'memory', 'open-file', 'traceme', 'readv'],
      filtered: ['traceme'],
      code: `
PTRACE_TRACEME, PTRACE_SEIZE = 0, 0x4206
attempt("attach", lambda: any_of([lambda pid=pid: call("ptrace", PTRACE_SEIZE, pid, None, None) for pid in others()]))
# bubblewrap's own first process is in the sandbox too, with no more rights than the program: nothing is won by it.
attempt("memory", lambda: any_of([lambda pid=pid: (open("/proc/%d/mem" % pid, "rb"), True)[1] for pid in others() if not read("/proc/%d/cmdline" % pid).startswith(b"bwrap")]))
attempt("open-file", lambda: any_of([lambda pid=pid: syscall(438, os.pidfd_open(pid), 0, 0) >= 0 for pid in others()]))
def readv():
    class Vector(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
    room = ctypes.create_string_buffer(8)
    mine = Vector(ctypes.addressof(room), 8)
    return any_of([lambda pid=pid: syscall(270 if ARM else 310, pid, ctypes.byref(mine), ctypes.c_ulong(1), ctypes.byref(Vector(int(open("/proc/%d/maps" % pid).read(12), 16), 8)), ctypes.c_ulong(1), ctypes.c_ulong(0)) for pid in others()])
attempt("readv", readv)
attempt("traceme", lambda: call("ptrace", PTRACE_TRACEME, 0, None, None))`,
    },
    {
      title: 'becomes somebody else',
      control: 'arena',
      // In an ordinary user's namespaces there is nobody else to become.
      wins: [],
      rootWins: ['groups', 'setgid', 'setuid'],
      code: `
def any_but(own, become): return any_of([lambda number=number: become(number) for number in (0, 1) if number != own])
attempt("groups", lambda: (os.setgroups([0]), True)[1])
attempt("setgid", lambda: any_but(os.getgid(), os.setgid))
attempt("setuid", lambda: any_but(os.getuid(), os.setuid))`,
    },
    {
      title: 'types into a terminal',
      control: 'host',
      wins: mayType() ? ['controlling-terminal', 'type', 'type-into-own'] : ['controlling-terminal'],
      rootWins: ['type', 'type-into-own'],
      filtered: ['type-into-own'],
      code: `
import fcntl, termios
attempt("controlling-terminal", lambda: os.open("/dev/tty", os.O_RDWR))
attempt("type", lambda: fcntl.ioctl(os.open("/dev/tty", os.O_RDWR), termios.TIOCSTI, b"\\n"))
def into_own():
    master, slave = os.openpty()
    def type_it():
        os.setsid(); fcntl.ioctl(slave, termios.TIOCSCTTY, 0); fcntl.ioctl(slave, termios.TIOCSTI, b"x")
    return in_child(type_it)
attempt("type-into-own", into_own)`,
    },
  ];
}

/** Since Linux 6.2 a machine may keep TIOCSTI to root. */
function mayType(): boolean {
  try {
    return readFileSync('/proc/sys/dev/tty/legacy_tiocsti', 'latin1').trim() !== '0';
  } catch {
    return true;
  }
}
