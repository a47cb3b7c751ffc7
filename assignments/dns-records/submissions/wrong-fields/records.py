import dns.exception
import dns.resolver
import dns.reversename


def look(name, t):
    try:
        return dns.resolver.resolve(name, t)
    except dns.exception.DNSException as e:
        print(t, name, "error:", e)
        return []


answer = look("yahoo.com", "A")
ips = [r.address for r in answer]
for ip in ips:
    print("A", ip, answer.rrset.ttl)

answer = look("yahoo.com", "AAAA")
for r in answer:
    print("AAAA", r.address, answer.rrset.ttl)

answer = look("www.yahoo.com", "CNAME")
for r in answer:
    print("CNAME", r.target, answer.rrset.ttl)

answer = look("yahoo.com", "MX")
for r in answer:
    print("MX", r.preference, r.exchange, answer.rrset.ttl)

answer = look("yahoo.com", "SOA")
for r in answer:
    print("SOA", "primary:", r.mname, "mailbox:", r.mname, "serial:", r.refresh, answer.rrset.ttl)

answer = look("_sip._tcp.yahoo.com", "SRV")
for r in answer:
    print("SRV", "priority:", r.weight, "weight:", r.priority, "port:", r.weight, "target:", r.target, answer.rrset.ttl)

for ip in ips:
    answer = look(dns.reversename.from_address(ip), "PTR")
    for r in answer:
        print("PTR", ip, r.target, answer.rrset.ttl)
