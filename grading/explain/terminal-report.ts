import pc from 'picocolors';
import { quote } from '../../harness/arena/quote.js';
import type { CheckResult, Result } from '../result/result.js';
import { oneLine, visibleLines, withoutPaths } from './escape.js';
import { type FailureLine, failureLines, LABEL_COLUMNS } from './failure-lines.js';
import { type NotRun, type RunCheck, toldChecks } from './not-run.js';
import { scoreSentences } from './score-sentences.js';
import { stringWidth } from './string-width.js';
import { wrapped } from './wrapped.js';

export interface TerminalOptions {
  color: boolean;
  /** Columns of the terminal; at least 40 are used. */
  width: number;
  /** Longer quotations, where each rule comes from, and how to run the same again. */
  verbose: boolean;
  /** What was asked for behind the assignment's name, where it was asked for on a command line: the same has to be asked for again. */
  asked?: string[];
}

/** The report as a student reads it in a terminal. Whatever a program printed is escaped; no absolute path appears but in `asked`. */
export function terminalReport(result: Result, { color, width, verbose, asked = [] }: TerminalOptions): string {
  const paint = pc.createColors(color);
  const columns = Math.max(40, Math.min(width, 100));
  const page: Page = {
    paint,
    columns,
    verbose,
    asked,
    several: new Set(result.checks.map((check) => check.role)).size > 1,
  };
  return [
    ...heading(result, page),
    ...checkLines(result, page),
    ...section('How it was run', [...conventions(result), ...rung(result, page)], page),
    ...section('Notes', result.notes, page),
    ...section('Not protected on this machine', result.isolationMissing, page),
    ...closing(result, page),
    '',
  ].join('\n');
}

interface Page {
  paint: ReturnType<typeof pc.createColors>;
  columns: number;
  verbose: boolean;
  asked: string[];
  several: boolean;
}

function heading(result: Result, { paint, columns }: Page): string[] {
  const score = `${result.score} of ${result.maxScore}`;
  const name = `${oneLine(result.assignmentTitle)}  ${oneLine(withoutPaths(result.submission.name))}`;
  const tone =
    result.state === 'provisional' ? paint.yellow : result.score >= result.maxScore ? paint.green : paint.red;
  const [first = '', ...more] = wrapped(name, columns - score.length - 2);
  return [spread(paint.bold(first), paint.bold(tone(score)), columns), ...more.map(paint.bold)];
}

function checkLines(result: Result, page: Page): string[] {
  const lines: string[] = [];
  let role: string | undefined;
  for (const told of toldChecks(result.checks)) {
    const [first] = told.kind === 'check' ? [told.check] : told.checks;
    if (first.role !== role) lines.push('', ...(page.several ? [page.paint.bold(`The ${first.role}`)] : []));
    role = first.role;
    lines.push(
      ...(told.kind === 'check'
        ? [...verdictLine(told.check, page), ...belowVerdict(told.check, page)]
        : notRunLines(told, page)),
    );
  }
  return lines;
}

function verdictLine(check: CheckResult, { paint, columns }: Page): string[] {
  const [mark, tone] = {
    pass: ['✓', paint.green],
    fail: ['✗', paint.red],
    skip: ['–', paint.yellow],
    error: ['!', paint.magenta],
  }[check.state] as [string, (text: string) => string];
  const earned = check.state === 'error' ? '?' : String(check.points);
  const points = `${check.kind === 'bonus' ? 'bonus ' : ''}${earned}/${check.maxPoints}`;
  const [first = '', ...more] = wrapped(oneLine(check.title), columns - points.length - 6);
  const plain = check.state === 'pass' ? paint.dim : tone;
  return [spread(`  ${tone(mark)} ${first}`, plain(points), columns), ...more.map((line) => `    ${line}`)];
}

function notRunLines({ checks, because }: NotRun, page: Page): string[] {
  return [
    ...checks.flatMap((check) => [...verdictLine(check, page), ...ruleLines(check, page)]),
    ...prose(withoutPaths(`not run: ${because}`), page, page.paint.dim),
  ];
}

const INDENT = '    ';

function prose(text: string, { columns }: Page, tone: (line: string) => string = String): string[] {
  return visibleLines(text).flatMap((line) =>
    wrapped(line, columns - INDENT.length).map((part) => INDENT + tone(part)),
  );
}

function ruleLines(check: CheckResult, page: Page): string[] {
  return page.verbose && check.rule ? prose(`rule: ${check.rule}`, page, page.paint.dim) : [];
}

function belowVerdict(check: RunCheck, page: Page): string[] {
  const { paint, columns, verbose } = page;
  const rule = ruleLines(check, page);
  switch (check.state) {
    case 'pass':
      return [...rule, ...(check.explanation ? prose(withoutPaths(check.explanation), page, paint.dim) : [])];
    case 'error':
      return prose(withoutPaths(`not graded, and not your fault: ${check.explanation ?? 'the grader failed'}`), page);
    case 'fail': {
      const told = check.cause
        ? failureLines(check.cause, { width: columns - INDENT.length, rows: verbose ? 40 : 8 }).map(
            (line) => INDENT + painted(line, page),
          )
        : prose(check.explanation ?? 'no reason was recorded', page);
      return [...rule, ...told, ...(check.hint ? hintLines(check.hint, page) : [])];
    }
  }
}

function painted({ kind, label, text }: FailureLine, { paint }: Page): string {
  if (kind === 'summary') return text;
  const tone = {
    sent: String,
    expected: paint.green,
    received: paint.red,
    caret: paint.red,
    difference: paint.dim,
    'last-words': paint.yellow,
  }[kind];
  return `${paint.dim(label.padEnd(LABEL_COLUMNS))}${tone(text)}`;
}

function hintLines(hint: string, { paint, columns }: Page): string[] {
  const label = 'hint'.padEnd(LABEL_COLUMNS);
  return wrapped(oneLine(hint), columns - INDENT.length - LABEL_COLUMNS).map(
    (line, index) => `${INDENT}${paint.cyan(index === 0 ? label : ' '.repeat(LABEL_COLUMNS))}${paint.cyan(line)}`,
  );
}

function conventions(result: Result): string[] {
  return Object.entries(result.conventions).flatMap(([role, sentences]) => sentences.map((said) => `${role}: ${said}`));
}

/** Whoever wants to know everything; whoever does not is told only where protection was missing. */
function rung({ isolation }: Result, { verbose }: Page): string[] {
  return verbose ? [`isolation: ${oneLine(isolation)}`] : [];
}

function section(title: string, sentences: string[], { paint, columns }: Page): string[] {
  if (sentences.length === 0) return [];
  const lines = sentences.flatMap((sentence) => hanging(oneLine(withoutPaths(sentence)), columns));
  return ['', paint.bold(title), ...lines.map(paint.dim)];
}

function hanging(text: string, columns: number): string[] {
  return wrapped(text, columns - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
}

function closing(result: Result, { paint, columns, verbose, asked }: Page): string[] {
  const lines = scoreSentences(result).flatMap((sentence) => wrapped(sentence, columns));
  const words = ['netgrade', 'check', result.assignment, ...asked.map(asWord), '--seed', result.seed];
  const again = `The same again: ${oneLine(words.join(' '))}`;
  // Only who wants to see a failure again needs the same words.
  const isWanted = verbose || result.checks.some(({ state }) => state === 'fail');
  return ['', ...lines, ...(isWanted ? wrapped(again, columns).map(paint.dim) : [])];
}

/** As one word of a shell's. */
function asWord(text: string): string {
  return /^[\w./@:+=~-]+$/.test(text) ? text : quote(text);
}

/** Left and right at the two edges of the page. */
function spread(left: string, right: string, columns: number): string {
  return left + ' '.repeat(Math.max(2, columns - stringWidth(left) - stringWidth(right))) + right;
}
