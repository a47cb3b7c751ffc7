#!/usr/bin/python3
# every record on its own line:   type  ttl  data
import dns.resolver as resolver
from dns.exception import DNSException

names = {
    "A": "yahoo.com.",
    "AAAA": "yahoo.com.",
    "MX": "yahoo.com.",
    "SOA": "yahoo.com.",
    "CNAME": "www.yahoo.com.",
    "SRV": "_sip._tcp.yahoo.com.",
}
ip = None
for t in names:
    try:
        r = resolver.resolve(names[t], t, lifetime=6)
    except DNSException as why:
        print(t, "-", why)
        continue
    for rd in r:
        print("%-6s %6d %s" % (t, r.rrset.ttl, rd))
        if t == "A":
            ip = str(rd)

if ip:
    try:
        r = resolver.resolve_address(ip, lifetime=6)
        for rd in r:
            print("%-6s %6d %s %s" % ("PTR", r.rrset.ttl, ip, rd))
    except DNSException as why:
        print("PTR -", why)
