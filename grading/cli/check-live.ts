import { setTimeout as pause } from 'node:timers/promises';
import { UsageError } from '../../harness/usage-error.js';
import { type Grader, NOT_YET } from '../grade-submission.js';
import { openPage } from '../reports/open-page.js';
import { LIVE_EVENTS, type LiveServer, serveLive } from '../reports/serve-live.js';
import { studentPage, waitingPage } from '../reports/student-page.js';
import type { Result } from '../result/result.js';
import type { Outputs } from './check-outputs.js';
import { type LiveScreen, liveScreen } from './live-screen.js';
import { watchSaves } from './watch-saves.js';

interface Live {
  grader: Grader;
  unit: { name: string; folder: string; seed?: string };
  outputs: Outputs;
  /** Ends it all. */
  stop: AbortSignal;
  /** Whether to show the student's page in a browser too. */
  open: boolean;
  verbose: boolean;
  asked: string[];
  /** Files and folders whose changes are our own doing. */
  ignored: (string | undefined)[];
}

/** Grades at each save until it is stopped. A save while it grades begins again: the files of before no longer matter. */
export async function checkLive(live: Live): Promise<void> {
  const { unit, stop } = live;
  const saves = await watchSaves(unit.folder, { ignored: live.ignored.filter((path) => path !== undefined), stop });
  const page = live.open ? await livePage() : undefined;
  const screen = liveScreen({ verbose: live.verbose, asked: live.asked, where: page?.where });
  try {
    let shown: Result | undefined;
    while (!stop.aborted) {
      const saved = saves.next();
      shown = (await gradeOnce(live, { saved: saved.signal, before: shown, screen, page })) ?? shown;
      await saved.settled;
    }
  } finally {
    screen.end();
    await page?.server.close();
    await saves.close();
  }
}

interface Round {
  saved: AbortSignal;
  before: Result | undefined;
  screen: LiveScreen;
  page: LivePage | undefined;
}

/** One grading: its result, or nothing when a save or Ctrl-C came first. */
async function gradeOnce(
  { grader, unit, outputs, stop }: Live,
  { saved, before, screen, page }: Round,
): Promise<Result | undefined> {
  let done = 0;
  screen.grading();
  page?.server.say('grading…');
  try {
    const result = await grader.grade(unit, AbortSignal.any([stop, saved]), (partial) => {
      if (saved.aborted || stop.aborted) return;
      screen.partial(withThoseOfBefore(partial, before), ++done);
    });
    await outputs.finished(result);
    screen.finished(result, before);
    page?.show(result);
    return result;
  } catch (error) {
    if (saved.aborted || stop.aborted) return undefined;
    // Ctrl-C reaches the arena's processes as well, and their end may be noticed before the signal.
    await pause(50);
    if (stop.aborted) return undefined;
    if (!(error instanceof UsageError)) throw error;
    screen.cannot(error.message);
    page?.cannot(error.message);
    return undefined;
  }
}

/** A check that has not run yet shows as it was before, so that only what changed changes on the screen. */
function withThoseOfBefore(partial: Result, before: Result | undefined): Result {
  if (!before) return partial;
  const waiting = (check: Result['checks'][number]) => check.state === 'skip' && check.explanation === NOT_YET;
  const checks = partial.checks.map((check) =>
    waiting(check) ? (before.checks.find(({ role, id }) => role === check.role && id === check.id) ?? check) : check,
  );
  return { ...partial, score: before.score, conventions: before.conventions, notes: before.notes, checks };
}

interface LivePage {
  server: LiveServer;
  /** Where it is to be seen, in words. */
  where: string;
  show(result: Result): void;
  /** Says why nothing could be graded; a result of before stays in sight. */
  cannot(because: string): void;
}

async function livePage(): Promise<LivePage> {
  let current: Result | undefined;
  let waiting = 'Grading…';
  const server = await serveLive({
    async render() {
      return current ? studentPage(current, { live: LIVE_EVENTS }) : waitingPage(waiting, LIVE_EVENTS);
    },
  });
  const opened = await openPage(server.url);
  const where = opened.state === 'opened' ? server.url : `${server.url} (not opened: ${opened.because})`;
  return {
    server,
    where,
    show(result) {
      current = result;
      server.refresh();
    },
    cannot(because) {
      waiting = because;
      server.refresh();
      server.say(because);
    },
  };
}
