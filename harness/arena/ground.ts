import type { NamedPipes } from './named-pipes.js';
import type { Launch } from './start-program.js';
import type { Owner } from './student-owner.js';
import type { Names, ProgramRequest, Rung, Space, World } from './world.js';

/**
 * What a rung of isolation provides to the world that stands on it. The world (open-world.ts) is the same on every rung.
 */
export interface Ground {
  rung: Rung;
  hostAddress: string;
  has: World['has'];
  resolverAddress: string;
  /** The user that programs run as. */
  owner: Owner;
  /** Where pipes for the standard streams of programs can be made; Node's own are used where they cannot. */
  pipes: NamedPipes | 'none';
  /** How often the watchdog looks. */
  watchEveryMs: number;
  /** The sockets of the arena, open or held by the kernel alone; 0 where its network is the machine's. */
  socketsUsed(): number;
  /** Sets the names that programs started from now on see. Returns the computer's name; where they are not ours that is all that it does. */
  furnish(names: Names): string;
  /** Makes an empty folder that is size-limited where the rung can do that. */
  makeFolder(): Promise<string>;
  /** `quiet` says that no student's process is left. */
  removeFolder(folder: string, quiet: boolean): Promise<void>;
  /** Gives a folder and its temporary places back the rights that they began with: the program before may have taken them. */
  reopenFolder(folder: string): void;
  /** What is left of the place that a folder lies in. */
  spaceOf(folder: string): Space;
  /** How to start a program on this rung. */
  launch(request: ProgramRequest): Launch;
  /** Ends every process that is not ours, and names what does not belong into a clean arena. */
  clear(): Promise<string[]>;
  /** The last moment: ends at once what would outlive us. */
  atExit(): void;
}
