import { roleChoice, wishOf } from '../program/dialogue.js';
import { promptOf, wayOut } from '../program/menu.js';
import type { Program, Waited } from '../program/program.js';
import type { PromptAnswers } from '../program/prompt-answers.js';
import type { Contact, Listeners } from '../wire/listeners.js';
import type { TcpPeer } from '../wire/tcp-peer.js';
import { FINISH_WITHIN_MS } from './bounds.js';
import { TOLD_HOST } from './launch.js';

/** A typist's word for: leave it waiting, there will be a line later. */
export const NOT_NOW = Symbol('not now');

/** What to type next when a client asks for a line that is neither host nor port; undefined ends its input. */
export type Typist = (prompt: string) => string | typeof NOT_NOW | undefined;

/** So many lines are typed in one wait; a program that asks on and on takes what it is given. */
const MOST_LINES = 60;

/** Characters before a wait that a typist is shown. */
const PROMPT_READ = 400;

/** A student's client (or script), running, its terminal attended to. */
export class ClientProgram {
  readonly program: Program;
  readonly listeners: Listeners;
  readonly #toldPort: number;
  readonly #typist: Typist;
  readonly #everyPrompt: boolean;
  readonly #answers: PromptAnswers | undefined;
  readonly #ownServer: boolean;
  #left = false;
  /** How much it had sent when it was last answered as its prompts want it. */
  #sentAtChoice: number | undefined;
  /** What its user wanted to type when another prompt came first. */
  #owed: string | undefined;
  /** Whether it is being found out what it wants typed. */
  findsAnswers = false;
  /** Whether it asked the same again where it may want another answer: while that is being found out it is left there. */
  stuck = false;
  /** What was typed for it beside host and port. */
  readonly typed: string[] = [];

  /** How many contacts the listeners had before it started. */
  readonly #since: number;

  /** With `everyPrompt` the typist answers prompts for a host or a port too; `answers` go before what the typist says. */
  constructor(
    program: Program,
    listeners: Listeners,
    start: { toldPort: number; typist: Typist; everyPrompt?: boolean; answers?: PromptAnswers; ownServer?: boolean },
  ) {
    this.program = program;
    this.listeners = listeners;
    this.#toldPort = start.toldPort;
    this.#typist = start.typist;
    this.#everyPrompt = start.everyPrompt ?? false;
    this.#answers = start.answers;
    this.#ownServer = start.ownServer ?? false;
    this.#answers?.begin();
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
    for (let lines = 0; lines < MOST_LINES; lines++) {
      const waited = await this.program.untilWantsInput(deadline - performance.now(), condition);
      if (waited !== 'wants') return waited;
      const text = this.program.sinceTyped;
      if (this.findsAnswers && this.#sent === 0 && this.#answers?.comesAgain(text)) {
        this.stuck = true;
        return 'settled';
      }
      const line = atTerminal && this.#hasLed(text) ? NOT_NOW : this.#lineFor(text);
      if (line === NOT_NOW || (line === undefined && atTerminal && entered))
        return this.program.until(condition, { withinMs: deadline - performance.now() });
      if (line !== undefined) this.#type(text, line);
      else if (entered) this.#leave(text);
      else {
        entered = true;
        this.program.type('');
      }
    }
    return condition() ? 'met' : 'deadline';
  }

  /** As the program's `untilWantsInput`, past the menus before the prompt. */
  async untilWantsInput(withinMs: number): Promise<'wants' | Waited> {
    for (let lines = 0; lines < MOST_LINES; lines++) {
      const waited = await this.program.untilWantsInput(withinMs);
      const line = waited === 'wants' ? this.#answers?.at(this.program.sinceTyped) : undefined;
      if (line === undefined) return waited;
      this.#type(this.program.sinceTyped, line);
    }
    return 'deadline';
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

  /** How much it has sent so far: datagrams, and bytes over connections; lines typed at it, where it is not us who see them sent. */
  get #sent(): number {
    if (this.#ownServer) return this.program.typedLines;
    return this.contacts.reduce(
      (sum, contact) => sum + (contact.transport === 'udp' ? contact.arrivals.length : contact.peer.received.length),
      0,
    );
  }

  /** What its user types where it waits behind this text. */
  #lineFor(text: string): string | typeof NOT_NOW | undefined {
    if (this.#everyPrompt) return this.#asked(this.#typist(text));
    const known = this.#answers?.at(text);
    if (known !== undefined) return this.#again(text, known);
    const role = roleChoice(text, 'client');
    if (role !== undefined) return role;
    const wish = wishOf(text);
    if (wish === 'host') return TOLD_HOST;
    if (wish === 'port') return String(this.#toldPort);
    const owed = this.#owed;
    this.#owed = undefined;
    return this.#asked(owed ?? this.#typist(text.slice(-PROMPT_READ)));
  }

  /** At a prompt whose answer is known: once that has led to something, its user goes on while there is more to type. */
  #again(text: string, known: string): string | typeof NOT_NOW | undefined {
    const led = this.#hasLed(text);
    this.#sentAtChoice = this.#sent;
    if (!led) return known;
    const more = this.#typist(text.slice(-PROMPT_READ));
    if (more === NOT_NOW) return more;
    this.#owed = more;
    return more === undefined ? this.#answers?.wayOutAt(text) : known;
  }

  /** Whether a prompt whose answer is known comes again after that answer has led to something. */
  #hasLed(text: string): boolean {
    return this.#sentAtChoice !== undefined && this.#sentAtChoice < this.#sent && this.#answers?.at(text) !== undefined;
  }

  #asked(line: string | typeof NOT_NOW | undefined): string | typeof NOT_NOW | undefined {
    if (typeof line === 'string') this.typed.push(line);
    return line;
  }

  #type(text: string, line: string): void {
    this.#answers?.note(text, line);
    this.program.type(line);
  }

  /** Its user has no more to type: leaves as the prompt says, or ends the input. */
  #leave(text: string): void {
    const line = this.#everyPrompt || this.#left ? undefined : wayOut(promptOf(text));
    this.#left = true;
    if (line === undefined) this.program.endInput();
    else this.program.type(line);
  }
}
