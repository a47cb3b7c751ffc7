import dns.exception
import dns.resolver
import dns.reversename

fields = {
    "A": lambda r: r.address,
    "AAAA": lambda r: r.address,
    "CNAME": lambda r: r.target,
    "MX": lambda r: r.exchange,
    "SOA": lambda r: f"{r.mname} {r.rname} {r.serial}",
    "SRV": lambda r: f"{r.priority} {r.weight} {r.port} {r.target}",
    "PTR": lambda r: r.target,
}


def show(name, t):
    rows = []
    try:
        answer = dns.resolver.resolve(name, t)
        for r in answer:
            rows.append(str(fields[t](r)))
            print(f"{t:6}{str(name):30}{rows[-1]}  (TTL {answer.rrset.ttl})")
    except dns.resolver.NXDOMAIN:
        print(f"{t:6}{str(name):30}does not exist")
    except dns.resolver.NoAnswer:
        print(f"{t:6}{str(name):30}no records")
    except dns.exception.DNSException as e:
        print(f"{t:6}{str(name):30}{e}")
    return rows


ips = show("yahoo.com", "A")
show("yahoo.com", "AAAA")
show("www.yahoo.com", "CNAME")
show("yahoo.com", "MX")
show("yahoo.com", "SOA")
show("_sip._tcp.yahoo.com", "SRV")
for ip in ips:
    show(dns.reversename.from_address(ip), "PTR")
