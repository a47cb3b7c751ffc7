import type { Bytes } from './bytes.js';

/** One end of an exchange. `party` is a program (`server`, `client`, `client 2`, `script`) or one of our peers (`peer`, `peer 2`, `resolver`, `relay`). */
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
  | { type: 'exit'; party: string; code: number | null; signal: string | null }
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

type Untimed<T> = T extends { atMs: number } ? Omit<T, 'atMs'> : never;

/** Collects the events of one check. */
export class Transcript {
  readonly events: TranscriptEvent[] = [];
  readonly #startedAt = performance.now();
  readonly #waiting = new Set<() => void>();

  /** Milliseconds since the check began, with microsecond resolution. */
  get nowMs(): number {
    return Math.round((performance.now() - this.#startedAt) * 1000) / 1000;
  }

  record(event: Untimed<TranscriptEvent>): void {
    this.events.push({ atMs: this.nowMs, ...event } as TranscriptEvent);
    for (const wake of this.#waiting) wake();
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
