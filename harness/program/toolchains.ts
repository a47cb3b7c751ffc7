import { execFile } from 'node:child_process';
import { access, constants, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../package-root.js';
import type { Language } from './languages.js';

export type Toolchain = 'python' | 'node' | 'java' | 'c' | 'c++' | 'go' | 'rust' | 'shell';

/** What runs or builds each language; a ready-made program needs nothing. */
export const TOOLCHAIN_OF: Partial<Record<Language, Toolchain>> = {
  python: 'python',
  node: 'node',
  typescript: 'node',
  java: 'java',
  c: 'c',
  'c++': 'c++',
  go: 'go',
  rust: 'rust',
  shell: 'shell',
};

/** What runs or builds programs of one language on this machine, or one sentence on what is missing and how to get it. */
type FoundToolchain =
  | {
      found: true;
      /** Real paths, by name: never the shims of a version manager, which need their owner's home. */
      commands: Record<string, string>;
      /** Folders outside `/usr` that programs and builds must be able to read. */
      readable: string[];
      /** Variables that builds and programs need. */
      env: Record<string, string>;
      version: string;
    }
  | { found: false; missing: string };

type Found = Extract<FoundToolchain, { found: true }>;

const known = new Map<Toolchain, Promise<FoundToolchain>>();

/** Finds what runs or builds a language. Looked for once per process, and never started when nobody asks. */
export function findToolchain(language: Toolchain): Promise<FoundToolchain> {
  let found = known.get(language);
  if (!found) {
    found = FINDERS[language]().then((toolchain) =>
      typeof toolchain === 'string' ? { found: false, missing: toolchain } : { found: true, ...toolchain },
    );
    known.set(language, found);
  }
  return found;
}

type Finder = () => Promise<Omit<Found, 'found'> | string>;

const FINDERS: Record<Toolchain, Finder> = {
  python: findPython,
  node: async () => ({
    commands: { node: process.execPath },
    readable: outsideSystem([dirname(dirname(await realpath(process.execPath)))]),
    env: {},
    version: process.versions.node,
  }),
  java: findJava,
  c: () => findCompiler('C', ['gcc', 'cc', 'clang']),
  'c++': () => findCompiler('C++', ['g++', 'c++', 'clang++']),
  go: findGo,
  rust: findRust,
  shell: async () => {
    const sh = await which('sh');
    if (!sh) return 'There is no POSIX shell on this machine.';
    const bash = await which('bash');
    return { commands: { sh, bash: bash ?? sh }, readable: [], env: {}, version: bash ? 'bash' : 'sh' };
  },
};

async function findPython(): ReturnType<Finder> {
  const asked = process.env.NETGRADE_PYTHON;
  // Of virtual environments the one that is active, and the one that our own set-up made.
  const environments = [process.env.VIRTUAL_ENV, join(packageRoot, '.netgrade', 'venv')].flatMap((folder) =>
    folder ? [join(folder, 'bin', 'python3')] : [],
  );
  const candidates = asked ? [asked] : [...environments, 'python3', 'python'];
  // The interpreter is asked itself: `python3` on the path may be a shim of pyenv or asdf.
  const question =
    'import sys, json; print(json.dumps([sys.executable, sys.prefix, sys.base_prefix, sys.exec_prefix, "%d.%d.%d" % sys.version_info[:3]]))';
  for (const candidate of candidates) {
    const answer = await run(candidate, ['-I', '-c', question]);
    if (answer === undefined) continue;
    const [executable = '', ...rest] = JSON.parse(answer) as string[];
    const version = rest.pop() ?? '';
    const real = await realpath(executable);
    const readable = outsideSystem([...rest, dirname(real)]);
    return { commands: { python3: await reachable(executable, readable) }, readable, env: {}, version };
  }
  if (asked) return `NETGRADE_PYTHON names ${asked}, which is not a Python 3.`;
  return 'Python 3 is not installed: get the package python3, or set NETGRADE_PYTHON to an interpreter.';
}

async function findJava(): ReturnType<Finder> {
  const missing = 'No Java development kit is installed: get the package default-jdk-headless, or set JAVA_HOME.';
  const asked = process.env.JAVA_HOME;
  const javac = (asked && (await executable(join(asked, 'bin', 'javac')))) || (await which('javac'));
  if (!javac) return missing;
  const home = (await javaHomeAround(await realpath(javac))) ?? (await javaHomeBySelf());
  if (!home) return missing;
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '');
  const settings = await realpath(join(home, 'conf', 'security', 'java.security')).catch(() => home);
  // Debian keeps the settings of a kit in /etc/java-<n>-openjdk.
  const etc = /^\/etc\/[^/]+/.exec(settings)?.[0];
  return {
    commands: { java: join(home, 'bin', 'java'), javac: join(home, 'bin', 'javac') },
    readable: [...outsideSystem([home]), ...(etc ? [etc] : [])],
    env: { JAVA_HOME: home },
    version: /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1] ?? 'unknown',
  };
}

async function javaHomeAround(javac: string): Promise<string | undefined> {
  const home = dirname(dirname(javac));
  return (await exists(join(home, 'lib', 'modules'))) ? home : undefined;
}

/** Behind a shim, or macOS's stub, only Java itself knows. */
async function javaHomeBySelf(): Promise<string | undefined> {
  const settings = await run('java', ['-XshowSettings:properties', '-version'], 'stderr');
  const home = /java\.home = (.+)/.exec(settings ?? '')?.[1]?.trim();
  return home && (await exists(join(home, 'bin', 'javac'))) ? home : undefined;
}

async function findCompiler(name: string, candidates: string[]): ReturnType<Finder> {
  const compiler = await firstOf(candidates);
  if (!compiler) return `No ${name} compiler is installed: get the package ${name === 'C' ? 'gcc' : 'g++'}.`;
  const stdbuf = await which('stdbuf');
  const readable = outsideSystem([dirname(dirname(await realpath(compiler)))]);
  return {
    commands: {
      [name === 'C' ? 'gcc' : 'g++']: await reachable(compiler, readable),
      ...(stdbuf ? { stdbuf: await reachable(stdbuf, readable) } : {}),
    },
    readable,
    env: {},
    version: (await run(compiler, ['-dumpfullversion', '-dumpversion']))?.trim() ?? 'unknown',
  };
}

async function findGo(): ReturnType<Finder> {
  const answer = await run('go', ['env', 'GOROOT', 'GOVERSION', 'GOTOOLDIR']);
  const [root, version, tools] = answer?.trim().split('\n') ?? [];
  if (!root || !version || !tools) return 'Go is not installed: get the package golang-go, or see https://go.dev/dl.';
  return {
    commands: { go: join(root, 'bin', 'go'), compile: join(tools, 'compile'), link: join(tools, 'link') },
    readable: outsideSystem([root, await realpath(root)]),
    // No network in the arena, so nothing may be fetched; and no C compiler is needed for Go's own resolver.
    env: {
      GOROOT: root,
      GOVERSION: version,
      GOTOOLCHAIN: 'local',
      GOPROXY: 'off',
      GOFLAGS: '-mod=mod',
      CGO_ENABLED: '0',
    },
    version: version.replace(/^go/, ''),
  };
}

async function findRust(): ReturnType<Finder> {
  const missing = 'Rust is not installed: get the package rustc, or see https://rustup.rs.';
  const root = (await run('rustc', ['--print', 'sysroot']))?.trim();
  if (!root) return missing;
  const rustc = await executable(join(root, 'bin', 'rustc'));
  if (!rustc) return missing;
  if (!(await firstOf(['cc', 'gcc', 'clang']))) return 'Rust needs a C linker, which is missing: get the package gcc.';
  const version = /^rustc (\S+)/.exec((await run(rustc, ['--version'])) ?? '')?.[1] ?? 'unknown';
  return { commands: { rustc }, readable: outsideSystem([root, await realpath(root)]), env: {}, version };
}

const SYSTEM = ['/usr/', '/bin/', '/sbin/', '/lib/', '/lib64/'];

/** A command by a path that programs can see: a link in a folder which no sandbox shows gives way to what it leads to. */
async function reachable(command: string, readable: string[]): Promise<string> {
  const shown = [...SYSTEM, ...readable.map((prefix) => `${prefix}/`)];
  return shown.some((prefix) => command.startsWith(prefix)) ? command : realpath(command);
}

/** Without what every sandbox shows anyway, and without a prefix so wide that it would show everything. */
function outsideSystem(prefixes: string[]): string[] {
  const wide = new Set(['/', '/home', '/root', '/opt', '/var', '/etc', process.env.HOME ?? '/']);
  const kept = prefixes.filter((path) => !wide.has(path) && !SYSTEM.some((root) => `${path}/`.startsWith(root)));
  return [...new Set(kept)].filter(
    (path) => !kept.some((other) => path !== other && `${path}/`.startsWith(`${other}/`)),
  );
}

async function firstOf(names: string[]): Promise<string | undefined> {
  for (const name of names) {
    const found = await which(name);
    if (found) return found;
  }
  return undefined;
}

async function which(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = folder && (await executable(join(folder, name)));
    if (found) return found;
  }
  return undefined;
}

async function executable(path: string): Promise<string | undefined> {
  return access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What a command prints; nothing when it is not there or fails. */
async function run(
  command: string,
  args: string[],
  stream: 'stdout' | 'stderr' = 'stdout',
): Promise<string | undefined> {
  return promisify(execFile)(command, args, { timeout: 20_000 }).then(
    (output) => output[stream],
    () => undefined,
  );
}
