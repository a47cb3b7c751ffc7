import { roleChoice, wishOf } from '../program/dialogue.js';
import type { Program, Waited } from '../program/program.js';
import type { Contact, Listeners } from '../wire/listeners.js';
import type { TcpPeer } from '../wire/tcp-peer.js';
import { FINISH_WITHIN_MS } from './bounds.js';
import { TOLD_HOST } from './launch.js';

/** A typist's word for: leave it waiting, there will be a line later. */
export const NOT_NOW = Symbol('not now');

/** What to type next when a client asks for a line that is neither host nor port; undefined ends its input. */
export type Typist = (prompt: string) => string | typeof NOT_NOW | undefined;

/** A student's client (or script), running, its terminal attended to. */
export class ClientProgram {
  readonly program: Program;
  readonly listeners: Listeners;
  readonly #toldPort: number;
  readonly #typist: Typist;
  readonly #everyPrompt: boolean;
  /** What was typed for it beside host and port. */
  readonly typed: string[] = [];

  /** How many contacts the listeners had before it started. */
  readonly #since: number;

  /** With `everyPrompt` the typist answers prompts for a host or a port too. */
  constructor(
    program: Program,
    listeners: Listeners,
    start: { toldPort: number; typist: Typist; everyPrompt?: boolean },
  ) {
    this.program = program;
    this.listeners = listeners;
    this.#toldPort = start.toldPort;
    this.#typist = start.typist;
    this.#everyPrompt = start.everyPrompt ?? false;
    this.#since = listeners.contacts.length;
  }

  /** How this client reached us. */
  get contacts(): Contact[] {
    return this.listeners.contacts.slice(this.#since);
  }

  /** The first sender of datagrams that reached us. Starting a UDP client has already waited for it. */
  datagrams(): Extract<Contact, { transport: 'udp' }> {
    const contact = this.contacts.find((one) => one.transport === 'udp');
    if (contact?.transport !== 'udp') throw new Error('no datagram has come');
    return contact;
  }

  /** The first connection that reached us. Starting a TCP client has already waited for it. */
  connection(): TcpPeer {
    const contact = this.contacts.find((one) => one.transport === 'tcp');
    if (contact?.transport !== 'tcp') throw new Error('no connection has come');
    return contact.peer;
  }

  /**
   * Waits until a condition holds, answering every prompt meanwhile. Where nothing is left to type its input ends; with `atTerminal` its
   * user presses Enter once, and stays there.
   */
  async until(condition: () => boolean, withinMs: number, { atTerminal = false } = {}): Promise<Waited> {
    const deadline = performance.now() + withinMs;
    let entered = !atTerminal;
    for (let lines = 0; lines < 60; lines++) {
      const waited = await this.program.untilWantsInput(deadline - performance.now(), condition);
      if (waited !== 'wants') return waited;
      const choice = this.#everyPrompt ? undefined : roleChoice(this.program.sinceTyped, 'client');
      if (choice !== undefined) {
        this.program.type(choice);
        continue;
      }
      const wish = this.#everyPrompt ? 'other' : wishOf(this.program.sinceTyped);
      if (wish === 'host') this.program.type(TOLD_HOST);
      else if (wish === 'port') this.program.type(String(this.#toldPort));
      else {
        const line = this.#typist(this.#everyPrompt ? this.program.sinceTyped : this.program.sinceTyped.slice(-400));
        if (line === NOT_NOW || (line === undefined && atTerminal && entered))
          return this.program.until(condition, { withinMs: deadline - performance.now() });
        if (line === undefined && !entered) {
          entered = true;
          this.program.type('');
        } else if (line === undefined) this.program.endInput();
        else {
          this.typed.push(line);
          this.program.type(line);
        }
      }
    }
    return condition() ? 'met' : 'deadline';
  }

  /** Whether its terminal comes to show something. */
  async prints(condition: (output: string) => boolean): Promise<boolean> {
    await this.until(() => condition(this.program.output), FINISH_WITHIN_MS);
    return condition(this.program.output);
  }

  async dispose(): Promise<void> {
    await this.program.dispose();
    await this.listeners.close();
  }
}
