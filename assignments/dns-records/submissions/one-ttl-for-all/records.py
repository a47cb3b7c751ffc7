import dns.exception
import dns.resolver

name = input("Name: ")
ttl = None
for kind in "A AAAA MX SOA".split():
    try:
        answer = dns.resolver.resolve(name, kind)
        if ttl is None:
            ttl = answer.rrset.ttl
        for record in answer:
            print(f"{name:<20}{ttl:<8}IN  {kind:<6}{record}")
    except dns.exception.DNSException as error:
        print(kind, error)
