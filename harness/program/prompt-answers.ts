import { promptOf } from './menu.js';
import { type Offer, offersIn } from './offers.js';

/** Lines that an ended program showed to be wanted: it looked up a name or read a number where it was given something else. */
export interface Wanted {
  host?: string | undefined;
  port?: string | undefined;
}

interface Prompt {
  /** The line on which it waits. */
  last: string;
  offers: Offer[];
}

/** A prompt of one run, and what was typed there of itself. */
interface Step extends Prompt {
  typed: string;
}

/** So many ways of answering are tried before a program counts as one that cannot be brought to speak. */
const MOST_TRIES = 24;

/**
 * What is to be typed at the prompts of a program so that it goes on, found by trying: after a start that led to nothing the last prompt at
 * which something else is left to type is answered otherwise, and what was tried behind it is tried again. What worked is kept.
 */
export class PromptAnswers {
  /** By prompt: the lines to try there, and how many of them have failed. */
  readonly #decisions = new Map<string, { lines: string[]; at: number }>();
  #steps = new Map<string, Step>();
  #tries = 0;
  #startedAt: number | undefined;
  readonly #withinMs: number;
  /** Whether a start has worked: what is typed then stays as it is. */
  found = false;
  /** Whether a start that led to nothing could have been answered otherwise. */
  hadChoice = false;

  constructor(withinMs: number) {
    this.#withinMs = withinMs;
  }

  /** A program starts: while its ways are unknown, nothing counts as asked yet. */
  begin(): void {
    if (!this.found) this.#steps = new Map();
  }

  /** What to type where a program waits behind this text; undefined where that has not been tried or found. */
  at(text: string): string | undefined {
    const decision = this.#decisions.get(this.#keyOf(promptIn(text)));
    return decision?.lines[decision.at];
  }

  /** How to leave a program that asks this again: by what says so, else by what comes last. */
  wayOutAt(text: string): string | undefined {
    const prompt = promptIn(text);
    const offers = prompt.offers.length > 0 ? prompt.offers : (this.#steps.get(this.#keyOf(prompt))?.offers ?? []);
    return (offers.find(({ leaves }) => leaves) ?? offers.findLast(({ line }) => line !== this.at(text)))?.line;
  }

  /** This was typed where a program waited behind this text. */
  note(text: string, typed: string): void {
    const prompt = promptIn(text);
    const key = this.#keyOf(prompt);
    if (!this.#steps.has(key)) this.#steps.set(key, { ...prompt, typed });
  }

  /** Whether a prompt comes again at which something else could be typed, or has been in vain. */
  comesAgain(text: string): boolean {
    const key = this.#keyOf(promptIn(text));
    const step = this.#steps.get(key);
    return step !== undefined && (this.#decisions.has(key) || this.#linesLeft(key, step, {}).length > 0);
  }

  /** A start led to nothing, and is not followed by one with other answers. */
  fail(wanted: Wanted): void {
    this.hadChoice ||= [...this.#steps].some(([key, step]) => this.#linesLeft(key, step, wanted).length > 0);
  }

  /** The next way to answer, after a start that led to nothing; false when none is left. */
  next(wanted: Wanted): boolean {
    const steps = [...this.#steps].toReversed();
    this.#startedAt ??= performance.now();
    if (this.#tries < MOST_TRIES && performance.now() - this.#startedAt < this.#withinMs) {
      for (const [nth, [key, step]] of steps.entries()) {
        const lines = this.#linesLeft(key, step, nth === 0 ? wanted : { host: wanted.host });
        if (lines.length > 0) {
          this.#decisions.set(key, { lines, at: 0 });
          this.#tries++;
          return true;
        }
        this.#decisions.delete(key);
      }
    }
    this.#decisions.clear();
    return false;
  }

  /** Whether a line that was typed on suspicion came back as what the program says: it was no host or port to it. */
  tookForMessage(said: string, { host, port }: Wanted): boolean {
    return this.lines.some((line) => (line === host || line === port) && said.includes(line));
  }

  /** What is typed at the prompts that were found. */
  get lines(): string[] {
    return [...this.#decisions.values()].map(({ lines, at }) => lines[at]!);
  }

  #linesLeft(key: string, step: Step, wanted: Wanted): string[] {
    const decision = this.#decisions.get(key);
    if (decision) return decision.lines.slice(decision.at + 1);
    const offered = step.offers.filter(({ leaves }) => !leaves).map(({ line }) => line);
    const lines = [...offered, ...[wanted.host, wanted.port].filter((line) => line !== undefined)];
    return [...new Set(lines)].filter((line) => line !== step.typed);
  }

  /** The same question under another menu is another prompt; one that does not show its menu again is the same. */
  #keyOf({ last, offers }: Prompt): string {
    const key = (of: Offer[]) => JSON.stringify([last, ...of.map(({ line }) => line)]);
    if (offers.length > 0) return key(offers);
    return [...this.#steps].findLast(([, step]) => step.last === last)?.[0] ?? key([]);
  }
}

function promptIn(text: string): Prompt {
  return { last: promptOf(text).trim().slice(-200), offers: offersIn(text) };
}
