import socket

site = "www.google.com"
ip = socket.gethostbyname(site)
print(site, "=", ip)
print("localhost", "=", socket.gethostbyname("localhost"))

# and back again
print(ip, "=", socket.gethostbyaddr(ip)[0])
print("127.0.0.1", "=", socket.gethostbyaddr("127.0.0.1")[0])
