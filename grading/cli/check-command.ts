import type { CommandModule } from 'yargs';
import type { Role } from '../../harness/run/verdict.js';
import { FORMAT_NAMES, type FormatName } from '../exports/format-names.js';
import { commonOptions } from './common-options.js';

export interface CheckArguments {
  id: string;
  path: string;
  role?: Role | undefined;
  only?: string | undefined;
  json?: boolean | undefined;
  format?: FormatName | undefined;
  output?: string | undefined;
  seed?: string | undefined;
  strict: boolean;
  watch: boolean;
  open: boolean;
  verbose: boolean;
  isolation: 'auto' | 'namespaces' | 'none';
  report?: string | undefined;
  assignments?: string | undefined;
  option: string[];
}

export const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check <id> [path]',
  describe: 'Grade one submission and explain every lost point',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .positional('path', { type: 'string', default: '.', describe: 'The folder or file with the program' })
      .option('role', { choices: ['server', 'client', 'script'] as const, describe: 'Grade this role only' })
      .option('only', { type: 'string', describe: 'Run this check only, and what it needs' })
      .option('json', {
        type: 'boolean',
        describe: 'Print the whole result as one JSON document (netgrade/result/v1), nothing else',
      })
      .option('format', { choices: FORMAT_NAMES, describe: 'Print the result in the format of another tool' })
      .conflicts('json', 'format')
      .option('output', {
        type: 'string',
        describe: 'Write --json or --format to this file, after each check, and the report to the terminal',
      })
      .option('report', {
        type: 'string',
        describe: "Write the student's page, result.json and captures for Wireshark into this folder",
      })
      .option('verbose', { type: 'boolean', default: false, describe: 'Show the rule and the exchange of each check' })
      .option('watch', { type: 'boolean', default: false, describe: 'Grade again at each save' })
      .option('open', {
        type: 'boolean',
        default: false,
        describe: "Show the student's page in a browser and keep it up to date",
      })
      .option('seed', { type: 'string', describe: 'Repeat a run: the seed that its result states' })
      .option('isolation', commonOptions.isolation)
      .option('strict', commonOptions.strict)
      .option('option', commonOptions.option)
      .option('assignments', commonOptions.assignments)
      .example('$0 check udp-hello', 'grade the programs in this folder')
      .example('$0 check udp-hello ali/ --role server', 'the server only')
      .example('$0 check tcp-words --watch', 'grade again at each save')
      .example('$0 check tcp-words --format junit --output junit.xml', 'a file for CI, the report in the log')
      .epilogue('Exit code 0 for full marks, 1 when points were lost, 2 when it could not be graded.'),
  handler: async (args) => (await import('./check.js')).check(args),
};
