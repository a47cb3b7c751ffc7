import pc from 'picocolors';
import { type Diagnosis, diagnose } from '../../harness/arena/doctor.js';
import { chooseRung, probeLadder } from '../../harness/arena/ladder.js';
import { wrapped } from '../explain/wrapped.js';
import { toolName } from '../tool-name.js';
import type { DoctorArguments } from './doctor-command.js';
import { hasColor } from './has-color.js';

/** Without these a class cannot be graded as it should be: arenas, and the course's own language. */
const NEEDED = new Set(['namespaces', 'util-linux', 'iproute2', 'python', 'node', 'dnspython']);

/** `netgrade doctor`. Exit code 0 when all that grading needs is there, else 1. */
export async function doctor({ json }: DoctorArguments): Promise<void> {
  const [capabilities, rows] = await Promise.all([probeLadder(), diagnose()]);
  const { rung, missing } = chooseRung('auto', capabilities);
  const ready = rows.every((row) => row.have || !NEEDED.has(row.capability));
  if (json)
    process.stdout.write(
      `${JSON.stringify({ tool: toolName, isolation: rung, missing, ready, capabilities: rows }, undefined, 2)}\n`,
    );
  else process.stdout.write(`${page(rows, rung, ready)}\n`);
  process.exitCode = ready ? 0 : 1;
}

function page(rows: Diagnosis[], rung: string, ready: boolean): string {
  const paint = pc.createColors(hasColor());
  const width = Math.max(40, Math.min(100, process.stdout.columns ?? 80));
  const column = Math.max(...rows.map((row) => row.capability.length)) + 6;
  const lines = rows.flatMap(({ capability, have, without, get }) => {
    if (have) return [`  ${paint.green('✓')} ${capability}`];
    const name = `  ${paint.red('✗')} ${capability}`.padEnd(column + paint.red('✗').length - 1);
    const room = width - column;
    const words = wrapped(without, room).map((line, at) => `${at === 0 ? name : ' '.repeat(column)}${line}`);
    return [...words, ...(get ? [`${' '.repeat(column)}${paint.cyan(get)}`] : [])];
  });
  const verdict = ready
    ? `This machine is ready to grade; programs run on the rung "${rung}".`
    : `Something that grading needs is missing; as it is, programs run on the rung "${rung}".`;
  return [...lines, '', ...wrapped(verdict, width)].join('\n');
}
