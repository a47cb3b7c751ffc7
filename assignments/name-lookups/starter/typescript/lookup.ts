/**
 * Names, addresses, services and ports, looked up with the functions of Node.
 */
import dns from 'node:dns/promises';
import fs from 'node:fs';
import os from 'node:os';

const HOSTS = ['www.google.com', 'localhost'];
const SERVICES = ['ftp', 'http'];
const PORTS = [20, 21, 80];

for (const host of HOSTS) {
  console.log('Host', host);

  // Step 1: Find the IPv4 address of the host: await dns.lookup(host, { family: 4 }). Print it.

  // Step 2: Find the name that belongs to this address: await dns.lookupService(address, 0) has it
  //         in its field hostname. Print it.
}

// Step 3: Find the name that belongs to 127.0.0.1, and print it.

for (const service of SERVICES) {
  console.log('Service', service);

  // Step 4: Find its port number, and print it. Node has no function for that. The numbers stand in
  //         the file /etc/services, in lines such as "ftp  21/tcp": read it with fs.readFileSync.
}

for (const port of PORTS) {
  console.log('Port', port);

  // Step 5: Find the service that uses it: await dns.lookupService('127.0.0.1', port) has it in its
  //         field service. Print it.
}

// Step 6: If you like, print the name of this computer: os.hostname().

// Step 7: A name that nobody knows ends the program with an exception. Say in words what was not
//         found, and go on with the next look-up.
