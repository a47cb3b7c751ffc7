import type { Attack } from './attack.js';

/** Namespaces, mounts, memory that nobody counts, and system calls that are no program's business. */
export function attacksOnKernel(): Attack[] {
  const calls = ['keyctl', 'open_by_handle_at'];
  const rootCalls = ['bpf', 'perf_event_open', 'settimeofday'];
  return [
    {
      title: 'opens new namespaces and enters others',
      control: 'arena',
      wins: ['unshare-user', 'clone3', 'setns', 'clone-user'],
      filtered: ['clone3'],
      code: `
CLONE_NEWUSER, CLONE_NEWUTS = 0x10000000, 0x04000000
attempt("unshare-user", lambda: in_child(lambda: call("unshare", CLONE_NEWUSER)))
def clone3():
    arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, signal.SIGCHLD)
    if syscall(435, ctypes.byref(arguments), ctypes.c_size_t(64)) == 0: os._exit(0)
    return True
attempt("clone3", clone3)
def clone():
    if syscall(220 if ARM else 56, ctypes.c_ulong(CLONE_NEWUSER | signal.SIGCHLD), None, None, None, None) == 0: os._exit(0)
    return True
attempt("clone-user", clone)
attempt("setns", lambda: in_child(lambda: any_of([lambda pid=pid: call("setns", os.open("/proc/%d/ns/uts" % pid, os.O_RDONLY), CLONE_NEWUTS) for pid in pids()])))`,
    },
    {
      title: 'mounts, changes the root, makes the read-only writable',
      control: 'arena',
      wins: ['mount', 'bind', 'remount', 'writable', 'umount', 'chroot', 'pivot'],
      code: `
READ_ONLY, REMOUNT, BIND, DETACH = 1, 32, 4096, 2
mount = lambda source, target, kind, flags: call("mount", source, target, kind, ctypes.c_ulong(flags), None)
def in_top(way):
    # Where it may, it makes itself what a sandbox has anyway: a mount to change to.
    os.makedirs("top/old", exist_ok=True)
    for prepare in [lambda: call("unshare", 0x20000), lambda: mount(b"top", b"top", None, BIND)]:
        try: prepare()
        except OSError: pass
    return any_of([lambda: (way(b"top", b"top/old"), True)[1], lambda: (way(b".", b"top/old"), True)[1]])
attempt("pivot", lambda: in_child(lambda: in_top(lambda new, old: syscall(41 if ARM else 155, new, old))))
attempt("mount", lambda: mount(b"none", b"/tmp", b"tmpfs", 0))
attempt("bind", lambda: mount(b"/usr", b"/tmp", None, BIND))
attempt("umount", lambda: call("umount2", b"/tmp", DETACH))
try: mount(b"/usr", b"/usr", None, BIND); mount(b"none", b"/usr", None, REMOUNT | BIND | READ_ONLY)
except OSError: pass  # There it is read-only already.
attempt("remount", lambda: mount(b"none", b"/usr", None, REMOUNT | BIND))
attempt("writable", lambda: not os.statvfs("/usr").f_flag & os.ST_RDONLY)
attempt("chroot", lambda: (os.chroot("/tmp"), True)[1])`,
    },
    {
      title: 'keeps memory that no process has, after its maker has ended',
      control: 'arena',
      wins: ['shm', 'memfd', 'message-queue'],
      filtered: ['shm', 'memfd', 'message-queue'],
      code: `
SIZE = 8 << 20
def resident(): return sum(int(read("/proc/%d/statm" % pid).split()[1]) for pid in pids()) * os.sysconf("SC_PAGE_SIZE")
def stays(make, held):
    # Whether all that a child has made is held still when it has ended, and is not resident in any process.
    before = resident()
    in_child(make)
    return held() and resident() - before < SIZE // 4
def listed(kind, column):
    # What the kernel's own list of the first entry says.
    head, first, *_ = [line.split() for line in open("/proc/sysvipc/" + kind)]
    return int(first[head.index(column)])
def shm():
    number = libc.shmget(0, ctypes.c_size_t(SIZE), 0o1600)
    if number < 0: raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    libc.shmat.restype = ctypes.c_void_p
    ctypes.memset(libc.shmat(number, None, 0), 1, SIZE)
attempt("shm", lambda: stays(shm, lambda: listed("shm", "rss") >= SIZE and listed("shm", "nattch") == 0))
ours, theirs = socket.socketpair()
def memfd():
    made = os.memfd_create("x")
    for _ in range(8): os.write(made, b"x" * (SIZE // 8))
    socket.send_fds(theirs, [b"x"], [made])
def received(): return os.fstat(socket.recv_fds(ours, 1, 1)[1][0]).st_blocks * 512
attempt("memfd", lambda: stays(memfd, lambda: received() >= SIZE))
def queue():
    number = libc.msgget(0, 0o1600)
    if number < 0: raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    call("msgsnd", number, b"kind of " + b"x" * 4096, ctypes.c_size_t(4096), 0)
attempt("message-queue", lambda: stays(queue, lambda: listed("msg", "cbytes") >= 4096))`,
    },
    {
      title: 'keeps memory in sockets, pipes and contexts',
      control: 'arena',
      wins: ['send-buffer', 'receive-buffer', 'pages-in-a-pipe', 'contexts'],
      filtered: ['send-buffer', 'receive-buffer', 'pages-in-a-pipe', 'contexts'],
      code: `
def grown(option):
    s = socket.socketpair()[0]
    before = s.getsockopt(socket.SOL_SOCKET, option)
    s.setsockopt(socket.SOL_SOCKET, option, before // 4)
    return s.getsockopt(socket.SOL_SOCKET, option) != before
# A smaller one shows it too, and is granted by every kernel.
attempt("send-buffer", lambda: grown(socket.SO_SNDBUF))
attempt("receive-buffer", lambda: grown(socket.SO_RCVBUF))
class Vector(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
page = ctypes.create_string_buffer(4096)
attempt("pages-in-a-pipe", lambda: syscall(75 if ARM else 278, os.pipe()[1], ctypes.byref(Vector(ctypes.addressof(page), 4096)), ctypes.c_ulong(1), 0))
attempt("contexts", lambda: syscall(0 if ARM else 206, 1, ctypes.byref(ctypes.c_ulong(0))) == 0)`,
    },
    {
      title: 'speaks with the kernel beside the point',
      control: 'arena',
      wins: calls,
      rootWins: rootCalls,
      filtered: [...calls, ...rootCalls, 'userfaultfd', 'io_uring_setup', 'kexec_load'],
      code: `
# Without arguments: settimeofday(2) then sets nothing, and says whether it would be let.
numbers = dict(bpf=280, perf_event_open=241, userfaultfd=282, keyctl=219, open_by_handle_at=265, kexec_load=104, io_uring_setup=425, settimeofday=170) if ARM else dict(bpf=321, perf_event_open=298, userfaultfd=323, keyctl=250, open_by_handle_at=304, kexec_load=246, io_uring_setup=425, settimeofday=164)
for name, number in numbers.items():
    def try_it():
        try: syscall(number, 0, 0, 0, 0, 0)
        except OSError as error:
            # The filter answers before the kernel looks at the arguments.
            if error.errno in (errno.EPERM, errno.ENOSYS): raise
        return True
    attempt(name, try_it)`,
    },
  ];
}
