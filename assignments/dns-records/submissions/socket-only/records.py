import socket

domain = "yahoo.com"
name, aliases, addresses = socket.gethostbyname_ex(domain)
for a in addresses:
    print("A", a)
for info in socket.getaddrinfo(domain, 80, socket.AF_INET6, socket.SOCK_STREAM):
    print("AAAA", info[4][0])
print("CNAME", socket.gethostbyname_ex("www." + domain)[0])
for a in addresses:
    print("PTR", socket.gethostbyaddr(a)[0])
