import type { CommandModule } from 'yargs';

export interface NewArguments {
  id: string;
  dir: string;
}

export const newCommand: CommandModule<object, NewArguments> = {
  command: 'new <id>',
  describe: 'Begin an assignment of your own',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'Its name: lower-case words with hyphens' })
      .option('dir', { type: 'string', default: 'assignments', describe: 'The folder that holds your assignments' })
      .example('$0 new udp-shout', 'assignments/udp-shout/: a small assignment that works, to change step by step')
      .example('$0 audit udp-shout --assignments assignments', 'its own right and wrong programs, graded'),
  handler: async (args) => (await import('./new.js')).newAssignment(args),
};
