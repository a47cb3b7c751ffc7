import type { CommandModule } from 'yargs';

export const auditCommand: CommandModule<object, object> = {
  command: 'audit',
  describe: false,
  handler: async () => undefined,
};
