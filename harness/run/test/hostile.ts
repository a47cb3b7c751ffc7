import type { Who } from '../../arena/test/arenas-under-test.js';

/** A submission that attacks, and what must come of it. */
export interface Hostile {
  title: string;
  files: Record<string, string>;
  /** What its checks come to, in order of server and client. Never an `error`: a lost point must not be the grader's. */
  verdicts: RegExp[];
  /** What its programs print when the attack has really been made; without it the test would not notice that nothing is tried. */
  acted?: RegExp;
  /** Whether it would work if nothing kept it from that. */
  control: Bare | Uncontrolled;
  /** For all of it, where the attack is on time. */
  withinMs?: number;
}

/** What the same submission gets with nothing to keep it from that. */
interface Bare {
  /** On the machine itself, or alone in an arena where it can do no harm. */
  where: 'host' | 'arena';
  /** Root, where an ordinary user is refused anyway. */
  as?: Who;
  /** A program of Python's at the other end, which starts the submission's own and prints what came of it; else that is its server. */
  against?: string;
  /** What is printed when it has got what it wants. Without it nothing is started. */
  prints?: RegExp;
  /**
   * A shell line of somebody else on the machine, and what it says to what has been done; `$FOLDER` is the submission's, `$PID` the server's
   * process, which still runs.
   */
  brings?: { line: string; says: RegExp };
}

/** Why there is nothing to show without protection, or where it is shown instead. */
interface Uncontrolled {
  because: string;
}

const ALLOWED = { because: 'Nothing is refused: it gets what it wants here too, and nobody minds.' };
/** Begins somebody without protection at the other end, in an arena of its own. */
const OTHER_END = `import os, signal, socket, subprocess, sys, time
def start(file="server.py", **more): return subprocess.Popen([sys.executable, file], **more)
def udp(port=None):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    if port: s.bind(("127.0.0.1", port))
    return s
def ask(s):
    s.settimeout(0.01)
    while True:
        s.sendto(b"hello", ("127.0.0.1", 5550))
        try: return s.recv(65536)
        except OSError: pass
def sockets(): return int(open("/proc/net/sockstat").read().split()[2])
def is_free(port):
    try: udp(port).close(); return True
    except OSError: return False
def until(condition):
    while not condition(): time.sleep(0.01)
`;
const otherEnd = (against: string, prints: RegExp): Bare => ({
  where: 'arena',
  against: `${OTHER_END}${against}`,
  prints,
});
/**
 * All the sockets that it wants, with buffers of a page and few for each process: their memory is the machine's, and nothing else here
 * would end it.
 */
const IN_SOCKETS = (more: number): Bare =>
  otherEnd(
    `
for name in ("rmem", "wmem"): open("/proc/sys/net/ipv4/tcp_" + name, "w").write("4096 4096 4096")
for name in ("rmem_default", "wmem_default"):
    try: open("/proc/sys/net/core/" + name, "w").write("4096")
    except OSError: pass
start()
until(lambda: sockets() > ${more})
print("got them", flush=True)`,
    /^got them$/m,
  );
const SLOW = {
  because:
    'Nothing of ours reads it slowly any more. hostile-text.test.ts measures all that reads texts, and would find it.',
};

const PRELUDE = `import array, ctypes, os, signal, socket, struct, subprocess, sys, threading, time
def udp(port=None):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    if port: s.bind(("127.0.0.1", port))
    return s
def say(*words): print(*words, flush=True)
`;
const SERVE = `
s = globals().get("bound") or udp(5550)
while True:
    data, asker = s.recvfrom(2048)
    s.sendto(b"got " + data, asker)
`;
const ASK = `
s = udp()
s.sendto(b"hello", ("127.0.0.1", 5550))
s.settimeout(2)
try: s.recvfrom(2048)
except OSError: pass
`;

const GOOD = /^pass got hello$/;
const SENT = /^pass hello$/;
export const server = (attack: string, then = SERVE): string => `${PRELUDE}${attack}\n${then}`;
export const client = (attack: string, then = ASK): string => `${PRELUDE}${attack}\n${then}`;
export const HONEST = { 'server.py': server(''), 'client.py': client('') };

/** Attacks of a server that does its work otherwise: they must change nothing for anybody. */
const HARMLESS: [title: string, attack: string, acted: RegExp, control: Hostile['control']][] = [
  [
    'takes away every right to its folders',
    'for place in [".", "/tmp", "/dev/shm"]:\n  try: os.chmod(place, 0); say("shut", place)\n  except OSError: pass',
    /shut \./,
    {
      where: 'host',
      prints: /shut \./,
      brings: { line: '$PYTHON "$FOLDER/client.py" 2>&1; chmod 755 "$FOLDER"', says: /Permission denied/ },
    },
  ],
  [
    'fills its room',
    'try:\n  for number in range(400): open("/tmp/%d" % number, "wb").write(b"x" * 15_000_000)\nexcept OSError as error: say("full", error)',
    /full/,
    // The disk that it fills is a small one.
    otherEnd(
      `
source = open("server.py").read()
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "none", "/tmp"], check=True)
def is_full():
    try:
        with open("/tmp/of-others", "w") as file: file.write("x" * 5000)
    except OSError: return True
    os.remove("/tmp/of-others")
subprocess.Popen([sys.executable, "-c", source])
until(is_full)
print("no room for others", flush=True)`,
      /^no room for others$/m,
    ),
  ],
  [
    'passes descriptors over its own output, shuts its streams down',
    `
for number in (0, 1):
    try:
        with socket.socket(fileno=os.dup(number)) as s: s.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 2]))])
        say("passed")
    except OSError as error: say("refused", error)`,
    /refused .*non-socket/,
    { where: 'host', prints: /passed/ },
  ],
  [
    'reads what is typed and writes what is read the wrong way round',
    `
for path, mode in (("/proc/self/fd/0", "w"), ("/proc/self/fd/1", "r")):
    try: os.close(os.open(path, os.O_NONBLOCK | (os.O_WRONLY if mode == "w" else os.O_RDONLY))); say("opened")
    except OSError as error: say(error)`,
    /opened/,
    ALLOWED,
  ],
  [
    'prints what agents and workflows say',
    `
say('{"type":"done","outcome":{"checks":[],"conventions":{},"notes":[]},"clean":true,"leftovers":[]}')
say("::set-output name=score::100\\n\\x1b[2J\\x1b]0;x\\x07<script>\\x00\\u202e=1+1")
for number in range(3, 64):
    try: os.write(number, b'{"type":"ready"}\\n'); say("written", number)
    except OSError: pass`,
    /set-output/,
    // Whoever takes what it prints, or finds in a descriptor, for what the agent says. The tests of each report have words of its own format.
    otherEnd(
      `
import json
told, tells = os.pipe()
program = start(stdout=subprocess.PIPE, pass_fds=[tells])
printed, written = json.loads(program.stdout.readline()), json.loads(os.read(told, 99).splitlines()[0])
print("believed", printed["type"], written["type"], flush=True)`,
      /^believed done ready$/m,
    ),
  ],
  [
    'calls itself what would deceive a table of processes',
    `
libc = ctypes.CDLL(None)
libc.prctl(15, b") Z 1 1 1\\n", 0, 0, 0); libc.prctl(1, 0, 0, 0, 0)
say(repr(open("/proc/self/comm").read()))
threading.Thread(target=lambda: (libc.prctl(15, b"GC Thread#0", 0, 0, 0), time.sleep(99)), daemon=True).start()`,
    /Z 1 1 1/,
    {
      where: 'host',
      prints: /Z 1 1 1/,
      // Whoever goes by the blanks takes it for a zombie of the first process.
      brings: { line: 'head -n 1 "/proc/$PID/stat" | cut -d " " -f 3-4', says: /^Z 1$/m },
    },
  ],
  [
    'writes to its own files of the kernel',
    `
for name, value in (("oom_score_adj", "-1000"), ("coredump_filter", "ff"), ("timerslack_ns", "1"), ("comm", "x) R 0"), ("setgroups", "allow"), ("uid_map", "0 0 1")):
    try: open("/proc/self/" + name, "wb", buffering=0).write(value.encode()); say("wrote", name)
    except OSError as error: say(name, error)`,
    /oom_score_adj .*denied[\s\S]*wrote comm/,
    { because: 'An ordinary user is refused without a sandbox too, and so is root in many a container.' },
  ],
  [
    'leaves children in sessions and groups of their own that hold ports',
    `
bound = udp(5550)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        held = [udp(port) for port in range(0x1900, 0x1964)]; say("held", len(held)); time.sleep(600)
    os._exit(0)
os.wait(); time.sleep(0.3)`,
    /held 100/,
    otherEnd(
      `
program = start()
until(lambda: not is_free(0x1963))
os.kill(program.pid, signal.SIGKILL); program.wait()
print("held", [is_free(port) for port in (0x1900, 0x1963)], flush=True)`,
      /^held \[False, False\]$/m,
    ),
  ],
  ['leaves zombies', 'for _ in range(40):\n  if os.fork() == 0: os._exit(0)\nsay("forty")', /forty/, ALLOWED],
  [
    'stops itself and is woken by a child',
    `
if os.fork() == 0: time.sleep(0.3); os.kill(os.getppid(), signal.SIGCONT); os._exit(0)
os.kill(os.getpid(), signal.SIGSTOP); say("woken")`,
    /woken/,
    ALLOWED,
  ],
  [
    'turns the clock',
    `
class Time(ctypes.Structure): _fields_ = [("seconds", ctypes.c_long), ("more", ctypes.c_long)]
libc = ctypes.CDLL(None, use_errno=True)
say(libc.settimeofday(ctypes.byref(Time(1, 0)), None), libc.clock_settime(0, ctypes.byref(Time(1, 0))), time.time() > 1e9)`,
    /-1 -1 True/,
    {
      because:
        'It would turn the clock of the machine. attacks.test.ts asks without a time to set whether root may, and root may.',
    },
  ],
  [
    'looks for other submissions',
    `
found = [folder for top in ("/srv", "/tmp", "/dev/shm", "/media", "/mnt") if os.path.isdir(top) for folder, _, files in os.walk(top) if "server.py" in files]
say("seen", len(found), found == [os.getcwd()])
own = os.path.realpath(sys.prefix) + os.pathsep + sys.prefix  # Where Python itself lies may be below /tmp.
left = [name for name in sorted(os.listdir("/tmp")) + sorted(os.listdir("/dev/shm")) if f"/tmp/{name}/" not in own]
say("left over", left, os.path.exists("/tmp/mark"))
open("/tmp/mark", "w").write("x"); open("/dev/shm/mark", "w").write("x")`,
    /seen 1 True\nleft over \[\] False/,
    { where: 'arena', prints: /seen ([2-9]|\d{2,}) False/ },
  ],
  [
    'takes ports of the name server and of peers that may come',
    `
bound = udp(5550)
for port in (0x35, 0x101, 0xfde8):
  for address in ("127.0.0.1", "127.0.0.53", "0.0.0.0"):
    s = udp(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try: s.bind((address, port)); say("taken", port); globals().setdefault("keep", []).append(s)
    except OSError as error: say(error)`,
    /taken/,
    // Whoever comes later and insists on one. It gets them here too; nobody of ours insists, and holds fast what it has.
    otherEnd(
      'start()\nuntil(lambda: not is_free(0xfde8))\nprint("left", [is_free(port) for port in (0x35, 0x101)], flush=True)',
      /^left \[False, False\]$/m,
    ),
  ],
  [
    'speaks with netlink about other addresses and routes',
    `
s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
for kind in (16, 17, 20, 21, 24, 25):  # RTM_NEWLINK, DELLINK, NEWADDR, DELADDR, NEWROUTE, DELROUTE
    body = struct.pack("BBBBI", 2, 8, 0, 0, 1) + struct.pack("HH4s", 8, 2, bytes([127, 0, 0, 1]))
    s.send(struct.pack("IHHII", 16 + len(body), kind, 5, 1, 0) + body)
    say("answered", struct.unpack_from("i", s.recv(4096), 16)[0])`,
    /(answered -1\n){6}/,
    { where: 'arena', prints: /answered 0/ },
  ],
  [
    'has files that are read by tools',
    'say(__import__("sitecustomize").__file__ if os.path.exists("sitecustomize.py") else "none")',
    /sitecustomize\.py/,
    // Somebody's Python that has the folder on its path.
    { where: 'host', brings: { line: 'PYTHONPATH="$FOLDER" $PYTHON -c pass', says: /from sitecustomize/ } },
  ],
];

/** Names that a shell, a path, a table or a page may stumble over. */
const NAMES = [
  'new\nline.py',
  '-rf.py',
  '$(touch x).py',
  '"quoted\'.py',
  `${'a'.repeat(250)}.py`,
  '<img src=x>.py',
  '=1+1.py',
  '::error::.py',
];
const BESIDE: Record<string, string> = {
  'sitecustomize.py': 'print("from sitecustomize")',
  'usercustomize.py': '1/0',
  'conftest.py': '1/0',
  'package.json': '{"type":"module","scripts":{"preinstall":"exit 1"}}',
  'tsconfig.json': '{"extends":"/etc/shadow"}',
  'ld.so.preload': '/nowhere',
  '.npmrc': 'x',
  'go.mod': 'module x',
  'Cargo.toml': '[build]',
};

export const HOSTILE: Hostile[] = [
  ...HARMLESS.map(
    ([title, attack, acted, control]): Hostile => ({
      title,
      files: {
        'server.py': server(attack),
        'client.py': client(''),
        ...(title === 'has files that are read by tools' ? BESIDE : {}),
      },
      verdicts: [GOOD, SENT],
      acted,
      control,
    }),
  ),
  {
    title: 'has files with hostile names',
    files: { ...HONEST, ...Object.fromEntries(NAMES.map((name) => [name, 'print("x")'])) },
    verdicts: [GOOD, SENT],
    control: {
      where: 'host',
      brings: { line: 'cd "$FOLDER"; for file in *; do sh -c "test -e $file"; done 2>/dev/null; ls', says: /^x$/m },
    },
  },
  {
    title: 'puts a pipe in the place of its client',
    files: {
      'server.py': server('os.remove("client.py"); os.mkfifo("client.py"); say("piped")'),
      'client.py': client(''),
    },
    verdicts: [GOOD, SENT],
    acted: /piped/,
    control: {
      where: 'host',
      prints: /piped/,
      // Whoever opens it waits, until somebody writes to it.
      brings: {
        line: 'cd "$FOLDER"; test -p client.py && { cat client.py & echo waited > client.py; wait; }',
        says: /waited/,
      },
    },
  },
  {
    title: 'deletes itself',
    files: {
      'server.py': server('import shutil; shutil.rmtree(".", ignore_errors=True); say(os.listdir("."))'),
      'client.py': client(''),
    },
    verdicts: [GOOD, SENT],
    acted: /\[\]/,
    control: {
      where: 'host',
      prints: /\[\]/,
      brings: { line: '$PYTHON "$FOLDER/client.py" 2>&1', says: /No such file/ },
    },
  },
  {
    title: 'sends datagrams without end',
    files: { 'client.py': client('s = udp()\nwhile True: s.sendto(b"x" * 1200, ("127.0.0.1", 5550))') },
    verdicts: [/^(pass x+|output-flood: The program sent without end and was stopped\.)$/],
    control: {
      where: 'arena',
      against: `import socket, subprocess, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("127.0.0.1", 5550))
subprocess.Popen([sys.executable, "client.py"])
for _ in range(20_000): s.recv(2048)
print("flooded", flush=True)`,
      prints: /^flooded$/m,
    },
  },
  {
    title: 'answers without end',
    files: {
      'server.py': server(
        's = udp(5550); data, asker = s.recvfrom(2048)\nwhile True:\n  try: s.sendto(b"x" * 60000, asker)\n  except OSError: pass',
      ),
    },
    verdicts: [/^(pass x+|output-flood: The program sent without end and was stopped\.)$/],
    control: {
      where: 'arena',
      against: `import socket, subprocess, sys
subprocess.Popen([sys.executable, "server.py"])
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(0.01)
for _ in range(1000):
    while True:
        try: s.recv(65536); break
        except OSError: s.sendto(b"hello", ("127.0.0.1", 5550))
print("flooded", flush=True)`,
      prints: /^flooded$/m,
    },
  },
  {
    title: 'keeps memory in sockets',
    files: {
      'server.py': server(`
say("begun")
for _ in range(12):
    if os.fork() == 0:
        held = []
        try:
            while True:
                held += socket.socketpair()
                held[-1].setblocking(False)
                try:
                    while True: held[-1].send(b"x" * 32768)
                except BlockingIOError: pass
        except OSError: time.sleep(99)
time.sleep(9)`),
    },
    verdicts: [/^sockets: The server opened more than 1024 sockets and was ended\.$/],
    acted: /begun/,
    control: IN_SOCKETS(1024),
  },
  {
    title: 'hides its memory in connections that nobody accepts',
    files: {
      'server.py': server(`
say("begun")
for number in range(8):
    if os.fork() == 0:
        listener = socket.socket(); listener.bind(("127.0.0.1", 20000 + number)); listener.listen(4096)
        while True:
            s = socket.socket(); s.connect(("127.0.0.1", 20000 + number)); s.setblocking(False)
            try:
                while True: s.send(b"x" * 65536)
            except OSError: s.close()
time.sleep(9)`),
    },
    verdicts: [/^sockets: /],
    acted: /begun/,
    control: IN_SOCKETS(1024),
  },
  {
    title: 'binds every port',
    files: {
      'server.py': server(`
say("begun")
for part in range(50):
    if os.fork() == 0:
        held = []
        for port in range(10000 + part * 240, 10240 + part * 240):
            s = socket.socket(); s.bind(("127.0.0.1", port)); s.listen(); held.append(s)
        time.sleep(99)
time.sleep(9)`),
    },
    verdicts: [/^sockets: /],
    acted: /begun/,
    control: IN_SOCKETS(11_900),
  },
  {
    title: 'answers from another port, as if somebody else had',
    files: {
      'server.py': server(
        's, other = udp(5550), udp(5551)\nwhile True:\n  data, asker = s.recvfrom(999); say("other"); other.sendto(b"got " + data, asker)',
      ),
    },
    verdicts: [GOOD],
    acted: /other/,
    control: ALLOWED,
  },
  {
    title: 'has an argument that no command can have',
    files: { ...HONEST, 'netgrade.yml': 'server: {file: server.py, args: ["a\\0b"]}' },
    verdicts: [/^no-program: netgrade\.yml: /, /^no-program: netgrade\.yml: /],
    control: {
      where: 'host',
      // Whoever gives it on has an error of his own.
      brings: {
        line: `$PYTHON -c 'import ast, re, subprocess, sys; subprocess.run(["true", *ast.literal_eval(re.search("args: (.*)}", open(sys.argv[1]).read())[1])])' "$FOLDER/netgrade.yml" 2>&1`,
        says: /embedded null byte/,
      },
    },
  },
  {
    title: 'has a manifest of lists of lists',
    files: { ...HONEST, 'netgrade.yml': `server: ${'['.repeat(16_000)}` },
    verdicts: [/^no-program: netgrade\.yml is not YAML/, /^no-program: /],
    control: {
      where: 'host',
      // A reader that descends into each list, as that of JSON does.
      brings: {
        line: `cut -d ' ' -f 2 "$FOLDER/netgrade.yml" | $PYTHON -m json.tool 2>&1`,
        says: /RecursionError/,
      },
    },
  },
  {
    title: 'has sources that are made to be read slowly',
    files: {
      ...HONEST,
      'a.py': '\n'.repeat(500_000),
      'b.py': "\n'''x".repeat(100_000),
      'c.js': '`\\'.repeat(200_000),
      'd.c': '/* '.repeat(150_000),
      'e.java': '\\"'.repeat(250_000),
    },
    verdicts: [GOOD, SENT],
    control: SLOW,
  },
  {
    title: 'prints what is made to be read slowly',
    files: {
      'server.py': server('sys.stdout.write("argv" * 60_000 + "could not convert" * 5_000 + "usage"); sys.exit(1)'),
    },
    verdicts: [/^(usage|never-listened|died-at-start|crashed): /],
    control: SLOW,
  },
  {
    title: 'starts far more threads than it may, and answers before anybody looks',
    files: {
      'server.py': server(
        'threading.stack_size(65536)',
        `
s = udp(5550)
data, asker = s.recvfrom(2048)
say("begun")
try:
    for number in range(80): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
except RuntimeError: pass
say("threads", threading.active_count())
s.sendto(b"got " + data, asker)
time.sleep(600)`,
      ),
      'client.py': client(''),
    },
    verdicts: [/^processes: The server started more than 64 processes or threads and was ended\.$/, SENT],
    // Whoever looks in the middle of it ends it before it can count.
    acted: /begun/,
    control: otherEnd('start()\nask(udp())', /^threads 81$/m),
  },
  {
    title: 'prints in single bytes',
    files: { 'server.py': server('for _ in range(20_000): os.write(1, b"x")'), 'client.py': client('') },
    verdicts: [GOOD, SENT],
    acted: /x{1000}/,
    // Whoever keeps each piece by itself.
    control: otherEnd(
      `
ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
start(stdout=theirs)
print("pieces", sum(len(ours.recv(9)) == 1 for _ in range(20_000)), flush=True)`,
      /^pieces 20000$/m,
    ),
  },
  {
    title: 'prints one byte a second and never listens',
    files: { 'server.py': server('while True: os.write(1, b"x"); time.sleep(1)') },
    verdicts: [/^timeout: The program was still not done when the 3 s were over/],
    acted: /x/,
    withinMs: 3_000,
    // Past the time that it has here it still prints, and nothing else.
    control: otherEnd(
      'program = start(stdout=subprocess.PIPE)\nprint(program.stdout.read(5), is_free(5550), flush=True)',
      /^b'x{5}' True$/m,
    ),
  },
  {
    title: 'uses up its time with what must be built',
    files: {
      'server.py': server(''),
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, number) => [
          `client${number}.c`,
          '#include <sys/socket.h>\nint main() { connect(0, 0, 0); }',
        ]),
      ),
    },
    verdicts: [GOOD, /^(skip Not run: the 4 s that a submission has were used up before\.|timeout: .*)$/],
    withinMs: 4_000,
    control: {
      where: 'host',
      brings: {
        line: 'cd "$FOLDER"; timeout 4 sh -c \'for file in client*.c; do cc "$file" -o built; done\' 2>/dev/null; echo "$?"',
        says: /^124$/m,
      },
    },
  },
  {
    title: 'has a source whose name puts a shell in the place of its compiler',
    files: {
      '@server.c': 'int listen(int, int); int main(void) { listen(0, 0); }',
      'server.c': '-wrapper /bin/sh,-c,"echo wrapped >&2; sleep 600 # main (" other.c',
      'other.c': 'int other(void) { return 0; }',
      'client.py': client(''),
    },
    verdicts: [/^does-not-build: server\.c is C/, SENT],
    control: { where: 'host', brings: { line: 'cd "$FOLDER"; timeout 1 cc -c @server.c 2>&1', says: /^wrapped/m } },
  },
  {
    title: 'includes what it must not see, and what has no end',
    files: {
      'server.c': '#include "/etc/shadow"\nint listen(int, int); int main() { listen(0, 0); }',
      'client.c': '#include "/dev/zero"\nint connect(int, void *, int); int main() { connect(0, 0, 0); }',
    },
    verdicts: [
      /^does-not-build: /,
      /^memory: client\.c could not be compiled: the compiler used more than 2048 MB of memory/,
    ],
    control: {
      where: 'host',
      as: 'root',
      // The compiler quotes it.
      brings: { line: 'cc -fsyntax-only "$FOLDER/server.c" 2>&1', says: /^.*\broot:.*:/m },
    },
  },
];
