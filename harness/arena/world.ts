import type { Readable, Writable } from 'node:stream';

/** The rungs of isolation, best first. The rung on which a submission ran stands in its result. */
export type Rung = 'full+cgroup' | 'full' | 'root' | 'util-linux' | 'container' | 'none';

/** What one program may use. A breach ends it and becomes the cause of the failure. */
export interface Limits {
  memoryBytes: number;
  processes: number;
  openFiles: number;
  /** All that its processes have open, together: what waits for many files at once is counted by the machine for a user as a whole. */
  allOpenFiles: number;
  /** All sockets of the arena together, where it has a network of its own. */
  sockets: number;
  /** The largest file that it may write. */
  fileBytes: number;
  cpuSeconds: number;
  /** Standard output and error together. */
  outputBytes: number;
  /** All that the programs of one role keep in their work folder and temporary folders together, where these are a file system of their own. */
  folderBytes: number;
  /** How many files and folders those are at the most. */
  folderFiles: number;
}

export const DEFAULT_LIMITS: Limits = {
  memoryBytes: 512 * 1024 * 1024,
  processes: 64,
  openFiles: 256,
  // Sixty processes of Python's multiprocessing have 4300: each inherits two pipes to every one that was started before it.
  allOpenFiles: 6144,
  sockets: 1024,
  fileBytes: 16 * 1024 * 1024,
  cpuSeconds: 10,
  outputBytes: 8 * 1024 * 1024,
  // A Go build needs most of it.
  folderBytes: 256 * 1024 * 1024,
  folderFiles: 32_768,
};

export interface ProgramRequest {
  /** The command, with absolute paths as the program sees them. */
  argv: string[];
  /** The submission's work folder: writable, the current folder of the program, the same path inside and outside. */
  workFolder: string;
  /** Folders outside the usual system that the program must be able to read: an interpreter's prefix, a virtual environment, a compiler. */
  readable: string[];
  /** Added to the arena's own small environment. */
  env: Record<string, string>;
  limits: Limits;
}

/** Limits for which a program is ended. */
export type Breach = 'memory' | 'processes' | 'all-open-files' | 'sockets' | 'cpu' | 'output' | 'file-size';

/** Limits for which a call fails. What becomes of the program then is up to itself. */
export type Shortage = 'open-files' | 'full-folder' | 'file-count' | 'large-file';

/** What there is left of the place that a program may write to; infinite where its file system does not count that. */
export interface Space {
  bytes: number;
  files: number;
  /** Whether the machine gives less than the limits promise, so that what is missing is not the programs' doing. Takes its time. */
  isScant(): boolean;
}

/** How a program ended. With both a code and a signal it was one of them, and nobody can tell which: see `exitOf`. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  breach?: Breach;
  /** Within its limits it was killed when memory ran out: it is the machine that had too little. */
  noMemory?: true;
}

/** A student's program, running. Whoever started it disposes of it; that kills every process it left behind. */
export interface RunningProgram {
  /** The outermost process, in the arena's own process table. */
  pid: number;
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** Settles when the program has ended, whether or not something that it started still holds its output open. */
  exited: Promise<Exit>;
  /** The ids of all its live processes, sandbox included, in the arena's own process table. */
  processIds(): number[];
  /** As `processIds`, without the sandbox: what the student's own code runs in. */
  ownProcessIds(): number[];
  /** The limit that it was seen to be over, and for which it is being ended. */
  readonly breach: Breach | undefined;
  /** The most files and sockets that one of its live processes has open; 0 where that cannot be seen. */
  openFiles(): number;
  /** The size of the largest file that one of them has open for writing. */
  largestFile(): number;
  /** Also when it has ended. */
  space(): Space;
  /** Sends a signal to the student's own process (not to the sandbox around it). */
  signal(signal: NodeJS.Signals): void;
  /** Ends everything it started, at once, and settles when it is gone. */
  dispose(): Promise<void>;
}

/** One line of `/etc/services`. */
export interface Service {
  name: string;
  port: number;
  protocol: 'tcp' | 'udp';
}

/** One line of the hosts file. */
export interface HostEntry {
  address: string;
  names: string[];
}

/** What programs find by name. */
export interface Names {
  /** The computer's own. */
  hostName: string;
  /** In place of those in the services file that are not usual ones. */
  services: Service[];
  /**
   * What stands in the hosts file beside localhost and the computer's own name; a name for one of those addresses stands before it, so that a
   * reverse look-up tells it.
   */
  hosts: HostEntry[];
}

/** The closed network world in which one submission runs, seen from the agent inside it. */
export interface World {
  rung: Rung;
  /** What `gethostname()` returns to a program. */
  readonly hostName: string;
  /** The address of `hostName`. */
  hostAddress: string;
  /** Whether the program sees our hosts, services and resolver, and whether every IPv4 address and low port is its own. */
  has: { ownNames: boolean; ownAddresses: boolean; ownPorts: boolean };
  /** Where the arena's resolver must listen (port 53) for the programs to find it. */
  resolverAddress: string;
  /** Replaces what programs started from now on find by name, until the submission is over. Does nothing where names are not our own. */
  setNames(names: Partial<Names>): void;
  /** Makes a fresh size-limited work folder that the student's programs may write to, with a copy of `files` from `from`. */
  makeWorkFolder(from: string, files: string[]): Promise<string>;
  /** @throws CannotStart when the submission is at fault, Error when the machine is */
  spawn(request: ProgramRequest): Promise<RunningProgram>;
  /** For how long others on the machine wanted the processors while programs ran here, in milliseconds since it was opened. */
  readonly othersMs: number;
  /** Looks at the limits of all programs at once, instead of when the watchdog looks next. */
  lookAtLimits(): void;
  /** Ends whatever is left, removes the work folders, and says whether the arena is as clean as new (no process, no socket). */
  clear(): Promise<{ clean: boolean; leftovers: string[] }>;
}
