import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolVersion } from '../tool-name.js';
import { copyOwnAssignment, type ExportedAssignment, plainId } from './exported-assignment.js';

/** Writes `.gitlab-ci.yml` for an assignment repository, and an instructor's own assignment beside it. */
export async function exportGitlab(assignment: ExportedAssignment, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.gitlab-ci.yml'), gitlabCi(assignment));
  const copied = await copyOwnAssignment(assignment, join(folder, OWN_ASSIGNMENTS));
  return ['.gitlab-ci.yml', ...(copied ? [`${OWN_ASSIGNMENTS}/${assignment.id}`] : [])];
}

const OWN_ASSIGNMENTS = '.netgrade-assignments';

/**
 * The pipeline: the checks appear in the merge request and on the pipeline's Tests tab (JUnit), the job's exit code is
 * netgrade's own. A runner's containers usually allow no namespaces; netgrade then says which protection is missing.
 */
export function gitlabCi(assignment: ExportedAssignment): string {
  const own = assignment.ownFolder === undefined ? '' : ` --assignments "$CI_PROJECT_DIR/${OWN_ASSIGNMENTS}"`;
  return `# Grades the programs in this repository at every push. Made by "netgrade export gitlab".
netgrade:
  image: node:22-bookworm
  timeout: 15 minutes
  before_script:
    - apt-get update -q && apt-get install -y -q --no-install-recommends python3 bubblewrap iproute2
    # Outside the checkout, so that no file of the submission has a say in what is installed.
    - mkdir -p /opt/netgrade && cd /opt/netgrade && npm install --prefix . --no-audit --no-fund netgrade@${toolVersion}
    - cd "$CI_PROJECT_DIR"
  script:
    - code=0
    - netgrade() { node /opt/netgrade/node_modules/netgrade/dist/grading/cli/main.js "$@"; }
    - rm -f netgrade.xml
    - netgrade check ${plainId(assignment.id)} .${own} --json --output /opt/netgrade/result.json || code=$?
    - netgrade emit junit /opt/netgrade/result.json > netgrade.xml
    - exit "$code"
  artifacts:
    when: always
    reports:
      junit: netgrade.xml
`;
}
