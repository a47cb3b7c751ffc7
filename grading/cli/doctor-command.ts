import type { CommandModule } from 'yargs';

export const doctorCommand: CommandModule<object, object> = {
  command: 'doctor',
  describe: false,
  handler: async () => undefined,
};
