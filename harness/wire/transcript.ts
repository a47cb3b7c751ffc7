import type { Bytes } from './bytes.js';

/** One end of an exchange. `party` is a program (`server`, `client`, `client 2`, `script`) or one of our peers (`peer`, `peer 2`, `resolver`). */
export interface Endpoint {
  party: string;
  address: string;
  port: number;
}

/**
 * What crossed the wire or the terminal, in the order in which it was seen. `atMs` counts from the start of the check.
 * Peers and terminals only record; judging happens afterwards, on what was recorded.
 */
export type TranscriptEvent = { atMs: number } & (
  | { type: 'start'; party: string; command: string }
  | { type: 'listen'; party: string; transport: Transport; address: string; port: number }
  | { type: 'stdin' | 'stdout' | 'stderr'; party: string; data: Bytes }
  | { type: 'stdin-end'; party: string }
  /** `stopped` where the grader ended it, having seen what it wanted or waited long enough; absent where it ended by itself. */
  | { type: 'exit'; party: string; code: number | null; signal: string | null; stopped?: true }
  | { type: 'datagram'; from: Endpoint; to: Endpoint; data: Bytes }
  | { type: 'connect'; connection: number; from: Endpoint; to: Endpoint }
  | { type: 'segment'; connection: number; from: Endpoint; to: Endpoint; data: Bytes }
  | { type: 'close' | 'reset'; connection: number; from: Endpoint; to: Endpoint }
  /** Something that did not happen, or that the grader did: "no reply within 2 s". `party` is whom it concerns. */
  | { type: 'note'; party: string; text: string }
);

export type Transport = 'udp' | 'tcp';

/** The largest amount of program output that one transcript keeps, in bytes for each stream; the rest is counted, not kept. */
export const OUTPUT_KEPT_BYTES = 64 * 1024;

/**
 * What one transcript keeps of what crosses the wire. The longest honest check has some hundred messages and 200 KB; past ten times that
 * somebody is sending without an end, and would fill the grader's memory and the report.
 */
const MOST_MESSAGES = 5_000;
/** Counted in characters, as they stand in a report. */
const MOST_WIRE_BYTES = 2 * 1024 * 1024;

type Untimed<T> = T extends { atMs: number } ? Omit<T, 'atMs'> : never;

interface Lost {
  starvedMs: number;
  crowdedMs: number;
}

function sum(one: Lost, other: Lost): Lost {
  return { starvedMs: one.starvedMs + other.starvedMs, crowdedMs: one.crowdedMs + other.crowdedMs };
}

/** Collects the events of one check. */
export class Transcript {
  readonly events: TranscriptEvent[] = [];
  /** Its check is over: whatever still works for that check must start nothing more. */
  isOver = false;
  #lost: Lost = { starvedMs: 0, crowdedMs: 0 };
  readonly #losing = new Set<() => Lost>();
  readonly #startedAt = performance.now();
  readonly #waiting = new Set<() => void>();
  #messages = 0;
  #bytes = 0;
  #fill = (): void => undefined;

  /** Whether one of its programs was killed because the machine had too little memory. */
  noMemory = false;

  /** How long its programs were ready to run and got no processor, all together: the machine's fault and not theirs. */
  get starvedMs(): number {
    return this.#allLost().starvedMs;
  }

  /**
   * Of that, what others must have taken from them: what they ran themselves meanwhile is taken off, because a program with many busy threads
   * starves on any machine.
   */
  get crowdedMs(): number {
    return this.#allLost().crowdedMs;
  }

  /** Counts what a program has of the processors, in milliseconds, from now on until what is returned is called. */
  countLost(since: () => { starvedMs: number; ranMs: number }): () => void {
    const lost = (): Lost => {
      const { starvedMs, ranMs } = since();
      return { starvedMs, crowdedMs: Math.max(0, starvedMs - ranMs) };
    };
    this.#losing.add(lost);
    return () => {
      this.#losing.delete(lost);
      this.#lost = sum(this.#lost, lost());
    };
  }

  #allLost(): Lost {
    return [...this.#losing].reduce((all, lost) => sum(all, lost()), this.#lost);
  }

  /** Milliseconds since the check began, with microsecond resolution. */
  get nowMs(): number {
    return Math.round((performance.now() - this.#startedAt) * 1000) / 1000;
  }

  /** Settles when more has crossed the wire than is kept. */
  readonly full = new Promise<void>((resolve) => {
    this.#fill = resolve;
  });

  /** Records an event, or returns false for one of the wire that comes when the transcript is full. */
  record(event: Untimed<TranscriptEvent>): boolean {
    if ('from' in event && !this.#hasRoomFor('data' in event ? event.data.text.length : 0)) return false;
    this.events.push({ atMs: this.nowMs, ...event } as TranscriptEvent);
    for (const wake of this.#waiting) wake();
    return true;
  }

  #hasRoomFor(bytes: number): boolean {
    this.#messages++;
    this.#bytes += bytes;
    if (this.#messages <= MOST_MESSAGES && this.#bytes <= MOST_WIRE_BYTES) return true;
    this.#fill();
    return false;
  }

  /** Settles when the next event has been recorded, or after so many milliseconds without one. */
  stirred(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, withinMs);
      this.#waiting.add(wake);
    });
  }
}
