import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { systemWords } from '../batch/system-words.js';
import { workflowLog } from '../explain/escape-github.js';
import type { TerminalOptions } from '../explain/terminal-report.js';
import type { Result } from '../result/result.js';
import type { CheckArguments } from './check-command.js';
import { hasColor } from './has-color.js';

type Wanted = Pick<CheckArguments, 'json' | 'format' | 'output' | 'report' | 'verbose' | 'watch' | 'open'>;

/** Where the result of a check goes, with all that was asked for together. */
export interface Outputs {
  /** What standard output is for: the report for people, or one document and nothing else. */
  stdout: 'report' | 'document';
  /** After each check: what is known goes into the file, so that a run that is cut off still shows something. */
  partial(result: Result): Promise<void>;
  /** The finished result, to everywhere but the terminal's report. */
  finished(result: Result): Promise<void>;
}

/**
 * Looks before anything is graded whether everything can be written.
 * @throws UsageError for options that contradict each other or a place that cannot be written
 */
export async function outputsOf(wanted: Wanted): Promise<Outputs> {
  const { output, report } = wanted;
  const document = wanted.json || wanted.format !== undefined;
  if (output !== undefined && !document)
    throw new UsageError('--output needs --json or --format, which say what to write into it.');
  if (document && output === undefined && (wanted.watch || wanted.open)) {
    throw new UsageError(
      `--${wanted.watch ? 'watch' : 'open'} keeps the terminal for the report: give --json or --format a file with --output.`,
    );
  }
  if (output !== undefined) await refuseUnwritable(output);
  if (report !== undefined) await makeFolder(report);
  // Documents follow each other into one file; the last one must be the last to arrive.
  let writing = Promise.resolve();
  const write = (text: string): Promise<void> => {
    writing = writing.then(async () => (await import('write-file-atomic')).default(output!, text));
    return writing;
  };
  return {
    stdout: document && output === undefined ? 'document' : 'report',
    async partial(result) {
      if (output !== undefined) await saved('output', output, write(await documentOf(result, wanted, true)));
    },
    async finished(result) {
      if (document && output === undefined) process.stdout.write(await documentOf(result, wanted, false));
      else if (output !== undefined) await saved('output', output, write(await documentOf(result, wanted, false)));
      if (report !== undefined)
        await saved('report', report, (await import('./write-report.js')).writeReport(result, report));
    },
  };
}

/** @throws UsageError in words, where the system refuses to write */
async function saved(option: string, path: string, writing: Promise<void>): Promise<void> {
  await writing.catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error;
    throw new UsageError(`--${option} "${path}" could not be written: ${systemWords(error)}.`);
  });
}

async function documentOf(result: Result, { json, format }: Wanted, unfinished: boolean): Promise<string> {
  if (json || format === undefined) return `${JSON.stringify(result, undefined, 2)}\n`;
  // Loaded when asked for: all formats together take longer to load than the rest of the command.
  const { emit } = await import('../exports/formats.js');
  return emit(format, result, { env: process.env, unfinished });
}

/** The report on standard output. In a GitHub workflow nothing that a program printed is read as a command. */
export async function printReport(result: Result, shown: Pick<TerminalOptions, 'verbose' | 'asked'>): Promise<void> {
  const { reportText } = await import('./report-text.js');
  const { columns = 80 } = process.stdout;
  const text = reportText(result, { color: hasColor(), width: Math.min(100, columns), ...shown });
  process.stdout.write(process.env.GITHUB_ACTIONS ? workflowLog(text, randomUUID()) : text);
}

async function refuseUnwritable(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`--output "${file}" is a folder; name a file in it.`);
  await access(there ? file : dirname(file), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'its folder does not exist' : `it is not writable (${error.code})`;
    throw new UsageError(`--output "${file}" cannot be written: ${why}.`);
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'EEXIST' || code === 'ENOTDIR' ? 'there is a file of that name' : `it is not writable (${code})`;
    throw new UsageError(`--report "${folder}" cannot be written: ${why}. Name a folder.`);
  }
}
