import { hasNamespaces } from '../../harness/arena/arena-command.js';
import type { Rung } from '../../harness/arena/world.js';
import type { Result } from '../result/result.js';
import type { StoredResult } from './result-store.js';

/** What a result would be made of if it were made now. */
export interface Basis {
  submissionHash: string;
  assignmentHash: string;
  epoch: number;
  seed: string;
  /** For one submission, and what its programs may have of it. */
  deadlineMs: number;
  programsShare: number;
  /** Whether submissions have a network of their own: what was graded without one does not stand then. */
  inArenas: boolean;
}

/** A result that was saved and need not be made again. */
export type Standing = StoredResult & { outcome: { state: 'graded'; result: Result } };

/** Whether a saved result is what grading would come to again. */
export function stillStands(stored: StoredResult | undefined, basis: Basis): stored is Standing {
  return (
    stored?.outcome.state === 'graded' &&
    stored.submissionHash === basis.submissionHash &&
    stored.assignmentHash === basis.assignmentHash &&
    stored.epoch === basis.epoch &&
    stored.seed === basis.seed &&
    (!basis.inArenas || hasNamespaces(stored.outcome.result.isolation as Rung)) &&
    hadTime(stored, stored.outcome.result, basis)
  );
}

/** Another deadline changes nothing for a submission that was done before it and before the former one. */
function hadTime(stored: StoredResult, { durationMs }: Result, { deadlineMs, programsShare }: Basis): boolean {
  return stored.deadlineMs === deadlineMs || durationMs < Math.min(stored.deadlineMs, deadlineMs) * programsShare;
}
