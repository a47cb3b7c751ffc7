import dns.resolver
import dns.reversename

domain = input("Enter domain: ")

for name, t in [(domain, "A"), (domain, "AAAA"), ("www." + domain, "CNAME"), (domain, "MX"), (domain, "SOA"),
                ("_sip._tcp." + domain, "SRV")]:
    answers = dns.resolver.resolve(name, t)
    print("==", t, "TTL", answers.rrset.ttl)
    for rdata in answers:
        print(rdata.to_text())
        if t == "A":
            ip = rdata.to_text()

answers = dns.resolver.resolve(dns.reversename.from_address(ip), "PTR")
print("==", "PTR", "TTL", answers.rrset.ttl)
for rdata in answers:
    print(rdata.to_text())
