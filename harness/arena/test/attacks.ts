/**
 * The attacks on the arena as Python programs. Each tries several ways and prints a line for each: `won <name>` when it
 * got through, `lost <name> <why>` when it was refused.
 */
export interface Attack {
  title: string;
  code: string;
  /**
   * Where the same program wins without the protection: on the `host` as the same user, or in an arena without the
   * sandbox around it (`arena`), where it can do no harm.
   */
  control: 'host' | 'arena';
  /** What must be won there. */
  wins: string[];
  /** What root alone wins there. */
  rootWins?: string[];
  /** Some of it is refused by the seccomp filter alone. */
  needsFilter?: true;
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
import ctypes, ctypes.util, errno, os, signal, socket, subprocess, sys, time
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
def read(path): return open(path, "rb").read()
def has_secret(path): return SECRET in read(path)
ARM = os.uname().machine == "aarch64"
`;

export function attacks({ folder, secret, port, path, addresses }: Planted): Attack[] {
  const constants = `SECRET = ${JSON.stringify(secret)}.encode()\nFOLDER = ${JSON.stringify(folder)}\nPORT = ${port}\nPATH = ${JSON.stringify(path)}\nADDRESSES = ${JSON.stringify(addresses)}\n`;
  const program = (code: string) => `${PRELUDE}${constants}${code}`;
  const table: Attack[] = [
    {
      title: 'reads hidden files, by path and by walking everything',
      control: 'host',
      wins: ['by-path', 'by-walking'],
      code: `
attempt("by-path", lambda: has_secret(FOLDER + "/expected.txt"))
def walk():
    for top in ["/tmp", "/"]:
        for folder, folders, files in os.walk(top):
            if folder == "/": folders[:] = [name for name in folders if name not in ("proc", "sys")]
            if "expected.txt" in files and has_secret(folder + "/expected.txt"): return folder
    return False
attempt("by-walking", walk)`,
    },
    {
      title: 'reads keys, homes and shadow',
      control: 'host',
      wins: ['key'],
      rootWins: ['shadow'],
      code: `
attempt("key", lambda: has_secret(FOLDER + "/.ssh/id_ed25519"))
attempt("shadow", lambda: len(read("/etc/shadow")) > 0)
attempt("homes", lambda: any_of([lambda name=name: os.listdir("/home/" + name) for name in os.listdir("/home")]) )`,
    },
    {
      title: 'looks for secrets in every environment',
      control: 'arena',
      wins: ['environ'],
      code: `attempt("environ", lambda: any_of([lambda pid=pid: has_secret("/proc/%d/environ" % pid) for pid in others()] + [lambda: SECRET in str(os.environ).encode()]))`,
    },
    {
      title: 'overwrites the result',
      control: 'host',
      wins: ['write', 'through-link'],
      rootWins: ['chmod'],
      code: `
attempt("write", lambda: open(FOLDER + "/result.json", "a").write("forged"))
def link():
    os.symlink(FOLDER + "/result.json", "mine.json")
    return open("mine.json", "a").write("forged")
attempt("through-link", link)
attempt("chmod", lambda: (os.chmod(FOLDER + "/result.json", 0o777), True)[1])`,
    },
    {
      title: 'reaches the network and the sockets of the machine',
      control: 'host',
      wins: ['tcp-127.0.0.1', 'udp', 'abstract', 'path'],
      code: `
for address in ADDRESSES:
    attempt("tcp-" + address, lambda: socket.create_connection((address, PORT), 2).recv(6) == b"inside")
def udp():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(1)
    s.sendto(b"hello", ("127.0.0.1", PORT)); return s.recv(6) == b"inside"
attempt("udp", udp)
def unix(name):
    s = socket.socket(socket.AF_UNIX); s.settimeout(2); s.connect(name); return s.recv(6) == b"inside"
# Node pads the name of an abstract socket, or does not: by version.
attempt("abstract", lambda: any_of([lambda name=name: unix(name) for name in ["\\0" + PATH, ("\\0" + PATH).ljust(108, "\\0")]]))
attempt("path", lambda: unix(PATH))`,
    },
    {
      title: 'reaches addresses that no arena has',
      control: 'arena',
      wins: ['outside-198.51.100.7', 'outside-2001:db8::1'],
      code: `
# Where it may, it puts the addresses and a server there itself: then they can be reached.
subprocess.run("ip link set lo up; ip addr add 198.51.100.7/32 dev lo; ip -6 addr add 2001:db8::1/128 dev lo nodad", shell=True, stderr=subprocess.DEVNULL)
for family, address in [(socket.AF_INET, "198.51.100.7"), (socket.AF_INET6, "2001:db8::1")]:
    with_server = open("/proc/self/status").read().split("CapEff:")[1].split()[0] != "0000000000000000"
    server = socket.socket(family)
    # An address that was just added may take a moment until it can be bound and reached.
    for _ in range(100 if with_server else 0):
        try: server.bind((address, 8080)); server.listen(); break
        except OSError: __import__("time").sleep(0.05)
    def reach():
        for left in range(50 if with_server else 1, 0, -1):
            try: return (socket.create_connection((address, 8080), 2), True)[1]
            except OSError:
                if left == 1: raise
                __import__("time").sleep(0.1)
    attempt("outside-" + address, reach)
attempt("devices", lambda: [name for _, name in socket.if_nameindex() if name != "lo" and "tun" not in name and "sit" not in name and "gre" not in name and "vti" not in name and "ip6" not in name] != [])`,
    },
    {
      title: 'opens packet and raw sockets',
      control: 'arena',
      wins: ['packet', 'raw', 'raw6'],
      code: `
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))
attempt("raw6", lambda: socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6))`,
    },
    {
      title: 'changes the arena’s network',
      control: 'arena',
      wins: ['address', 'sysctl', 'down'],
      code: `
def ip(*words):
    done = subprocess.run(["ip", *words], capture_output=True, text=True)
    if done.returncode: raise OSError(done.stderr.strip())
    return True
attempt("address", lambda: ip("addr", "add", "10.9.8.7/32", "dev", "lo"))
attempt("sysctl", lambda: open("/proc/sys/net/ipv4/ip_default_ttl", "w").write("7"))
attempt("down", lambda: ip("link", "set", "lo", "down"))`,
    },
    {
      title: 'traces and reads other processes',
      control: 'arena',
      needsFilter: true,
      wins: ['attach', 'memory', 'traceme', 'readv'],
      code: `
PTRACE_TRACEME, PTRACE_SEIZE, PTRACE_DETACH = 0, 0x4206, 17
pause_call = 73 if ARM else 34
attempt("attach", lambda: any_of([lambda pid=pid: call("ptrace", PTRACE_SEIZE, pid, None, None) for pid in others()]))
# bubblewrap's own first process is in the sandbox too, with no more rights than the program: nothing is won by it.
attempt("memory", lambda: any_of([lambda pid=pid: (open("/proc/%d/mem" % pid, "rb"), True)[1] for pid in others() if not read("/proc/%d/cmdline" % pid).startswith(b"bwrap")]))
def readv():
    class Vector(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
    room = ctypes.create_string_buffer(8)
    mine = Vector(ctypes.addressof(room), 8)
    return any_of([lambda pid=pid: syscall(270 if ARM else 310, pid, ctypes.byref(mine), ctypes.c_ulong(1), ctypes.byref(Vector(int(open("/proc/%d/maps" % pid).read(12), 16), 8)), ctypes.c_ulong(1), ctypes.c_ulong(0)) for pid in others()])
attempt("readv", readv)
attempt("traceme", lambda: call("ptrace", PTRACE_TRACEME, 0, None, None))`,
    },
    {
      title: 'opens new namespaces and enters others',
      control: 'arena',
      needsFilter: true,
      wins: ['unshare-user', 'clone3', 'setns', 'clone-user'],
      code: `
CLONE_NEWUSER, CLONE_NEWUTS = 0x10000000, 0x04000000
def in_child(way):
    pid = os.fork()
    if pid == 0:
        try: way()
        except OSError as error: os._exit((error.errno or 1) & 255)
        except BaseException: os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status: raise OSError(status, os.strerror(status))
    return True
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
      wins: ['mount', 'bind', 'umount', 'chroot'],
      code: `
mount = lambda source, target, kind, flags: call("mount", source, target, kind, ctypes.c_ulong(flags), None)
attempt("mount", lambda: mount(b"none", b"/tmp", b"tmpfs", 0))
attempt("bind", lambda: mount(b"/usr", b"/tmp", None, 4096))
attempt("umount", lambda: call("umount2", b"/tmp", 2))
attempt("remount", lambda: mount(b"none", b"/usr", None, 32 | 4096))
attempt("chroot", lambda: (os.chroot("/tmp"), True)[1])
attempt("pivot", lambda: syscall(41 if ARM else 155, b"/", b"/"))`,
    },
    {
      title: 'becomes somebody else',
      control: 'arena',
      wins: ['setuid', 'setgid'],
      rootWins: ['groups'],
      needsFilter: true,
      code: `
attempt("groups", lambda: (os.setgroups([0]), True)[1])
attempt("setgid", lambda: (os.setgid(0), True)[1])
attempt("setuid", lambda: (os.setuid(0), True)[1])
attempt("su", lambda: subprocess.run(["su", "-c", "id -u"], stdin=subprocess.DEVNULL, capture_output=True, timeout=5).stdout == b"0\\n" and os.getuid() != 0)`,
    },
    {
      title: 'keeps memory where no limit counts it',
      control: 'arena',
      wins: ['shm', 'memfd', 'message-queue'],
      needsFilter: true,
      code: `
attempt("shm", lambda: call("shmget", 0, ctypes.c_size_t(1 << 20), 0o1600))
attempt("memfd", lambda: os.memfd_create("x"))
attempt("message-queue", lambda: call("msgget", 0, 0o1600))`,
    },
    {
      title: 'keeps memory in sockets, pipes and contexts',
      control: 'arena',
      wins: ['send-buffer', 'receive-buffer', 'pages-in-a-pipe', 'contexts'],
      needsFilter: true,
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
      title: 'asks the kernel for protocols that no course speaks of',
      control: 'arena',
      wins: ['netlink-events', 'netlink-users'],
      needsFilter: true,
      code: `
for name, family, kind, protocol in [("netlink-events", 16, 3, 15), ("netlink-users", 16, 3, 2), ("netlink-firewall", 16, 3, 12), ("netlink-generic", 16, 3, 16), ("multipath-tcp", 2, 1, 262), ("sctp", 2, 1, 132), ("dccp", 2, 6, 33), ("udplite", 2, 2, 136), ("ping", 2, 2, 1)]:
    attempt(name, lambda: socket.socket(family, kind, protocol))`,
    },
    {
      title: 'types into a terminal',
      control: 'arena',
      needsFilter: true,
      wins: [],
      rootWins: ['inject'],
      code: `
import fcntl, termios
attempt("controlling-terminal", lambda: os.open("/dev/tty", os.O_RDWR))
def inject():
    master, slave = os.openpty()
    if os.fork() == 0:
        try:
            os.setsid(); fcntl.ioctl(slave, termios.TIOCSCTTY, 0); fcntl.ioctl(slave, termios.TIOCSTI, b"x")
        except OSError: os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.wait()[1]) == 0
attempt("inject", inject)`,
    },
    {
      title: 'speaks with the kernel beside the point',
      control: 'arena',
      needsFilter: true,
      wins: ['keyctl', 'open_by_handle_at'],
      rootWins: ['bpf', 'perf_event_open'],
      code: `
numbers = dict(bpf=280, perf_event_open=241, userfaultfd=282, keyctl=219, open_by_handle_at=265, kexec_load=104, io_uring_setup=425) if ARM else dict(bpf=321, perf_event_open=298, userfaultfd=323, keyctl=250, open_by_handle_at=304, kexec_load=246, io_uring_setup=425)
for name, number in numbers.items():
    def try_it():
        try: syscall(number, 0, 0, 0, 0, 0)
        except OSError as error:
            # The filter answers before the kernel looks at the arguments.
            if error.errno in (errno.EPERM, errno.ENOSYS): raise
        return True
    attempt(name, try_it)
attempt("vsock", lambda: socket.socket(40, socket.SOCK_STREAM))
attempt("bluetooth", lambda: socket.socket(31, socket.SOCK_RAW, 1))`,
    },
  ];
  return table.map((attack) => ({ ...attack, code: program(attack.code) }));
}
