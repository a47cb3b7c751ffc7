import dns.exception
import dns.resolver

domain = "yahoo.com"
asked = {"A": domain, "AAAA": domain, "CNAME": "www." + domain, "MX": domain, "SOA": domain,
         "SRV": "_sip._tcp." + domain, "PTR": domain}

for t in asked:
    try:
        answer = dns.resolver.resolve(asked[t], t)
        for r in answer:
            print(t, "|", answer.rrset.ttl, "|", r.to_text())
    except dns.resolver.NXDOMAIN:
        print(t, "|", asked[t], "does not exist")
    except dns.resolver.NoAnswer:
        print(t, "|", asked[t], "has no", t, "record")
    except dns.exception.DNSException as e:
        print(t, "|", e)
