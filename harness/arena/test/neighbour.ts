import { expect } from 'vitest';
import type { Rung } from '../world.js';
import type { Arena, Launcher } from './arenas-under-test.js';

const ECHO = `import sys
for line in sys.stdin: print(line, end="", flush=True)`;

/** Another submission that is graded at the same time in an arena of its own, and must notice nothing. */
export class Neighbour {
  #said = '';

  private constructor(
    readonly arena: Arena,
    private readonly pid: number,
  ) {}

  static async beside(launcher: Launcher, rung: Rung, slot: number): Promise<Neighbour> {
    const arena = await launcher.open(rung, slot);
    return new Neighbour(arena, await arena.start({ code: ECHO, stdin: '' }));
  }

  /** Its program still does what it is asked to. */
  async answers(): Promise<void> {
    this.#said += `word ${this.#said.length}\n`;
    await this.arena.type({ pid: this.pid, text: this.#said.slice(this.#said.lastIndexOf('word')) });
    await expect.poll(() => this.arena.outputOf(this.pid), { timeout: 20_000 }).toBe(this.#said);
  }
}
