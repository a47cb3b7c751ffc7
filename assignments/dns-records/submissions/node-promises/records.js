const { Resolver } = require('dns').promises;

const domain = process.argv[2] || 'yahoo.com';
// without setServers the resolver of the system is asked
const resolver = new Resolver({ timeout: 2000, tries: 2 });

async function show(type, name, ask, format) {
  try {
    const records = await ask();
    for (const r of records) console.log(`${type} ${name}: ${format(r)}`);
    return records;
  } catch (e) {
    if (e.code === 'ENOTFOUND') console.log(`${type} ${name}: the name does not exist`);
    else if (e.code === 'ENODATA') console.log(`${type} ${name}: no records of this type`);
    else console.log(`${type} ${name}: no answer (${e.code})`);
    return [];
  }
}

async function main() {
  const a = await show('A', domain, () => resolver.resolve4(domain, { ttl: true }), (r) => `${r.address} ttl=${r.ttl}`);
  await show('AAAA', domain, () => resolver.resolve6(domain, { ttl: true }), (r) => `${r.address} ttl=${r.ttl}`);
  await show('CNAME', 'www.' + domain, () => resolver.resolveCname('www.' + domain), (r) => r);
  await show('MX', domain, () => resolver.resolveMx(domain), (r) => `${r.priority} ${r.exchange}`);
  await show('SOA', domain, async () => [await resolver.resolveSoa(domain)], (r) => `${r.nsname} ${r.hostmaster} ${r.serial}`);
  const sip = '_sip._tcp.' + domain;
  await show('SRV', sip, () => resolver.resolveSrv(sip), (r) => `${r.priority} ${r.weight} ${r.port} ${r.name}`);
  for (const { address } of a) {
    await show('PTR', address, () => resolver.reverse(address), (r) => r);
  }
}

main();
