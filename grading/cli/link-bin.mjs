// Makes `npx netgrade` and `npm run` find the command in a clone of this repository: npm links the commands of
// dependencies, not a package's own.
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
await mkdir(bin, { recursive: true });
if (process.platform === 'win32') {
  await writeFile(join(bin, 'netgrade.cmd'), '@node "%~dp0\\..\\..\\dist\\grading\\cli\\main.js" %*\r\n');
} else {
  await chmod(join(root, 'dist', 'grading', 'cli', 'main.js'), 0o755);
  await rm(join(bin, 'netgrade'), { force: true });
  await symlink('../../dist/grading/cli/main.js', join(bin, 'netgrade'));
}
