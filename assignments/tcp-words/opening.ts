import type { CheckContext, TcpPeer } from '../../harness/index.js';

/** What a client says first, and what its server says to that. */
export interface Step {
  client: Buffer;
  server: Buffer;
}

/**
 * What the programs of a pair say to each other before any word, whatever the words are: two of Java's object streams exchange their
 * headers, others say hello. Empty where the word comes first, and until it has been found out.
 */
export function openingOf({ learned }: CheckContext): Step[] {
  return (learned.get('opening') as Step[] | undefined) ?? [];
}

/** How far one client has come in the opening. */
export class Opened {
  readonly #peer: TcpPeer;
  readonly #steps: Step[];
  #taken = 0;

  constructor(peer: TcpPeer, steps: Step[]) {
    this.#peer = peer;
    this.#steps = steps;
  }

  /** Whether all of it is said, on both sides. */
  get isDone(): boolean {
    return this.#taken === this.#steps.length;
  }

  /** What the client has said behind the steps that were answered. */
  get rest(): Buffer {
    return this.#peer.received.subarray(length(this.#steps.slice(0, this.#taken), 'client'));
  }

  /** The step that the client has just taken. */
  get due(): Step | undefined {
    const step = this.#steps[this.#taken];
    return step && this.rest.subarray(0, step.client.length).equals(step.client) ? step : undefined;
  }

  async answer(step: Step): Promise<void> {
    this.#taken += 1;
    await this.#peer.send(step.server);
  }
}

/** How many bytes one side says in these steps. */
export function length(steps: Step[], side: keyof Step): number {
  return steps.reduce((sum, step) => sum + step[side].length, 0);
}
