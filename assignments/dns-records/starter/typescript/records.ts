/**
 * The DNS records of a domain.
 */
import dns from 'node:dns/promises';

const DOMAIN = 'yahoo.com';

// Step 1: Ask for the addresses: await dns.resolve4(DOMAIN, { ttl: true }). Print each one with its
//         TTL. (For the other types below, Node does not tell the TTL.)

// Step 2: Do the same for the IPv6 addresses: dns.resolve6.

// Step 3: Print the name that the alias www stands for: dns.resolveCname('www.' + DOMAIN).

// Step 4: Print preference and name of each mail server: dns.resolveMx.

// Step 5: Print primary server, mailbox and serial number: dns.resolveSoa.

// Step 6: Print priority, weight, port and target of each service: dns.resolveSrv, which is asked
//         about '_sip._tcp.' + DOMAIN.

// Step 7: Print the name that belongs to each of the addresses of step 1: dns.reverse(address).

// Step 8: A domain that does not exist (error.code is 'ENOTFOUND'), a type without records
//         ('ENODATA') or a resolver that does not answer ends the program with an exception. Say in
//         words what happened, and go on with the next question. A function for that saves work.
