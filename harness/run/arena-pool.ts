import { join } from 'node:path';
import PQueue from 'p-queue';
import { type AgentHandle, launchAgent } from '../arena/launch.js';
import { SLOTS } from '../arena/student-owner.js';
import type { Rung } from '../arena/world.js';
import type { AssignmentPlace } from '../assignment/load-assignment.js';
import { packageRoot } from '../package-root.js';
import { UsageError } from '../usage-error.js';
import type { FromAgent, ToAgent } from './agent-protocol.js';
import { AgentDied, Deaths } from './deaths.js';
import type { CheckName, Unit, UnitOutcome } from './grade-unit.js';
import type { CheckOutcome } from './verdict.js';

const ENTRY = join(packageRoot, 'dist', 'harness', 'run', 'agent.js');
/** An arena is replaced after so many submissions, however clean, so that nothing can add up over a night. */
const MOST_UNITS = 200;
/** How long a submission may go on past its own time. Past it the arena itself counts as broken. */
const GRACE_MS = 60_000;

/**
 * An agent that has said nothing for so long, not even that it is there, is busy with one thing that has no end: a text that it reads, say.
 * It says so twice a second, and no honest work keeps it from that for a second.
 */
const SILENT_FOR_MS = 30_000;

interface Arena {
  slot: number;
  agent: AgentHandle;
  units: number;
}

/** Arenas, opened when needed, kept while clean, replaced when anything is left over in one. */
export class ArenaPool {
  readonly #rung: Rung;
  readonly #queue: PQueue;
  readonly #idle: Arena[] = [];
  readonly #all = new Set<Arena>();
  readonly #freeSlots: number[];
  /** Where nothing but its user tells a program from another, every submission has another user: its slot's. */
  readonly #usersDiffer: boolean;
  readonly #silentForMs: number;

  constructor(options: { rung: Rung; size: number; silentForMs?: number }) {
    this.#rung = options.rung;
    this.#queue = new PQueue({ concurrency: options.size });
    this.#usersDiffer = options.rung === 'container';
    this.#silentForMs = options.silentForMs ?? SILENT_FOR_MS;
    this.#freeSlots = Array.from({ length: this.#usersDiffer ? SLOTS : options.size }, (_, slot) => slot);
  }

  /**
   * Grades one submission in an arena.
   * @throws UsageError for a submission that contradicts itself; Error when the arena broke (the grader's failure)
   */
  async run(
    unit: Unit,
    assignment: AssignmentPlace,
    options: { onStart?: () => void; onCheck?: (outcome: CheckOutcome) => void; signal?: AbortSignal } = {},
  ): Promise<UnitOutcome> {
    // An abort must not free this place in the queue before the arena is closed: its slot is still taken.
    const { signal } = options;
    return this.#queue.add(async () => {
      signal?.throwIfAborted();
      options.onStart?.();
      const deaths = new Deaths(unit);
      for (;;) {
        try {
          return await this.#attempt({ ...unit, unjudged: deaths.unjudged }, assignment, options);
        } catch (error) {
          if (!(error instanceof AgentDied) || !deaths.mayGoOnAfter(error)) throw error;
        }
      }
    });
  }

  /** @throws AgentDied when the agent broke down over it, and what `run` throws */
  async #attempt(
    unit: Unit,
    assignment: AssignmentPlace,
    options: { onCheck?: (outcome: CheckOutcome) => void; signal?: AbortSignal },
  ): Promise<UnitOutcome> {
    const arena = this.#idle.pop() ?? (await this.#open());
    let reusable = false;
    try {
      options.signal?.throwIfAborted();
      const done = await converse(
        arena.agent,
        { type: 'grade', unit, assignment, tellChecks: options.onCheck !== undefined },
        { ...options, silentForMs: this.#silentForMs },
      );
      arena.units++;
      reusable = done.clean && arena.units < MOST_UNITS && !this.#usersDiffer;
      return done.outcome;
    } finally {
      if (reusable) this.#idle.push(arena);
      else await this.#close(arena);
    }
  }

  async close(): Promise<void> {
    this.#queue.clear();
    await Promise.all([...this.#all].map((arena) => this.#close(arena)));
  }

  async #open(): Promise<Arena> {
    const slot = this.#freeSlots.shift();
    if (slot === undefined) throw new Error('more arenas than the pool has slots');
    try {
      const agent = await launchAgent({ rung: this.#rung, slot, entry: ENTRY });
      const arena = { slot, agent, units: 0 };
      this.#all.add(arena);
      return arena;
    } catch (error) {
      this.#freeSlots.unshift(slot);
      throw error;
    }
  }

  async #close(arena: Arena): Promise<void> {
    if (!this.#all.delete(arena)) return;
    await arena.agent.close();
    this.#freeSlots.push(arena.slot);
  }
}

/** One unit's conversation with an agent. */
function converse(
  agent: AgentHandle,
  message: ToAgent,
  options: { onCheck?: (outcome: CheckOutcome) => void; signal?: AbortSignal; silentForMs: number },
): Promise<Extract<FromAgent, { type: 'done' }>> {
  const { onCheck, signal, silentForMs } = options;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new Error('the arena did not finish this submission in time'))),
      message.unit.withinMs + GRACE_MS,
    );
    let heard = true;
    const silence = setTimeout(() => {
      heard = false;
      // What it said while we ourselves were stopped (Ctrl-Z) is read first.
      setImmediate(() => {
        if (!heard) end(() => reject(new AgentDied(`the arena did not answer for ${silentForMs / 1000} s`, during)));
      });
    }, silentForMs);
    const aborted = () => end(() => reject(new Error('grading was stopped')));
    let during: CheckName | undefined;
    const stopMessages = agent.onMessage((raw) => {
      const from = raw as FromAgent;
      heard = true;
      silence.refresh();
      if (from.type === 'begun') during = from.check;
      else if (from.type === 'check') onCheck?.(from.outcome);
      else if (from.type === 'done') end(() => resolve(from));
      else if (from.type === 'failed')
        end(() =>
          reject(
            from.usage
              ? new UsageError(from.message.replace(/^UsageError: |\n[\s\S]*/g, ''))
              : new AgentDied(from.message, during),
          ),
        );
    });
    const stopEnd = agent.onEnd((why) => end(() => reject(new AgentDied(`the arena ended: ${why}`, during))));
    function end(settle: () => void): void {
      clearTimeout(timer);
      clearTimeout(silence);
      stopMessages();
      stopEnd();
      signal?.removeEventListener('abort', aborted);
      settle();
    }
    signal?.addEventListener('abort', aborted);
    agent.send(message);
  });
}
