import type { CommandModule } from 'yargs';

export const initCommand: CommandModule<object, object> = {
  command: 'init',
  describe: false,
  handler: async () => undefined,
};
