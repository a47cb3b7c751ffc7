import dns.resolver

for name, t in [("yahoo.com", "A"), ("yahoo.com", "AAAA"), ("www.yahoo.com", "CNAME"), ("yahoo.com", "MX"),
                ("yahoo.com", "SOA"), ("_sip._tcp.yahoo.com", "SRV")]:
    try:
        R = dns.resolver.resolve(name, t)
        print(t, "-->>", R)
    except Exception as e:
        print(t, "-->> not found", e)
try:
    print("PTR -->>", dns.resolver.resolve_address("74.6.143.26"))
except Exception as e:
    print("PTR -->> not found", e)
