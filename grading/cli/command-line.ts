import yargs from 'yargs';
import { UsageError } from '../../harness/usage-error.js';
import { toolVersion } from '../tool-name.js';
import { auditCommand } from './audit-command.js';
import { checkCommand } from './check-command.js';
import { demoCommand } from './demo-command.js';
import { doctorCommand } from './doctor-command.js';
import { exportCommand } from './export-command.js';
import { gradeCommand } from './grade-command.js';
import { initCommand } from './init-command.js';
import { listCommand } from './list-command.js';
import { newCommand } from './new-command.js';
import { peerCommand } from './peer-command.js';
import { showCommand } from './show-command.js';

/** Exit code for what could not be graded: wrong usage, no such assignment, the grader's own failure. */
const NOT_GRADED = 2;

/** Runs one command and sets the exit code: 0 full marks, 1 points lost, 2 not graded. */
export async function runCommandLine(args: string[]): Promise<void> {
  // A reader that went away (`netgrade list | head -1`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  const parser = yargs(args)
    .scriptName('netgrade')
    .usage('$0 <command>\n\nGrades network-programming coursework: starts UDP, TCP and DNS programs, speaks with them, explains every lost point.')
    .command(listCommand)
    .command(showCommand)
    .command(initCommand)
    .command(checkCommand)
    .command(gradeCommand)
    .command(auditCommand)
    .command(demoCommand)
    .command(peerCommand)
    .command(doctorCommand)
    .command(exportCommand)
    .command(newCommand)
    .completion('completion', 'Print a script that completes commands in your shell (bash, zsh)')
    .demandCommand(1, 'Which command? "netgrade --help" shows them; "netgrade check <id>" grades the program in this folder.')
    .strict()
    .recommendCommands()
    .version(toolVersion)
    .alias('h', 'help')
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  try {
    await parser.parseAsync();
  } catch (error) {
    process.exitCode = NOT_GRADED;
    process.stderr.write(`${wordsOf(error)}\n`);
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof UsageError) return `netgrade: ${error.message}`;
  if (error instanceof Error && (error.name === 'YError' || error.name === 'ExitPromptError')) return `netgrade: ${error.message}`;
  return `netgrade failed; this is not your program's fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
