import { oneLine } from '../explain/escape.js';
import type { Class } from './intake/class.js';
import type { Row, RowCheck } from './row.js';

/** What an instructor wants to know at a glance about a graded class, as plain text; lists end after `longest` items. */
export function summary(rows: readonly Row[], members: Class, longest = 30): string {
  const list = (title: string, items: readonly string[]): string => listed(title, items, longest);
  const graded = rows.filter((row) => row.state === 'graded');
  const called = namesFor(rows);
  return [
    [overview(rows), ...isolation(rows)].join('\n'),
    distribution(graded),
    lostMost(graded),
    causes(graded),
    list(
      'To grade again',
      rows.filter((row) => row.state === 'regrade').map((row) => `${called(row)}: ${row.why}`),
    ),
    list('No program among the files', withoutProgram(graded, members, called)),
    list('Not graded yet', rows.filter((row) => row.state === 'not-graded').map(called)),
    list(
      'Nothing handed in',
      members.missing.map(({ name, id }) => (id ? `${name} (${id})` : name)),
    ),
    list('Not in the roster', members.unknown.map(called)),
    list(
      'Not understood',
      members.notUnderstood.map(({ path, why }) => `${path}: ${why}`),
    ),
    list('Several versions handed in, the newest with a program graded', severalVersions(members, called)),
    list('The same but for file names, comments and white space', identical(rows, called)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

type Called = (student: { key: string; name: string }) => string;

/** Namesakes are told apart by their keys, which name their folders in the results. */
function namesFor(rows: readonly Row[]): Called {
  const times = new Map<string, number>();
  for (const { name } of rows) times.set(name, (times.get(name) ?? 0) + 1);
  return ({ key, name }) => (times.get(name)! > 1 ? `${name} [${key}]` : name);
}

function overview(rows: readonly Row[]): string {
  const of = (state: Row['state']): number => rows.filter((row) => row.state === state).length;
  const scores = rows.flatMap((row) => (row.score === undefined ? [] : [row.score])).sort((a, b) => a - b);
  const parts = [`${of('graded')} graded`];
  if (of('regrade') > 0) parts.push(`${of('regrade')} to grade again`);
  if (of('not-graded') > 0) parts.push(`${of('not-graded')} not graded yet`);
  if (of('missing') > 0) parts.push(`${of('missing')} missing`);
  const first = `${parts.join(', ')}.`;
  if (scores.length === 0) return first;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const median = (scores[Math.floor((scores.length - 1) / 2)]! + scores[Math.floor(scores.length / 2)]!) / 2;
  return `${first} Mean ${mean.toFixed(1)}, median ${median}, lowest ${scores[0]}, highest ${scores.at(-1)}.`;
}

/** On which rung the programs ran; where on several, on each how many. */
function isolation(rows: readonly Row[]): string[] {
  const times = new Map<string, number>();
  for (const { isolation: rung } of rows) if (rung !== undefined) times.set(rung, (times.get(rung) ?? 0) + 1);
  const rungs = [...times].map(([rung, number]) => (times.size === 1 ? rung : `${rung} (${number})`));
  return rungs.length === 0 ? [] : [`Isolation: ${rungs.join(', ')}.`];
}

/** Ten ranges and full marks, each with a bar; the longest bar has 40 signs. */
function distribution(graded: readonly Row[]): string {
  if (graded.length === 0) return '';
  const bins = Array.from({ length: 11 }, () => 0);
  for (const { score = 0, maxScore } of graded) bins[Math.min(10, Math.floor((score * 10) / maxScore))]! += 1;
  const most = Math.max(...bins);
  const lines = bins.map((number, index) => {
    const range = index === 10 ? '    100 %' : `${index * 10}–${index * 10 + 9} %`.padStart(9);
    const bar = number === 0 ? '' : '█'.repeat(Math.max(1, Math.round((number * 40) / most)));
    return `${range} ${String(number).padStart(4)} ${bar}`.trimEnd();
  });
  return ['Scores', ...lines.reverse()].join('\n');
}

function lostMost(graded: readonly Row[]): string {
  const lost = new Map<string, { check: RowCheck; times: number }>();
  for (const check of graded.flatMap((row) => row.checks)) {
    if (check.state !== 'fail' && check.state !== 'skip') continue;
    const known = lost.get(check.id);
    if (known) known.times += 1;
    else lost.set(check.id, { check, times: 1 });
  }
  const lines = [...lost.values()]
    .sort((a, b) => b.times - a.times || (a.check.id < b.check.id ? -1 : 1))
    .slice(0, 10)
    .map(({ check, times }) => `${String(times).padStart(6)}  ${check.id}: ${check.title}`);
  return lines.length === 0 ? '' : ['Checks most often lost', ...lines].join('\n');
}

/** A program that fails ten checks for one cause counts once. */
function causes(graded: readonly Row[]): string {
  const programs = new Map<string, number>();
  for (const row of graded) {
    const own = new Set<string>();
    for (const { id, cause } of row.checks) if (cause !== undefined) own.add(`${id.split('/')[0]} ${cause}`);
    for (const word of own) {
      const cause = word.split(' ')[1]!;
      programs.set(cause, (programs.get(cause) ?? 0) + 1);
    }
  }
  const lines = [...programs]
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([cause, number]) => `${String(number).padStart(6)}  ${cause}`);
  return lines.length === 0 ? '' : ['Programs by cause', ...lines].join('\n');
}

/** Zero points for a file of the wrong kind (a .docx, a program saved as .txt) are worth a look. */
function withoutProgram(graded: readonly Row[], { students }: Class, called: Called): string[] {
  const files = new Map(students.map((student) => [student.key, student.files]));
  return graded.flatMap((row) => {
    const { key, score, checks, notes } = row;
    const causes = checks.flatMap(({ cause }) => cause ?? []);
    if (score !== 0 || causes.length === 0 || causes.some((cause) => cause !== 'no-program')) return [];
    const found = `${called(row)}: ${listOf(files.get(key) ?? [])}`;
    return notes.length === 0 ? found : [`${found}.`, ...notes].join(' ');
  });
}

const MOST_NAMES = 5;

function listOf(files: readonly string[]): string {
  if (files.length === 0) return 'no file';
  const rest = files.length > MOST_NAMES ? `, and ${files.length - MOST_NAMES} more` : '';
  return `${files.slice(0, MOST_NAMES).join(', ')}${rest}`;
}

function severalVersions({ students }: Class, called: Called): string[] {
  return students
    .filter(({ versions }) => versions.length > 0)
    .map(
      (student) =>
        `${called(student)}: ${student.versions.map((one) => `${one.name}${one.graded ? ' (graded)' : ''}`).join(', ')}`,
    );
}

function identical(rows: readonly Row[], called: Called): string[] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const { sourceHash } = row;
    if (sourceHash === undefined) continue;
    const names = groups.get(sourceHash);
    if (names) names.push(called(row));
    else groups.set(sourceHash, [called(row)]);
  }
  return [...groups.values()].filter((names) => names.length > 1).map((names) => names.join('; '));
}

function listed(title: string, items: readonly string[], longest: number): string {
  if (items.length === 0) return '';
  const shown = items.slice(0, longest).map((item) => `  ${oneLine(item)}`);
  const rest = items.length > longest ? [`  and ${items.length - longest} more`] : [];
  return [`${title} (${items.length})`, ...shown, ...rest].join('\n');
}
