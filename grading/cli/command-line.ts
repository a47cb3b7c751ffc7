import yargs, { type Argv, type CommandModule } from 'yargs';
import { UsageError } from '../../harness/usage-error.js';
import { toolVersion } from '../tool-name.js';
import { auditCommand } from './audit-command.js';
import { checkCommand } from './check-command.js';
import { demoCommand } from './demo-command.js';
import { doctorCommand } from './doctor-command.js';
import { emitCommand } from './emit-command.js';
import { exportCommand } from './export-command.js';
import { endWithReader } from './gone-reader.js';
import { endWithoutTerminal } from './gone-terminal.js';
import { gradeCommand } from './grade-command.js';
import { initCommand } from './init-command.js';
import { listCommand } from './list-command.js';
import { newCommand } from './new-command.js';
import { peerCommand } from './peer-command.js';
import { showCommand } from './show-command.js';
import { wasInterrupted } from './stop-on-interrupt.js';
import { usageWords } from './usage-words.js';

/** Exit code for what could not be graded: wrong usage, no such assignment, the grader's own failure. */
const NOT_GRADED = 2;

/** In the order in which help lists them. */
const COMMANDS = [
  listCommand,
  showCommand,
  initCommand,
  checkCommand,
  gradeCommand,
  demoCommand,
  peerCommand,
  doctorCommand,
  auditCommand,
  newCommand,
  exportCommand,
  emitCommand,
] as unknown as CommandModule[];

const ABOUT =
  'Grades network-programming coursework: starts UDP, TCP and DNS programs, speaks with them, explains every lost point.';

/** Runs one command and sets the exit code: 0 full marks, 1 points lost, 2 not graded. */
export async function runCommandLine(args: string[]): Promise<void> {
  endWithReader();
  endWithoutTerminal();
  const usages = COMMANDS.map((command) => String(command.command));
  let parser: Argv = yargs(args)
    .scriptName('netgrade')
    .usage(`$0 <command>\n\n${ABOUT}`)
    .completion('completion', 'Print a script that completes commands in your shell (bash, zsh)', complete)
    .demandCommand(1, '')
    .strict()
    .recommendCommands()
    .version(toolVersion)
    .alias({ h: 'help', v: 'version' })
    .check(givenRight, true)
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .epilogue('netgrade <command> --help explains a command and shows examples.')
    .exitProcess(false)
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error;
      throw new UsageError(usageWords(error?.message ?? message ?? '', args, usages));
    });
  for (const command of COMMANDS) parser = parser.command(command);
  try {
    if (args.length === 0)
      throw new UsageError(
        'Which command? "netgrade check <id>" grades the program in this folder; "netgrade --help" shows all.',
      );
    refuseClusters(args);
    await parser.parseAsync(withoutSeparator(args));
  } catch (error) {
    process.exitCode = NOT_GRADED;
    process.stderr.write(`${wordsOf(error)}\n`);
  }
  if (wasInterrupted()) process.exit();
}

/** What stands behind `--` is no option, whatever it begins with: `netgrade check udp-hello -- -ali`. */
function withoutSeparator(args: string[]): string[] {
  const at = args.indexOf('--');
  if (at < 0) return args;
  return [...args.slice(0, at), ...args.slice(at + 1).map((word) => (word.startsWith('-') ? `./${word}` : word))];
}

/** No option of ours has one dash and several letters: it is a slip for two dashes, or a path. */
function refuseClusters(args: string[]): void {
  const before = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const cluster = before.find((word) => /^-[a-z][^=]/i.test(word));
  if (cluster !== undefined && !before.includes('--get-yargs-completions'))
    throw new UsageError(
      `There is no option "${cluster}". Options have two dashes: "-${cluster}"; a path is "./${cluster}".`,
    );
}

/** Options that may be given several times. */
const LISTS = new Set(['_', '$0', 'option', 'languages']);

/** Yargs makes a list of an option that is given twice, and an empty text of one without its value. */
function givenRight(argv: Record<string, unknown>): true {
  for (const [name, value] of Object.entries(argv)) {
    if (LISTS.has(name)) continue;
    if (Array.isArray(value)) throw new UsageError(`--${name} may be given once only.`);
    if (value === '') throw new UsageError(`--${name} needs a value.`);
    if (Number.isNaN(value)) throw new UsageError(`--${name} needs a number.`);
  }
  return true;
}

/** Offers assignments where a command takes one; otherwise what yargs offers by itself. */
function complete(current: string, argv: unknown, usual: () => unknown, done: (offers: string[]) => void): void {
  const [command, ...more] = (argv as { _: unknown[] })._.map(String).filter((word) => word !== 'netgrade');
  const takesId = COMMANDS.some((one) => new RegExp(`^${command} [<[]id[>\\]]`).test(String(one.command)));
  if (!takesId || more.length > 1 || current.startsWith('-')) usual();
  else {
    void import('../../harness/assignment/load-assignment.js')
      .then(({ listAssignments }) => listAssignments())
      .then((places) => done(places.map(({ id }) => id)));
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof UsageError) return `netgrade: ${error.message}`;
  return `netgrade failed; this is not your program's fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
