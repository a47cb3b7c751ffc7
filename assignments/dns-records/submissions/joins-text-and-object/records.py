import dns.resolver

domain = "yahoo.com"
types = ["A", "AAAA", "MX", "SOA"]

for t in types:
    R = dns.resolver.resolve(domain, t, raise_on_no_answer=False)
    for value in R:
        print(t + " record: " + value)
    print("TTL: " + R.rrset.ttl)

R = dns.resolver.resolve("www." + domain, "CNAME", raise_on_no_answer=False)
for value in R:
    print("CNAME record: " + value)
R = dns.resolver.resolve("_sip._tcp." + domain, "SRV", raise_on_no_answer=False)
for value in R:
    print("SRV record: " + value)
R = dns.resolver.resolve_address("74.6.143.26")
for value in R:
    print("PTR record: " + value)
