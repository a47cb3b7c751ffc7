import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namelessFile } from './nameless-file.js';
import { quote } from './quote.js';
import { seccompFilter } from './seccomp.js';

/** Where the command finds the filter; it is closed before the program begins. 3 is the gate. */
export const FILTER_DESCRIPTOR = 4;

// prctl(2): PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER, and the call's own number.
const NO_NEW_PRIVS = 38;
const SET_SECCOMP = 22;
const FILTER_MODE = 2;
const PRCTL: Record<string, number> = { x64: 157, arm64: 167 };

/**
 * Without bubblewrap, what can put a filter upon itself and then become the program. Both read the filter from its descriptor, make a
 * `struct sock_fprog` of it (its number of instructions and where they are), and run nothing where the kernel refuses it.
 */
const INSTALLERS: string[][] = [
  [
    '/usr/bin/perl',
    '-e',
    [
      `open(F, '<&=', ${FILTER_DESCRIPTOR}) or die; binmode(F); { local $/; $f = <F>; } close(F);`,
      "$p = pack('S x![L!] P', length($f) / 8, $f);",
      `syscall(${PRCTL[process.arch]}, ${NO_NEW_PRIVS}, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";`,
      `syscall(${PRCTL[process.arch]}, ${SET_SECCOMP}, ${FILTER_MODE}, $p, 0, 0) == 0 or die "filter: $!";`,
      'exec { $ARGV[0] } @ARGV; exit 127',
    ].join(' '),
  ],
  [
    '/usr/bin/python3',
    '-ISc',
    [
      'import ctypes, os, sys',
      `f = os.fdopen(${FILTER_DESCRIPTOR}, 'rb').read()`,
      'class P(ctypes.Structure): _fields_ = [("n", ctypes.c_ushort), ("f", ctypes.c_char_p)]',
      'c = ctypes.CDLL(None, use_errno=True)',
      `ok = c.prctl(${NO_NEW_PRIVS}, 1, 0, 0, 0) == 0 and c.prctl(${SET_SECCOMP}, ${FILTER_MODE}, ctypes.byref(P(len(f) // 8, f)), 0, 0) == 0`,
      'ok or sys.exit("filter: errno %d" % ctypes.get_errno())',
      'os.execv(sys.argv[1], sys.argv[1:])',
    ].join('\n'),
  ],
];

/** How a program on a rung without bubblewrap is filtered: what stands before its command in a shell, and what that reads. */
export interface OwnFilter {
  prefix: string;
  handedOver: number[];
}

/** Opens the filter for one program; nothing stands before it where no filter can be had. */
export function ownFilter(file: string | 'none'): OwnFilter {
  const installer = file === 'none' ? 'none' : filterInstaller();
  if (installer === 'none') return { prefix: '', handedOver: [] };
  return { prefix: `${installer.map(quote).join(' ')} `, handedOver: [openSync(file, 'r')] };
}

/** Keeps the filter in a file that only we may read. */
export function writeFilter(path: string): string | 'none' {
  const filter = seccompFilter();
  if (!filter) return 'none';
  writeFileSync(path, filter, { mode: 0o600 });
  return path;
}

let found: string[] | 'none' | undefined;

/** The command that filters the system calls of the command behind it; `none` where nothing here can. Tried once, for real. */
export function filterInstaller(): string[] | 'none' {
  found ??= INSTALLERS.find(works) ?? 'none';
  return found;
}

/** The installers that work here. */
export function filterInstallers(): string[][] {
  return INSTALLERS.filter(works);
}

function works([command = '', ...args]: string[]): boolean {
  const filter = seccompFilter();
  if (process.platform !== 'linux' || !filter) return false;
  const path = join(tmpdir(), `netgrade-filter-${process.pid}-${performance.now()}`);
  const descriptor = namelessFile(path, filter);
  try {
    // It must become the next command, and that must be filtered.
    const asked = ['/bin/sh', '-c', 'grep -c "^Seccomp:.*2$" /proc/self/status'];
    const said = execFileSync(command, [...args, ...asked], {
      stdio: ['ignore', 'pipe', 'ignore', 'ignore', descriptor],
      timeout: 5_000,
    });
    return String(said).trim() === '1';
  } catch {
    return false;
  } finally {
    closeSync(descriptor);
  }
}
