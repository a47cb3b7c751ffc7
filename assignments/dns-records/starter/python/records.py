"""The DNS records of a domain. Needs the library dnspython: pip install dnspython"""
import dns.resolver
import dns.reversename

DOMAIN = "yahoo.com"

# What to ask: the type of the records, and the name that has them.
QUESTIONS = [
    ("A", DOMAIN),
    ("AAAA", DOMAIN),
    ("CNAME", "www." + DOMAIN),
    ("MX", DOMAIN),
    ("SOA", DOMAIN),
    ("SRV", "_sip._tcp." + DOMAIN),
]

for kind, name in QUESTIONS:
    print(kind, "records of", name)

    # Step 1: Ask for the records with dns.resolver.resolve(name, kind).

    # Step 2: Print every record of the answer, in a line of its own: for record in answer, with
    #         record.to_text().

    # Step 3: Print the TTL of the answer: answer.rrset.ttl.

    # Step 4: What if the domain does not exist (dns.resolver.NXDOMAIN), has no records of this type
    #         (dns.resolver.NoAnswer), or the resolver does not answer? Say so in words, and go on with
    #         the next question.

# Step 5: Take the addresses from the answer to the question A. The name of an address is asked for
#         with the type PTR and the name dns.reversename.from_address(address). Print it.
