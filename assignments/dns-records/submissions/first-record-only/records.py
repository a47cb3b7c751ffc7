import dns.exception
import dns.resolver
import dns.reversename


def show(name, rtype):
    try:
        answer = dns.resolver.resolve(name, rtype)
        print(rtype, name, answer[0], "TTL:", answer.rrset.ttl)
        return answer[0]
    except dns.exception.DNSException as e:
        print(rtype, name, "not found:", e)


ip = show("yahoo.com", "A")
show("yahoo.com", "AAAA")
show("www.yahoo.com", "CNAME")
show("yahoo.com", "MX")
show("yahoo.com", "SOA")
show("_sip._tcp.yahoo.com", "SRV")
if ip:
    show(dns.reversename.from_address(str(ip)), "PTR")
