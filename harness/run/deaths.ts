import type { CheckName, Unit } from './grade-unit.js';

/** The process that holds the peers ended over a submission, met what nobody had expected, or hangs. */
export class AgentDied extends Error {
  override name = 'AgentDied';

  /** `during` is the check that was under way; undefined before the first. */
  constructor(
    message: string,
    readonly during: CheckName | undefined,
  ) {
    super(message);
  }
}

/** Twice in each of two checks. From then on one death in a check is enough. */
const PATIENT_DEATHS = 4;
/** All attempts together, in submission's times: what is not through by then is graded again by whoever asked. */
const MOST_TIMES = 2;

/**
 * The deaths of the agent over one submission, and what is made of them. One death says nothing of who caused it: a slip of ours, the
 * machine, a submission that has found a slip of ours. So the submission is graded anew in a fresh arena, where a fair one usually meets
 * no death at all. A second death in the same check says that this check meets a slip of ours whenever this submission runs, on purpose or
 * not. Then that check alone is left to a person, as an error that names it, and everything else is judged: nobody loses points for a
 * slip of ours, and nobody escapes the other checks by it.
 */
export class Deaths {
  readonly unjudged: NonNullable<Unit['unjudged']> = [];
  readonly #seen: CheckName[] = [];
  readonly #giveUpAt: number;
  #count = 0;

  constructor({ withinMs }: Pick<Unit, 'withinMs'>) {
    this.#giveUpAt = performance.now() + MOST_TIMES * withinMs;
  }

  /** Whether to grade the submission once more. */
  mayGoOnAfter({ during, message }: AgentDied): boolean {
    this.#count++;
    if (performance.now() > this.#giveUpAt) return false;
    if (!during) return this.#count === 1;
    if (this.#count > PATIENT_DEATHS || this.#seen.some(({ role, id }) => role === during.role && id === during.id))
      this.unjudged.push({ ...during, message: `${TWICE} ${message.split('\n')[0]}` });
    this.#seen.push(during);
    return true;
  }
}

const TWICE = 'The grader itself broke down in this check, and again when it ran anew: a person has to look at it.';
