import dns.resolver
import dns.reversename
import dns.exception

TTL = 3600

def lookup(name, rtype):
    result = []
    try:
        for record in dns.resolver.resolve(name, rtype):
            print(rtype, record.to_text(), "TTL =", TTL)
            result.append(record.to_text())
    except dns.exception.DNSException as e:
        print(rtype, name, e)
    return result

ips = lookup("yahoo.com", "A")
lookup("yahoo.com", "AAAA")
lookup("www.yahoo.com", "CNAME")
lookup("yahoo.com", "MX")
lookup("yahoo.com", "SOA")
lookup("_sip._tcp.yahoo.com", "SRV")
for ip in ips:
    lookup(dns.reversename.from_address(ip), "PTR")
