import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withoutComments } from './source.js';

/** What the compiler and the linker find the standard library by. */
interface GoImports {
  /** The file for their `-importcfg`. */
  config: string;
  /** The folder that it and all that it names lie in. */
  folder: string;
}

/** The first time on a machine `net` alone takes 15 s of two cores; a busy machine takes ten times that. */
const WITHIN_MS = 600_000;

const known = new Map<string, Promise<GoLibrary | undefined>>();

/** Of Go's own library what is compiled, and may be imported. */
interface GoLibrary extends GoImports {
  importable: Set<string>;
}

/**
 * Compiles the packages of Go's own library that the programs of a submission import, once for all submissions on this machine: each by
 * itself would take longer than everything else that is done for it. This runs outside of any sandbox, for it is no student's code: only names
 * of packages of Go's own library are passed on. `packages` are those of all its programs together, however many there are: the
 * time that this takes is not counted as theirs. Undefined where this program imports anything else, or nothing can be kept.
 */
export async function goImports(
  root: string,
  env: Record<string, string>,
  source: string,
  packages: string[],
): Promise<GoImports | undefined> {
  const key = packages.join(' ');
  let found = known.get(key);
  if (!found) {
    found = compileAll(root, env, packages).catch(() => undefined);
    known.set(key, found);
  }
  const library = await found;
  return library && importsOf(source).every((name) => library.importable.has(name)) ? library : undefined;
}

/** What all of these sources import, sorted. */
export function allImportsOf(sources: string[]): string[] {
  return [...new Set(sources.flatMap(importsOf))].sort();
}

/** What a source imports, sorted. */
export function importsOf(source: string): string[] {
  const clauses = withoutComments(source, 'go').matchAll(
    /^[ \t]*import\s*(?:\(([^()]*)\)|((?:[\w.]+\s+)?"[^"\n]*"))/gm,
  );
  const names = [...clauses].flatMap(([, list, one]) => [...(list ?? one!).matchAll(/"([^"\n]*)"/g)]);
  return [...new Set(names.map((match) => match[1]!))].sort();
}

async function compileAll(root: string, env: Record<string, string>, packages: string[]): Promise<GoLibrary> {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'netgrade', `go-${env.GOVERSION}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const list = (...args: string[]) => goList(args, join(root, 'bin', 'go'), env, folder);
  standard ??= list('-find', 'std').then(importableOf);
  const importable = await standard;
  const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
  const stdout = await list(
    '-export',
    '-deps',
    '-f',
    format,
    'runtime',
    ...packages.filter((name) => importable.has(name)),
  );
  const name = createHash('sha256').update(stdout).digest('hex').slice(0, 16);
  const config = join(folder, `imports-${name}.cfg`);
  // Another agent's compiler may be reading it: it is replaced in one step.
  const whole = `${config}.${randomUUID()}`;
  await writeFile(whole, stdout, { mode: 0o644 });
  await rename(whole, config);
  return { config, folder, importable };
}

/** The same for every program of this machine. */
let standard: Promise<Set<string>> | undefined;

/**
 * The packages of Go's own library that a program may import. What else lies in Go's folders (the compiler, the insides of the library)
 * no program can use, and it would take minutes to compile. What is embedded, only the whole `go build` finds.
 */
export function importableOf(listed: string): Set<string> {
  const names = listed.split(/\r?\n/).filter((name) => name !== '' && name !== 'embed');
  return new Set(names.filter((name) => !/(?:^|\/)(?:internal|vendor)(?:\/|$)/.test(name)));
}

/** What `go list` prints; it keeps what it compiles in `folder`. */
async function goList(args: string[], go: string, env: Record<string, string>, folder: string): Promise<string> {
  // Other users' compilers read what is kept.
  const mask = process.umask(0o022);
  const listing = promisify(execFile)(go, ['list', ...args], {
    cwd: folder,
    env: {
      ...env,
      PATH: '/usr/bin:/bin',
      HOME: folder,
      GOCACHE: folder,
      GOPATH: join(folder, 'none'),
      GO111MODULE: 'off',
      GOFLAGS: '',
    },
    timeout: WITHIN_MS,
    maxBuffer: 16 * 1024 ** 2,
  });
  process.umask(mask);
  return (await listing).stdout;
}
