import type { CommandModule } from 'yargs';
import { commonOptions } from './common-options.js';

export interface GradeArguments {
  id: string;
  submissions: string;
  out?: string | undefined;
  jobs?: number | undefined;
  layout: string;
  roster?: string | undefined;
  gradebook?: 'moodle' | 'canvas' | undefined;
  template?: string | undefined;
  column?: string | undefined;
  regrade: boolean;
  resume: boolean;
  deadline: number;
  seed?: string | undefined;
  isolation: 'auto' | 'namespaces' | 'none';
  strict: boolean;
  option: string[];
  assignments?: string | undefined;
}

/** The names are repeated here so that `--help` loads nothing of the intake; the reader refuses any other. */
const LAYOUT_NAMES =
  'folders, archives, files, moodle, canvas, gradescope, blackboard, brightspace, github-classroom, classroom-50, single';

export const gradeCommand: CommandModule<object, GradeArguments> = {
  command: 'grade <id> <submissions>',
  describe: 'Grade a whole class; a stopped run goes on where it was',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'The assignment; "netgrade list" shows them' })
      .positional('submissions', {
        type: 'string',
        demandOption: true,
        describe: 'The folder or archive of the class, as the learning platform gave it',
      })
      .option('out', { type: 'string', describe: 'Where results go; default: <submissions>-<id>-graded, here' })
      .option('jobs', { type: 'number', describe: 'How many submissions at once; default: three for two cores' })
      .option('layout', { type: 'string', default: 'auto', describe: `How the class is packed: ${LAYOUT_NAMES}` })
      .option('roster', { type: 'string', describe: 'A CSV file of everybody in the class' })
      .option('gradebook', {
        choices: ['moodle', 'canvas'] as const,
        describe: "Fill in the platform's own sheet; needs --template",
      })
      .option('template', { type: 'string', describe: 'The sheet as downloaded from the platform (CSV)' })
      .option('column', { type: 'string', describe: "Canvas: the assignment's column, where it is not clear" })
      .option('regrade', { type: 'boolean', default: false, describe: 'Grade everything again, changed or not' })
      .option('resume', {
        type: 'boolean',
        default: true,
        describe: 'Go on with the results that are there; --no-resume removes them first',
      })
      .option('seed', { type: 'string', describe: 'Ask the class something else: any word that no student knows' })
      .option('deadline', { type: 'number', default: 300, describe: 'Seconds for one submission' })
      .option('isolation', commonOptions.isolation)
      .option('strict', commonOptions.strict)
      .option('option', commonOptions.option)
      .option('assignments', commonOptions.assignments)
      .implies('gradebook', 'template')
      .implies('template', 'gradebook')
      .example('$0 grade udp-hello submissions.zip', 'grade what Moodle or Canvas gave you')
      .example('$0 grade tcp-words week5/ --gradebook moodle --template Grades.csv', "fill in Moodle's worksheet"),
  handler: async (args) => (await import('./grade.js')).grade(args),
};
