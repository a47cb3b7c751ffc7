import { setImmediate } from 'node:timers/promises';
import type { Breach, Exit, RunningProgram } from '../arena/world.js';
import { lastLines } from '../expect/last-lines.js';
import { pause } from '../pause.js';
import { bytesOf } from '../wire/bytes.js';
import { OUTPUT_KEPT_BYTES, type Transcript } from '../wire/transcript.js';
import { type Activity, activityOf } from './activity.js';
import type { Language } from './languages.js';
import { type ProcessorTimes, processorTimes } from './starvation.js';

/** How often a waiting grader looks again where nothing was recorded meanwhile. Short, because it bounds how long a check takes. */
const LOOK_EVERY_MS = 4;
/**
 * How often it looks at what the program is doing, which costs more. Nothing is missed in between: the kernel counts how often each
 * thread has waited.
 */
const ACTIVITY_EVERY_MS = 12;
/**
 * A program that was seen blocked with nothing changed for this long is *settled*. A program that has something to do is runnable,
 * not blocked, the moment its datagram, segment or line arrives, however loaded the machine is; the span only
 * covers what is still on its way between two of its own processes.
 */
const SETTLED_AFTER_MS = 120;
/**
 * And in so many looks: between two of them our own sockets are read. Where we are kept from the processor meanwhile, time alone passes, and
 * what the program has sent still lies in the kernel.
 */
const SETTLED_AFTER_LOOKS = 5;
/** So many pieces of each of its streams are kept one by one; a program that prints without end in single bytes would fill the report. */
const MOST_PIECES = 1_000;
/** A connection and what comes over it take two turns of the event loop. */
const TURNS_AFTER_EXIT = 3;
/** How Python and Java begin the account of an error that ended a thread of a program. */
const TRACEBACK = /^Traceback \(most recent call last\):|^Exception in thread /m;
/** Characters before a wait that are read as a prompt. A menu has some hundred; a program may print any number of them. */
const PROMPT_READ = 2_000;
/** Where the kernel does not say what a program waits for, silence of this length counts as waiting for input. */
const QUIET_MS = 250;

/** How many times its bound a wait may be prolonged by the time in which a crowded machine gave the program no processor. */
const MOST_PATIENCE = 4;
/** Less than this decides nothing. */
const LEAST_OWED_MS = 20;

export type Waited = 'met' | 'settled' | 'exited' | 'deadline';

/** A student's program with its terminal: everything it prints is recorded, everything typed is recorded. */
export class Program {
  readonly party: string;
  readonly running: RunningProgram;
  readonly #transcript: Transcript;
  readonly #kept = { stdout: { bytes: 0, pieces: 0 }, stderr: { bytes: 0, pieces: 0 } };
  #out = '';
  #err = '';
  #both = '';
  #lastOutputAt = performance.now();
  #exit: Exit | undefined;
  #stopped = false;
  #drained: Promise<unknown>;
  #answeredKey = '';
  #inputEnded = false;
  #typedAt = 0;
  readonly #typedLines: string[] = [];

  readonly #timedFutex: boolean;
  readonly language: Language | undefined;

  constructor(party: string, running: RunningProgram, transcript: Transcript, language?: Language) {
    this.#timedFutex = language === 'go';
    this.language = language;
    this.party = party;
    this.running = running;
    this.#transcript = transcript;
    const streams = (['stdout', 'stderr'] as const).map((name) => {
      const decoder = new TextDecoder();
      running[name].on('data', (chunk: Buffer) => this.#printed(name, chunk, decoder.decode(chunk, { stream: true })));
      return new Promise<void>((resolve) => {
        running[name].once('close', resolve);
        running[name].once('error', () => resolve());
      });
    });
    this.#drained = Promise.all(streams);
    running.stdin.on('error', () => {
      // The program closed its input or ended; that is its right.
    });
    void running.exited.then((exit) => {
      this.#exit = exit;
      const stopped = this.#stopped && exit.signal !== null && exit.breach === undefined;
      if (exit.noMemory) transcript.noMemory = true;
      transcript.record({ type: 'exit', party, code: exit.code, signal: exit.signal, ...(stopped && { stopped }) });
    });
  }

  /** Everything printed so far, standard output and error in the order of arrival. */
  get output(): string {
    return this.#both;
  }

  /**
   * What it showed after so many characters of its output. Once it has died of an error that is all of its standard output and nothing
   * else: a traceback quotes what the program failed on, and is no printing of it.
   */
  shownSince(length: number): string {
    return TRACEBACK.test(this.#err) ? this.#out : this.#both.slice(length);
  }

  get stdout(): string {
    return this.#out;
  }

  get stderr(): string {
    return this.#err;
  }

  get exit(): Exit | undefined {
    return this.#exit;
  }

  get breach(): Breach | undefined {
    return this.#exit?.breach;
  }

  /** The end of what it wrote to standard error, made readable; empty when it wrote nothing. */
  get lastWords(): string {
    return lastLines(this.#err, 32);
  }

  #processorTimes(): ProcessorTimes {
    return processorTimes(process.platform === 'linux' && !this.#exit ? this.running.ownProcessIds() : []);
  }

  activity(): Activity {
    return activityOf(this.running.ownProcessIds(), { timedFutex: this.#timedFutex });
  }

  /**
   * Waits until `condition` holds. Ends early when the program has ended (and its output is drained) or has settled:
   * then the condition can no longer come true.
   */
  async until(condition: () => boolean, options: { withinMs: number }): Promise<Waited> {
    const waited = await this.#wait(condition, options.withinMs, false);
    return waited === 'wants' ? 'settled' : waited;
  }

  /**
   * As `until`, but ends with `wants` when the program wants a line at its terminal: a thread of it is blocked reading standard input and
   * has not been given a line since, or it has settled waiting for several things of which input is one (an event loop, a select).
   */
  async untilWantsInput(withinMs: number, alsoUntil: () => boolean = () => false): Promise<'wants' | Waited> {
    const waited = await this.#wait(alsoUntil, withinMs, true);
    if (waited !== 'wants') return waited;
    // The prompt was written before the read began, but may still be on its way to us.
    await pause(LOOK_EVERY_MS);
    return alsoUntil() ? 'met' : 'wants';
  }

  async #wait(condition: () => boolean, withinMs: number, input: boolean): Promise<'wants' | Waited> {
    const before = this.#processorTimes();
    const since = (): ProcessorTimes => {
      const { starvedMs, ranMs } = this.#processorTimes();
      return { starvedMs: Math.max(0, starvedMs - before.starvedMs), ranMs: Math.max(0, ranMs - before.ranMs) };
    };
    const counted = this.#transcript.countLost(since);
    try {
      return await this.#look(condition, withinMs, input, () => since().starvedMs);
    } finally {
      counted();
    }
  }

  async #look(
    condition: () => boolean,
    withinMs: number,
    input: boolean,
    lost: () => number,
  ): Promise<'wants' | Waited> {
    let deadline = performance.now() + withinMs;
    const latest = deadline + MOST_PATIENCE * withinMs;
    let granted = 0;
    let key = '';
    let looks = 0;
    let since = performance.now();
    let lookAt = since + LOOK_EVERY_MS;
    for (;;) {
      if (condition()) return 'met';
      if (this.#exit) {
        await this.drained();
        for (let turn = 0; turn < TURNS_AFTER_EXIT && !condition(); turn++) await setImmediate();
        return condition() ? 'met' : 'exited';
      }
      const now = performance.now();
      if (now >= deadline) {
        // The time in which it got no processor is given back to it.
        const owed = lost() - granted;
        if (owed < LEAST_OWED_MS || deadline >= latest) return 'deadline';
        granted += owed;
        deadline = Math.min(deadline + owed, latest);
      }
      // A prompt is printed first and waited at then.
      if (now - this.#lastOutputAt < LOOK_EVERY_MS) lookAt = Math.min(lookAt, this.#lastOutputAt + LOOK_EVERY_MS);
      if (now < lookAt) {
        await this.#transcript.stirred(Math.min(LOOK_EVERY_MS, lookAt - now));
        continue;
      }
      lookAt = now + ACTIVITY_EVERY_MS;
      const activity = this.activity();
      const asks = input && !this.#inputEnded && !('key' in activity && activity.key === this.#answeredKey);
      if (asks && activity.state === 'reads-input') return 'wants';
      if (asks && activity.state === 'unknown' && now - this.#lastOutputAt > QUIET_MS) return 'wants';
      const seen = 'key' in activity ? activity.key : '';
      if (seen === '' || seen !== key) {
        key = seen;
        looks = 0;
        since = now;
      } else if (
        ++looks >= SETTLED_AFTER_LOOKS &&
        now - since >= SETTLED_AFTER_MS &&
        now - this.#lastOutputAt >= SETTLED_AFTER_MS
      ) {
        if (condition()) return 'met';
        const watches = activity.state === 'watches-input' || (activity.state === 'blocked' && activity.input);
        if (asks && watches) return 'wants';
        if (activity.state !== 'watches-input') return 'settled';
      }
      await this.#transcript.stirred(LOOK_EVERY_MS);
    }
  }

  /** The end of what it printed since a line was last typed: a prompt stands there, with the menu above it. */
  get sinceTyped(): string {
    return this.#both.slice(this.#typedAt).slice(-PROMPT_READ);
  }

  /** How many lines were typed at its terminal so far. */
  get typedLines(): number {
    return this.#typedLines.length;
  }

  /** The lines themselves. */
  get linesTyped(): readonly string[] {
    return this.#typedLines;
  }

  /** Types a line at its terminal, ending in a newline. */
  type(line: string): void {
    this.#typedLines.push(line);
    this.#write(`${line}\n`);
  }

  /** Ends its standard input, as Ctrl-D does. */
  endInput(): void {
    if (this.#inputEnded) return;
    this.#inputEnded = true;
    this.#transcript.record({ type: 'stdin-end', party: this.party });
    this.running.stdin.end();
  }

  get inputEnded(): boolean {
    return this.#inputEnded;
  }

  /** Settles when its output has been read to the end, or shortly after its exit where a process that it left behind holds the output open. */
  async drained(): Promise<void> {
    await Promise.race([this.#drained, pause(300)]);
  }

  async dispose(): Promise<void> {
    this.#stopped = this.#exit === undefined;
    await this.running.dispose();
  }

  #write(text: string): void {
    if (this.#inputEnded || this.#exit) return;
    const activity = this.activity();
    this.#answeredKey = 'key' in activity ? activity.key : '';
    this.#typedAt = this.#both.length;
    this.#transcript.record({ type: 'stdin', party: this.party, data: bytesOf(text) });
    this.running.stdin.write(text);
    this.#lastOutputAt = performance.now();
  }

  #printed(name: 'stdout' | 'stderr', chunk: Buffer, text: string): void {
    this.#lastOutputAt = performance.now();
    const kept = this.#kept[name];
    const room = OUTPUT_KEPT_BYTES - kept.bytes;
    if (room > 0 && kept.pieces < MOST_PIECES) {
      this.#transcript.record({ type: name, party: this.party, data: bytesOf(chunk.subarray(0, room)) });
      kept.bytes += Math.min(room, chunk.length);
      kept.pieces++;
      if (chunk.length >= room || kept.pieces === MOST_PIECES) {
        const limit = chunk.length >= room ? '64 KiB' : `${MOST_PIECES} pieces`;
        this.#transcript.record({ type: 'note', party: this.party, text: `${name} beyond ${limit} is not kept` });
      }
    }
    if (this.#both.length < 4 * OUTPUT_KEPT_BYTES) this.#both += text;
    if (name === 'stdout') {
      if (this.#out.length < 4 * OUTPUT_KEPT_BYTES) this.#out += text;
    } else this.#err = (this.#err + text).slice(-OUTPUT_KEPT_BYTES);
  }
}
