import socket

hosts = ["www.google.com", "localhost"]
services = ["ftp", "http", "telnet", "ftp-data"]
ports = [20, 21, 80]

print("This computer is", socket.gethostname())

addresses = []
for h in hosts:
    a = socket.gethostbyname(h)
    addresses.append(a)
    print(f"{h:20} {a}")

for a in addresses + ["127.0.0.1"]:
    name, aliases, addrs = socket.gethostbyaddr(a)
    print(f"{a:20} {name}")

for s in services:
    print(f"{s:20} {socket.getservbyname(s)}")

for p in ports:
    print(f"{p:<20} {socket.getservbyport(p)}")
