import type { CommandModule } from 'yargs';

export interface DoctorArguments {
  json: boolean;
}

export const doctorCommand: CommandModule<object, DoctorArguments> = {
  command: 'doctor',
  describe: 'Show what this machine offers to grading, what is missing and how to get it',
  builder: (yargs) =>
    yargs
      .option('json', { type: 'boolean', default: false, describe: 'Print it as JSON' })
      .example('$0 doctor', 'before the first class is graded on a machine')
      .epilogue('Exit code 0 when programs in Python can be graded in an arena of their own, else 1.'),
  handler: async (args) => (await import('./doctor.js')).doctor(args),
};
