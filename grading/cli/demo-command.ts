import type { CommandModule } from 'yargs';

export const demoCommand: CommandModule<object, object> = {
  command: 'demo',
  describe: false,
  handler: async () => undefined,
};
