import { posix } from 'node:path';
import { withoutComments } from './source.js';
import type { SubmittedFile } from './submission.js';

/** Which files of a submission use which others: what they import, include, or name as a class. */
export interface Uses {
  /** Whether another file uses this one. */
  isUsed(path: string): boolean;
  /** What a file uses and what that uses, without the file itself. */
  partsOf(path: string): string[];
}

/** Nobody's program has more parts; those of a hostile one are not followed without end. */
const MOST_PARTS = 64;
/** Further imports of one file, and further modules of one name, are passed over: a hostile file may hold any number. */
const MOST_IMPORTS = 400;
const MOST_OF_A_NAME = 8;

type Kind = 'python' | 'node' | 'java' | 'c' | 'go' | 'rust';

const KIND_BY_ENDING: [RegExp, Kind][] = [
  [/\.pyw?$/, 'python'],
  [/\.[cm]?[jt]s$/, 'node'],
  [/\.java$/, 'java'],
  [/\.(?:c|cc|cpp|cxx|h|hh|hpp)$/, 'c'],
  [/\.go$/, 'go'],
  [/\.rs$/, 'rust'],
];

/** Each file is read once, however many there are. */
export function usesIn(files: readonly SubmittedFile[]): Uses {
  const known = new Known(files);
  const used = new Map<string, string[]>();
  const isUsed = new Set<string>();
  for (const file of files) {
    const targets = [...new Set(usedBy(file, known))].filter((path) => path !== file.path);
    used.set(file.path, targets);
    for (const path of targets) isUsed.add(path);
  }
  return {
    isUsed: (path) => isUsed.has(path),
    partsOf: (path) => {
      const parts = new Set([path]);
      for (const part of parts) for (const next of used.get(part) ?? []) if (parts.size <= MOST_PARTS) parts.add(next);
      parts.delete(path);
      return [...parts];
    },
  };
}

/** The files of a submission by what others call them. */
class Known {
  readonly paths: Set<string>;
  readonly #byName = new Map<string, string[]>();
  readonly #byClass = new Map<string, string>();
  /** The parts of compiled programs that nobody has to name: C beside its `main`, Go in the same folder. */
  readonly unnamed: { path: string; kind: Kind }[] = [];

  constructor(files: readonly SubmittedFile[]) {
    this.paths = new Set(files.map(({ path }) => path));
    for (const { path, text = '' } of files) {
      const kind = kindOf(path);
      if (kind === undefined) continue;
      const key = `${kind} ${stemOf(path)}`;
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), path]);
      if (kind === 'java')
        for (const [, name] of text.matchAll(/\b(?:class|interface|record|enum)\s+(\w+)/g))
          this.#byClass.set(name!, path);
      if ((kind === 'c' && !/\.h\w*$/.test(path)) || (kind === 'go' && !path.endsWith('_test.go')))
        if (!/\bmain\s*\(/.test(withoutComments(text, 'slash'))) this.unnamed.push({ path, kind });
    }
  }

  /** Modules by their name alone, in whatever folder. */
  named(kind: Kind, stem: string): string[] {
    return (this.#byName.get(`${kind} ${stem}`) ?? []).slice(0, MOST_OF_A_NAME);
  }

  /** By the name of a package without that of its module, which may have slashes too. */
  inGoPackage(name: string): string[] {
    return this.unnamed.flatMap(({ path, kind }) => {
      const folder = folderOf(path);
      return kind === 'go' && folder !== '' && (`/${folder}`.endsWith(`/${name}`) || name.endsWith(`/${folder}`))
        ? [path]
        : [];
    });
  }

  ofClass(name: string): string | undefined {
    return this.#byClass.get(name);
  }
}

function usedBy({ path, text = '' }: SubmittedFile, known: Known): string[] {
  switch (kindOf(path)) {
    case 'python':
      return importsOfPython(text).flatMap((module) => pythonModule(path, module, known));
    case 'node':
      return namesOf(text, NODE_IMPORT).flatMap((name) => nodeModule(path, name, known));
    case 'java': {
      const words = new Set(withoutComments(text, 'java').match(/\b[A-Z]\w*/g));
      return [...words].flatMap((word) => known.ofClass(word) ?? []);
    }
    case 'c': {
      const included = namesOf(text, C_INCLUDE).flatMap((name) => inFolder(path, name, known));
      return [...included, ...unnamed('c', known)];
    }
    case 'go':
      return [
        ...unnamed('go', known).filter((part) => folderOf(part) === folderOf(path)),
        ...namesOf(text, GO_IMPORT).flatMap((name) => known.inGoPackage(name)),
      ];
    case 'rust':
      return namesOf(text, RUST_MOD).flatMap((name) =>
        [`${name}.rs`, `${name}/mod.rs`, `${stemOf(path)}/${name}.rs`].flatMap((part) => inFolder(path, part, known)),
      );
    default:
      return [];
  }
}

function namesOf(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].slice(0, MOST_IMPORTS);
}

function unnamed(kind: Kind, known: Known): string[] {
  return known.unnamed.filter((part) => part.kind === kind).map(({ path }) => path);
}

/** A module as Python names it: how many dots stand before it, its name, and what is taken out of it. */
export interface PythonImport {
  dots: number;
  name: string;
  /** What stands behind `import` after `from`: modules too, where the name is a package's. */
  taken: string[];
}

/** What a Python source imports. */
export function importsOfPython(text: string): PythonImport[] {
  const found = new Map<string, PythonImport>();
  for (const [line, dots = '', from = '', taken = '', list] of text.matchAll(PYTHON_IMPORT)) {
    if (found.size >= MOST_IMPORTS) break;
    if (list === undefined) found.set(line.trim(), { dots: dots.length, name: from, taken: namesIn(taken) });
    else for (const name of namesIn(list)) found.set(name, { dots: 0, name, taken: [] });
  }
  return [...found.values()];
}

/** `from .a.b import c, d` or `import a, b`. */
const PYTHON_IMPORT =
  /^[ \t]*(?:from[ \t]+(\.{0,8})([\w.]*)[ \t]+import[ \t]*([^\n#;]*)|import[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)*))/gm;

function namesIn(list: string): string[] {
  const names = list.split(',').flatMap((part) => /^[\s(]*([\w.]+)/.exec(part)?.[1] ?? []);
  return [...new Set(names)].slice(0, MOST_IMPORTS);
}

/** The files that an import loads; where none lies where Python looks, any module of the name, for the folder may have been another. */
function pythonModule(path: string, { dots, name, taken }: PythonImport, known: Known): string[] {
  const parts = name.split('.').filter(Boolean);
  for (const base of dots > 0 ? [upFrom(folderOf(path), dots - 1)] : foldersAbove(path)) {
    const at = join(base, ...parts);
    const top = join(base, parts[0] ?? '');
    const own = parts.length > 0 ? [`${at}.py`, join(at, '__init__.py'), `${top}.py`] : [];
    const found = [...own, ...taken.map((module) => join(at, `${module}.py`))].filter((file) => known.paths.has(file));
    if (found.length > 0) return found;
  }
  if (parts.length === 0) return taken.flatMap((module) => known.named('python', module));
  return parts.length === 1 ? known.named('python', parts[0]!) : [];
}

/** `require("./name.js")`, `from '../name'`. */
const NODE_IMPORT = /(?:require\s{0,8}\(|from|import)\s{0,8}\(?\s{0,8}['"](\.\.?\/[^'"\n]{1,200})['"]/g;
const NODE_ENDINGS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '/index.js', '/index.ts'];

function nodeModule(path: string, name: string, known: Known): string[] {
  const at = join(folderOf(path), name);
  // TypeScript names what it will be compiled to.
  const exact = [...NODE_ENDINGS.map((ending) => at + ending), at.replace(/\.([cm]?)js$/, '.$1ts')];
  const found = exact.find((file) => known.paths.has(file));
  return found === undefined ? known.named('node', stemOf(name)) : [found];
}

/** A package of the program's own module, whose name has a slash behind that of the module. */
const GO_IMPORT = /^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"[^"\n/]{1,100}\/([^"\n]{1,200})"/gm;
const C_INCLUDE = /^[ \t]*#[ \t]*include[ \t]*"([^"\n]{1,200})"/gm;
const RUST_MOD = /^[ \t]*(?:pub(?:\([^)\n]*\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm;

/** The C sources that others `#include`: they are no parts to link besides. */
export function includedByC(sources: readonly { path: string; text: string }[]): Set<string> {
  return new Set(
    sources.flatMap(({ path, text }) =>
      [...text.matchAll(C_INCLUDE)].map(([, name = '']) => join(folderOf(path), name)),
    ),
  );
}

function inFolder(path: string, name: string, known: Known): string[] {
  const at = join(folderOf(path), name);
  return known.paths.has(at) ? [at] : [];
}

function kindOf(path: string): Kind | undefined {
  return KIND_BY_ENDING.find(([ending]) => ending.test(path))?.[1];
}

/** `''` for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folder of a file, then those around it, up to the top. */
export function foldersAbove(path: string): string[] {
  const parts = folderOf(path).split('/').filter(Boolean);
  return Array.from({ length: parts.length + 1 }, (_, less) => parts.slice(0, parts.length - less).join('/'));
}

function upFrom(folder: string, levels: number): string {
  const parts = folder.split('/').filter(Boolean);
  return parts.slice(0, Math.max(0, parts.length - levels)).join('/');
}

/** The name of a file without folder and ending. */
export function stemOf(path: string): string {
  return posix.basename(path).replace(/\.\w+$/, '');
}

/** What leads out of the top stays there. */
function join(...pieces: string[]): string {
  return posix.join('/', ...pieces).replace(/^\/|\/$/g, '');
}

/** What makes a folder a package of Python. */
export function isPackageMark(path: string): boolean {
  return /(?:^|\/)__init__\.py$/.test(path);
}
