import { randomUUID } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { html } from '../explain/escape.js';
import { toolVersion } from '../tool-name.js';
import { copyOwnAssignment, type ExportedAssignment, plainId } from './exported-assignment.js';

interface PrairielearnOptions {
  /** The image that the question runs in, built from the `Dockerfile` that is written beside the question. */
  image?: string | undefined;
  /** The question's id; a new one unless told. */
  uuid?: string | undefined;
}

/**
 * Writes a PrairieLearn question folder (`info.json`, `question.html`, `tests/grade.sh`) and the `Dockerfile` of its
 * grading image, which the instructor builds and pushes once.
 */
export async function exportPrairielearn(
  assignment: ExportedAssignment,
  folder: string,
  options: PrairielearnOptions = {},
): Promise<string[]> {
  const files = prairielearnFiles(assignment, options);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await chmod(join(folder, 'tests/grade.sh'), 0o755);
  const copied = await copyOwnAssignment(assignment, join(folder, 'tests/assignments'));
  return [...Object.keys(files), ...(copied ? [`tests/assignments/${assignment.id}`] : [])];
}

/** The files by their paths. */
export function prairielearnFiles(
  assignment: ExportedAssignment,
  { image = `netgrade:${toolVersion}`, uuid = randomUUID() }: PrairielearnOptions,
): Record<string, string> {
  const id = plainId(assignment.id);
  const names = assignment.roles.map((role) => (role === 'script' ? 'lookup.py' : `${role}.py`)).join(', ');
  const info = {
    uuid,
    title: assignment.title,
    topic: 'Network programming',
    tags: ['netgrade'],
    type: 'v3',
    singleVariant: true,
    gradingMethod: 'External',
    externalGradingOptions: {
      enabled: true,
      image,
      entrypoint: '/grade/tests/grade.sh',
      timeout: 300,
      enableNetworking: false,
    },
  };
  return {
    'info.json': `${JSON.stringify(info, undefined, 2)}\n`,
    'question.html': `<pl-question-panel>
  <p>${noTemplate(html(assignment.title))}. Hand in your programs.</p>
  <pl-file-upload file-names="${names}"></pl-file-upload>
</pl-question-panel>

<pl-submission-panel>
  <pl-external-grader-results></pl-external-grader-results>
  <pl-file-preview></pl-file-preview>
</pl-submission-panel>
`,
    'tests/grade.sh': gradeSh(id),
    Dockerfile: `# The grading image of the question; build and push it under the name that info.json gives as "image".
FROM node:22-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends python3 bubblewrap iproute2 && rm -rf /var/lib/apt/lists/*
RUN npm install --global netgrade@${toolVersion}
`,
  };
}

/** PrairieLearn reads the page as a Mustache template first. */
const noTemplate = (markup: string): string => markup.replaceAll('{', '&#123;').replaceAll('}', '&#125;');

/** Without a complete result PrairieLearn is told that nothing could be graded, which costs neither points nor an attempt. */
function gradeSh(id: string): string {
  return `#!/bin/bash
# Grades /grade/student with netgrade. Made by "netgrade export prairielearn".
set -u
root="\${NETGRADE_ROOT:-/grade}"
mkdir -p "$root/results"
chmod 700 "$root/results" "$root/tests"
arguments=(${id} "$root/student" --format prairielearn --output "$root/results/results.json")
if [ -d "$root/tests/assignments" ]; then arguments+=(--assignments "$root/tests/assignments"); fi
netgrade check "\${arguments[@]}"
code=$?
if [ "$code" -gt 2 ] || [ ! -s "$root/results/results.json" ]; then
  echo '{"gradable": false, "format_errors": ["The grader failed. This is not your fault and costs no attempt; please tell your instructor."]}' \\
    > "$root/results/results.json"
fi
`;
}
