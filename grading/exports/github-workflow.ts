import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toolVersion } from '../tool-name.js';
import { actionYml } from './action-yml.js';
import { copyOwnAssignment, type ExportedAssignment, plainId } from './exported-assignment.js';

interface GithubOptions {
  /** The action to use, such as `owner/netgrade@v1`; without it a copy of the action is written into the repository. */
  uses?: string | undefined;
  /** Whether the GitHub Classroom reporter is to read the result. */
  classroom?: boolean | undefined;
}

/**
 * Writes a workflow for an assignment repository: `.github/workflows/netgrade.yml`, the action beside it unless another
 * is used, and an instructor's own assignment. Returns the files and folders written, relative to `folder`.
 * A student can edit a workflow in a repository of their own; grades that count are taken from a run of the
 * instructor's, or through Classroom 50.
 */
export async function exportGithub(
  assignment: ExportedAssignment,
  folder: string,
  options: GithubOptions = {},
): Promise<string[]> {
  const files: Record<string, string> = { '.github/workflows/netgrade.yml': workflowYml(assignment, options) };
  if (options.uses === undefined) files['.github/actions/netgrade/action.yml'] = actionYml(toolVersion);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const copied = await copyOwnAssignment(assignment, join(folder, OWN_ASSIGNMENTS));
  return [...Object.keys(files), ...(copied ? [`${OWN_ASSIGNMENTS}/${assignment.id}`] : [])];
}

const OWN_ASSIGNMENTS = '.github/netgrade';

/** The workflow itself. The job has the id that GitHub Classroom looks for where its reporter is to run. */
export function workflowYml(
  assignment: ExportedAssignment,
  { uses = './.github/actions/netgrade', classroom = false }: GithubOptions,
): string {
  const lines = [
    '# Grades the programs in this repository at every push. Made by "netgrade export github".',
    'name: netgrade',
    'on: [push, workflow_dispatch]',
    'permissions:',
    '  contents: read',
    ...(classroom ? ['  checks: write', '  actions: read'] : []),
    'concurrency:',
    `  group: netgrade-\${{ github.ref }}`,
    '  cancel-in-progress: true',
    'jobs:',
    `  ${classroom ? 'run-autograding-tests' : 'grade'}:`,
    `    name: ${JSON.stringify(assignment.title)}`,
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    ...(classroom ? ["    if: github.actor != 'github-classroom[bot]'"] : []),
    '    steps:',
    '      - uses: actions/checkout@v6',
    '        with:',
    '          persist-credentials: false',
    '      - id: netgrade',
    `        uses: ${uses}`,
    '        with:',
    `          assignment: ${plainId(assignment.id)}`,
    ...(assignment.ownFolder === undefined ? [] : [`          assignments: ${OWN_ASSIGNMENTS}`]),
    ...(classroom ? ["          fail: 'false'", "          classroom: 'true'"] : []),
  ];
  if (classroom) {
    lines.push(
      '      - uses: classroom-resources/autograding-grading-reporter@v1',
      '        with:',
      `          runners: \${{ env.NETGRADE_RUNNERS }}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
