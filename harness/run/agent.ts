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
import { type FromAgent, HERE_EVERY_MS, type ToAgent } from './agent-protocol.js';
import { gradeUnit } from './grade-unit.js';

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
  const here = setInterval(() => report({ type: 'here' }), HERE_EVERY_MS);
  try {
    const outcome = await gradeUnit(unit, await loadAssignment(assignment), world, {
      begun: (check) => report({ type: 'begun', check }),
      judged: (check) => tellChecks && report({ type: 'check', outcome: check }),
    });
    report({ type: 'done', outcome, ...(await cleared()) });
  } catch (error) {
    report({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      usage: error instanceof UsageError,
    });
  } finally {
    clearInterval(here);
  }
}

/** What cannot be cleared away is a reason for another arena, and changes nothing of what was judged. */
async function cleared(): Promise<{ clean: boolean; leftovers: string[] }> {
  try {
    return await world.clear();
  } catch (error) {
    return { clean: false, leftovers: [String(error)] };
  }
}

process.on('message', (message: ToAgent) => void grade(message));
process.on('disconnect', () => process.exit(3));
// Whatever nobody expected may have left anything half done: the check under way is run anew, in another arena (see `Deaths`).
process.on('uncaughtException', (error) => {
  const { stack, message } = error instanceof Error ? error : { stack: undefined, message: String(error) };
  const last: FromAgent = { type: 'failed', message: stack ?? message, usage: false };
  process.send?.(last, () => process.exit(4));
});
report({ type: 'ready' });
