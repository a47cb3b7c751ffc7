import { join } from 'node:path';
import { findAssignment, loadAssignment } from '../../harness/assignment/load-assignment.js';
import { packageRoot } from '../../harness/package-root.js';
import type { ExportArguments } from '../cli/export-command.js';
import { exportClassroom50 } from './classroom50-script.js';
import { type ExportedAssignment, plainId } from './exported-assignment.js';
import { exportGithub } from './github-workflow.js';
import { exportGitlab } from './gitlab-ci.js';
import { exportGradescope } from './gradescope-zip.js';
import { exportPrairielearn } from './prairielearn-question.js';

/** Runs `netgrade export`: writes the files and says which, and what to do with them. */
export async function exportAssignment(args: ExportArguments): Promise<void> {
  const assignment = await described(args);
  const { id } = assignment;
  switch (args.platform) {
    case 'github': {
      const out = args.out ?? '.';
      say(out, await exportGithub(assignment, out, args), 'Commit these files; every push is graded.');
      break;
    }
    case 'gitlab': {
      const out = args.out ?? '.';
      say(out, await exportGitlab(assignment, out), 'Commit these files; every push is graded.');
      break;
    }
    case 'gradescope': {
      const out = args.out ?? `${id}-gradescope.zip`;
      const names = await exportGradescope(assignment, out, args);
      process.stdout.write(
        `${out}: ${names.length} files\nUpload it under "Configure Autograder", with Ubuntu 22.04 or later as the base image.\n`,
      );
      break;
    }
    case 'classroom50': {
      const out = args.out ?? join('autograders', id);
      say(
        out,
        await exportClassroom50(assignment, out),
        'Put this folder under CLASSROOM/autograders/ and give the assignment the runtime Node 22.',
      );
      break;
    }
    case 'prairielearn': {
      const out = args.out ?? join('questions', id);
      say(
        out,
        await exportPrairielearn(assignment, out, args),
        'Build and push the image of the Dockerfile, under the name in info.json.',
      );
      break;
    }
  }
}

async function described(args: ExportArguments): Promise<ExportedAssignment> {
  const place = await findAssignment(plainId(args.id), args.assignments);
  const assignment = await loadAssignment(place);
  const own = !place.folder.startsWith(join(packageRoot, 'assignments'));
  return {
    id: place.id,
    title: assignment.title,
    roles: Object.keys(assignment.roles),
    ...(own ? { ownFolder: place.folder } : {}),
  };
}

function say(out: string, files: string[], next: string): void {
  process.stdout.write(`${files.map((file) => join(out, file)).join('\n')}\n${next}\n`);
}
