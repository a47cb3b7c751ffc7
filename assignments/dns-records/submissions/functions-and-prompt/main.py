# DNS records program
# install first: pip install dnspython
import dns.resolver
import dns.reversename


def get(name, kind):
    answers = dns.resolver.resolve(name, kind, raise_on_no_answer=False)
    if answers.rrset is None:
        print("No", kind, "record for", name)
        return []
    print(kind, "records of", name, "- TTL:", answers.rrset.ttl)
    return answers


def safe(function, *args):
    try:
        function(*args)
    except Exception as e:
        print("Problem:", type(e).__name__, e)


def a_records(d):
    for x in get(d, "A"):
        print("   ", x)


def aaaa_records(d):
    for x in get(d, "AAAA"):
        print("   ", x)


def cname_records(d):
    for x in get(d, "CNAME"):
        print("    is an alias of", x.target)


def mx_records(d):
    for x in get(d, "MX"):
        print("   ", x.preference, x.exchange)


def soa_records(d):
    for x in get(d, "SOA"):
        print("    server:", x.mname, "mail:", x.rname, "serial:", x.serial)


def srv_records(d):
    for x in get(d, "SRV"):
        print("   ", x.priority, x.weight, x.port, x.target)


def ptr_records(ip):
    for x in get(dns.reversename.from_address(ip), "PTR"):
        print("   ", x)


domain = input("Enter a domain (for example yahoo.com): ")
safe(a_records, domain)
safe(aaaa_records, domain)
safe(cname_records, "www." + domain)
safe(mx_records, domain)
safe(soa_records, domain)
safe(srv_records, "_sip._tcp." + domain)
ip = input("Enter an IP address: ")
safe(ptr_records, ip)
