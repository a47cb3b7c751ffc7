import dns.resolver

answers = []
for number in range(3):
    domain = input("Domain %d: " % (number + 1))
    try:
        answers = dns.resolver.resolve(domain, "A")
    except Exception as error:
        print("An error:", error)
    print("Addresses of", domain)
    for record in answers:
        print("   ", record)
