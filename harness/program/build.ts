import { basename, dirname, join } from 'node:path';
import { endWords } from '../arena/exit-status.js';
import { memoryKills } from '../arena/memory-kills.js';
import type { Breach, Exit, Limits, RunningProgram, Shortage, World } from '../arena/world.js';
import { DEFAULT_LIMITS } from '../arena/world.js';
import { lastLines } from '../expect/last-lines.js';
import { activityOf } from './activity.js';
import { asArgument } from './as-argument.js';
import { esbuildPath } from './esbuild-path.js';
import { goImports, importsOf } from './go-standard.js';
import { limitSaid } from './limit-said.js';
import { pythonStart } from './python-start.js';
import type { ProgramFile } from './roles.js';
import { withoutComments } from './source.js';
import { findToolchain, TOOLCHAIN_OF } from './toolchains.js';
import { foldersAbove, includedByC } from './uses.js';

/** How a program is started: the command without the arguments that a convention adds. */
export interface Command {
  argv: string[];
  readable: string[];
  env: Record<string, string>;
  /** As a student would type it. */
  shown: string;
}

export type Built =
  | { state: 'ready'; command: Command }
  | { state: 'does-not-build'; words: string }
  /** The compiler went over a limit, or waited for what never came (`time`): what it said then is not what is wrong. */
  | { state: 'over-limit'; limit: Breach | Shortage | 'time'; words: string }
  /** The place that the compiler writes to is smaller than it should be: the machine's fault. */
  | { state: 'no-room' }
  /** The machine's memory ran out, and the compiler was ended within its own limits. */
  | { state: 'no-memory' }
  /** The compiler was stopped by the clock, not by what it used: the machine is too busy, and the student not to blame. */
  | { state: 'unfinished'; afterMs: number }
  /** The machine lacks the language: the grader's failure, not the student's. */
  | { state: 'no-toolchain'; missing: string };

/** How long a compiler is waited for. */
const BUILD_WITHIN_MS = 200_000;
/**
 * Processor time of a compiler with all its processes; past it the program cannot be built. The slowest that there is, Go with packages of
 * its own to compile, needs 25 s on slow cores. Well below the time that a compiler is waited for: what a program makes of it is its own
 * doing, and only what a crowded machine makes of it is not.
 */
const BUILD_CPU_SECONDS = 60;
/** What a compiler with all its processes may use. */
export const BUILD_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  memoryBytes: 2 * 1024 ** 3,
  cpuSeconds: BUILD_CPU_SECONDS,
  fileBytes: 256 * 1024 ** 2,
  openFiles: 1024,
  allOpenFiles: 8192,
  processes: 256,
};

/** What a course's C programs may use beside the C library, whether they do or not: nobody can tell us how to link. */
const C_LIBRARIES = ['-lm', '-pthread', '-lresolv'];

/**
 * Makes one program ready to start, inside the arena: what a compiler runs is the student's code too. `timeLeftMs` bounds it further;
 * `goPackages` is what all Go programs of its submission import.
 */
export async function build(
  program: ProgramFile,
  siblings: ProgramFile[],
  workFolder: string,
  world: World,
  timeLeftMs = Number.POSITIVE_INFINITY,
  goPackages = importsOf(program.text),
): Promise<Built> {
  const withinMs = Math.min(BUILD_WITHIN_MS, timeLeftMs);
  const file = asArgument(program.path);
  const toolchainName = TOOLCHAIN_OF[program.language];
  const toolchain = toolchainName ? await findToolchain(toolchainName) : undefined;
  if (toolchain && !toolchain.found) return { state: 'no-toolchain', missing: toolchain.missing };
  const commands = toolchain?.commands ?? {};
  const readable = toolchain?.readable ?? [];
  const built = `.built-${basename(file).replace(/\W/g, '_')}`;
  const toolchainEnv = toolchain?.env ?? {};
  const command = (argv: string[], shown: string, env: Record<string, string> = {}): Built => ({
    state: 'ready',
    command: { argv, readable, env: { ...toolchainEnv, ...env }, shown },
  });
  const compiled = async (
    argv: string[],
    then: () => Built,
    extra: { env?: Record<string, string>; readable?: string[] } = {},
  ): Promise<Built> => {
    const failed = await runCompiler(
      argv,
      [...readable, ...(extra.readable ?? [])],
      { ...toolchainEnv, ...extra.env },
      workFolder,
      world,
      withinMs,
    );
    return failed ?? then();
  };
  switch (program.language) {
    case 'python': {
      const { args, shown, env } = pythonStart(program, siblings);
      return command([commands.python3!, ...args], `python3 ${shown}`, env);
    }
    case 'node':
      return command([commands.node!, file], `node ${file}`);
    case 'shell':
      return command([commands.bash ?? commands.sh!, file], `bash ${file}`);
    case 'executable':
      return command([`./${program.path}`], `./${program.path}`);
    case 'typescript': {
      const bundler = esbuildPath();
      const common = /\brequire\s*\(|module\.exports|__dirname|__filename/.test(
        withoutComments(program.text, 'typescript'),
      );
      const out = `${built}.${common ? 'cjs' : 'mjs'}`;
      const argv = [
        bundler,
        file,
        '--bundle',
        '--platform=node',
        '--packages=external',
        '--log-level=error',
        '--sourcemap=inline',
        `--format=${common ? 'cjs' : 'esm'}`,
        `--outfile=${out}`,
      ];
      return compiled(argv, () => command([commands.node!, '--enable-source-maps', out], `node ${file}`), {
        readable: [bundler],
      });
    }
    case 'java': {
      const sources = siblings.filter((sibling) => sibling.language === 'java').map(({ path }) => asArgument(path));
      const together = await compiled(
        [commands.javac!, '-encoding', 'UTF-8', '-nowarn', '-proc:none', '-d', built, ...sources],
        () => javaCommand(),
        {},
      );
      if (together.state === 'ready' || sources.length < 2) return together;
      // Another file that does not compile is not this program's fault.
      return compiled(
        [
          commands.javac!,
          '-encoding',
          'UTF-8',
          '-nowarn',
          '-proc:none',
          '-sourcepath',
          dirname(file),
          '-d',
          built,
          file,
        ],
        () => javaCommand(),
      );
    }
    case 'c':
    case 'c++': {
      const included = includedByC([program, ...siblings]);
      const parts = siblings.filter(
        (sibling) =>
          sibling.language === program.language &&
          sibling.path !== program.path &&
          !included.has(sibling.path) &&
          !/\bmain\s*\(/.test(sibling.text),
      );
      const near = parts.filter(({ path }) => dirname(path) === dirname(program.path));
      const unbuffered = commands.stdbuf ? [commands.stdbuf, '-o0', '-e0'] : [];
      const compiler = program.language === 'c' ? commands.gcc! : commands['g++']!;
      const withParts = (some: ProgramFile[]): Promise<Built> => {
        const sources = [file, ...some.map(({ path }) => asArgument(path))];
        // What a Makefile that nobody runs would say; those that are not there gcc passes over.
        const headers = new Set([program, ...some].flatMap(({ path }) => foldersAbove(path)));
        const quoted = [...headers].flatMap((folder) =>
          [folder || '.', join(folder, 'include')].flatMap((one) => ['-iquote', asArgument(one)]),
        );
        return compiled([compiler, '-w', '-g', '-O1', ...quoted, '-o', built, ...sources, ...C_LIBRARIES], () =>
          command([...unbuffered, `./${built}`], `./${basename(file).replace(/\.\w+$/, '')}`),
        );
      };
      const together = await withParts(parts);
      if (together.state !== 'does-not-build' || near.length === parts.length) return together;
      // What another program has in its own folder may be another program's part.
      const apart = await withParts(near);
      return apart.state === 'ready' ? apart : together;
    }
    case 'go': {
      const parts = siblings.filter((sibling) => isGoPart(sibling, program));
      const sources = [file, ...parts.map(({ path }) => asArgument(path))];
      const ready = () => command([`./${built}`], `go run ${parts.length > 0 ? '.' : file}`);
      if ([program, ...parts].some(({ text }) => importsOf(text).some((name) => isGoFolder(name, siblings)))) {
        const started = () => command([`./${built}`], `go run ./${dirname(file)}`);
        const env = { ...goEnvironment(workFolder), GO111MODULE: 'on', GOFLAGS: '-p=2 -mod=mod', GOPROXY: 'off' };
        const out = ['-o', join(workFolder, built)];
        const fromTop = await compiled([commands.go!, 'build', ...out, `./${dirname(file)}`], started, { env });
        const isModuleBelow = fromTop.state === 'does-not-build' && /go\.mod file not found/.test(fromTop.words);
        return isModuleBelow
          ? compiled([commands.go!, 'build', '-C', dirname(file), ...out, '.'], started, { env })
          : fromTop;
      }
      const source = [program, ...parts].map(({ text }) => text).join('\n');
      const imports = await goImports(toolchainEnv.GOROOT!, toolchainEnv, source, goPackages);
      if (!imports)
        return compiled([commands.go!, 'build', '-o', built, ...sources], ready, { env: goEnvironment(workFolder) });
      const tools = { env: toolchainEnv, readable: [imports.folder] };
      const compile = [commands.compile!, '-p', 'main', '-importcfg', imports.config, '-o', `${built}.a`, ...sources];
      const object = await compiled(compile, ready, tools);
      if (object.state !== 'ready') return object;
      return compiled([commands.link!, '-importcfg', imports.config, '-o', built, `${built}.a`], ready, tools);
    }
    case 'rust':
      return compiled([commands.rustc!, '--edition', '2021', '-A', 'warnings', '-o', built, file], () =>
        command([`./${built}`], `./${basename(file, '.rs')}`),
      );
  }

  function javaCommand(): Built {
    const inPackage = /^[ \t]*package[ \t]+([\w.]+)\s*;/m.exec(program.text)?.[1];
    const className = mainClassOf(program.text) ?? basename(file, '.java');
    const full = inPackage ? `${inPackage}.${className}` : className;
    // One small heap and no optimising compiler: these programs live for a second, many at once.
    return command(
      [commands.java!, '-Xmx128m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-cp', built, full],
      `java ${full}`,
    );
  }
}

/** Another file of a Go program: in the same folder, and of the same package. */
function isGoPart(sibling: ProgramFile, program: ProgramFile): boolean {
  if (sibling.language !== 'go' || sibling.path === program.path || sibling.path.endsWith('_test.go')) return false;
  const code = withoutComments(sibling.text, 'go');
  return (
    dirname(sibling.path) === dirname(program.path) &&
    /^\s*package\s+main\b/.test(code) &&
    !/\bfunc\s+main\s*\(/.test(code)
  );
}

/** Whether a Go program imports a package that lies in a folder beside it: only a module has such. */
function isGoFolder(name: string, siblings: ProgramFile[]): boolean {
  if (!name.includes('/')) return false;
  return siblings.some(
    ({ path, language }) =>
      language === 'go' && dirname(path) !== '.' && `/${name}`.endsWith(`/${dirname(path).split('/').at(-1)}`),
  );
}

/** Has packages that Go programs import ready, so that their own build takes only their own time. */
export async function prepareGo(packages: string[]): Promise<void> {
  const go = await findToolchain('go');
  if (go.found) await goImports(go.env.GOROOT!, go.env, '', packages);
}

/** For a program that imports more than Go's own library, which is then compiled for this program alone. */
function goEnvironment(workFolder: string): Record<string, string> {
  return {
    GOCACHE: join(workFolder, '.go-cache'),
    GOPATH: join(workFolder, '.go'),
    GO111MODULE: 'off',
    GOFLAGS: '-p=2',
    CGO_ENABLED: '0',
    GOTOOLCHAIN: 'local',
  };
}

/** The class around `main`. A public class gives the file its name; others need not. */
function mainClassOf(text: string): string | undefined {
  const main = /\bvoid\s+main\s*\(/.exec(text);
  if (!main) return undefined;
  const classes = [...text.slice(0, main.index).matchAll(/\bclass\s+(\w+)/g)];
  return classes.at(-1)?.[1];
}

/** Runs a compiler and returns why it made nothing, or undefined when it was content. */
async function runCompiler(
  argv: string[],
  readable: string[],
  env: Record<string, string>,
  workFolder: string,
  world: World,
  withinMs: number,
): Promise<Built | undefined> {
  const memoryKillsBefore = memoryKills();
  const running = await world.spawn({ argv, workFolder, readable, env, limits: BUILD_LIMITS });
  let words = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      if (words.length < 64_000) words += chunk.toString('utf8');
    });
  }
  running.stdin.on('error', () => {
    // It ended before reading; fine.
  });
  running.stdin.end();
  const exit = await endOf(running, withinMs);
  await running.dispose();
  if (exit === 'late') return { state: 'unfinished', afterMs: withinMs };
  const complaint = lastLines(words, 32);
  if (exit === 'waits') return { state: 'over-limit', limit: 'time', words: complaint };
  if (exit.code === 0) return undefined;
  // It may be one of the compiler's own programs that was killed, of which its exit code tells nothing.
  if (exit.breach === undefined && memoryKills() > memoryKillsBefore) return { state: 'no-memory' };
  const limit = exit.breach ?? limitSaid(words);
  if (limit === undefined)
    return { state: 'does-not-build', words: complaint || `The compiler ended with ${endWords(exit)}.` };
  if (limit !== 'full-folder') return { state: 'over-limit', limit, words: complaint };
  // What is half done, compilers take away again: of a folder that was full only their words may be left.
  const space = running.space();
  if (space.isScant()) return { state: 'no-room' };
  return { state: 'over-limit', limit: space.files === 0 ? 'file-count' : limit, words: complaint };
}

/**
 * A compiler all of whose threads wait, and that has not once been woken for so long, waits for what its source made it read
 * (`#include "/dev/stdout"`, or a named pipe). No machine is so busy: what a disk or another process has ready wakes it.
 */
export const WAITS_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 1_000;

/** How a compiler ended, or why it is not waited for any longer. */
async function endOf(running: RunningProgram, withinMs: number): Promise<Exit | 'late' | 'waits'> {
  const startedAt = performance.now();
  let key = '';
  let since = startedAt;
  for (;;) {
    const now = performance.now();
    const left = startedAt + withinMs - now;
    if (left <= 0) return 'late';
    let timer: NodeJS.Timeout | undefined;
    const look = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(left, LOOK_EVERY_MS));
    });
    const exit = await Promise.race([running.exited, look]);
    clearTimeout(timer);
    if (exit) return exit;
    const activity = activityOf(running.ownProcessIds(), { timedFutex: true, opening: true });
    const seen = activity.state === 'blocked' || activity.state === 'reads-input' ? activity.key : '';
    if (seen === '' || seen !== key) {
      key = seen;
      since = performance.now();
    } else if (performance.now() - since >= WAITS_AFTER_MS) return 'waits';
  }
}
