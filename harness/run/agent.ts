/**
 * The process inside the arena: it furnishes the world, holds the peers, runs the checks of one submission after the other
 * and reports over the IPC channel that it was started with. Nothing that a student's program prints or writes
 * reaches that channel.
 */
import { openWorld } from '../arena/open-world.js';
import type { Rung } from '../arena/world.js';
import { loadAssignment } from '../assignment/load-assignment.js';
import { findToolchain } from '../program/toolchains.js';
import { UsageError } from '../usage-error.js';
import type { FromAgent, ToAgent } from './agent-protocol.js';
import { gradeUnit } from './grade-unit.js';
import type { CheckOutcome } from './verdict.js';

// Most programs are Python: its interpreter is asked about itself while the world is furnished.
findToolchain('python').catch(() => undefined);
const world = await openWorld({
  rung: process.env.NETGRADE_RUNG as Rung,
  slot: Number(process.env.NETGRADE_SLOT ?? 0),
});

function report(message: FromAgent): void {
  process.send?.(message);
}

async function grade({ unit, assignment, tellChecks }: ToAgent): Promise<void> {
  try {
    const onCheck = (check: CheckOutcome) => tellChecks && report({ type: 'check', outcome: check });
    const outcome = await gradeUnit(unit, await loadAssignment(assignment), world, onCheck);
    report({ type: 'done', outcome, ...(await world.clear()) });
  } catch (error) {
    report({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      usage: error instanceof UsageError,
    });
  }
}

process.on('message', (message: ToAgent) => void grade(message));
process.on('disconnect', () => process.exit(3));
// A peer's late socket error must not end the grading of a submission; it is reported as the check's own outcome where it matters.
process.on('uncaughtException', (error) =>
  report({ type: 'failed', message: error.stack ?? error.message, usage: false }),
);
report({ type: 'ready' });
