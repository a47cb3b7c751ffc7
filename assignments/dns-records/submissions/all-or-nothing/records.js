const dns = require('dns').promises;
const domain = process.argv[2] || 'yahoo.com';

Promise.all([dns.resolve4(domain), dns.resolve6(domain), dns.resolveMx(domain), dns.resolveSoa(domain)])
  .then(([a, aaaa, mx, soa]) => {
    console.log('A', a);
    console.log('AAAA', aaaa);
    console.log('MX', mx);
    console.log('SOA', soa);
  })
  .catch((error) => console.log('Error:', error.message));
