import dns.exception
import dns.resolver
import dns.reversename

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers = ["8.8.8.8"]  # google's dns server is the fastest
resolver.lifetime = 3

domain = "yahoo.com"
ips = []
for name, t in ((domain, "A"), (domain, "AAAA"), ("www." + domain, "CNAME"), (domain, "MX"), (domain, "SOA"),
                ("_sip._tcp." + domain, "SRV")):
    try:
        ans = resolver.resolve(name, t)
        for r in ans:
            print(t, ans.rrset.ttl, r)
            if t == "A":
                ips.append(str(r))
    except dns.exception.DNSException as e:
        print(t, name, ":", e)
for ip in ips:
    try:
        ans = resolver.resolve(dns.reversename.from_address(ip), "PTR")
        for r in ans:
            print("PTR", ans.rrset.ttl, ip, r)
    except dns.exception.DNSException as e:
        print("PTR", ip, ":", e)
