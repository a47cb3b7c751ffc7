import { type CheckContext, type ClientProgram, MachineLacks, programError, pythonHas } from '../../harness/index.js';

/** What is looked at of a program that has ended. */
type Ended = Pick<ClientProgram['program'], 'language' | 'stderr'>;
type Files = Pick<CheckContext['submission'], 'files'>;

/**
 * Tells a program that the machine keeps from its library from one that has another reason. Anybody can print that something is missing:
 * the machine is asked, by `has`, and only for a program that could use its answer.
 * @throws MachineLacks where dnspython is what a program needs and the machine does not have
 */
export async function expectLibrary(
  programs: Ended[],
  submission: Files,
  has: (module: string) => Promise<boolean> = pythonHas,
): Promise<void> {
  const lacking = programs.some(
    ({ language, stderr }) =>
      language === 'python' &&
      programError(stderr, language)?.missingModule?.split('.')[0] === 'dns' &&
      !/is not a package/.test(stderr),
  );
  if (!lacking || hidesLibrary(submission) || submission.files.some(({ path }) => /(^|\/)dns\//.test(path))) return;
  if (await has('dns')) return;
  throw new MachineLacks(
    'The Python that runs the programs has no dnspython: "node harness/set-up.mjs" in netgrade\'s folder installs it, or "pip install dnspython" for the interpreter that NETGRADE_PYTHON names.',
  );
}

/** The file of a submission that "import dns" finds in the library's place. */
export function hidesLibrary({ files }: Files): string | undefined {
  return files.find(({ path }) => /(^|\/)dns(\.py|\/__init__\.py)$/.test(path))?.path;
}
