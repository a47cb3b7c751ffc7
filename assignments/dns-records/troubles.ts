import {
  addressesIn,
  addressesShown,
  type CheckContext,
  type DnsRecord,
  failure,
  longForm,
} from '../../harness/index.js';
import { type Asked, type Run, recordFailure, runRecords, sameQuestion, usualRun } from './ask-records.js';
import { judged } from './expect-records.js';
import { missingOf } from './shows-record.js';

/**
 * How long a program may take whose resolver leaves one question unanswered. dnspython gives up after 5 s, the C library after two
 * attempts of 2 s (our resolv.conf says `timeout:2 attempts:2`), Java after 1 + 2 + 4 + 8 s, and Node after 2 + 4 + 8 + 16 s, which is
 * the longest; the rest is for a slow start.
 */
const SILENCE_WITHIN_MS = 40_000;
/** Six bytes for each address and its name: far more than the 512 and 1232 bytes that datagrams are asked to hold. */
const LONG_ANSWER = 80;

/** The domain does not exist, nor does anything else: something must be said that is not said otherwise, or the library's own error be seen. */
export async function expectSaysSo(context: CheckContext): Promise<void> {
  const usual = await usualRun(context);
  const run = await withoutAnything(context);
  const said = wordsIn(run.output);
  for (const known of wordsIn(usual.output)) said.delete(known);
  if (said.size > 0) return;
  const summary =
    'The program says nothing about a domain that does not exist: whoever reads its output cannot tell that from a mistake of its own.';
  throw recordFailure(
    run,
    context,
    { code: 'not-printed', summary },
    { ...first(run), expected: 'a sentence such as "the domain does not exist"' },
  );
}

/** Addresses on the screen that no answer, no user and no earlier run can have brought there, nor the answer for another domain. */
export async function expectInventsNothing(context: CheckContext): Promise<void> {
  const usual = await usualRun(context);
  const run = await withoutAnything(context);
  const known = new Set(
    [
      ...addressesShown(usual.output),
      ...addressesShown(run.typed.join('\n')),
      context.world.resolverAddress,
      ...usual.elsewhere,
    ].map(longForm),
  );
  const invented = addressesShown(run.printed).find((address) => !known.has(address));
  if (invented !== undefined)
    throw failure(
      'mismatch',
      `The domain does not exist, but the program printed the address ${invented} as if it had been found.`,
      { ...first(run), received: run.printed.slice(-2000), expected: 'no records' },
    );
  await expectNothingOfAnother(context, usual);
}

/** Where several domains are looked up and one of them does not exist, it gets no answer of the others. */
async function expectNothingOfAnother(context: CheckContext, usual: Run): Promise<void> {
  const names = judged(usual).map(({ name }) => name.toLowerCase());
  const [one] = names;
  const gone = names.find((name) => one && !name.endsWith('.arpa') && !isWithin(name, one) && !isWithin(one, name));
  if (!gone) return;
  const run = await runRecords(context, {
    records: (name, _, found) => (isWithin(name.toLowerCase(), gone) ? undefined : found),
  });
  // Which of its addresses a program prints may depend on their order, which changes; how many does not.
  const others = judged(usual).filter(({ name }) => !isWithin(name.toLowerCase(), gone));
  const found = new Set(others.flatMap(({ records }) => addressesIn(records)).map(longForm));
  const [before, now] = [usual, run].map(({ printed }) => addressesShown(printed).filter((one) => found.has(one)));
  if (now!.length <= before!.length) return;
  const again = now!.at(-1)!;
  throw failure(
    'stale',
    `${gone} does not exist, but the program printed ${again} for it, which it had found for another domain.`,
    { sent: gone, received: run.printed.slice(-2000), expected: `no records of ${gone}` },
  );
}

function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/** There are no records for one of several questions; those behind it must still be asked, and what was printed of the others is printed. */
export async function expectGoesOn(context: CheckContext): Promise<string | undefined> {
  const usual = await usualRun(context);
  const answered = judged(usual);
  const last = answered.at(-1);
  const among = (types: (type: string) => boolean) => answered.find((asked) => types(asked.type) && asked !== last);
  // A look-up of addresses may ask for both kinds at once, and lives with one; which addresses have no name may change from run to run.
  const missing =
    among((type) => !isAddress(type) && type !== 'PTR') ?? among((type) => type === 'AAAA') ?? answered[0];
  if (!missing) return undefined;
  const gone = JSON.stringify(missing.records.map(({ data }) => data)).toLowerCase();
  const others = answered.filter(
    (other) =>
      other !== missing &&
      !gone.includes(`"${other.name.toLowerCase()}"`) &&
      !(other.type === 'PTR' && isAddress(missing.type)),
  );
  if (others.length === 0) return 'It makes one look-up, so there is nothing to go on with.';
  const run = await runRecords(context, {
    records: (name, type, found) => (sameQuestion({ name, type }, missing) ? [] : found),
  });
  const askedFor = (other: Asked) =>
    run.asked.some((asked) => (other.type === 'PTR' ? asked.type === 'PTR' : sameQuestion(asked, other)));
  // Which address is looked up backwards depends on the order of the answers.
  const prints = ({ printed }: Run, { type, records }: Asked) =>
    type !== 'PTR' && records.some((record) => missingOf(record, printed) === undefined);
  const left = others.find((other) => !askedFor(other));
  const lost = others.find((other) => prints(usual, other) && !prints(run, other));
  if (!left && !lost) return undefined;
  const other = (left ?? lost)!;
  throw recordFailure(
    run,
    context,
    {
      code: 'mismatch',
      summary: `After it found no ${missing.type} records of ${missing.name}, the program did not ${left ? 'look up' : 'print'} ${other.type} of ${other.name}.`,
    },
    {
      sent: `${missing.name} ${missing.type}`,
      expected: `the records that there are, such as ${other.type} of ${other.name}`,
    },
  );
}

function isAddress(type: string): boolean {
  return type === 'A' || type === 'AAAA';
}

/** One question stays without an answer: the program ends, in whatever way. */
export async function expectEndsWithoutAnswer(context: CheckContext): Promise<void> {
  const answered = judged(await usualRun(context));
  const unanswered = answered.find(({ type }) => type !== 'A') ?? answered[0];
  if (!unanswered) return;
  const run = await runRecords(context, {
    silent: (name, type) => sameQuestion({ name, type }, unanswered),
    withinMs: SILENCE_WITHIN_MS,
  });
  const running = run.programs.find(({ program }) => !program.exit);
  if (!running) return;
  throw failure(
    'timeout',
    `The resolver did not answer, and the program was still waiting after ${SILENCE_WITHIN_MS / 1000} s.`,
    { sent: `${unanswered.name} ${unanswered.type}`, expected: 'the end of the program after a few seconds' },
  );
}

/** So many addresses that a datagram cannot hold them: the answer is marked as truncated, and whole over TCP. */
export async function expectWholeLongAnswer(context: CheckContext): Promise<void> {
  const usual = judged(await usualRun(context)).find(({ type, records }) => type === 'A' && records.length > 0);
  if (!usual) throw failure('mismatch', 'The program looks no A records up.', { expected: 'a look-up of A records' });
  const network = `10.${context.random.int(1, 250)}.${context.random.int(1, 250)}`;
  const many = Array.from(
    { length: LONG_ANSWER },
    (_, at): DnsRecord => ({ name: usual.name.toLowerCase(), ttl: 300, type: 'A', data: `${network}.${at + 1}` }),
  );
  const run = await runRecords(context, {
    records: (name, type, found) => (sameQuestion({ name, type }, usual) ? many : found),
  });
  const missing = many.filter((record) => missingOf(record, run.printed) !== undefined);
  if (missing.length === 0) return;
  throw recordFailure(
    run,
    context,
    {
      code: 'not-printed',
      summary: `Of ${LONG_ANSWER} addresses, which take a second question over TCP, the program printed ${LONG_ANSWER - missing.length}.`,
    },
    { sent: `${usual.name} A`, expected: 'all of them' },
  );
}

async function withoutAnything(context: CheckContext): Promise<Run> {
  return runRecords(context, { records: () => undefined });
}

function first(run: Run): { sent?: string } {
  const asked: Asked | undefined = run.asked[0];
  return asked ? { sent: `${asked.name} ${asked.type}` } : {};
}

function wordsIn(output: string): Set<string> {
  return new Set([...output.toLowerCase().matchAll(/[\p{L}]{3,}/gu)].map(([word]) => word));
}
