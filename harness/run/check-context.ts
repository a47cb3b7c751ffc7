import type { World } from '../arena/world.js';
import type { ProgramFile } from '../program/roles.js';
import type { Submission } from '../program/submission.js';
import { Listeners } from '../wire/listeners.js';
import type { Transcript } from '../wire/transcript.js';
import type { ClientProgram } from './client-program.js';
import { listenOn } from './listen-on.js';
import type { Random } from './random.js';
import { runScript, type ScriptRun } from './run-script.js';
import type { ServerProgram } from './server-program.js';
import type { Session } from './session.js';
import { type ClientStart, startClient } from './start-client.js';
import { type ArenaResolverOptions, type ArenaResolvers, startArenaResolver } from './start-resolver.js';
import { startServer } from './start-server.js';
import type { Role } from './verdict.js';

/** How many lines are typed at a program that keeps asking; then its input ends. */
const MOST_LINES = 12;

/** What a check may use; its functions may be taken apart (`run({ startServer, random })`). Every program and peer that it starts is disposed of when the check ends. */
export class CheckContext {
  readonly random: Random;
  readonly transcript: Transcript;
  readonly #session: Session;
  readonly #role: Role;
  readonly #dispose: (() => Promise<void>)[] = [];
  #over = false;

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
    this.#refuseWhenOver();
    const server = await startServer(this.#session, this.transcript, { typed });
    await this.#own(server);
    return server;
  };

  /** @throws CheckFailure when the client never makes contact */
  readonly startClient = async (options: Partial<ClientStart> & { typed?: string[] } = {}): Promise<ClientProgram> => {
    await this.#lookWhereTheServerListens();
    this.#refuseWhenOver();
    const { typed, ...rest } = options;
    const typist = options.typist ?? this.typist(typed, 'client');
    const client = await startClient(this.#session, this.transcript, { ...rest, typist });
    await this.#own(client);
    return client;
  };

  /** Peers on every port where this submission's clients may look, before any client runs. */
  readonly listen = async (): Promise<Listeners> => {
    await this.#lookWhereTheServerListens();
    const listeners = new Listeners(this.transcript, 'client');
    await listenOn(this.#session.clientPorts(), listeners, this.#session);
    this.#dispose.push(() => listeners.close());
    return listeners;
  };

  /** Runs a program that is neither server nor client to its end, and answers its prompts; the manifest's lines go first. */
  readonly runScript = async (run: ScriptRun): Promise<ClientProgram> => {
    const typist = this.#session.manifest.inputOf('script') ? this.typist(undefined, 'script') : run.typist;
    const script = await runScript(this.#session, this.transcript, { ...run, typist });
    this.#dispose.push(() => script.dispose());
    return script;
  };

  /** The resolver that the programs' system asks. @throws MachineLacks where there is no arena for it */
  readonly startResolver = async (options: ArenaResolverOptions): Promise<ArenaResolvers> => {
    const resolvers = await startArenaResolver(this.world, this.transcript, options);
    this.#dispose.push(() => resolvers.close());
    return resolvers;
  };

  /** Disposes of everything this check started. */
  async dispose(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#dispose.splice(0).map((dispose) => dispose().catch(() => undefined)));
  }

  /** A check that ran out of time must start nothing more beside the next one. */
  #refuseWhenOver(): void {
    if (this.#over) throw new Error('this check is over');
  }

  async #own(program: { dispose(): Promise<void> }): Promise<void> {
    if (this.#over) await program.dispose();
    this.#refuseWhenOver();
    this.#dispose.push(() => program.dispose());
  }

  /** A client may only know its server's port by computing it: then the server is the one to ask, once. */
  async #lookWhereTheServerListens(): Promise<void> {
    const { cast, conventions } = this.#session;
    const { port, broken } = conventions.server;
    if (port !== undefined || broken !== undefined || cast.server.length === 0) return;
    this.#session.serverSought ??= startServer(this.#session, this.transcript, {
      typed: this.typist(undefined, 'server'),
    }).then(
      (server) => server.dispose(),
      () => undefined,
    );
    await this.#session.serverSought;
  }
}
