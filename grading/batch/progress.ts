import { createLogUpdate } from 'log-update';
import type { Progress } from './run-class.js';

const REDRAW_MS = 100;
const PLAIN_LINE_MS = 10_000;

interface ProgressDisplay {
  update(progress: Progress): void;
  /** Ends the display, leaving its last state on the screen. */
  end(): void;
}

/** Shows how far a class is: one line that is redrawn in a terminal, and a line now and then elsewhere. */
export function progressDisplay(
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): ProgressDisplay {
  const startedAt = now();
  // One that does not know how wide it is cannot be drawn in.
  const isTerminal = stream.isTTY === true && stream.columns !== 0;
  const log = isTerminal ? createLogUpdate(stream) : undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  let shown = '';
  let last: Progress | undefined;
  const show = (progress: Progress): void => {
    shownAt = now();
    const line = progressLine(progress, shownAt - startedAt);
    if (log) log(line.slice(0, Math.max(20, (stream.columns ?? 80) - 1)));
    else if (line !== shown) stream.write(`${line}\n`);
    shown = line;
  };
  return {
    update(progress) {
      last = progress;
      if (now() - shownAt >= (isTerminal ? REDRAW_MS : PLAIN_LINE_MS)) show(progress);
    },
    end() {
      if (last) show(last);
      log?.done();
    },
  };
}

/** The state in one line: counts, rate and time left. */
export function progressLine({ total, done, reused, running, regrade }: Progress, elapsedMs: number): string {
  const graded = done - reused;
  const left = total - done;
  const parts = [`${done} of ${total}`];
  if (reused > 0) parts.push(`${reused} kept from before`);
  if (running > 0) parts.push(`${running} running`);
  if (regrade > 0) parts.push(`${regrade} to regrade`);
  if (graded > 0 && elapsedMs > 0) {
    const perMinute = (graded * 60_000) / elapsedMs;
    parts.push(`${perMinute >= 10 ? Math.round(perMinute) : perMinute.toFixed(1)} a minute`);
    if (left > 0) parts.push(`${durationWords((elapsedMs / graded) * left)} left`);
  }
  return parts.join(', ');
}

function durationWords(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
