import {
  type CheckContext,
  checks,
  defineAssignment,
  longForm,
  reversedAddress,
  shows,
  showsAddress,
} from '../../harness/index.js';
import { usualPort, usualServices } from './furnished-services.js';
import {
  addressesAsked,
  besideFile,
  lookupFailure,
  type Run,
  readsOut,
  runLookups,
  type SystemFile,
} from './look-ups.js';

const SLIDE = 'Lecture, "Socket functions"';

export default defineAssignment({
  title: 'Names, addresses, services and ports',
  lecture: SLIDE,
  transport: 'names',
  roles: {
    script: checks({
      'finds-the-address-of-a-name': {
        title: 'prints the IP address of each host name that it looks up',
        points: 25,
        rule: `${SLIDE}: gethostbyname()`,
        hints: {
          'not-printed':
            'Print what the look-up returned. In Python: `ip = socket.gethostbyname(name)`, then `print(ip)`.',
          mismatch:
            'Look a host name up and print what comes. In Python: `print(socket.gethostbyname("www.google.com"))`.',
        },
        async run(context) {
          const run = await runLookups(context);
          const asked = addressesAsked(run);
          const missing = asked.find(({ addresses, printed }) => addresses.length > 0 && !printed);
          if (missing) {
            throw lookupFailure(
              run,
              {
                code: 'not-printed',
                summary: `It looked up "${missing.name}" but did not print its address.${objectsPrinted(run)}`,
              },
              { sent: missing.name, expected: missing.addresses.join(' or ') },
            );
          }
          if (asked.some(({ printed }) => printed)) return undefined;
          const summary =
            asked.length > 0
              ? `It looked up "${asked[0]!.name}", and there is no such host.`
              : `It looked up the address of no host name.${why(run, context)}`;
          throw lookupFailure(
            run,
            { code: 'mismatch', summary },
            { expected: 'a look-up such as gethostbyname("www.google.com"), and its result' },
          );
        },
      },
      'finds-the-name-of-an-address': {
        title: 'prints the host name of an IP address',
        points: 15,
        rule: `${SLIDE}: gethostbyaddr()`,
        hints: {
          'not-printed': 'Print what the look-up returned. In Python: `print(socket.gethostbyaddr(ip))`.',
          mismatch:
            'Look the name of an address up. In Python: `print(socket.gethostbyaddr(ip))`, where `ip` is an address, not a name.',
        },
        async run(context) {
          const run = await runLookups(context);
          const asked = namesAsked(run);
          if (asked.some(({ printed }) => printed)) return undefined;
          const one = asked[0];
          const summary = one
            ? `It looked up ${one.address} but did not print its name.${objectsPrinted(run)}`
            : `It looked up the name of no IP address.${why(run, context)}`;
          throw lookupFailure(
            run,
            { code: one ? 'not-printed' : 'mismatch', summary },
            {
              ...(one ? { sent: one.address } : {}),
              expected: one?.name ?? 'a look-up such as gethostbyaddr(ip), and its result',
            },
          );
        },
      },
      'names-the-address-it-found': {
        title: 'prints the host name of the very address that it found for a name',
        points: 10,
        needs: 'finds-the-name-of-an-address',
        rule: `${SLIDE}: gethostbyaddr(str(ip))`,
        hints: {
          mismatch:
            'Give the second look-up the address that the first one found. In Python: `socket.gethostbyaddr(ip)`.',
        },
        async run(context) {
          const run = await runLookups(context);
          const found = addressesAsked(run).flatMap(({ addresses }) => addresses.map(longForm));
          if (namesAsked(run).some(({ address, printed }) => printed && found.includes(longForm(address))))
            return undefined;
          throw lookupFailure(
            run,
            {
              code: 'mismatch',
              summary: `It looked up the name of ${namesAsked(run)[0]!.address}, which is not an address that it had found for a host name.`,
            },
            {
              expected:
                found.length > 0 ? `the name of ${found[0]}` : 'the name of an address found with gethostbyname',
            },
          );
        },
      },
      'looks-localhost-up': {
        title: 'prints the address of localhost and the name of 127.0.0.1',
        points: 10,
        rule: `${SLIDE}: gethostbyname("localhost"), gethostbyaddr("127.0.0.1")`,
        hints: {
          'not-printed':
            'Look both up and print both. In Python: `gethostbyname("localhost")` and `gethostbyaddr("127.0.0.1")`.',
        },
        async run(context) {
          const all = await runLookups(context);
          const run = besideFile(all, '/etc/hosts');
          const address = ['127.0.0.1', '::1'].some((one) => showsAddress(run.printed, one));
          if (address && word(run.localName).test(run.printed)) return;
          refuseReadingOut(all, '/etc/hosts', 'localhost');
          throw lookupFailure(
            run,
            {
              code: 'not-printed',
              summary: address
                ? `It did not print the name that 127.0.0.1 has on this system, ${run.localName}.`
                : 'It did not print the address of localhost.',
            },
            { expected: `127.0.0.1 and ${run.localName}` },
          );
        },
      },
      'finds-the-port-of-a-service': {
        title: 'prints the port of a service as the system knows it',
        points: 20,
        rule: `${SLIDE}: getservbyname()`,
        hints: {
          'not-printed':
            'Look a service up by its name and print its port. In Python: `print(socket.getservbyname("ftp"))`.',
          constant:
            'Ask the system for it instead of writing the number down. In Python: `socket.getservbyname("ftp")`.',
          mismatch:
            'In C a port comes in network byte order: print `ntohs(service->s_port)`. In Python: `getservbyname("ftp")` alone, without `htons`.',
        },
        async run(context) {
          const all = await runLookups(context);
          const run = besideFile(all, '/etc/services');
          const candidates = [...run.services.portOf].filter(([name]) => word(name).test(run.text));
          if (candidates.some(([name, port]) => printsPort(run, name, port))) return undefined;
          refuseReadingOut(all, '/etc/services', 'a service');
          const swapped = candidates.find(([name, port]) => printsPort(run, name, swappedBytes(port)));
          if (swapped) {
            const [name, port] = swapped;
            throw lookupFailure(
              run,
              {
                code: 'mismatch',
                summary: `It printed ${swappedBytes(port)} for ${name}: that is ${port} with its two bytes swapped.`,
              },
              { expected: `${port} for "${name}" (getservbyname)` },
            );
          }
          const known = candidates.find(([name]) => showsPair(run, name, usualPort(name) ?? -1));
          const example =
            known ??
            candidates.find(([name]) => usualPort(name) !== undefined) ??
            (['ftp', run.services.portOf.get('ftp')!] as const);
          throw lookupFailure(
            run,
            known
              ? {
                  code: 'constant',
                  summary: `It printed ${usualPort(known[0])} for ${known[0]}, which is the usual port and not the one that this system has for it: it was not looked up.`,
                }
              : { code: 'not-printed', summary: `It printed the port of no service.${objectsPrinted(run)}` },
            { expected: `${example[1]} for "${example[0]}" (getservbyname)` },
          );
        },
      },
      'finds-the-service-of-a-port': {
        title: 'prints the service of a port as the system knows it',
        points: 20,
        rule: `${SLIDE}: getservbyport()`,
        hints: {
          'not-printed':
            'Look a port up by its number and print its service. In Python: `print(socket.getservbyport(80))`.',
          constant: 'Ask the system for it instead of writing the name down. In Python: `socket.getservbyport(80)`.',
          mismatch: 'Put the bytes of the port in network order first: `getservbyport(htons(80), "tcp")`.',
        },
        async run(context) {
          const all = await runLookups(context);
          const run = besideFile(all, '/etc/services');
          const candidates = [...run.services.nameOf].filter(([port]) => number(port).test(run.text));
          if ([...run.services.nameOf.values()].some((name) => word(name).test(run.printed))) return undefined;
          refuseReadingOut(all, '/etc/services', 'a port');
          const known = candidates
            .flatMap(([port, here]) => usualServices(port).map((name) => ({ port, here, name })))
            .find(({ name, port }) => showsPair(run, name, port));
          const example = known ??
            candidates.map(([port, here]) => ({ port, here })).find(({ port }) => usualServices(port).length > 0) ?? {
              port: 80,
              here: run.services.nameOf.get(80)!,
            };
          const expected = `${example.here} for port ${example.port} (getservbyport)`;
          if (!known && swapsNoPort(context)) {
            const summary = `It asked for another port than ${example.port}: getservbyport takes a port in network byte order.`;
            throw lookupFailure(run, { code: 'mismatch', summary }, { expected });
          }
          throw lookupFailure(
            run,
            known
              ? {
                  code: 'constant',
                  summary: `It printed ${known.name} for port ${known.port}, which is the usual service and not the one that this system has there: it was not looked up.`,
                }
              : { code: 'not-printed', summary: `It printed the service of no port.${objectsPrinted(run)}` },
            { expected },
          );
        },
      },
      'tells-its-own-name': {
        title: 'prints the name of the computer that it runs on',
        points: 3,
        kind: 'bonus',
        rule: 'Lecture, "General socket methods": gethostname()',
        hints: {
          'not-printed': 'Print the name of the computer itself. In Python: `print(socket.gethostname())`.',
        },
        async run(context) {
          const all = await runLookups(context);
          const run = besideFile(all, '/etc/hosts');
          const { hostName } = context.world;
          if (shows(run.printed, hostName) !== 'absent') return;
          refuseReadingOut(all, '/etc/hosts', "the computer's own name");
          throw lookupFailure(
            run,
            { code: 'not-printed', summary: 'It did not print the name of the computer.' },
            { expected: `${hostName} (gethostname)` },
          );
        },
      },
    }),
  },
});

interface NamedByAddress {
  address: string;
  name: string;
  printed: boolean;
}

/** The addresses whose names were asked for, with those names; of 127.0.0.1, whose name no resolver is asked for, only where it is printed. */
function namesAsked(run: Run): NamedByAddress[] {
  const { questions, printed, localName } = run;
  const asked = questions.flatMap(({ name, type, answered }) => {
    const address = reversedAddress(name);
    const record = answered === 'nothing' ? undefined : answered.records.find((one) => one.type === 'PTR');
    if (type !== 'PTR' || address === undefined || record?.type !== 'PTR') return [];
    return [{ address, name: record.data, printed: word(record.data).test(printed) }];
  });
  const isLocalPrinted = word(localName).test(besideFile(run, '/etc/hosts').printed);
  return isLocalPrinted ? [...asked, { address: '127.0.0.1', name: localName, printed: true }] : asked;
}

/** @throws CheckFailure where a file of the system stands on the screen, with the answer in it and not beside it */
function refuseReadingOut(run: Run, file: SystemFile, asked: string): void {
  if (!readsOut(run, file)) return;
  const summary = `It prints what stands in the file ${file}, which looks nothing up.`;
  throw lookupFailure(
    run,
    { code: 'not-printed', summary },
    { expected: `a look-up of ${asked}, and its result alone` },
  );
}

/** The reason that can be read from the screen, as a further sentence. */
function why(run: Run, { world }: CheckContext): string {
  if (run.printed.trim() === '') return ' It printed nothing: is its main function called?';
  if (objectsPrinted(run)) return objectsPrinted(run);
  if (/["']https?:\/\//.test(run.text)) return ' A host name is www.google.com alone, without "http://" and "/".';
  return shows(run.printed, world.hostName) === 'absent'
    ? ''
    : ` "${world.hostName}" is the name of the computer that it runs on.`;
}

function objectsPrinted({ printed }: Run): string {
  return /<(built-in )?(function|bound method)/.test(printed)
    ? ' It printed the functions themselves: their parentheses are missing.'
    : '';
}

/** A line of the screen names both: then it says that they belong together. */
function showsPair({ printed }: Run, name: string, port: number): boolean {
  return printed.split('\n').some((line) => word(name).test(line) && number(port).test(line));
}

/** The port that is meant by these two bytes where the other one comes first. */
function swappedBytes(port: number): number {
  return ((port & 0xff) << 8) | (port >> 8);
}

/** Whether a C program looks ports up, and no port's bytes are ever put in network order. */
function swapsNoPort({ programs }: CheckContext): boolean {
  return programs('script').some(
    ({ language, text }) =>
      (language === 'c' || language === 'c++') && /\bgetservbyport\s*\(/.test(text) && !/hton|htobe|<<\s*8/.test(text),
  );
}

/** The text by itself, in any case. */
function word(text: string): RegExp {
  return new RegExp(`(?<![\\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i');
}

/** More numbers of four digits than any program looks up. */
const MANY = 200;

/** The port of a service stands on the screen; among numbers by the hundred it stands in a line with the service. */
function printsPort({ printed }: Run, name: string, port: number): boolean {
  const numbers = new Set(printed.match(/\b\d{4}\b/g));
  if (numbers.size <= MANY) return number(port).test(printed);
  return printed.split('\n').some((line) => line.length < 200 && word(name).test(line) && number(port).test(line));
}

/** The number by itself: not a part of an address or of another number. */
function number(value: number): RegExp {
  return new RegExp(`(?<![\\d.])${value}(?!\\d|\\.\\d)`);
}
