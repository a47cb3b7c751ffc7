import { type CheckContext, reversedAddress } from '../../harness/index.js';
import { type Asked, type Run, recordFailure, usualRun } from './ask-records.js';
import { missingOf, written } from './shows-record.js';

/** Where records of these types stand, for a program that asks somewhere else. */
const PLACE: Record<string, string> = {
  CNAME: 'an alias such as www.yahoo.com; a domain itself has none',
  SRV: 'a service of the domain, such as _sip._tcp.yahoo.com; the domain itself has none',
  PTR: 'the reverse name of an IP address (dns.reversename.from_address); the domain itself has none',
};

/** The questions that were answered with records. */
export function judged(run: Run): Asked[] {
  return run.asked.filter(({ records, aliases }) => records.length > 0 || aliases.length > 0);
}

/**
 * Every record of these types that was asked for and answered is printed in full; they were asked for where there are some. Passes
 * where they were not asked for: a program is graded for what it looks up.
 * @throws CheckFailure
 */
export async function expectEveryRecord(context: CheckContext, types: string[]): Promise<string | undefined> {
  const run = await usualRun(context);
  const asked = run.asked.filter(({ type }) => types.includes(type));
  if (asked.length === 0) {
    if (context.option('every-type'))
      throw recordFailure(
        run,
        context,
        { code: 'mismatch', summary: `The program looks no ${types.join(' or ')} records up.` },
        { expected: `${types.join(' and ')} records` },
      );
    return `It looks no ${types.join(' or ')} records up.`;
  }
  const answered = asked.filter((one) => one.records.length > 0 || one.aliases.length > 0);
  if (answered.length === 0) {
    const [{ name, type }] = asked as [Asked];
    if (run.userChose) return `Its user chose the name ${name}, which has no ${type} records.`;
    throw recordFailure(
      run,
      context,
      { code: 'mismatch', summary: `The program asks for the ${type} records of ${name}, where there are none.` },
      { sent: `${name} ${type}`, expected: `a question for ${PLACE[type] ?? 'a name that has some'}` },
    );
  }
  for (const one of answered) {
    // Whoever asks an alias for addresses may want its real name only (Go's LookupCNAME does that).
    if (one.aliases.length > 0 && one.aliases.some((alias) => missingOf(alias, run.printed) === undefined)) continue;
    const missing = one.records
      .map((record) => ({ record, what: missingOf(record, run.printed) }))
      .find(({ what }) => what !== undefined);
    if (!missing) continue;
    const whole = one.records.filter((record) => missingOf(record, run.printed) === undefined).length;
    const summary =
      one.records.length === 1
        ? `The ${one.type} record of ${hostOf(one)} is not printed in full: ${missing.what} is missing.`
        : `Of the ${one.records.length} ${one.type} records of ${hostOf(one)} the program printed ${whole === 0 ? 'none' : `only ${whole}`} in full: ${missing.what} is missing.`;
    throw recordFailure(
      run,
      context,
      { code: 'not-printed', summary },
      {
        sent: `${one.name} ${one.type}`,
        expected: one.records.map((record) => `${record.type} ${written(record)}`).join('\n'),
      },
    );
  }
  return undefined;
}

function hostOf({ name }: Asked): string {
  return reversedAddress(name) ?? name;
}
