import type { CommandModule } from 'yargs';

export const peerCommand: CommandModule<object, object> = {
  command: 'peer',
  describe: false,
  handler: async () => undefined,
};
