import type { AssignmentPlace } from '../assignment/load-assignment.js';
import type { CheckName, Unit, UnitOutcome } from './grade-unit.js';
import type { CheckOutcome } from './verdict.js';

/** To the agent inside the arena. */
export type ToAgent = {
  type: 'grade';
  unit: Unit;
  assignment: AssignmentPlace;
  /** Whether each check is to be told when it ends, beside the whole outcome. */
  tellChecks: boolean;
};

/** How often an agent says that it is there. */
export const HERE_EVERY_MS = 500;

/** From the agent. `clean` says whether the arena may serve another submission. */
export type FromAgent =
  | { type: 'ready' }
  | { type: 'here' }
  | { type: 'begun'; check: CheckName }
  | { type: 'check'; outcome: CheckOutcome }
  | { type: 'done'; outcome: UnitOutcome; clean: boolean; leftovers: string[] }
  | { type: 'failed'; message: string; usage: boolean };
