import { describe, expect, it } from 'vitest';
import { seccompFilter } from './seccomp.js';

interface Call {
  architecture: number;
  number: number;
  arguments?: number[];
}

const X64 = 0xc000003e;
const ARM64 = 0xc00000b7;
const I386 = 0x40000003;

/** The part of classic BPF that the filter is written in, as bpf(4) and seccomp(2) define it. */
function judge(filter: Buffer, call: Call): 'allow' | 'kill' | number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call.number >>> 0, 0);
  data.writeUInt32LE(call.architecture, 4);
  for (const [index, value] of (call.arguments ?? []).entries()) data.writeBigUInt64LE(BigInt(value), 16 + 8 * index);
  let accumulator = 0;
  for (let at = 0; at < filter.length / 8; at++) {
    const operation = filter.readUInt16LE(at * 8);
    const operand = filter.readUInt32LE(at * 8 + 4);
    const jump = (holds: boolean) => {
      at += filter.readUInt8(at * 8 + (holds ? 2 : 3));
    };
    if (operation === 0x20) accumulator = data.readUInt32LE(operand);
    else if (operation === 0x15) jump(accumulator === operand);
    else if (operation === 0x35) jump(accumulator >= operand);
    else if (operation === 0x45) jump((accumulator & operand) !== 0);
    else if (operand === 0x7fff0000) return 'allow';
    else if (operand === 0x80000000) return 'kill';
    else return operand & 0xffff;
  }
  throw new Error('the filter ends without a verdict');
}

const EPERM = 1;
const ENOSYS = 38;
const EPROTONOSUPPORT = 93;
const EAFNOSUPPORT = 97;
const CLONE_NEWUSER = 0x10000000;
const THREAD = 0x3d0f00; // What pthread_create asks clone for.

const x64 = (number: number, ...args: number[]): Call => ({ architecture: X64, number, arguments: args });
const arm64 = (number: number, ...args: number[]): Call => ({ architecture: ARM64, number, arguments: args });

describe('the filter of system calls', () => {
  it.each<[string, 'x64' | 'arm64', Call, ReturnType<typeof judge>]>([
    ['read', 'x64', x64(0), 'allow'],
    ['mmap', 'x64', x64(9), 'allow'],
    ['execve', 'x64', x64(59), 'allow'],
    ['a thread', 'x64', x64(56, THREAD), 'allow'],
    ['a fork', 'x64', x64(57), 'allow'],
    ['a user namespace by clone', 'x64', x64(56, CLONE_NEWUSER | 17), EPERM],
    ['clone3, so that libc falls back', 'x64', x64(435), ENOSYS],
    ['unshare', 'x64', x64(272, CLONE_NEWUSER), EPERM],
    ['ptrace', 'x64', x64(101), EPERM],
    ['mount', 'x64', x64(165), EPERM],
    ["another process's open file", 'x64', x64(438), EPERM],
    ['a segment of memory', 'x64', x64(154), EPERM],
    ['shmget', 'x64', x64(29), EPERM],
    ['io_uring', 'x64', x64(425), ENOSYS],
    ['a TCP socket', 'x64', x64(41, 2, 1), 'allow'],
    ['an IPv6 socket', 'x64', x64(41, 10, 2), 'allow'],
    ['a UDP socket that says so', 'x64', x64(41, 2, 2, 17), 'allow'],
    ['a socket of multipath TCP, so that Go falls back', 'x64', x64(41, 2, 1, 262), EPROTONOSUPPORT],
    ['an IPv6 socket of SCTP', 'x64', x64(41, 10, 1, 132), EPROTONOSUPPORT],
    ['a list of the addresses', 'x64', x64(41, 16, 3, 0), 'allow'],
    ['a talk with the firewall', 'x64', x64(41, 16, 3, 12), EPROTONOSUPPORT],
    ['an address to be used again', 'x64', x64(54, 3, 1, 2), 'allow'],
    ['no delay for small segments', 'x64', x64(54, 3, 6, 7), 'allow'],
    ['a larger send buffer, which is not made', 'x64', x64(54, 3, 1, 7), 0],
    ['a larger receive buffer on arm64', 'arm64', arm64(208, 3, 1, 8), 0],
    ['pages given to a pipe', 'x64', x64(278), EPERM],
    ['a UNIX socket', 'x64', x64(41, 1, 1), 'allow'],
    ['a packet socket', 'x64', x64(41, 17, 3), EAFNOSUPPORT],
    ['a vsock', 'x64', x64(41, 40, 1), EAFNOSUPPORT],
    ['typing into a terminal', 'x64', x64(16, 0, 0x5412), EPERM],
    ['asking a terminal for its size', 'x64', x64(16, 0, 0x5413), 'allow'],
    ['a call by the x32 table', 'x64', x64(0x40000000 + 41), ENOSYS],
    ['a call by the i386 table', 'x64', { architecture: I386, number: 102 }, 'kill'],
    ['read on arm64', 'arm64', arm64(63), 'allow'],
    ['ptrace on arm64', 'arm64', arm64(117), EPERM],
    ["another process's open file on arm64", 'arm64', arm64(438), EPERM],
    ['a user namespace on arm64', 'arm64', arm64(220, CLONE_NEWUSER), EPERM],
    ['a packet socket on arm64', 'arm64', arm64(198, 17), EAFNOSUPPORT],
    ['openat on arm64, which is ptrace’s neighbour', 'arm64', arm64(56), 'allow'],
    ['an x64 call on arm64', 'arm64', x64(0), 'kill'],
  ])('judges %s', (_, architecture, call, verdict) => {
    const filter = seccompFilter(architecture);
    expect(filter && judge(filter, call)).toBe(verdict);
  });

  it('does not exist for an architecture whose calls it does not know', () => {
    expect(seccompFilter('riscv64')).toBeUndefined();
  });

  it('fits into what the kernel takes', () => {
    expect((seccompFilter('x64')?.length ?? 0) / 8).toBeLessThan(4096);
  });
});
