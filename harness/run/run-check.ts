import { CannotStart } from '../arena/cannot-start.js';
import type { Check } from '../assignment/assignment.js';
import { Transcript } from '../wire/transcript.js';
import { CHECK_WITHIN_MS } from './bounds.js';
import { CheckContext } from './check-context.js';
import { orShortage } from './diagnose.js';
import { CannotRun, CheckFailure, failure, MachineLacks } from './failure.js';
import type { Session } from './session.js';
import { tooLittleMemory } from './shortage.js';
import type { CheckOutcome, Role, Verdict } from './verdict.js';
import { withFacts } from './with-facts.js';

/** Less than this decides nothing for a check. */
const LEAST_OWED_MS = 500;

/** Runs one check in one deadline and turns whatever happens into a verdict. Never throws. */
export async function runCheck(session: Session, role: Role, id: string, check: Check): Promise<CheckOutcome> {
  const transcript = new Transcript();
  const context = new CheckContext(session, role, session.random.fork(`${role}/${id}`), transcript);
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    let granted = 0;
    const giveUp = (): void => {
      // What the programs lost to a crowded machine is not theirs to answer for; the submission's own time is the limit.
      const owedMs = Math.min(transcript.starvedMs - granted, session.timeLeftMs);
      if (owedMs < LEAST_OWED_MS) reject(tooLate(session, transcript));
      else timer = setTimeout(giveUp, owedMs);
      granted += owedMs;
    };
    timer = setTimeout(giveUp, Math.min(CHECK_WITHIN_MS, session.timeLeftMs));
    void transcript.full.then(() => reject(failure('output-flood', 'The program sent without end and was stopped.')));
  });
  // It may be over before anybody waits for it.
  late.catch(() => undefined);
  let verdict: Verdict;
  try {
    const run = check.run(context);
    run.catch(() => undefined);
    const note = await Promise.race([run, late]);
    await context.expectWithinLimits();
    verdict = typeof note === 'string' ? { state: 'pass', note } : { state: 'pass' };
  } catch (error) {
    verdict = verdictOf(lookedInto(error, session, transcript), session, role);
  } finally {
    clearTimeout(timer);
    // Of a program that is gone the kernel tells no more what it waited for.
    session.crowded(transcript.crowdedMs);
    await context.dispose();
  }
  return {
    id,
    role,
    verdict,
    durationMs: Math.round(performance.now() - startedAt),
    transcript: [...transcript.events],
  };
}

/** What failed, or what its programs have no more of; of those that were disposed of, `diagnose` knows. */
function lookedInto(error: unknown, { launched }: Session, { noMemory }: Transcript): unknown {
  if (!(error instanceof CheckFailure)) return error;
  if (noMemory) return tooLittleMemory();
  try {
    return orShortage(
      error,
      launched.map(({ role, program }) => ({ name: role === 'script' ? 'program' : role, program })),
    );
  } catch (machineLacks) {
    return machineLacks;
  }
}

/** Only a CheckFailure costs points; whatever else goes wrong is the grader's own. */
function verdictOf(error: unknown, session: Session, role: Role): Verdict {
  if (error instanceof CheckFailure) return { state: 'fail', cause: withFacts(error.cause, session, role) };
  if (error instanceof CannotStart) return { state: 'fail', cause: withFacts(unstartable(error).cause, session, role) };
  if (error instanceof CannotRun) return { state: 'skip', because: error.message };
  if (error instanceof MachineLacks) return { state: 'error', message: error.message };
  return { state: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function unstartable({ message }: CannotStart): CheckFailure {
  return failure(
    'died-at-start',
    'The program could not be started: its arguments are impossible, or a program before it spoiled their folder.',
    { lastWords: message },
  );
}

function tooLate(session: Session, transcript: Transcript): Error {
  // A timer may fire a moment early.
  if (session.timeLeftMs >= LEAST_OWED_MS)
    return failure(
      'timeout',
      `The program was still not done after ${CHECK_WITHIN_MS / 1000} s, the limit for one check.`,
    );
  return session.timeIsOver(transcript.crowdedMs);
}
