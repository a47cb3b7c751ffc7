import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findToolchain } from '../program/toolchains.js';

/** Whether the Python that runs submissions can import a module. */
export async function pythonHas(module: string): Promise<boolean> {
  const python = await findToolchain('python');
  if (!python.found || !python.commands.python3) return false;
  // Python looks for modules in the current folder first, and ours may be a student's.
  const options = { cwd: '/', timeout: 20_000 };
  const command = promisify(execFile)(python.commands.python3, ['-c', `import ${module}`], options);
  return command.then(
    () => true,
    () => false,
  );
}
