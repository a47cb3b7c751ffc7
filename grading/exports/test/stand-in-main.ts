import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import yargs from 'yargs';
import { emitCommand } from '../../cli/emit-command.js';
import { emit, type FormatName } from '../formats.js';

/**
 * In the place of netgrade's command line where a test is about the scripts around it: `check` gives the result that
 * lies in the submission (`stand-in.json`), says hostile things meanwhile, and notes its arguments; `emit` is the real one.
 */
interface Orders {
  results: unknown[];
  code: number;
  hang?: boolean;
  /** Whether the grading ends before its last check. */
  unfinished?: boolean;
}

await yargs(process.argv.slice(2))
  .version('0.1.0')
  .command(emitCommand)
  .command(
    'check <id> <path>',
    false,
    (args) =>
      args
        .positional('id', { type: 'string', demandOption: true })
        .positional('path', { type: 'string', demandOption: true })
        .option('json', { type: 'boolean' })
        .option('format', { type: 'string', default: 'json' })
        .option('assignments', { type: 'string' })
        .option('output', { type: 'string', demandOption: true }),
    async ({ id, path, format, output, assignments }) => {
      const orders: Orders = JSON.parse(readFileSync(join(path, 'stand-in.json'), 'utf8'));
      process.stdout.write('  ::error::a program printed this\n##[error]and this\n');
      for (const [index, result] of orders.results.entries()) {
        const unfinished = orders.unfinished === true || index < orders.results.length - 1;
        writeFileSync(output, emit(format as FormatName, result as never, { env: process.env, unfinished }));
      }
      writeFileSync(
        join(path, 'called-with.json'),
        JSON.stringify({ id, path, format, output, assignments, cwd: process.cwd() }),
      );
      if (orders.hang) await new Promise((resolve) => setTimeout(resolve, 60_000));
      process.exitCode = orders.code;
    },
  )
  .strict()
  .parseAsync();
