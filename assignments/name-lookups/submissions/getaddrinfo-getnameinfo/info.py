import socket

# getaddrinfo is the newer function, it returns a list of tuples
for host in ("www.google.com", "localhost"):
    for family, kind, proto, canon, address in socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM):
        print(host, "has the address", address[0])
        found = socket.getnameinfo(address, socket.NI_NAMEREQD)
        print(address[0], "belongs to", found[0])

print("127.0.0.1 belongs to", socket.getnameinfo(("127.0.0.1", 0), socket.NI_NAMEREQD)[0])
print("ftp uses port", socket.getservbyname("ftp", "tcp"))
print("http uses port", socket.getservbyname("http", "tcp"))
for port in (20, 21, 80):
    print("port", port, "is for", socket.getservbyport(port, "tcp"))
