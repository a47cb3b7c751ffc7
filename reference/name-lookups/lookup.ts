/**
 * Names and services: what the socket functions of the lecture find out, in Node.
 *
 *     node lookup.js [host name] …
 *
 *     gethostbyname   dns.lookup         asks the system (getaddrinfo), which looks into its hosts file, then asks DNS
 *     gethostbyaddr   dns.lookupService  asks the system the other way round (getnameinfo)
 *     getservbyport   dns.lookupService  tells a port's service, too
 *     getservbyname   the file /etc/services: Node has no function for it, and this is where C's function looks
 *     gethostname     os.hostname
 *
 * dns.resolve4 and dns.reverse are something else: they ask a DNS server and leave the hosts file out.
 */
import { lookup, lookupService } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

const HOSTS = process.argv.length > 2 ? process.argv.slice(2) : ['www.google.com', 'localhost'];
const SERVICES = ['ftp', 'http', 'telnet', 'ftp-data'];
const PORTS = [20, 21, 80];
const LOOPBACK = '127.0.0.1';

/** The IPv4 address of a host. Throws when the name is not known. */
async function getHostByName(name: string): Promise<string> {
  return (await lookup(name, { family: 4 })).address;
}

/** The name of the host with this address. Throws when it has none. */
async function getHostByAddr(address: string): Promise<string> {
  const { hostname: name } = await lookupService(address, 0);
  // getnameinfo gives the address back where it finds no name.
  if (name === address) throw new Error('no name belongs to this address');
  return name;
}

/** The TCP port of a service. Throws when the services file does not have it. */
function getServByName(service: string): number {
  // Each line reads "name port/protocol aliases # comment".
  for (const line of readFileSync('/etc/services', 'utf8').split('\n')) {
    const [name, target = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
    const [port, protocol] = target.split('/');
    if (protocol === 'tcp' && (name === service || aliases.includes(service))) return Number(port);
  }
  throw new Error('no such service');
}

/** The service that uses a TCP port. Throws when no service does. */
async function getServByPort(port: number): Promise<string> {
  const { service } = await lookupService(LOOPBACK, port);
  // Here, too, the number comes back where there is no name.
  if (service === String(port)) throw new Error('no service uses this port');
  return service;
}

/** Prints what a look-up finds, or why it finds nothing: one that fails must not keep the others from being made. */
async function show<T>(question: string, find: () => Promise<T> | T): Promise<T | undefined> {
  try {
    const found = await find();
    console.log(`${question}: ${found}`);
    return found;
  } catch (error) {
    console.log(`${question}: not found (${error instanceof Error ? error.message : error})`);
    return undefined;
  }
}

const addresses = new Set<string>();
for (const host of HOSTS) {
  const address = await show(`gethostbyname ${host}`, () => getHostByName(host));
  if (address !== undefined) addresses.add(address);
}
for (const address of addresses.add(LOOPBACK)) await show(`gethostbyaddr ${address}`, () => getHostByAddr(address));
for (const service of SERVICES) await show(`getservbyname ${service}`, () => getServByName(service));
for (const port of PORTS) await show(`getservbyport ${port}`, () => getServByPort(port));
await show('gethostname', hostname);
