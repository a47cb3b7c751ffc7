import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface DemoArguments {
  id?: string | undefined;
  all: boolean;
  isolation: 'auto' | 'namespaces' | 'none';
  assignments?: string | undefined;
}

export const demoCommand: CommandModule<object, DemoArguments> = {
  command: 'demo [id]',
  describe: 'See it work: a small class of sample submissions, or the exchange of one assignment',
  builder: (yargs) =>
    yargs
      .positional('id', {
        type: 'string',
        describe: 'The assignment whose reference programs to run; default: a sample class',
      })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: "With an id: every check's exchange, not one for each role",
      })
      .option('isolation', commonOptions.isolation)
      .option('assignments', commonOptions.assignments)
      .example('$0 demo', 'right and wrong submissions, their scores, and why points were lost')
      .example('$0 demo tcp-time', 'what crosses the wire when the reference programs run'),
  handler: async (args) =>
    args.id === undefined
      ? (await import('./demo-class.js')).demoClass(args)
      : (await import('./demo-exchange.js')).demoExchange(args.id, args),
};
