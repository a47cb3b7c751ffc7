import dns from 'node:dns/promises';

const domain = 'yahoo.com';
const wanted = {
  A: () => dns.resolve4(domain),
  AAAA: () => dns.resolve6(domain),
  CNAME: () => dns.resolveCname(domain),
  MX: () => dns.resolveMx(domain),
  SOA: () => dns.resolveSoa(domain),
  SRV: () => dns.resolveSrv(domain),
};

const results = await Promise.allSettled(Object.values(wanted).map((ask) => ask()));
Object.keys(wanted).forEach((type, i) => {
  console.log(`--- ${type} ---`);
  console.log(results[i].status === 'fulfilled' ? results[i].value : `nothing: ${results[i].reason.message}`);
});

for (const address of results[0].value ?? []) {
  console.log(address, await dns.reverse(address).catch((error) => error.message));
}
