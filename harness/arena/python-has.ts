import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findToolchain } from '../program/toolchains.js';

/** Whether the Python that runs submissions can import a module. */
export async function pythonHas(module: string): Promise<boolean> {
  const python = await findToolchain('python');
  if (!python.found || !python.commands.python3) return false;
  const command = promisify(execFile)(python.commands.python3, ['-c', `import ${module}`], { timeout: 20_000 });
  return command.then(
    () => true,
    () => false,
  );
}
