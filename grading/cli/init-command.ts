import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface InitArguments {
  id: string;
  dir?: string | undefined;
  lang: string;
  force: boolean;
  assignments?: string | undefined;
}

export const initCommand: CommandModule<object, InitArguments> = {
  command: 'init <id> [dir]',
  describe: "Copy an assignment's starter, to begin with",
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .positional('dir', {
        type: 'string',
        describe: "Where it goes; default: a folder with the assignment's name, here",
      })
      .option('lang', {
        type: 'string',
        default: 'python',
        describe: 'The language: python, typescript, java, c, or another that the assignment has',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Write over files that are there' })
      .option('assignments', commonOptions.assignments)
      .example('$0 init udp-hello', 'udp-hello/ with a server and a client in Python to fill in')
      .example('$0 init tcp-words homework2 --lang java', 'the same in Java, in homework2/'),
  handler: async (args) => (await import('./init.js')).init(args),
};
