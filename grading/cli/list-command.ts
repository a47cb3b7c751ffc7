import type { CommandModule } from 'yargs';

export const listCommand: CommandModule<object, object> = {
  command: 'list',
  describe: false,
  handler: async () => undefined,
};
