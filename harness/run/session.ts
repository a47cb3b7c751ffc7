import type { Limits, World } from '../arena/world.js';
import { DEFAULT_LIMITS } from '../arena/world.js';
import type { Assignment } from '../assignment/assignment.js';
import type { Argument } from '../program/arguments.js';
import { BUILD_LIMITS, type Built, build, type Command, prepareGo, WAITS_AFTER_MS } from '../program/build.js';
import { allImportsOf } from '../program/go-standard.js';
import { LANGUAGE_NAME, languageOf } from '../program/languages.js';
import { nearPrograms } from '../program/near-program.js';
import type { Program } from '../program/program.js';
import { PromptAnswers } from '../program/prompt-answers.js';
import { type Cast, castOf, type ProgramFile } from '../program/roles.js';
import { portsNamed, withoutComments } from '../program/source.js';
import type { Submission } from '../program/submission.js';
import { type Uses, usesIn } from '../program/uses.js';
import { ANSWERS_WITHIN_MS } from './bounds.js';
import { type CheckFailure, failure, MachineLacks } from './failure.js';
import { freePorts } from './free-ports.js';
import { LIMIT_WORDS } from './limit-words.js';
import type { Manifest } from './manifest.js';
import { Random } from './random.js';
import { noRoom, tooLittleMemory } from './shortage.js';
import type { Slip } from './slips.js';
import type { Role } from './verdict.js';

/** What was learned about how a role's programs are started and spoken to. */
interface Convention {
  /** Undefined until a start has worked. */
  args?: Argument[];
  /** Where its server listens, once seen. */
  port?: number;
  /** Why no start has ever worked, once that is known. */
  broken?: string;
  /** For the report, in the order in which they were learned. */
  sentences: Set<string>;
}

const MOST_PORTS = 48;
const CROWDED_SHARE = 0.25;

/** Everything about one submission that outlives a single check. */
export class Session {
  readonly submission: Submission;
  readonly assignment: Assignment;
  readonly world: World;
  readonly random: Random;
  readonly manifest: Manifest;
  readonly strict: boolean;
  readonly options: Record<string, boolean>;
  readonly cast: Cast;
  readonly conventions: Record<Role, Convention> = {
    server: { sentences: new Set() },
    client: { sentences: new Set() },
    script: { sentences: new Set() },
  };
  /** What checks want later checks of the same submission to know, such as the dialect that a calculator understands. */
  readonly learned = new Map<string, unknown>();
  /** The programs of the check under way. */
  readonly launched: { role: Role; program: Program }[] = [];
  /** Of these, what was started in a way that led to nothing: what it did then is no check's business. */
  readonly givenUp = new WeakSet<Program>();
  /** The port that programs are told which ask for one. */
  readonly toldPort: number;
  readonly limits: Limits = DEFAULT_LIMITS;
  /** How long all checks of the submission together may take. */
  readonly withinMs: number;
  readonly #startedAt = performance.now();
  #notItsOwnMs = 0;
  #crowdedMs = 0;
  readonly #othersMsBefore: number;
  /** Settles when the server was started only to see where it listens. */
  serverSought: Promise<void> | undefined;
  readonly #yielded = new Set<number>();
  readonly #workFolders = new Map<Role, Promise<string>>();
  #packages: string[] | undefined;
  #uses: Uses | undefined;
  readonly #built = new Map<string, Promise<Built>>();
  readonly #answers = new Map<string, PromptAnswers>();

  constructor(parts: {
    submission: Submission;
    assignment: Assignment;
    world: World;
    seed: string;
    manifest: Manifest;
    strict: boolean;
    options: Record<string, boolean>;
    toldPort: number;
    withinMs: number;
  }) {
    this.withinMs = parts.withinMs;
    this.submission = parts.submission;
    this.assignment = parts.assignment;
    this.world = parts.world;
    this.#othersMsBefore = parts.world.othersMs;
    this.random = new Random(parts.seed);
    this.manifest = parts.manifest;
    this.strict = parts.strict;
    this.options = parts.options;
    this.toldPort = parts.toldPort;
    this.cast = parts.manifest.castOver(
      castOf(parts.submission.files, Object.keys(parts.assignment.roles) as Role[]),
      parts.submission.files,
    );
  }

  /** The files that are the programs of a role. @throws CheckFailure `no-program` */
  programsOf(role: Role): ProgramFile[] {
    const files = this.cast[role];
    if (files.length === 0) throw this.#noProgram(role);
    return files;
  }

  /** What is known of the prompts of a client; undefined where only what is stated counts, or its manifest says what to type. */
  answersOf(file: ProgramFile): PromptAnswers | undefined {
    if (this.strict || this.manifest.inputOf('client')) return undefined;
    const answers = this.#answers.get(file.path) ?? new PromptAnswers(ANSWERS_WITHIN_MS);
    this.#answers.set(file.path, answers);
    return answers;
  }

  /**
   * Where the programs of a role run and may write. Another role's see nothing of it, as if they ran on another computer: a client must
   * not leave an answer where its server only has to pick it up.
   */
  workFolderOf(role: Role): Promise<string> {
    let folder = this.#workFolders.get(role);
    if (!folder) {
      const { folder: from, files } = this.submission;
      const paths = files.map((file) => file.path);
      folder = this.world.makeWorkFolder(from, paths);
      this.#workFolders.set(role, folder);
    }
    return folder;
  }

  /**
   * The command that starts a program in its role, built first where its language needs that.
   * @throws CheckFailure `does-not-build`, or the limit that its compiler ran into; MachineLacks when the language is not on this machine, or
   * the machine is too busy or too full to compile
   */
  async commandOf(role: Role, file: ProgramFile): Promise<Command> {
    const key = `${role} ${file.path}`;
    let built = this.#built.get(key);
    if (!built) {
      const parts = this.#sources();
      built = this.#build(role, file, parts);
      this.#built.set(key, built);
    }
    const outcome = await built;
    if (outcome.state === 'no-toolchain') throw new MachineLacks(outcome.missing);
    if (outcome.state === 'unfinished') {
      throw new MachineLacks(
        `${file.path} was not compiled after ${outcome.afterMs / 1000} s, for the machine is too busy. Grade it again, with fewer at once.`,
      );
    }
    if (outcome.state === 'no-room') throw noRoom();
    if (outcome.state === 'no-memory') throw tooLittleMemory();
    if (outcome.state === 'over-limit') {
      const { limit, words } = outcome;
      const { code, did } =
        limit === 'time'
          ? { code: 'timeout' as const, did: () => `waited ${WAITS_AFTER_MS / 1000} s for something that never came` }
          : LIMIT_WORDS[limit];
      throw failure(code, `${file.path} could not be compiled: the compiler ${did(BUILD_LIMITS)}.`, {
        lastWords: words,
        step: 'build',
      });
    }
    if (outcome.state === 'does-not-build') {
      throw failure('does-not-build', `${file.path} is ${LANGUAGE_NAME[file.language]} that does not compile.`, {
        lastWords: outcome.words,
      });
    }
    return outcome.command;
  }

  async #build(role: Role, file: ProgramFile, parts: ProgramFile[]): Promise<Built> {
    const workFolder = await this.workFolderOf(role);
    // What is compiled once for all submissions is nobody's own time.
    const beganAt = performance.now();
    if (file.language === 'go') await prepareGo(this.#goPackages());
    this.#notItsOwnMs += performance.now() - beganAt;
    return build(file, parts, workFolder, this.world, this.timeLeftMs, this.#goPackages());
  }

  #goPackages(): string[] {
    const sources = this.#sources().filter(({ language }) => language === 'go');
    this.#packages ??= allImportsOf(sources.map(({ text }) => text));
    return this.#packages;
  }

  /** What a program consists of: the file that starts it, then its parts. */
  sourcesOf(file: ProgramFile): string[] {
    const { files } = this.submission;
    this.#uses ??= usesIn(files);
    const parts = new Set(this.#uses.partsOf(file.path));
    return [file.text, ...files.flatMap(({ path, text = '' }) => (parts.has(path) ? [text] : []))];
  }

  /** All sources of the submission: each may be a part of each program. */
  #sources(): ProgramFile[] {
    const all = Object.values(this.cast).flat();
    return this.submission.files.flatMap((file) => {
      const known = all.find((program) => program.path === file.path);
      const language = known?.language ?? languageOf(file);
      return language === undefined ? [] : [{ path: file.path, language, text: file.text ?? '' }];
    });
  }

  /** What is left of the submission's time; 0 when it is over. */
  get timeLeftMs(): number {
    return Math.max(0, this.withinMs - (performance.now() - this.#startedAt - this.#notItsOwnMs));
  }

  /** Counts what other work on the machine took from the programs of one check (`Transcript.crowdedMs`). */
  crowded(ms: number): void {
    this.#crowdedMs += ms;
  }

  /**
   * Whose doing it was that its time is over; `crowdedMs` of the check under way. Where others had the processors for a quarter of it, nobody
   * can say that it would not have been done without them: a quarter is all that an honest submission needs (see `SUBMISSION_WITHIN_MS`).
   */
  timeIsOver(crowdedMs = 0): CheckFailure | MachineLacks {
    const seconds = Math.round(this.withinMs / 1000);
    // What its programs waited for while nobody else wanted it, they took from each other.
    const allCrowdedMs = Math.min(this.#crowdedMs + crowdedMs, this.world.othersMs - this.#othersMsBefore);
    if (allCrowdedMs < this.withinMs * CROWDED_SHARE)
      return failure(
        'timeout',
        `The program was still not done when the ${seconds} s were over that a submission has.`,
      );
    const waited = Math.round(allCrowdedMs / 1000);
    return new MachineLacks(
      `The machine was too busy: of the ${seconds} s that a submission has, its programs waited ${waited} s for a processor. Grade it again with less beside it.`,
    );
  }

  /** The port that a program is told which asks for one: a client is sent to where its own server listens. */
  portFor(role: Role): number {
    return (role === 'client' ? this.conventions.server.port : undefined) ?? this.toldPort;
  }

  say(role: Role, sentence: string): void {
    this.conventions[role].sentences.add(sentence);
  }

  /** The ports on which a client may look for its server: the one it is told, its own server's, and every number in the submission that can be one. */
  clientPorts(): number[] {
    const own = this.conventions.server.port;
    const sources = [...this.submission.files].sort((a) =>
      this.cast.client.some((file) => file.path === a.path) ? -1 : 1,
    );
    const named = sources.flatMap((file) =>
      portsNamed(withoutComments(file.text ?? '', /\.py$/.test(file.path) ? 'python' : 'other')),
    );
    return [...new Set([this.toldPort, ...(own === undefined ? [] : [own]), ...named])]
      .filter((port) => !this.#yielded.has(port))
      .slice(0, MOST_PORTS);
  }

  /** Before anything binds: where the ports are the machine's, closed connections of programs before may still keep them. */
  async freePorts(): Promise<void> {
    if (!this.world.has.ownPorts && this.assignment.transport === 'tcp') await freePorts(this.clientPorts());
  }

  /** The ports that a client's file binds itself: those in its `bind`, else, where its server's port is known, all the others that it names. */
  ownPortsOf(file: ProgramFile): number[] {
    const bound = [...file.text.matchAll(/\bbind\s*\(([^;\n]*)/g)].flatMap((match) => portsNamed(match[1]!));
    return bound.length > 0 || this.conventions.server.port === undefined ? bound : portsNamed(file.text);
  }

  /** Leaves ports to the submission's own programs from now on. */
  yieldPorts(ports: number[]): void {
    for (const port of ports) this.#yielded.add(port);
  }

  #noProgram(role: Role): CheckFailure {
    const { files, notes } = this.submission;
    const why = (summary: string, slips?: Slip[]) => failure('no-program', summary, slips && { slips });
    if (files.length === 0)
      return why(
        notes[0] ? `There is no program to grade. ${notes[0]}` : 'The folder is empty: there is no program in it.',
      );
    const programs = Object.values(this.cast).flat();
    const near = nearPrograms(this.submission.files, role, programs.length > 0);
    if (near.length > 0) {
      const sentences = near.map(({ sentence }) => sentence).join(' ');
      return why(
        `No ${role === 'script' ? 'program' : role} was found. ${sentences}`,
        near.map(({ kind, file }) => ({ code: kind, file })),
      );
    }
    if (programs.length === 0) {
      const seen = this.submission.files.slice(0, 5).map((file) => file.path);
      return why(`No program was found among the files (${seen.join(', ')}).`);
    }
    const others = programs.map((file) => file.path).slice(0, 5);
    return why(
      `No ${role} was found: what was handed in (${others.join(', ')}) does not ${role === 'server' ? 'bind a port and wait' : 'reach out to a server'}.`,
    );
  }
}
