import { isIPv4 } from 'node:net';
import {
  addressesIn,
  addressesShown,
  type CheckContext,
  CheckFailure,
  type ClientProgram,
  type DnsRecord,
  diagnose,
  failure,
  nameSpace,
  Random,
  type ResolverQuery,
  type Wildcard,
} from '../../harness/index.js';
import { expectLibrary, hidesLibrary } from './library.js';
import { recordUser } from './prompts.js';

/** How long one program may run where everything is answered at once. */
const RUN_WITHIN_MS = 20_000;

/** Different questions of one run that are judged: many times what any program asks, and few enough to look for each answer. */
const MOST_QUESTIONS = 200;

/** The types of the lecture's slide "What are the most common types of DNS record?". */
export const TYPES = ['A', 'AAAA', 'CNAME', 'MX', 'SOA', 'SRV', 'PTR'] as const;

/** A question of a run, as often as it was asked. */
export interface Asked {
  name: string;
  type: string;
  rcode: string;
  /** The records of the type that was asked for, of the last full answer. */
  records: DnsRecord[];
  /** The names that stood in between where the name is an alias. */
  aliases: DnsRecord[];
}

/** What the programs of a submission did in one run. */
export interface Run {
  /** What all programs showed on the terminal. */
  printed: string;
  /** With the tracebacks of those that died of an error. */
  output: string;
  programs: ClientProgram[];
  broken?: CheckFailure;
  asked: Asked[];
  /** Resolvers at fixed addresses that were asked. */
  elsewhere: string[];
  /** Every question, in the order in which they came. */
  questions: ResolverQuery[];
  typed: string[];
  /** The user chose types: whatever was asked of the wrong name is not the program's doing. */
  userChose: boolean;
}

/** How a run differs from one where everything is as it should be. */
interface Trouble {
  /** Changes what there is: `undefined` for no such name, none for no such records. */
  records?: (name: string, type: string, usual: DnsRecord[] | undefined) => DnsRecord[] | undefined;
  /** Whether a question is left without any answer. */
  silent?: (name: string, type: string) => boolean;
  withinMs?: number;
}

/** Runs every program beside a resolver whose random records are the same in every run of a submission. */
export async function runRecords(context: CheckContext, trouble: Trouble = {}): Promise<Run> {
  const { learned, submission, world } = context;
  const seed = (learned.get('seed') as string | undefined) ?? String(context.random.int(0, 2 ** 30));
  learned.set('seed', seed);
  const random = new Random(seed);
  const names = nameSpace((max) => random.int(0, max - 1));
  const wildcard: Wildcard = (name, type) => {
    const usual = names.wildcard(name, type);
    return trouble.records ? trouble.records(name, type, usual) : usual;
  };
  const behaviour = ({ name, type }: { name: string; type: string }) =>
    trouble.silent?.(name.toLowerCase(), type) ? ('silent' as const) : ('answer' as const);
  const files = context.programs('script').toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  const alsoAt = [...new Set(addressesShown(submission.files.map((file) => file.text ?? '').join('\n')))]
    .filter((address) => isIPv4(address) && !/^(0|127|22[4-9]|2[3-5]\d)\./.test(address))
    .slice(0, 8);
  const resolvers = await context.startResolver({
    wildcard,
    behaviour,
    alsoAt,
    asker: files.length === 1 ? files[0]!.path : 'script',
  });
  const all = [resolvers.system, ...resolvers.elsewhere];
  const run: Run = {
    printed: '',
    output: '',
    programs: [],
    asked: [],
    elsewhere: [],
    questions: [],
    typed: [],
    userChose: false,
  };
  const found = (): string | undefined =>
    addressesIn(
      all.flatMap(({ queries }) => queries.flatMap(({ answered }) => (answered === 'nothing' ? [] : answered.records))),
    ).find(isIPv4);
  const domain = `${random.word()}.com`;
  const others = ['org', 'net', 'com', 'org'].map((last) => `${random.word()}.${last}`);
  for (const file of files) {
    const user = recordUser({
      domain,
      others,
      address: () => found() ?? '192.0.2.53',
      resolver: world.resolverAddress,
    });
    try {
      const program = await context.runScript({
        file,
        typist: user.typist,
        argument: domain,
        withinMs: trouble.withinMs ?? RUN_WITHIN_MS,
      });
      run.programs.push(program);
      run.printed += `${program.program.shownSince(0)}\n`;
      run.output += `${program.program.output}\n`;
      run.typed.push(...program.typed);
      run.userChose ||= user.chose();
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      run.broken ??= error;
    }
  }
  await resolvers.close();
  if (run.programs.length === 0) throw run.broken ?? failure('no-program', 'No program was found.');
  await expectLibrary(
    run.programs.map(({ program }) => program),
    context.submission,
  );
  run.questions = all.flatMap(({ queries }) => queries).toSorted((a, b) => a.atMs - b.atMs);
  run.asked = askedOf(run.questions);
  run.elsewhere = resolvers.elsewhere.filter(({ queries }) => queries.length > 0).map(({ address }) => address);
  if (resolvers.system.queries.length === 0 && run.elsewhere.length === 0) learned.set('asks nobody', true);
  learned.set('asks the system', resolvers.system.queries.length > 0);
  return run;
}

/** The run where everything is answered: made once, told again in every check that judges it. */
export async function usualRun(context: CheckContext): Promise<Run> {
  const { learned, transcript } = context;
  const known = learned.get('usual run') as { run: Run; events: typeof transcript.events } | undefined;
  if (known) {
    transcript.events.push(...known.events);
    return known.run;
  }
  const run = await runRecords(context);
  learned.set('usual run', { run, events: [...transcript.events] });
  return run;
}

/** The same name and type asked twice is one question. */
export function sameQuestion(a: { name: string; type: string }, b: { name: string; type: string }): boolean {
  return a.type === b.type && a.name.toLowerCase() === b.name.toLowerCase();
}

/** What ended a program, or the given failure; says what a file of the submission hides. */
export function recordFailure(
  run: Run,
  context: CheckContext,
  otherwise: { code: 'not-printed' | 'mismatch' | 'never-sent' | 'constant'; summary: string },
  shown: { expected: string; sent?: string },
): CheckFailure {
  // What an error was, the last words tell.
  const received = run.printed.trim().slice(-2000);
  if (run.broken) return run.broken;
  const died = run.programs.find(({ program }) => program.exit && (program.exit.code !== 0 || program.exit.signal));
  const atStart = otherwise.code === 'never-sent';
  const one = (died ?? run.programs.at(-1))!;
  const found = diagnose(
    one.program,
    run.programs.length > 1 ? `program ${one.program.party}` : 'program',
    { ...otherwise, atStart },
    { ...shown, received },
  );
  const hiding = hidesLibrary(context.submission);
  if (!hiding || !atStart) return found;
  const { code, lastWords, step } = found.cause;
  return failure(code, `${hiding} hides dnspython: "import dns.resolver" finds your own file instead. Rename it.`, {
    ...shown,
    received,
    ...(lastWords ? { lastWords } : {}),
    ...(step && { step }),
  });
}

/** The questions, each once, in the order in which they were first asked. */
function askedOf(questions: ResolverQuery[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { name, type, answered } of questions) {
    const records = answered === 'nothing' ? [] : answered.records;
    const one = {
      name,
      type,
      rcode: answered === 'nothing' ? 'nothing' : answered.rcode,
      records: records.filter((record) => record.type === type),
      aliases: type === 'CNAME' ? [] : records.filter((record) => record.type === 'CNAME'),
    };
    const key = `${type} ${name.toLowerCase()}`;
    const before = asked.get(key);
    if (before ? one.records.length >= before.records.length : asked.size < MOST_QUESTIONS) asked.set(key, one);
  }
  return [...asked.values()];
}
