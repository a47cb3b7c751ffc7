import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pc from 'picocolors';
import type { Assignment } from '../../harness/assignment/assignment.js';
import { findAssignment, loadAssignment } from '../../harness/assignment/load-assignment.js';
import type { CheckKind, Role } from '../../harness/run/verdict.js';
import { checksOf, pointsOfRole, rolesIn } from '../assignment-facts.js';
import { markdownText } from '../explain/escape-github.js';
import { wrapped } from '../explain/wrapped.js';
import { sameAssignments } from './common-options.js';
import { handingIn } from './handing-in.js';
import { hasColor } from './has-color.js';
import { plainMarkdown } from './plain-markdown.js';
import type { ShowArguments } from './show-command.js';

/** What a student is told of an assignment. */
interface Page {
  id: string;
  title: string;
  lecture: string;
  transport: string;
  brief: string;
  roles: { role: Role; points: number; checks: ShownCheck[]; hidden: { count: number; points: number } }[];
  options: { name: string; description: string; default: boolean }[];
  /** What holds for every task: languages, how programs are found and started. */
  handingIn: string;
  /** Languages that there is a starter for. */
  starters: string[];
}
interface ShownCheck {
  id: string;
  title: string;
  points: number;
  kind: CheckKind;
  rule: string;
}

/** `netgrade show`: the student's page. Hidden checks show as a number and their points. */
export async function show(args: ShowArguments): Promise<void> {
  const page = await pageOf(args);
  const color = hasColor();
  const text = args.json
    ? JSON.stringify(page, undefined, 2)
    : args.markdown
      ? markdown(page)
      : terminal(page, {
          color,
          more: sameAssignments(args.assignments),
          width: Math.max(40, Math.min(100, process.stdout.columns ?? 80)),
        });
  process.stdout.write(`${text}\n`);
}

async function pageOf({ id, assignments }: ShowArguments): Promise<Page> {
  const place = await findAssignment(id, assignments);
  const assignment = await loadAssignment(place);
  const brief = await readFile(join(place.folder, 'brief.md'), 'utf8').catch(() => '');
  const roles = rolesIn(assignment).map((role) => ({
    role,
    points: pointsOfRole(assignment, role),
    ...shownOf(assignment, role),
  }));
  return {
    id: place.id,
    title: assignment.title,
    lecture: assignment.lecture,
    transport: assignment.transport,
    brief: brief.trim(),
    roles,
    handingIn: handingIn(roles),
    options: Object.entries(assignment.options ?? {}).map(([name, option]) => ({ name, ...option })),
    starters: (await readdir(join(place.folder, 'starter')).catch(() => [])).sort(),
  };
}

function shownOf(assignment: Assignment, role: Role): Pick<Page['roles'][number], 'checks' | 'hidden'> {
  const all = checksOf(assignment, role);
  const hidden = all.filter(([, check]) => check.hidden);
  return {
    checks: all
      .filter(([, check]) => !check.hidden)
      .map(([id, { title, points, kind = 'core', rule }]) => ({ id, title, points, kind, rule })),
    hidden: { count: hidden.length, points: hidden.reduce((sum, [, check]) => sum + check.points, 0) },
  };
}

function terminal(page: Page, { color, width, more }: { color: boolean; width: number; more: string }): string {
  const paint = pc.createColors(color);
  const lines = [paint.bold(page.title), paint.dim(`${page.id} · ${page.lecture}`), ''];
  lines.push(plainMarkdown(page.brief, { color, width }), '', paint.bold('What is checked'));
  for (const { role, points, checks, hidden } of page.roles) {
    lines.push('', `${paint.bold(`The ${role}`)}  ${paint.dim(`${points} points`)}`);
    for (const check of checks) {
      const kind = check.kind === 'core' ? '' : `  ${paint.dim(`(${check.kind})`)}`;
      const [first = '', ...more] = wrapped(check.title, width - 16);
      lines.push(`${String(check.points).padStart(5)}  ${first}${more.length === 0 ? kind : ''}`);
      lines.push(...more.map((line, index) => `       ${line}${index === more.length - 1 ? kind : ''}`));
      lines.push(...wrapped(`${check.id}: ${check.rule}`, width - 9).map((line) => paint.dim(`         ${line}`)));
    }
    if (hidden.count > 0) lines.push(`${String(hidden.points).padStart(5)}  ${hiddenWords(hidden.count)}`);
  }
  if (page.options.length > 0) {
    lines.push('', paint.bold('What an instructor may set'));
    for (const option of page.options)
      lines.push(`  --option ${option.name}: ${option.description} (default: ${option.default})`);
  }
  lines.push('', paint.bold('How it is handed in'), '', plainMarkdown(page.handingIn, { color, width }));
  lines.push('', ...nextSteps(page, more));
  return lines.join('\n');
}

function nextSteps({ id, starters }: Page, more: string): string[] {
  return [
    ...(starters.length > 0 ? [`Begin:  netgrade init ${id} --lang ${starters.join('|')}${more}`] : []),
    `Check:  netgrade check ${id}${more}`,
  ];
}

const hiddenWords = (count: number): string =>
  count === 1 ? 'one more check, not shown' : `${count} more checks, not shown`;

function markdown(page: Page): string {
  const lines = [`# ${markdownText(page.title)}`, '', page.brief, '', '## What is checked', ''];
  lines.push(`Taught in: ${markdownText(page.lecture)}.`);
  for (const { role, points, checks, hidden } of page.roles) {
    lines.push(
      '',
      `### The ${role} (${points} points)`,
      '',
      '| Points | The program … | Rule |',
      '| ---: | --- | --- |',
    );
    for (const { title, points, kind, rule } of checks) {
      lines.push(
        `| ${points}${kind === 'core' ? '' : ` (${kind})`} | ${markdownText(title)} | ${markdownText(rule)} |`,
      );
    }
    if (hidden.count > 0) lines.push(`| ${hidden.points} | ${hiddenWords(hidden.count)} | |`);
  }
  lines.push('', '## How it is handed in', '', page.handingIn);
  lines.push('', 'Check your programs with', '', '```sh', `netgrade check ${page.id}`, '```');
  return lines.join('\n');
}
