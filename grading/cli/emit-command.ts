import type { CommandModule } from 'yargs';
import { FORMAT_NAMES, type FormatName } from '../exports/format-names.js';

interface EmitArguments {
  format: FormatName;
  result: string;
  output?: string | undefined;
  audience: 'student' | 'instructor';
}

export const emitCommand: CommandModule<object, EmitArguments> = {
  command: 'emit <format> [result]',
  describe: 'Turn a saved result into the format of another tool',
  builder: (yargs) =>
    yargs
      .positional('format', { choices: FORMAT_NAMES, demandOption: true, describe: 'The format to write' })
      .positional('result', {
        type: 'string',
        default: 'result.json',
        describe: 'A file that "check --json" or "--report" wrote',
      })
      .option('output', { type: 'string', describe: 'Write to this file instead of the terminal' })
      .option('audience', {
        choices: ['student', 'instructor'] as const,
        default: 'student' as const,
        describe: 'Students see nothing of hidden checks but their points',
      })
      .example('$0 emit junit result.json --output junit.xml', 'for GitLab or Jenkins')
      .example('$0 emit github-summary result.json >> "$GITHUB_STEP_SUMMARY"', 'in a workflow'),
  handler: async (args) => (await import('../exports/emit-file.js')).emitFile(args),
};
