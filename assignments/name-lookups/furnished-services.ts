import { portsNamed, type Random, stringsNamed } from '../../harness/index.js';

/** Services and ports that a course speaks of: none of them is what it usually is. */
const USUAL: Record<string, number> = {
  echo: 7,
  discard: 9,
  daytime: 13,
  qotd: 17,
  chargen: 19,
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  time: 37,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  gopher: 70,
  finger: 79,
  http: 80,
  kerberos: 88,
  pop3: 110,
  sunrpc: 111,
  nntp: 119,
  ntp: 123,
  imap: 143,
  imap2: 143,
  snmp: 161,
  irc: 194,
  ldap: 389,
  https: 443,
  submission: 587,
  ldaps: 636,
  imaps: 993,
  pop3s: 995,
  mysql: 3306,
  rdp: 3389,
  postgresql: 5432,
};
const NO_SERVICES = new Set(['tcp', 'udp', 'utf-8', 'localhost']);
const MOST = 150;

/** A services file of its own: every name has another port than usual, every port another service, each with TCP and UDP. */
export interface FurnishedServices {
  /** By service. */
  portOf: Map<string, number>;
  /** By port. */
  nameOf: Map<number, string>;
  lines: { name: string; port: number; protocol: 'tcp' | 'udp' }[];
}

/** Furnishes what is usual and every name and number in the sources that could be a service or a port; names in small letters only, as everywhere. */
export function furnishServices(random: Random, sources: string[]): FurnishedServices {
  const text = sources.join('\n');
  const named = stringsNamed(text)
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word) && word.length <= 15 && !NO_SERVICES.has(word));
  const names = [...new Set([...Object.keys(USUAL), ...named])].slice(0, MOST);
  const ports = [...new Set([...Object.values(USUAL), ...portsNamed(text)])].slice(0, MOST);
  const taken = new Set<number>(ports);
  const portOf = new Map(names.map((name) => [name, fresh(() => random.int(1100, 4999), taken)]));
  const known = new Set(names);
  const nameOf = new Map(ports.map((port) => [port, fresh(() => random.word(7), known)]));
  const pairs = [...portOf, ...[...nameOf].map(([port, name]) => [name, port] as [string, number])];
  return {
    portOf,
    nameOf,
    lines: pairs.flatMap(([name, port]) => (['tcp', 'udp'] as const).map((protocol) => ({ name, port, protocol }))),
  };
}

/** The port that a service has everywhere else, if the course knows it. */
export function usualPort(service: string): number | undefined {
  return USUAL[service];
}

/** The services that use a port everywhere else, as far as the course knows them. */
export function usualServices(port: number): string[] {
  return Object.keys(USUAL).filter((service) => USUAL[service] === port);
}

function fresh<T>(make: () => T, taken: Set<T>): T {
  for (;;) {
    const one = make();
    if (!taken.has(one)) return taken.add(one) && one;
  }
}
