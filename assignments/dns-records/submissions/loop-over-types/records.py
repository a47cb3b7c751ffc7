import dns.exception
import dns.resolver
import dns.reversename

domain = "yahoo.com"

questions = [
    (domain, "A"),
    (domain, "AAAA"),
    ("www." + domain, "CNAME"),
    (domain, "MX"),
    (domain, "SOA"),
    ("_sip._tcp." + domain, "SRV"),
]

# one address to look up backwards
try:
    first = dns.resolver.resolve(domain, "A")[0]
    questions.append((dns.reversename.from_address(first.to_text()), "PTR"))
except dns.exception.DNSException as e:
    print("no address for a reverse lookup:", e)

for name, rtype in questions:
    print("-----", rtype, name)
    try:
        answer = dns.resolver.resolve(name, rtype)
        for record in answer:
            print(rtype, record.to_text(), "TTL", answer.rrset.ttl)
    except dns.resolver.NXDOMAIN:
        print("the domain", name, "does not exist")
    except dns.resolver.NoAnswer:
        print("there are no", rtype, "records for", name)
    except dns.resolver.NoNameservers:
        print("the name servers could not answer for", name)
    except dns.exception.Timeout:
        print("the resolver did not answer in time")
