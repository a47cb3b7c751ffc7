import type { World } from '../arena/world.js';
import type { ProgramFile } from '../program/roles.js';
import type { Submission } from '../program/submission.js';
import { Listeners } from '../wire/listeners.js';
import type { Transcript } from '../wire/transcript.js';
import type { ClientProgram } from './client-program.js';
import { diagnose } from './diagnose.js';
import { refuseWhenOver } from './launch.js';
import { listenOn } from './listen-on.js';
import type { Random } from './random.js';
import { runScript, type ScriptRun } from './run-script.js';
import type { ServerProgram } from './server-program.js';
import type { Session } from './session.js';
import { type ClientStart, startClient } from './start-client.js';
import { type ArenaResolverOptions, type ArenaResolvers, startArenaResolver } from './start-resolver.js';
import { startServer } from './start-server.js';
import type { Role } from './verdict.js';

const disposed = (program: { dispose(): Promise<void> }): Promise<void> => program.dispose();

/** How many lines are typed at a program that keeps asking; then its input ends. */
const MOST_LINES = 12;

/** What a check may use; its functions may be taken apart (`run({ startServer, random })`). Every program and peer that it starts is disposed of when the check ends. */
export class CheckContext {
  readonly random: Random;
  readonly transcript: Transcript;
  readonly #session: Session;
  readonly #role: Role;
  readonly #dispose: (() => Promise<void>)[] = [];
  /** What is being started: its programs are nobody's yet. */
  readonly #starts = new Set<Promise<unknown>>();

  constructor(session: Session, role: Role, random: Random, transcript: Transcript) {
    this.#session = session;
    this.#role = role;
    this.random = random;
    this.transcript = transcript;
  }

  get world(): World {
    return this.#session.world;
  }

  get submission(): Submission {
    return this.#session.submission;
  }

  /** What earlier checks of this submission found out. */
  get learned(): Map<string, unknown> {
    return this.#session.learned;
  }

  /** Where the student's server listens, if that has been seen. */
  get serverPort(): number | undefined {
    return this.#session.conventions.server.port;
  }

  /** Whether the instructor set an option of this assignment. */
  readonly option = (name: string): boolean => {
    return this.#session.options[name] ?? this.#session.assignment.options?.[name]?.default ?? false;
  };

  /** The submission's programs of a role. @throws CheckFailure `no-program` */
  readonly programs = (role: Role): ProgramFile[] => {
    return this.#session.programsOf(role);
  };

  readonly has = (role: Role): boolean => {
    return this.#session.cast[role].length > 0;
  };

  /** Says in the report how this role's programs are started and spoken to. */
  readonly say = (sentence: string): void => {
    this.#session.say(this.#role, sentence);
  };

  readonly note = (party: string, text: string): void => {
    this.transcript.record({ type: 'note', party, text });
  };

  /** A loopback address that is not the usual one, where this system has them: an asker from elsewhere. */
  readonly otherAddress = (): string =>
    process.platform === 'linux'
      ? `127.${this.random.int(1, 250)}.${this.random.int(1, 250)}.${this.random.int(2, 250)}`
      : '127.0.0.1';

  /** What to type at a program that asks: the manifest's lines, else the given ones, else the assignment's. */
  readonly typist = (lines?: string[], role: Role = this.#role): (() => string | undefined) => {
    const queue =
      this.#session.manifest.inputOf(role) ??
      lines ??
      this.#session.assignment.typed?.(this.random.fork('typed')) ??
      [];
    let next = 0;
    return () => (next < Math.min(queue.length, MOST_LINES) ? queue[next++] : undefined);
  };

  /** @throws CheckFailure when the server cannot be brought to listen */
  readonly startServer = async (options: { typed?: string[] | 'nothing' } = {}): Promise<ServerProgram> => {
    const typed = options.typed === 'nothing' ? () => undefined : this.typist(options.typed, 'server');
    return this.#started(() => startServer(this.#session, this.transcript, { typed }), disposed);
  };

  /** @throws CheckFailure when the client never makes contact */
  readonly startClient = async (options: Partial<ClientStart> & { typed?: string[] } = {}): Promise<ClientProgram> => {
    await this.#lookWhereTheServerListens();
    const { typed, ...rest } = options;
    const typist = options.typist ?? (() => this.typist(typed, 'client'));
    return this.#started(() => startClient(this.#session, this.transcript, { ...rest, typist }), disposed);
  };

  /** Whether a client that could not be brought to speak had offered its user something else to type. */
  readonly offersChoice = (): boolean => {
    return this.#session.answersOf(this.#session.programsOf('client')[0]!)?.hadChoice ?? false;
  };

  /** Peers on every port where this submission's clients may look, before any client runs. */
  readonly listen = async (): Promise<Listeners> => {
    await this.#lookWhereTheServerListens();
    const listeners = new Listeners(this.transcript, 'client');
    const start = () => listenOn(this.#session.clientPorts(), listeners, this.#session);
    await this.#started(start, () => listeners.close());
    return listeners;
  };

  /** Runs a program that is neither server nor client to its end, and answers its prompts; the manifest's lines go first. */
  readonly runScript = async (run: ScriptRun): Promise<ClientProgram> => {
    const typist = this.#session.manifest.inputOf('script') ? this.typist(undefined, 'script') : run.typist;
    return this.#started(() => runScript(this.#session, this.transcript, { ...run, typist }), disposed);
  };

  /** The resolver that the programs' system asks. @throws MachineLacks where there is no arena for it */
  readonly startResolver = async (options: ArenaResolverOptions): Promise<ArenaResolvers> => {
    const start = () => startArenaResolver(this.world, this.transcript, options);
    return this.#started(start, (resolvers) => resolvers.close());
  };

  /**
   * A program that is over a limit at the end of its check is ended for it, as it would have been at the watchdog's next look: whether that came
   * in time must not decide. Where one could not be brought to listen or to speak, whoever started it has said so.
   * @throws CheckFailure
   */
  async expectWithinLimits(): Promise<void> {
    this.world.lookAtLimits();
    for (const { role, program } of this.#session.launched) {
      if (program.running.breach === undefined || this.#session.givenUp.has(program)) continue;
      await program.running.exited;
      throw diagnose(program, role === 'script' ? 'program' : role, {
        code: 'crashed',
        summary: 'It was ended for going over a limit.',
      });
    }
  }

  /** Disposes of everything this check started, and of what it is just starting: nothing of it is there any more beside the next one. */
  async dispose(): Promise<void> {
    this.transcript.isOver = true;
    await this.#disposeOfAll();
    await Promise.all(this.#session.launched.splice(0).map(({ program }) => program.dispose()));
    await Promise.allSettled(this.#starts);
    await this.#disposeOfAll();
  }

  async #disposeOfAll(): Promise<void> {
    await Promise.all(this.#dispose.splice(0).map((dispose) => dispose().catch(() => undefined)));
  }

  /** Starts what is ended with the check. */
  async #started<Started>(start: () => Promise<Started>, end: (started: Started) => Promise<void>): Promise<Started> {
    refuseWhenOver(this.transcript);
    const starting = start();
    const settled = starting.then(
      (started) => void this.#dispose.push(() => end(started)),
      () => undefined,
    );
    this.#starts.add(settled);
    try {
      return await starting;
    } finally {
      this.#starts.delete(settled);
    }
  }

  /** A client may only know its server's port by computing it: then the server is the one to ask, once. */
  async #lookWhereTheServerListens(): Promise<void> {
    const { cast, conventions } = this.#session;
    const { port, broken } = conventions.server;
    if (port !== undefined || broken !== undefined || cast.server.length === 0) return;
    this.#session.serverSought ??= this.startServer().then(
      (server) => server.dispose(),
      () => undefined,
    );
    await this.#session.serverSought;
  }
}
