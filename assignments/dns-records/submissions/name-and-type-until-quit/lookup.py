import dns.exception
import dns.resolver
import dns.reversename

while True:
    name = input("Name or address (or quit): ")
    if name == "quit":
        break
    type_of_record = input("Type (A, AAAA, CNAME, MX, SOA, SRV, PTR): ").upper()
    try:
        if type_of_record == "PTR":
            name = dns.reversename.from_address(name)
        answer = dns.resolver.resolve(name, type_of_record)
        for record in answer:
            print(type_of_record, answer.rrset.ttl, record.to_text())
    except (dns.exception.DNSException, ValueError) as error:
        print("No record:", error)
