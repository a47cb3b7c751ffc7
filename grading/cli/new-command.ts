import type { CommandModule } from 'yargs';

export const newCommand: CommandModule<object, object> = {
  command: 'new',
  describe: false,
  handler: async () => undefined,
};
