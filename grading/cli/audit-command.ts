import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface AuditArguments {
  id?: string | undefined;
  json: boolean;
  update: boolean;
  jobs?: number | undefined;
  isolation: 'auto' | 'namespaces' | 'none';
  assignments?: string | undefined;
}

export const auditCommand: CommandModule<object, AuditArguments> = {
  command: 'audit [id]',
  describe: 'Test an assignment itself, with its own right and wrong programs',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', describe: 'The assignment; without it all that have programs' })
      .option('json', { type: 'boolean', default: false, describe: 'Print the result as JSON' })
      .option('update', {
        type: 'boolean',
        default: false,
        describe: 'Write what each program loses into submissions/index.yml',
      })
      .option('jobs', { type: 'number', describe: 'How many programs at once; default: three for two cores' })
      .option('isolation', commonOptions.isolation)
      .option('assignments', commonOptions.assignments)
      .example('$0 audit udp-hello', 'which checks each wrong program fails')
      .example('$0 audit my-task --assignments my-course/ --update', 'write down what each one loses now')
      .epilogue(
        'Fails (exit code 1) where a right program loses anything, a wrong one loses nothing, a check catches nobody,\n' +
          'or a program loses something else than submissions/index.yml says.',
      ),
  handler: async (args) => (await import('./audit.js')).audit(args),
};
