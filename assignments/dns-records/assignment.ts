import { checks, defineAssignment } from '../../harness/index.js';
import { recordFailure, usualRun } from './ask-records.js';
import { expectEveryRecord, judged } from './expect-records.js';
import { falseTtl, missingOf, showsWhole, written } from './shows-record.js';
import {
  expectEndsWithoutAnswer,
  expectGoesOn,
  expectInventsNothing,
  expectSaysSo,
  expectWholeLongAnswer,
} from './troubles.js';

const SLIDE = 'Lecture, "What are the most common types of DNS record?"';
const EXAMPLE = 'Lecture, "DNS Example"';
const PAGE = "The task's page";

export default defineAssignment({
  title: 'DNS records',
  lecture: 'Lecture, "DNS servers and records", "Programming DNS records Examples"',
  transport: 'dns',
  options: {
    'every-type': {
      description:
        'All seven types and the TTL are asked for; without it, a program is graded for the types that it looks up, as the lecture’s own is.',
      default: false,
    },
  },
  roles: {
    script: checks({
      'asks-the-systems-resolver': {
        title: 'asks the resolver that the system is set up with',
        points: 10,
        rule: `${EXAMPLE}: dns.resolver.resolve(…)`,
        hints: {
          mismatch:
            'Leave the resolver’s address out of the program: then the one of the system is asked. In Python: `dns.resolver.resolve(name, "A")`.',
        },
        async run(context) {
          const run = await usualRun(context);
          if (run.questions.length === 0) {
            throw recordFailure(
              run,
              context,
              { code: 'never-sent', summary: 'The program asked no resolver for anything.' },
              { expected: 'a DNS question such as dns.resolver.resolve("yahoo.com", "A")' },
            );
          }
          if (context.learned.get('asks the system')) return;
          throw recordFailure(
            run,
            context,
            {
              code: 'mismatch',
              summary: `The program asked ${run.elsewhere.join(', ')}, an address that is fixed in it, instead of the resolver that the system is set up with; where that cannot be reached, it finds nothing.`,
            },
            { expected: `questions to ${context.world.resolverAddress}, which stands in /etc/resolv.conf` },
          );
        },
      },
      'prints-what-it-is-answered': {
        title: 'prints a record that its look-up was answered with',
        points: 15,
        rule: `${EXAMPLE}: value.to_text()`,
        hints: {
          'not-printed':
            'An answer holds records; print them one by one. In Python: `for value in R: print(value.to_text())`.',
        },
        async run(context) {
          const run = await usualRun(context);
          const records = judged(run).flatMap((asked) => [...asked.records, ...asked.aliases]);
          if (records.some((record) => missingOf(record, run.printed) === undefined)) return;
          const objects = /<dns\.|object at 0x|\[object Object\]/.test(run.printed)
            ? ' It printed the answer object itself, not the records in it.'
            : '';
          const summary =
            records.length === 0
              ? 'The program asked for nothing that there is.'
              : `The program got ${records.length} records and printed none of them.${objects}`;
          throw recordFailure(
            run,
            context,
            { code: 'not-printed', summary },
            {
              expected: records[0] ? `${records[0].type} ${written(records[0])}` : 'a question for records that exist',
            },
          );
        },
      },
      'prints-every-address': {
        title: 'prints every address of each name that it looks up (A, AAAA)',
        points: 20,
        needs: 'prints-what-it-is-answered',
        rule: `${EXAMPLE}: for value in R`,
        hints: {
          'not-printed':
            'A name may have several addresses. Print them in a loop, not only the first. In Python: `for value in R:`.',
          mismatch: 'Look the addresses of a name up. In Python: `dns.resolver.resolve(name, "A")`.',
        },
        run: async (context) => expectEveryRecord(context, ['A', 'AAAA']),
      },
      'prints-what-an-alias-stands-for': {
        title: 'prints the name that an alias stands for, if it looks CNAME records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: CNAME`,
        hints: {
          'not-printed': 'Print the name that the alias stands for. In Python: `value.target`, or `value.to_text()`.',
          mismatch: 'Only an alias such as `www.…` has a CNAME record. Ask for that name, not for the domain.',
        },
        run: async (context) => expectEveryRecord(context, ['CNAME']),
      },
      'prints-every-mail-server': {
        title: 'prints every mail server with its preference, if it looks MX records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: MX`,
        hints: {
          'not-printed':
            'Print preference and name of each mail server. In Python: `value.preference` and `value.exchange`, or `value.to_text()`.',
        },
        run: async (context) => expectEveryRecord(context, ['MX']),
      },
      'prints-the-authority': {
        title: 'prints the primary server and serial number, if it looks SOA records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: SOA`,
        hints: {
          'not-printed':
            'Print primary server and serial number. In Python: `value.mname` and `value.serial`, or `value.to_text()`.',
        },
        run: async (context) => expectEveryRecord(context, ['SOA']),
      },
      'prints-every-service': {
        title: 'prints priority, weight, port and target of every service, if it looks SRV records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: SRV`,
        hints: {
          'not-printed':
            'Print priority, weight, port and target of each. In Python: `value.to_text()` shows all four.',
          mismatch: 'A service has a name of its own, such as `_sip._tcp.…`. Ask for that one, not for the domain.',
        },
        run: async (context) => expectEveryRecord(context, ['SRV']),
      },
      'prints-the-name-of-an-address': {
        title: 'prints the name of an address, if it looks PTR records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: PTR`,
        hints: {
          'not-printed': 'Print the name that came. In Python: `value.target`, or `value.to_text()`.',
          mismatch:
            'An address is asked for by its reversed name. In Python: `dns.reversename.from_address("8.8.8.8")`.',
        },
        run: async (context) => expectEveryRecord(context, ['PTR']),
      },
      'states-no-false-ttl': {
        title: 'states no TTL that the answers do not have',
        points: 5,
        needs: 'prints-what-it-is-answered',
        rule: 'Lecture, "What is a DNS record?": all DNS records have a TTL',
        hints: {
          constant: 'The TTL comes with the answer; do not write it down. In Python: `R.rrset.ttl`.',
          'not-printed': 'The TTL comes with the answer. In Python: `print(R.rrset.ttl)`.',
        },
        async run(context) {
          const run = await usualRun(context);
          const answers = judged(run).map(({ name, records, aliases }) => ({
            name,
            records: [...records, ...aliases],
          }));
          const real = answers.flatMap(({ records }) => records.map(({ ttl }) => ttl));
          const wrong = falseTtl(run.printed, answers);
          if (wrong) {
            const summary = real.includes(wrong.stated)
              ? `The program prints the TTL ${wrong.stated} with records that have another.`
              : 'The program prints a TTL that no answer has.';
            throw recordFailure(
              run,
              context,
              { code: 'constant', summary },
              { expected: `the TTL of each answer, such as ${wrong.right}, and not ${wrong.stated}` },
            );
          }
          const shown = real.some((ttl) => showsWhole(run.printed, ttl));
          if (!shown && context.option('every-type'))
            throw recordFailure(
              run,
              context,
              { code: 'not-printed', summary: 'The program prints no TTL.' },
              { expected: `the TTL of each answer, such as ${real[0]}` },
            );
          return shown ? undefined : 'It prints no TTL, as the lecture’s program does not.';
        },
      },
      'says-what-does-not-exist': {
        title: 'says so when a domain does not exist',
        points: 3,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: a domain that does not exist`,
        hints: {
          'not-printed':
            'Say in words that there is no such name. In Python: `except dns.resolver.NXDOMAIN: print("no such domain")`.',
        },
        run: expectSaysSo,
      },
      'invents-nothing': {
        title: 'prints no records of a domain that does not exist',
        points: 3,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: a domain that does not exist`,
        hints: {
          mismatch:
            'Print only what was answered. Is a value kept from an earlier look-up, or written into the program?',
        },
        run: expectInventsNothing,
      },
      'goes-on-with-the-others': {
        title: 'goes on with its other look-ups when there are no records of one type',
        points: 7,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: … says so and goes on`,
        hints: {
          mismatch: 'Catch the error of each look-up by itself, inside the loop, so that the next one is still made.',
        },
        run: expectGoesOn,
      },
      'gives-up-on-silence': {
        title: 'ends when the resolver does not answer',
        points: 2,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: a resolver that does not answer`,
        hints: {
          timeout:
            'Give the look-up a time limit and say that nobody answered. In Python: `lifetime=5` and `except dns.exception.Timeout:`.',
        },
        run: expectEndsWithoutAnswer,
      },
      'covers-all-seven-types': {
        title: 'prints all seven types of record and their TTL',
        points: 1,
        kind: 'bonus',
        needs: ['prints-every-address', 'states-no-false-ttl'],
        rule: SLIDE,
        hints: {
          'not-printed':
            'Look up A, AAAA, CNAME, MX, SOA, SRV and PTR, and print the records and their TTL (in Python: `R.rrset.ttl`).',
        },
        async run(context) {
          const run = await usualRun(context);
          const missing = ['A', 'AAAA', 'CNAME', 'MX', 'SOA', 'SRV', 'PTR'].filter(
            (type) =>
              !judged(run).some(
                (asked) =>
                  asked.type === type &&
                  asked.records.length > 0 &&
                  asked.records.every((record) => missingOf(record, run.printed) === undefined),
              ),
          );
          if (missing.length > 0)
            throw recordFailure(
              run,
              context,
              { code: 'not-printed', summary: `Not looked up, or not printed in full: ${missing.join(', ')}.` },
              { expected: 'A, AAAA, CNAME, MX, SOA, SRV and PTR' },
            );
          const ttl = judged(run).flatMap(({ records }) => records.map((record) => record.ttl));
          if (!ttl.some((seconds) => showsWhole(run.printed, seconds)))
            throw recordFailure(
              run,
              context,
              { code: 'not-printed', summary: 'The program prints no TTL.' },
              { expected: `a TTL such as ${ttl[0]}` },
            );
        },
      },
      'fetches-a-long-answer': {
        title: 'prints the whole of an answer that is too long for a datagram',
        points: 1,
        kind: 'bonus',
        needs: 'covers-all-seven-types',
        rule: 'RFC 7766, section 5: a truncated answer is asked for again over TCP',
        hints: {
          'not-printed':
            'An answer too long for a datagram is asked for again over TCP. In Python: dnspython does it by itself; is `tcp` or `ignore_trunc` set?',
        },
        run: expectWholeLongAnswer,
      },
    }),
  },
});
