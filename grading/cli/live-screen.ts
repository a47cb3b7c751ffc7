import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import { checkSummary } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import { toldChecks } from '../explain/not-run.js';
import type { TerminalOptions } from '../explain/terminal-report.js';
import { wrapped } from '../explain/wrapped.js';
import { forAudience } from '../exports/for-audience.js';
import type { CheckResult, Result } from '../result/result.js';
import { hasColor } from './has-color.js';
import { reportText } from './report-text.js';

/** What a student sees while `check --watch` runs. */
export interface LiveScreen {
  grading(): void;
  /** After each check; `done` are from this run, the others from the one before. */
  partial(result: Result, done: number): void;
  finished(result: Result, before: Result | undefined): void;
  /** Nothing could be graded, for a reason that the next save may remove. */
  cannot(because: string): void;
  end(): void;
}

interface Screen extends Pick<TerminalOptions, 'verbose' | 'asked'> {
  /** The address of the page that is open beside it. */
  where: string | undefined;
}

/** A terminal's lines are rewritten in place where they changed; elsewhere (a log, a pipe) what changed is told below. */
export function liveScreen(options: Screen): LiveScreen {
  return process.stdout.isTTY ? inPlace(options) : downwards(options);
}

const HINT = 'grades again at each save; Ctrl-C ends';

function inPlace({ where, ...shown }: Screen): LiveScreen {
  const color = hasColor();
  const update = createLogUpdate(process.stdout);
  const paint = pc.createColors(color);
  let frame: (width: number) => string = () => '';
  let state = '';
  const draw = (): void => {
    const { rows = 24, columns = 80 } = process.stdout;
    const head = [`${state}  ${paint.dim(HINT)}`, ...(where ? [paint.dim(where)] : []), ''];
    const lines = frame(Math.min(100, columns)).replace(/\n+$/, '').split('\n');
    const room = rows - head.length - 1;
    const shown =
      lines.length <= room ? lines : [...lines.slice(0, room - 1), paint.dim(more(lines.length - room + 1))];
    update([...head, ...shown].join('\n').slice(0, rows * columns * 8));
  };
  const report =
    (result: Result) =>
    (width: number): string =>
      reportText(result, { color, width, ...shown });
  process.stdout.on('resize', draw);
  return {
    grading() {
      state = paint.yellow('● grading…');
      draw();
    },
    partial(result, done) {
      state = paint.yellow(`● grading… ${done} of ${result.checks.length}`);
      frame = report(result);
      draw();
    },
    finished(result) {
      state = paint.green(`● ${clock()}`);
      frame = report(result);
      draw();
    },
    cannot(because) {
      state = paint.red(`● ${clock()}`);
      frame = (width) => wrapped(oneLine(because), width).join('\n');
      draw();
    },
    end() {
      process.stdout.off('resize', draw);
      update.done();
    },
  };
}

const more = (lines: number): string => `… ${lines} more lines: a higher window shows them`;

function downwards({ where, ...shown }: Screen): LiveScreen {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(`Watching: ${HINT}.`);
  if (where) say(where);
  return {
    grading: () => undefined,
    partial: () => undefined,
    finished(result, before) {
      say(before ? changes(result, before) : reportText(result, { color: false, width: 80, ...shown }));
    },
    cannot: (because) => say(`${clock()}  ${oneLine(because)}`),
    end: () => undefined,
  };
}

function changes(result: Result, before: Result): string {
  const old = forAudience(before).checks;
  const changed = forAudience(result).checks.filter((check) => {
    const was = old.find(({ role, id }) => role === check.role && id === check.id);
    return !was || was.state !== check.state || checkSummary(was) !== checkSummary(check);
  });
  const lines = toldChecks(changed).flatMap((told) =>
    told.kind === 'check'
      ? [heading(told.check), ...(told.check.state === 'pass' ? [] : indented(checkSummary(told.check)))]
      : [...told.checks.map(heading), ...indented(`not run: ${oneLine(told.because)}`)],
  );
  const moved = result.score === before.score ? '' : `, was ${before.score}`;
  const said = lines.length > 0 ? lines : ['  Nothing changed.'];
  return [`${clock()}  ${result.score} of ${result.maxScore}${moved}`, ...said].join('\n');
}

const MARKS = { pass: '✓', fail: '✗', skip: '–', error: '!' };
const heading = ({ state, role, title }: CheckResult): string => `  ${MARKS[state]} The ${role} ${oneLine(title)}`;
const indented = (text: string): string[] => wrapped(text, 76).map((line) => `    ${line}`);

const clock = (): string => new Date().toTimeString().slice(0, 8);
