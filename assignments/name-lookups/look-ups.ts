import {
  addressesIn,
  type CheckContext,
  CheckFailure,
  type ClientProgram,
  diagnose,
  failure,
  type NameSpace,
  nameSpace,
  type ResolverQuery,
  reversedAddress,
  showsAddress,
  stringsNamed,
  type Wildcard,
} from '../../harness/index.js';
import { type FurnishedServices, furnishServices } from './furnished-services.js';
import { kindOfArgument, lookupTypist } from './prompts.js';

/** How long one program may take for all its look-ups: they are answered at once, so only its start and its own work count. */
const RUN_WITHIN_MS = 20_000;

/** One of those for documentation (RFC 5737) that no documentation uses. */
const UNASKED_ADDRESS = '198.51.100.203';

/** So many lines of the services file at the most have no mark among them. */
const MARKED_EVERY = 8;

/** The files that the socket functions look into. */
export type SystemFile = '/etc/services' | '/etc/hosts';

/** What was written into a file of the system. */
interface FurnishedFile {
  /** Each line's words, with one space between. */
  lines: string[];
  /** A name in the last line that no look-up finds: whoever shows it has read out the file. */
  unfindable: string;
}

/** Everything that the programs of a submission did when they ran, one after the other. */
export interface Run {
  /** What all of them showed on the terminal. */
  printed: string;
  programs: ClientProgram[];
  /** A program that could not be started. */
  broken?: CheckFailure;
  questions: ResolverQuery[];
  names: NameSpace;
  services: FurnishedServices;
  /** What a look-up of 127.0.0.1 (or ::1) tells: nothing that could be known without it. */
  localName: string;
  files: Record<SystemFile, FurnishedFile>;
  /** The sources and what was typed: where the names and numbers stand that it may have looked up. */
  text: string;
  /** What in the sources may have ended it, as a sentence. */
  likely?: string | undefined;
}

/** Runs every program once, in a world of random names, addresses, services and ports, and remembers what it saw for the other checks. */
export async function runLookups(context: CheckContext): Promise<Run> {
  const { learned, random, transcript } = context;
  const known = learned.get('look-ups') as { run: Run; events: typeof transcript.events } | undefined;
  if (known) {
    transcript.events.push(...known.events);
    return known.run;
  }
  const files = context.programs('script').toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  const sources = context.submission.files.flatMap((file) => file.text ?? []);
  const names = nameSpace((max) => random.int(0, max - 1));
  const services = furnishServices(random, sources);
  const unfindable = { service: random.fork('service').word(9), host: random.fork('host').word(9) };
  // Nobody knows the name, and of a port's services only the first is found. Also whoever shows a part of the file shows it.
  const serviceLines = services.lines.flatMap((line, at) => {
    const isMarked = at % MARKED_EVERY === 0 || at === services.lines.length - 1;
    return isMarked ? [line, { ...line, name: unfindable.service }] : [line];
  });
  const localName = `localhost-${random.word()}`;
  const hosts = [
    ...['127.0.0.1', '::1'].map((address) => ({ address, names: [localName] })),
    { address: UNASKED_ADDRESS, names: [unfindable.host] },
  ];
  context.world.setNames({ hostName: `lab-${random.fork('computer').word()}`, services: serviceLines, hosts });
  const { hostName, hostAddress } = context.world;
  const wildcard: Wildcard = (name, type) =>
    reversedAddress(name) === '127.0.0.1' && type === 'PTR'
      ? [{ name, ttl: 0, type, data: localName }]
      : names.wildcard(name, type);
  const resolvers = await context.startResolver({ wildcard, asker: askerOf(files) });
  const run: Run = {
    printed: '',
    programs: [],
    questions: resolvers.system.queries,
    names,
    services,
    localName,
    files: {
      '/etc/services': {
        lines: serviceLines.map(({ name, port, protocol }) => `${name} ${port}/${protocol}`),
        unfindable: unfindable.service,
      },
      '/etc/hosts': {
        lines: [{ address: hostAddress, names: [hostName] }, ...hosts].map(
          ({ address, names: [name] }) => `${address} ${name}`,
        ),
        unfindable: unfindable.host,
      },
    },
    text: sources.join('\n'),
  };
  const host = `www.${random.word()}.com`;
  const found = (): string[] =>
    addressesIn(run.questions.flatMap(({ answered }) => (answered === 'nothing' ? [] : answered.records)));
  const answers = {
    host: [host, 'localhost'],
    address: () => [found().findLast((address) => !address.includes(':')) ?? '192.0.2.80', '127.0.0.1'],
    service: ['ftp', 'http', 'smtp', 'telnet', 'ssh'],
    port: ['20', '21', '80', '25', '443'],
  };
  const hiding = context.submission.files.find(({ path }) => /(^|\/)socket\.py$/.test(path));
  if (hiding)
    run.likely = `${hiding.path} hides Python's socket module: "import socket" finds your own file instead. Rename it.`;
  for (const file of files) {
    const kind = kindOfArgument(file.text);
    try {
      const program = await context.runScript({
        file,
        typist: lookupTypist(random, sources, answers),
        argument: (kind === 'address' ? answers.address() : answers[kind])[0]!,
        withinMs: RUN_WITHIN_MS,
      });
      run.programs.push(program);
      run.printed += `${program.program.shownSince(0)}\n`;
      run.text += `\n${program.typed.map((line) => `"${line}"`).join(' ')}`;
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      run.broken ??= error;
    }
  }
  if (run.programs.some(({ program }) => /service\/proto not found/i.test(program.output)))
    run.likely ??= capitalService(run);
  if (run.programs.length === 0) throw run.broken ?? failure('no-program', 'No program was found.');
  learned.set('look-ups', { run, events: [...transcript.events] });
  return run;
}

/** What is wrong with a service's name in capital letters, where the program has one. */
function capitalService({ text, services }: Run): string | undefined {
  const name = stringsNamed(text).find((word) => /[A-Z]/.test(word) && services.portOf.has(word.toLowerCase()));
  return name && `The name of a service is written in small letters: "${name.toLowerCase()}", not "${name}".`;
}

/** Who asks, for the transcript: the program, where there is one only. */
function askerOf(files: { path: string }[]): string {
  return files.length === 1 ? files[0]!.path : 'script';
}

/** One question for an address, and whether what was found is on the screen. */
interface NamedAddress {
  name: string;
  addresses: string[];
  printed: boolean;
}

/** The host names that were asked for, with the addresses they have; none where there is no such name. */
export function addressesAsked({ questions, names, printed }: Run): NamedAddress[] {
  const asked = new Map<string, string[]>();
  for (const { name, type, answered } of questions) {
    if ((type !== 'A' && type !== 'AAAA') || names.isReverseName(name)) continue;
    const addresses = answered === 'nothing' ? [] : addressesIn(answered.records);
    asked.set(name.toLowerCase(), [...(asked.get(name.toLowerCase()) ?? []), ...addresses]);
  }
  return [...asked].map(([name, addresses]) => ({
    name,
    addresses,
    printed: addresses.some((address) => showsAddress(printed, address)),
  }));
}

/** Whether a program has shown a file of the system, in which all answers stand and none was looked up. */
export function readsOut({ printed, files }: Run, file: SystemFile): boolean {
  return printed.includes(files[file].unfindable);
}

/**
 * What is to be judged where a program may have shown a file of the system too: what it showed beside it. Each line is taken off once for each
 * time that the file stands there as it is; where it stands otherwise, nothing can be told from it.
 */
export function besideFile(run: Run, file: SystemFile): Run {
  if (!readsOut(run, file)) return run;
  const { lines } = run.files[file];
  const wordsOf = (line: string) => line.trim().split(/\s+/).join(' ');
  const shown = run.printed.split('\n').map((line) => ({ line, words: wordsOf(line) }));
  const times = shown.filter(({ words }) => words === lines.at(-1)).length;
  const left = new Map(lines.map((line) => [line, times]));
  const beside = shown.filter(({ words }) => {
    const more = left.get(words) ?? 0;
    if (more > 0) left.set(words, more - 1);
    return more === 0;
  });
  const rest = { ...run, printed: beside.map(({ line }) => line).join('\n') };
  return readsOut(rest, file) ? { ...run, printed: '' } : rest;
}

/** The failure of a look-up, with what ended the program where that is the reason. Never one that would keep the other look-ups from being judged. */
export function lookupFailure(
  run: Run,
  otherwise: { code: 'not-printed' | 'mismatch' | 'constant'; summary: string },
  shown: { expected: string; sent?: string },
): CheckFailure {
  const received = run.printed.trim().slice(-2000);
  if (run.broken)
    return failure('crashed', run.broken.cause.summary, {
      ...shown,
      received,
      ...(run.broken.cause.lastWords ? { lastWords: run.broken.cause.lastWords } : {}),
    });
  const died = run.programs.find(
    ({ program }) => program.exit && (program.exit.code !== 0 || program.exit.signal || program.exit.breach),
  );
  const running = run.programs.find(({ program }) => !program.exit);
  if (!died && running)
    return failure('timeout', `${running.program.party} was still running after ${RUN_WITHIN_MS / 1000} s.`, {
      ...shown,
      received,
    });
  const { program } = (died ?? run.programs.at(-1))!;
  const found = diagnose(program, run.programs.length > 1 ? `program ${program.party}` : 'program', otherwise, {
    ...shown,
    received,
  });
  const { code, lastWords } = found.cause;
  const summary = run.likely && code === 'crashed' ? `${run.likely} ${found.cause.summary}` : found.cause.summary;
  const useless = received === '' && run.programs.length === 1;
  return summary === found.cause.summary &&
    (useless || !['missing-module', 'does-not-build', 'died-at-start'].includes(code))
    ? found
    : failure('crashed', summary, { ...shown, received, ...(lastWords ? { lastWords } : {}) });
}
