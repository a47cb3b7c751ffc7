import type { CommandModule } from 'yargs';

export const showCommand: CommandModule<object, object> = {
  command: 'show',
  describe: false,
  handler: async () => undefined,
};
