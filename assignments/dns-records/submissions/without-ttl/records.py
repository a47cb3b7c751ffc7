import dns.resolver
import dns.reversename
import dns.exception

domain = input("domain: ")

names = {"A": domain, "AAAA": domain, "CNAME": "www." + domain, "MX": domain, "SOA": domain,
         "SRV": "_sip._tcp." + domain}
ips = []
for t, name in names.items():
    try:
        for r in dns.resolver.resolve(name, t):
            print(t, r)
            if t == "A":
                ips.append(r.address)
    except dns.exception.DNSException as e:
        print(t, "no result:", e)

for ip in ips:
    try:
        for r in dns.resolver.resolve(dns.reversename.from_address(ip), "PTR"):
            print("PTR", ip, r)
    except dns.exception.DNSException as e:
        print("PTR no result:", e)
