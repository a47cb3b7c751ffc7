import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

const { O_RDONLY, O_WRONLY, O_RDWR, O_NONBLOCK } = constants;

/** A pipe: what the program is given, and what we keep. */
export interface Pipe {
  theirs: number;
  ours: number;
}

/** Made at a time, because Node can only have them made by another program: few for one submission, many for those of a class. */
const FIRST_BATCH = 60;
const BATCH = 600;

/**
 * Pipes for the standard streams of programs. Node's own are pairs of sockets, which a program can use but not open by name: `echo x >
 * /dev/stderr` and `open("/dev/stdout")` would fail. A pipe of the file system can be opened again by everybody who has it.
 */
export class NamedPipes {
  readonly #ready: string[] = [];
  #made = 0;

  constructor(private readonly folder: string) {}

  /** From the program to us. */
  fromProgram(): Pipe {
    return this.#open(O_WRONLY, O_RDONLY | O_NONBLOCK);
  }

  /** From us to the program. */
  toProgram(): Pipe {
    return this.#open(O_RDONLY, O_WRONLY | O_NONBLOCK);
  }

  #open(theirs: number, ours: number): Pipe {
    const path = this.#take();
    // Opening one end waits for the other: while both are held here, neither does.
    const both = openSync(path, O_RDWR | O_NONBLOCK);
    try {
      return { theirs: openSync(path, theirs), ours: openSync(path, ours) };
    } finally {
      closeSync(both);
      unlinkSync(path);
    }
  }

  #take(): string {
    if (this.#ready.length === 0) {
      const paths = Array.from({ length: this.#made === 0 ? FIRST_BATCH : BATCH }, () =>
        join(this.folder, `pipe-${this.#made++}`),
      );
      // Whoever the program runs as must be able to open it again; nobody else can reach the folder.
      execFileSync('mkfifo', ['-m', '666', ...paths], { stdio: 'pipe' });
      this.#ready.push(...paths);
    }
    return this.#ready.shift() as string;
  }
}
