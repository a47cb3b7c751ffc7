import { asArgument } from './as-argument.js';
import type { ProgramFile } from './roles.js';
import { folderOf, foldersAbove, importsOfPython } from './uses.js';

/** How Python is told to start a file: behind `python3`, as a student types it, and where it looks for modules. */
interface PythonStart {
  args: string[];
  shown: string;
  env: Record<string, string>;
}

/**
 * A file by itself, as most are. One of a package, which imports its neighbours with dots before their names, is started as a module of
 * the package from the folder around it; one that names its neighbours from a folder further up on finds them there.
 */
export function pythonStart(program: ProgramFile, siblings: readonly ProgramFile[]): PythonStart {
  const { path } = program;
  const file = asArgument(path);
  const paths = new Set(siblings.filter(({ language }) => language === 'python').map((sibling) => sibling.path));
  const imports = importsOfPython(program.text);
  const dots = Math.max(0, ...imports.map((one) => one.dots));
  if (dots > 0) return asModule(path, dots, paths);
  const roots = foldersAbove(path).slice(1);
  const root = roots.find((folder) =>
    imports.some(({ name }) => {
      const at = [folder, ...name.split('.')].filter(Boolean).join('/');
      const beside = [folderOf(path), name.split('.')[0]].filter(Boolean).join('/');
      return isModule(at, paths) && !isModule(beside, paths);
    }),
  );
  const env: Record<string, string> = root === undefined ? {} : { PYTHONPATH: root || '.' };
  return { args: [file], shown: file, env };
}

/** By the folders that say they belong to a package, and by how far its imports reach up. */
function asModule(path: string, dots: number, paths: Set<string>): PythonStart {
  const folders = foldersAbove(path).filter(Boolean);
  const marked = folders.findIndex((folder) => !paths.has(`${folder}/__init__.py`));
  const depth = Math.max(dots, marked < 0 ? folders.length : marked);
  const stem = path.replace(/\.pyw?$/, '');
  if (depth > folders.length) return asModuleOfAll(stem);
  const root = folderOf(folders[depth - 1]!);
  const module = stem
    .slice(root === '' ? 0 : root.length + 1)
    .replaceAll('/', '.')
    .replace(/\.__main__$/, '');
  return { args: ['-m', module], shown: `-m ${module}`, env: root === '' ? {} : { PYTHONPATH: root } };
}

/** Where the whole of what was handed in is the package, its folder has a name that need not be one for Python. */
function asModuleOfAll(stem: string): PythonStart {
  const module = `submission.${stem.replaceAll('/', '.')}`;
  const lines = [
    'import runpy, sys, types',
    'package = types.ModuleType("submission")',
    'package.__path__ = ["."]',
    'sys.modules["submission"] = package',
    `runpy.run_module(${JSON.stringify(module)}, run_name="__main__", alter_sys=True)`,
  ];
  return { args: ['-c', lines.join('\n')], shown: `-m ${module.replace(/\.__main__$/, '')}`, env: {} };
}

function isModule(at: string, paths: Set<string>): boolean {
  return (
    paths.has(`${at}.py`) || paths.has(`${at}/__init__.py`) || [...paths].some((path) => path.startsWith(`${at}/`))
  );
}
