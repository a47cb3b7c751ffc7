import { hasNamespaces } from './arena-command.js';
import { CannotStart, NotInTime } from './cannot-start.js';
import { copyFiles, give } from './copy-files.js';
import type { Ground } from './ground.js';
import { closeInheritedDescriptors } from './inherited-descriptors.js';
import { namespaceGround } from './namespace-ground.js';
import { openGround } from './open-ground.js';
import { HOST_NAME } from './own-network.js';
import { startProgram } from './start-program.js';
import { Watchdog } from './watchdog.js';
import type { Names, ProgramRequest, Rung, RunningProgram, World } from './world.js';

/** What a submission finds before its assignment says otherwise. */
const USUAL_NAMES: Names = { hostName: HOST_NAME, services: [], hosts: [] };

/** A program that does nothing. */
const NOTHING = ['/bin/sh', '-c', ':'];

/**
 * Opens the world of one arena. To be called once, inside the arena's agent, before anything else touches the network.
 * `slot` tells apart the arenas that run at the same time: each has a user of its own where there are users to be had.
 * @throws {Error} when the rung cannot be had after all.
 */
export async function openWorld(options: { rung: Rung; slot: number }): Promise<World> {
  closeInheritedDescriptors();
  const ground = await groundFor(options);
  process.once('exit', () => ground.atExit());
  // Whoever started us is gone, and with it whoever wanted a result.
  process.once('disconnect', () => process.exit(3));
  return new OpenWorld(ground);
}

function groundFor({ rung, slot }: { rung: Rung; slot: number }): Promise<Ground> {
  return hasNamespaces(rung) ? namespaceGround(rung, slot) : openGround(rung, slot);
}

class OpenWorld implements World {
  readonly rung: Rung;
  hostName: string;
  readonly hostAddress: string;
  readonly has: World['has'];
  readonly resolverAddress: string;
  readonly #watchdog: Watchdog;
  readonly #programs = new Set<RunningProgram>();
  readonly #folders = new Set<string>();
  #names = USUAL_NAMES;

  constructor(private readonly ground: Ground) {
    this.rung = ground.rung;
    this.hostAddress = ground.hostAddress;
    this.has = ground.has;
    this.resolverAddress = ground.resolverAddress;
    this.#watchdog = new Watchdog(ground.watchEveryMs, () => ground.socketsUsed());
    this.hostName = ground.furnish(this.#names);
  }

  setNames(names: Partial<Names>): void {
    this.#names = { ...this.#names, ...names };
    this.hostName = this.ground.furnish(this.#names);
  }

  async makeWorkFolder(from: string, files: string[]): Promise<string> {
    const folder = await this.ground.makeFolder();
    this.#folders.add(folder);
    await copyFiles(from, files, folder, this.ground.owner);
    await give(folder, this.ground.owner);
    return folder;
  }

  async spawn(request: ProgramRequest): Promise<RunningProgram> {
    const program = await this.#start(request).catch((error) => this.#startAfter(error, request));
    this.#programs.add(program);
    return program;
  }

  async #start(request: ProgramRequest): Promise<RunningProgram> {
    this.ground.reopenFolder(request.workFolder);
    return startProgram(this.ground.launch(request), request.limits, {
      watchdog: this.#watchdog,
      space: () => this.ground.spaceOf(request.workFolder),
      pipes: this.ground.pipes,
    });
  }

  /** Tries once more. If that fails as well, a program that does nothing, in a folder of its own, tells whose fault it is. */
  async #startAfter(error: unknown, request: ProgramRequest): Promise<RunningProgram> {
    if (error instanceof NotInTime) throw error;
    try {
      return await this.#start(request);
    } catch (again) {
      const folder = await this.ground.makeFolder();
      try {
        await give(folder, this.ground.owner);
        const other = { ...request, argv: NOTHING, workFolder: folder, env: {} };
        await (await this.#start(other)).dispose();
      } catch {
        throw again;
      } finally {
        await this.ground.removeFolder(folder, false);
      }
      throw new CannotStart(again instanceof Error ? again.message : String(again));
    }
  }

  get othersMs(): number {
    return this.#watchdog.othersMs;
  }

  lookAtLimits(): void {
    this.#watchdog.look();
  }

  async clear(): Promise<{ clean: boolean; leftovers: string[] }> {
    await Promise.all([...this.#programs].map((program) => program.dispose()));
    this.#programs.clear();
    const leftovers = await this.ground.clear();
    const clean = leftovers.length === 0;
    for (const folder of this.#folders) await this.ground.removeFolder(folder, clean);
    this.#folders.clear();
    if (this.#names !== USUAL_NAMES) {
      this.#names = USUAL_NAMES;
      this.hostName = this.ground.furnish(USUAL_NAMES);
    }
    return { clean, leftovers };
  }
}
