import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface ShowArguments {
  id: string;
  json?: boolean | undefined;
  markdown?: boolean | undefined;
  assignments?: string | undefined;
}

export const showCommand: CommandModule<object, ShowArguments> = {
  command: 'show <id>',
  describe: "Show an assignment's task and what is checked",
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .option('json', { type: 'boolean', describe: 'Print it as JSON' })
      .option('markdown', { type: 'boolean', describe: 'Print it as Markdown, for a course page' })
      .conflicts('json', 'markdown')
      .option('assignments', commonOptions.assignments)
      .example('$0 show udp-calculator', 'the task, and what each check asks')
      .example('$0 show tcp-words --markdown > task.md', 'a page to publish'),
  handler: async (args) => (await import('./show.js')).show(args),
};
