import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface ExportArguments {
  platform: 'github' | 'gitlab' | 'gradescope' | 'classroom50' | 'prairielearn';
  id: string;
  out?: string | undefined;
  assignments?: string | undefined;
  uses?: string | undefined;
  classroom: boolean;
  visibility?: 'hidden' | 'after_due_date' | 'after_published' | 'visible' | undefined;
  hiddenVisibility?: 'hidden' | 'after_due_date' | 'after_published' | 'visible' | undefined;
  languages: ('c' | 'cpp' | 'go' | 'java' | 'rust')[];
  image?: string | undefined;
}

const visibilities = ['hidden', 'after_due_date', 'after_published', 'visible'] as const;

export const exportCommand: CommandModule<object, ExportArguments> = {
  command: 'export <platform> <id>',
  describe: 'Write the files with which another tool grades an assignment',
  builder: (yargs) =>
    yargs
      .positional('platform', {
        choices: ['github', 'gitlab', 'gradescope', 'classroom50', 'prairielearn'] as const,
        demandOption: true,
        describe: 'Where submissions are graded',
      })
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .option('out', { type: 'string', describe: 'The folder to write into; for gradescope the zip file' })
      .option('assignments', commonOptions.assignments)
      .option('uses', {
        type: 'string',
        describe: 'github: use this action (owner/netgrade@v1) instead of writing a copy',
      })
      .option('classroom', { type: 'boolean', default: false, describe: 'github: report to GitHub Classroom too' })
      .option('visibility', { choices: visibilities, describe: 'gradescope: when students see the checks' })
      .option('hidden-visibility', { choices: visibilities, describe: 'gradescope: when they see hidden checks' })
      .option('languages', {
        choices: ['c', 'cpp', 'go', 'java', 'rust'] as const,
        array: true,
        default: [] as ('c' | 'cpp' | 'go' | 'java' | 'rust')[],
        describe: 'gradescope: install these too, beside Python and JavaScript',
      })
      .option('image', { type: 'string', describe: 'prairielearn: the name of the grading image' })
      .example('$0 export github udp-calculator --out my-repository', 'a workflow that grades every push')
      .example('$0 export gradescope udp-calculator', 'udp-calculator-gradescope.zip, ready to upload'),
  handler: async (args) => (await import('../exports/export-assignment.js')).exportAssignment(args),
};
