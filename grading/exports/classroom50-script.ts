import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolVersion } from '../tool-name.js';
import { copyOwnAssignment, type ExportedAssignment, plainId } from './exported-assignment.js';

/**
 * Writes the folder that goes to `CLASSROOM/autograders/ASSIGNMENT/` of the classroom's configuration repository:
 * `autograder.py`, and an instructor's own assignment beside it.
 */
export async function exportClassroom50(assignment: ExportedAssignment, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const script = join(folder, 'autograder.py');
  await writeFile(script, autograderPy(assignment));
  await chmod(script, 0o755);
  const copied = await copyOwnAssignment(assignment, join(folder, 'assignments'));
  return ['autograder.py', ...(copied ? [`assignments/${assignment.id}`] : [])];
}

/**
 * The entry script. Classroom 50 runs it in the student's checkout, reads `result.json` and `release-body.md` there,
 * and records an error, not a score, when it ends with another code than 0: so a provisional result is never recorded.
 */
function autograderPy(assignment: ExportedAssignment): string {
  return `#!/usr/bin/env python3
"""Grades a submission with netgrade. Made by "netgrade export classroom50".

The assignment's runtime must have Node.js 20.19 or later; choose Node 22 in its settings.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ASSIGNMENT = "${plainId(assignment.id)}"
PACKAGE = "netgrade@${toolVersion}"


def install(folder):
    """Outside the checkout, so that no file of the submission has a say in what is installed."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("netgrade needs Node.js 20.19 or later: give this assignment the runtime Node 22.")
    command = [npm, "install", "--prefix", ".", "--no-audit", "--no-fund", PACKAGE]
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    return pathlib.Path(folder, "node_modules", "netgrade", "dist", "grading", "cli", "main.js")


def main():
    checkout = pathlib.Path.cwd()
    bundle = pathlib.Path(__file__).resolve().parent
    outputs = {"classroom50": checkout / "result.json", "github-summary": checkout / "release-body.md"}
    for path in outputs.values():
        path.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        program = install(folder)
        result = pathlib.Path(folder, "netgrade.json")
        command = ["node", str(program), "check", ASSIGNMENT, str(checkout), "--json", "--output", str(result)]
        if (bundle / "assignments").is_dir():
            command += ["--assignments", str(bundle / "assignments")]
        graded = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        show(graded.stdout.decode("utf-8", "replace"))
        if graded.returncode not in (0, 1):
            print("netgrade could not grade this submission; nothing is recorded. Regrade it.", file=sys.stderr)
            return 2
        for name, path in outputs.items():
            emitted = subprocess.run(["node", str(program), "emit", name, str(result)], stdout=subprocess.PIPE, check=True)
            path.write_bytes(emitted.stdout)
    return 0


def show(text):
    """Prints the report so that the runner reads no command in it."""
    token = os.urandom(16).hex()
    print(f"::stop-commands::{token}", text, f"::{token}::", sep="\\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
`;
}
