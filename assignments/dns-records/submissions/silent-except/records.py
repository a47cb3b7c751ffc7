import dns.resolver
import dns.reversename

domain = "yahoo.com"
ips = []
for name, t in [(domain, "A"), (domain, "AAAA"), ("www." + domain, "CNAME"), (domain, "MX"), (domain, "SOA"),
                ("_sip._tcp." + domain, "SRV")]:
    try:
        answers = dns.resolver.resolve(name, t)
        for rdata in answers:
            print(t, rdata.to_text(), answers.rrset.ttl)
            if t == "A":
                ips.append(rdata.to_text())
    except:
        pass

for ip in ips:
    try:
        answers = dns.resolver.resolve(dns.reversename.from_address(ip), "PTR")
        for rdata in answers:
            print("PTR", rdata.to_text(), answers.rrset.ttl)
    except:
        pass
