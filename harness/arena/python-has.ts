/** Whether the Python that runs submissions can import a module. */
export async function pythonHas(module: string): Promise<boolean> {
  const python = await pythonCommand();
  if (python === undefined) return false;
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')]);
  // Python looks for modules in the current folder first, and ours may be a student's.
  const command = promisify(execFile)(python, ['-c', `import ${module}`], { cwd: '/', timeout: 20_000 });
  return command.then(
    () => true,
    () => false,
  );
}

/** The Python that runs submissions. What finds it is loaded only for that: whoever defines an assignment has this too. */
export async function pythonCommand(): Promise<string | undefined> {
  const { findToolchain } = await import('../program/toolchains.js');
  const python = await findToolchain('python');
  return python.found ? python.commands.python3 : undefined;
}
