import pc from 'picocolors';
import { fitting } from '../explain/columns.js';
import { oneLine } from '../explain/escape.js';
import { stringWidth } from '../explain/string-width.js';
import { wrapped } from '../explain/wrapped.js';
import type { Audit } from './audit-assignment.js';
import { type Fared, problemWords } from './problems.js';

const NAME_COLUMNS = 30;

/** An audit for the terminal: a row for each program, a column for each check, what each check caught, and what is wrong. */
export function killMatrix(audit: Audit, { color, width }: { color: boolean; width: number }): string {
  const paint = pc.createColors(color);
  const { checks, programs } = audit;
  const group = (expected: Fared['expected'], title: string) => {
    const rows = programs.filter((program) => program.expected === expected);
    return rows.length === 0 ? [] : ['', paint.bold(title), ...rows.map((program) => row(program, audit, paint))];
  };
  return [
    `${paint.bold(audit.title)}  ${paint.dim(audit.id)}`,
    '',
    ...checks.map(({ check, kind }, index) => {
      const caught = programs.filter(({ expected, failed }) => expected === 'wrong' && failed.includes(check)).length;
      const told = kind === 'core' ? '' : ` (${kind})`;
      const count = caught === 0 && kind !== 'bonus' ? paint.red('caught nobody') : paint.dim(`caught ${caught}`);
      return `${String(index + 1).padStart(4)}  ${check}${told}  ${count}`;
    }),
    '',
    `${' '.repeat(NAME_COLUMNS + 6)}${checks.map((_, index) => paint.dim(String(index + 1).padStart(3))).join('')}`,
    ...group('reference', 'The reference loses nothing'),
    ...group('right', 'Right programs lose nothing'),
    ...group('wrong', 'Wrong programs fail'),
    '',
    ...closing(audit, paint, width),
  ].join('\n');
}

type Paint = ReturnType<typeof pc.createColors>;

function row({ name, score, expected, failed, skipped, errors }: Fared, { checks }: Audit, paint: Paint): string {
  const cells = checks.map(({ check }) => {
    if (failed.includes(check)) return expected === 'wrong' ? paint.green('  ✗') : paint.red('  ✗');
    if (skipped.includes(check)) return paint.yellow('  –');
    return errors.some((error) => error.check === check) ? paint.magenta('  !') : paint.dim('  ·');
  });
  const shown = stringWidth(name) > NAME_COLUMNS ? `${fitting(name, NAME_COLUMNS - 1)}…` : name.padEnd(NAME_COLUMNS);
  return `  ${shown}${String(score).padStart(4)}${cells.join('')}`;
}

function closing({ problems, programs, checks, updated, durationMs }: Audit, paint: Paint, width: number): string[] {
  const count = (expected: Fared['expected']) => programs.filter((program) => program.expected === expected).length;
  const what = `${checks.length} checks, ${count('right')} right and ${count('wrong')} wrong programs, ${(durationMs / 1000).toFixed(1)} s`;
  const written = updated.length > 0 ? [`Written into index.yml: ${updated.join(', ')}.`] : [];
  if (problems.length === 0)
    return [...written, `${paint.green('✓')} ${what}: every check catches somebody, nobody is wronged.`];
  const said = problems.flatMap((problem) =>
    wrapped(oneLine(problemWords(problem)), width - 4).map(
      (line, at) => `${at === 0 ? `  ${paint.red('✗')} ` : '    '}${line}`,
    ),
  );
  return [
    ...written,
    ...said,
    `${paint.red('✗')} ${what}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`,
  ];
}
