import dns.resolver
R= dns.resolver.resolve("Yahoo.com","A", raise_on_no_answer=False)
for value in R:
    print("Host-->>%s" %value.to_text())
print(R)
