import type { HostEntry, Names, Service } from './world.js';

/** Everything that the files of `/etc` in an arena are made from. */
interface Furniture extends Names {
  hostAddress: string;
  resolverAddress: string;
  /** The folder that the student's user calls home. */
  home: string;
}

/** The names and numbers that a program looks up, by file of `/etc`: the same on every machine that grades. */
export function furnishedFiles(furniture: Furniture): Record<string, string> {
  const { hostName, hostAddress, resolverAddress, home } = furniture;
  const hosts = namedFirst(furniture.hosts, [
    { address: '127.0.0.1', names: ['localhost'] },
    { address: '::1', names: ['localhost', 'ip6-localhost', 'ip6-loopback'] },
    { address: hostAddress, names: [hostName] },
  ]);
  return {
    hosts: lines(hosts.map(({ address, names }) => `${address}\t${names.join(' ')}`)),
    hostname: lines([hostName]),
    'host.conf': lines(['multi on']),
    'resolv.conf': lines([`nameserver ${resolverAddress}`, 'options timeout:2 attempts:2']),
    'nsswitch.conf': lines([
      'passwd: files',
      'group: files',
      'hosts: files dns',
      'services: files',
      'protocols: files',
    ]),
    passwd: lines([
      'root:x:0:0:root:/root:/bin/sh',
      `student:x:1000:1000:student:${home}:/bin/sh`,
      'nobody:x:65534:65534:nobody:/nonexistent:/bin/false',
    ]),
    group: lines(['root:x:0:', 'student:x:1000:', 'nogroup:x:65534:']),
    protocols: lines(PROTOCOLS.map(([name, number]) => `${name}\t${number}\t${name.toUpperCase()}`)),
    services: lines(
      withUsualServices(furniture.services).map(({ name, port, protocol }) => `${name}\t${port}/${protocol}`),
    ),
  };
}

/** IANA's protocol numbers, as far as `getprotobyname` is ever asked. */
const PROTOCOLS: [string, number][] = [
  ['ip', 0],
  ['icmp', 1],
  ['tcp', 6],
  ['udp', 17],
  ['ipv6', 41],
  ['ipv6-icmp', 58],
];

/** IANA's service names that a networking course speaks of. */
const USUAL_SERVICES: [string, number, string][] = [
  ['echo', 7, 'tcp udp'],
  ['discard', 9, 'tcp udp'],
  ['daytime', 13, 'tcp udp'],
  ['qotd', 17, 'tcp'],
  ['chargen', 19, 'tcp udp'],
  ['ftp-data', 20, 'tcp'],
  ['ftp', 21, 'tcp'],
  ['ssh', 22, 'tcp'],
  ['telnet', 23, 'tcp'],
  ['smtp', 25, 'tcp'],
  ['time', 37, 'tcp udp'],
  ['domain', 53, 'tcp udp'],
  ['tftp', 69, 'udp'],
  ['finger', 79, 'tcp'],
  ['http', 80, 'tcp'],
  ['pop3', 110, 'tcp'],
  ['ntp', 123, 'udp'],
  ['imap2', 143, 'tcp'],
  ['snmp', 161, 'udp'],
  ['ldap', 389, 'tcp udp'],
  ['https', 443, 'tcp udp'],
  ['imaps', 993, 'tcp'],
  ['pop3s', 995, 'tcp'],
];

/** The usual hosts and then the given ones, but those of a usual address before them: a reverse look-up tells the name in its first line. */
function namedFirst(given: HostEntry[], usual: HostEntry[]): HostEntry[] {
  const known = new Set(usual.map(({ address }) => address));
  const isShared = ({ address }: HostEntry) => known.has(address);
  return [...given.filter(isShared), ...usual, ...given.filter((host) => !isShared(host))];
}

/** The given services first; the usual ones follow as far as they contradict none of them. */
function withUsualServices(given: Service[]): Service[] {
  const taken = new Set(given.flatMap(({ name, port, protocol }) => [`${name}/${protocol}`, `${port}/${protocol}`]));
  const usual = USUAL_SERVICES.flatMap(([name, port, protocols]) =>
    protocols.split(' ').map((protocol) => ({ name, port, protocol: protocol as Service['protocol'] })),
  );
  return [
    ...given,
    ...usual.filter(
      ({ name, port, protocol }) => !taken.has(`${name}/${protocol}`) && !taken.has(`${port}/${protocol}`),
    ),
  ];
}

function lines(of: string[]): string {
  return `${of.join('\n')}\n`;
}
