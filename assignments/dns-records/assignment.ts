import { checks, defineAssignment } from '../../harness/index.js';
import { recordFailure, usualRun } from './ask-records.js';
import { expectEveryRecord, judged } from './expect-records.js';
import { missingOf, showsWhole, statedTtls, written } from './shows-record.js';
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
        run: async (context) => expectEveryRecord(context, ['A', 'AAAA']),
      },
      'prints-what-an-alias-stands-for': {
        title: 'prints the name that an alias stands for, if it looks CNAME records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: CNAME`,
        run: async (context) => expectEveryRecord(context, ['CNAME']),
      },
      'prints-every-mail-server': {
        title: 'prints every mail server with its preference, if it looks MX records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: MX`,
        run: async (context) => expectEveryRecord(context, ['MX']),
      },
      'prints-the-authority': {
        title: 'prints the primary server and serial number, if it looks SOA records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: SOA`,
        run: async (context) => expectEveryRecord(context, ['SOA']),
      },
      'prints-every-service': {
        title: 'prints priority, weight, port and target of every service, if it looks SRV records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: SRV`,
        run: async (context) => expectEveryRecord(context, ['SRV']),
      },
      'prints-the-name-of-an-address': {
        title: 'prints the name of an address, if it looks PTR records up',
        points: 7,
        needs: 'prints-what-it-is-answered',
        rule: `${SLIDE}: PTR`,
        run: async (context) => expectEveryRecord(context, ['PTR']),
      },
      'states-no-false-ttl': {
        title: 'states no TTL that the answers do not have',
        points: 5,
        needs: 'prints-what-it-is-answered',
        rule: 'Lecture, "What is a DNS record?": all DNS records have a TTL',
        async run(context) {
          const run = await usualRun(context);
          const real = judged(run).flatMap((asked) => [...asked.records, ...asked.aliases].map(({ ttl }) => ttl));
          // A cache between library and program may have counted down a few seconds.
          const wrong = statedTtls(run.printed).find(
            (stated) => !real.some((ttl) => stated <= ttl && stated >= ttl - 10),
          );
          if (wrong !== undefined)
            throw recordFailure(
              run,
              context,
              { code: 'constant', summary: `The program prints the TTL ${wrong}, which no answer has.` },
              { expected: `the TTL of the answer, such as ${real[0]}` },
            );
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
        run: expectSaysSo,
      },
      'invents-nothing': {
        title: 'prints no records of a domain that does not exist',
        points: 3,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: a domain that does not exist`,
        run: expectInventsNothing,
      },
      'goes-on-with-the-others': {
        title: 'goes on with its other look-ups when there are no records of one type',
        points: 7,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: … says so and goes on`,
        run: expectGoesOn,
      },
      'gives-up-on-silence': {
        title: 'ends when the resolver does not answer',
        points: 2,
        kind: 'robust',
        needs: 'prints-what-it-is-answered',
        rule: `${PAGE}: a resolver that does not answer`,
        run: expectEndsWithoutAnswer,
      },
      'fetches-a-long-answer': {
        title: 'prints the whole of an answer that is too long for a datagram',
        points: 1,
        kind: 'bonus',
        needs: 'prints-every-address',
        rule: 'RFC 7766, section 5: a truncated answer is asked for again over TCP',
        run: expectWholeLongAnswer,
      },
      'covers-all-seven-types': {
        title: 'prints all seven types of record and their TTL',
        points: 1,
        kind: 'bonus',
        needs: ['prints-every-address', 'states-no-false-ttl'],
        rule: SLIDE,
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
    }),
  },
});
