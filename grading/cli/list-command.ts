import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface ListArguments {
  json: boolean;
  assignments?: string | undefined;
}

export const listCommand: CommandModule<object, ListArguments> = {
  command: 'list',
  describe: 'Show the assignments that there are',
  builder: (yargs) =>
    yargs
      .option('json', { type: 'boolean', default: false, describe: 'Print them as JSON' })
      .option('assignments', commonOptions.assignments)
      .example('$0 list', 'every assignment with its programs and points')
      .example('$0 list --assignments my-course/', 'with your own beside ours'),
  handler: async (args) => (await import('./list.js')).list(args),
};
