/**
 * The system calls that no program of a networking course makes, and that attack the kernel, other processes or the
 * sandbox. Numbers: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h; `-` where an
 * architecture has no such call.
 */
const DENIED: [name: string, x64: number | '-', arm64: number | '-'][] = [
  ['acct', 163, 89],
  ['add_key', 248, 217],
  ['adjtimex', 159, 171],
  ['bpf', 321, 280],
  ['chroot', 161, 51],
  ['clock_adjtime', 305, 266],
  ['clock_settime', 227, 112],
  ['delete_module', 176, 106],
  ['fanotify_init', 300, 262],
  ['finit_module', 313, 273],
  ['fsconfig', 431, 431],
  ['fsmount', 432, 432],
  ['fsopen', 430, 430],
  ['fspick', 433, 433],
  ['init_module', 175, 105],
  ['ioperm', 173, '-'],
  ['iopl', 172, '-'],
  ['kcmp', 312, 272],
  ['kexec_file_load', 320, 294],
  ['kexec_load', 246, 104],
  ['keyctl', 250, 219],
  ['memfd_create', 319, 279], // Memory that no file system's size limits.
  ['memfd_secret', 447, 447],
  ['migrate_pages', 256, 238],
  ['modify_ldt', 154, '-'],
  ['mount', 165, 40],
  ['mount_setattr', 442, 442],
  ['move_mount', 429, 429],
  ['move_pages', 279, 239],
  ['msgget', 68, 186],
  ['name_to_handle_at', 303, 264],
  ['nfsservctl', 180, 42],
  ['open_by_handle_at', 304, 265],
  ['open_tree', 428, 428],
  ['perf_event_open', 298, 241],
  ['pidfd_getfd', 438, 438], // Takes open files of another process, such as the sandbox's own.
  ['pivot_root', 155, 41],
  ['process_madvise', 440, 440],
  ['process_vm_readv', 310, 270],
  ['process_vm_writev', 311, 271],
  ['ptrace', 101, 117],
  ['quotactl', 179, 60],
  ['quotactl_fd', 443, 443],
  ['reboot', 169, 142],
  ['request_key', 249, 218],
  ['semget', 64, 190],
  ['setdomainname', 171, 162],
  ['sethostname', 170, 161],
  ['setns', 308, 268],
  ['settimeofday', 164, 170],
  ['shmget', 29, 194], // Stays when its maker has ended, and is nobody's memory.
  ['swapoff', 168, 225],
  ['swapon', 167, 224],
  ['syslog', 103, 116],
  ['umount2', 166, 39],
  ['unshare', 272, 97],
  ['userfaultfd', 323, 282],
  ['vhangup', 153, 58],
  ['vmsplice', 278, 75], // Pages in a pipe are nobody's memory once they are unmapped.
];

/** Calls that a runtime tries first and does without where the kernel is older: these must look absent, not forbidden. */
const ABSENT: [name: string, x64: number, arm64: number][] = [
  ['clone3', 435, 435], // Its flags are behind a pointer, so the filter cannot see them; glibc falls back to clone.
  ['io_uring_setup', 425, 425],
  ['io_uring_enter', 426, 426],
  ['io_uring_register', 427, 427],
  ['io_setup', 206, 0], // Its contexts are counted for the machine as a whole.
];

type Architecture = 'x64' | 'arm64';

// Audit numbers: include/uapi/linux/audit.h.
const ARCHITECTURES: Record<
  Architecture,
  { audit: number; clone: number; socket: number; setsockopt: number; ioctl: number; column: 1 | 2 }
> = {
  x64: { audit: 0xc000003e, clone: 56, socket: 41, setsockopt: 54, ioctl: 16, column: 1 },
  arm64: { audit: 0xc00000b7, clone: 220, socket: 198, setsockopt: 208, ioctl: 29, column: 2 },
};

// include/uapi/linux/bpf_common.h, include/uapi/linux/seccomp.h.
const LOAD_WORD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_ANY_BIT = 0x45;
const RETURN = 0x06;
const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const errno = (number: number) => 0x00050000 | number;
const EPERM = 1;
const ENOSYS = 38;
const EPROTONOSUPPORT = 93;
const EAFNOSUPPORT = 97;
/** The call is not made, and its caller is told that it was. */
const PRETEND = errno(0);

// Offsets in struct seccomp_data; of an argument its lower half, which is where a little-endian int is.
const NUMBER_AT = 0;
const ARCHITECTURE_AT = 4;
const argumentAt = (index: number) => 16 + 8 * index;

const X32_BIT = 0x40000000;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const ANY_NAMESPACE = 0x7e020000;
const TERMINAL_INJECTION = [0x5412, 0x541c]; // TIOCSTI, TIOCLINUX
const AF_UNIX = 1;
/**
 * The protocols of other families: 0, TCP and UDP of AF_INET and AF_INET6; NETLINK_ROUTE, which lists the addresses, and
 * NETLINK_SOCK_DIAG of AF_NETLINK. What was never asked for must not be what the kernel is attacked through. A socket of multipath TCP,
 * which Go prefers, would stand in no table as its owner's.
 */
const PROTOCOLS: [family: number, protocols: number[]][] = [
  [2, [0, 6, 17]],
  [10, [0, 6, 17]],
  [16, [0, 4]],
];
const SOL_SOCKET = 1;
/** SO_SNDBUF, SO_RCVBUF. Memory in sockets is nobody's; with the usual buffers it is bounded by the number of sockets. */
const BUFFER_SIZES = [7, 8];

/**
 * The seccomp filter of student programs, as classic BPF for `bwrap --seccomp`. Returns undefined on an architecture
 * whose system calls it does not know: the ladder then says that there is no filter.
 */
export function seccompFilter(architecture: string = process.arch): Buffer | undefined {
  if (architecture !== 'x64' && architecture !== 'arm64') return undefined;
  const { audit, clone, socket, setsockopt, ioctl, column } = ARCHITECTURES[architecture];
  const program = new Program();
  program.load(ARCHITECTURE_AT).unless(JUMP_EQUAL, audit, KILL_PROCESS).load(NUMBER_AT);
  if (architecture === 'x64') program.when(JUMP_AT_LEAST, X32_BIT, errno(ENOSYS));
  for (const row of DENIED) if (row[column] !== '-') program.when(JUMP_EQUAL, row[column], errno(EPERM));
  for (const row of ABSENT) program.when(JUMP_EQUAL, row[column], errno(ENOSYS));
  program.on(clone, argumentAt(0), (test) => test.when(JUMP_ANY_BIT, ANY_NAMESPACE, errno(EPERM)).always(ALLOW));
  program.on(socket, argumentAt(0), (test) => {
    test.when(JUMP_EQUAL, AF_UNIX, ALLOW);
    for (const [family, protocols] of PROTOCOLS) {
      test.on(family, argumentAt(2), (inner) => {
        for (const protocol of protocols) inner.when(JUMP_EQUAL, protocol, ALLOW);
        inner.always(errno(EPROTONOSUPPORT));
      });
    }
    test.always(errno(EAFNOSUPPORT));
  });
  program.on(setsockopt, argumentAt(1), (test) => {
    test.on(SOL_SOCKET, argumentAt(2), (inner) => {
      for (const option of BUFFER_SIZES) inner.when(JUMP_EQUAL, option, PRETEND);
      inner.always(ALLOW);
    });
    test.always(ALLOW);
  });
  program.on(ioctl, argumentAt(1), (test) => {
    for (const request of TERMINAL_INJECTION) test.when(JUMP_EQUAL, request, errno(EPERM));
    test.always(ALLOW);
  });
  return program.always(ALLOW).bytes();
}

/** Eight bytes an instruction: what to do, how far to jump if so, how far if not, and an operand. */
class Program {
  readonly #code: [operation: number, then: number, otherwise: number, operand: number][] = [];

  load(offset: number): this {
    this.#code.push([LOAD_WORD, 0, 0, offset]);
    return this;
  }

  when(jump: number, operand: number, verdict: number): this {
    this.#code.push([jump, 0, 1, operand], [RETURN, 0, 0, verdict]);
    return this;
  }

  unless(jump: number, operand: number, verdict: number): this {
    this.#code.push([jump, 1, 0, operand], [RETURN, 0, 0, verdict]);
    return this;
  }

  always(verdict: number): this {
    this.#code.push([RETURN, 0, 0, verdict]);
    return this;
  }

  /** Where the loaded value is `number`, judges another. `build` must end in a verdict, for the loaded value is lost. */
  on(number: number, offset: number, build: (test: Program) => void): this {
    const test = new Program().load(offset);
    build(test);
    this.#code.push([JUMP_EQUAL, 0, test.#code.length, number], ...test.#code);
    return this;
  }

  bytes(): Buffer {
    const buffer = Buffer.alloc(this.#code.length * 8);
    this.#code.forEach(([operation, then, otherwise, operand], index) => {
      buffer.writeUInt16LE(operation, index * 8);
      buffer.writeUInt8(then, index * 8 + 2);
      buffer.writeUInt8(otherwise, index * 8 + 3);
      buffer.writeUInt32LE(operand >>> 0, index * 8 + 4);
    });
    return buffer;
  }
}
