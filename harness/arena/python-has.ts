/** Whether the Python that runs submissions can import a module. What starts programs is loaded only for that: whoever defines an assignment has this too. */
export async function pythonHas(module: string): Promise<boolean> {
  const [{ execFile }, { promisify }, { findToolchain }] = await Promise.all([
    import('node:child_process'),
    import('node:util'),
    import('../program/toolchains.js'),
  ]);
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
